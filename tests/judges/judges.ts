/** The judges, in the order they are heard. The last two publish, so they come after all who compare what was fetched. */
import { feedparser } from './feeds/feedparser.ts';
import { gofeed } from './feeds/gofeed.ts';
import { jing } from './feeds/jing.ts';
import { jsonFeedSchema } from './feeds/jsonfeed-schema.ts';
import { fastXmlParser, feedsmith, rowanFeedParser, rssParser } from './feeds/npm-parsers.ts';
import { rome } from './feeds/rome.ts';
import { rubyRss } from './feeds/ruby-rss.ts';
import { sfeed } from './feeds/sfeed.ts';
import { xmllint } from './feeds/xmllint.ts';
import { curlEtag } from './http/curl-etag.ts';
import { gzip } from './http/gzip.ts';
import { httpCache } from './http/http-cache.ts';
import { newsboat } from './http/newsboat.ts';
import { varnish } from './http/varnish.ts';
import type { Judge } from './judge.ts';
import { axe } from './pages/axe.ts';
import { htmlValidate } from './pages/html-validate.ts';
import { keyboard } from './pages/keyboard.ts';
import { provenance } from './provenance/provenance.ts';

export const JUDGES: readonly Judge[] = [
  xmllint,
  jing,
  rubyRss,
  jsonFeedSchema,
  feedparser,
  feedsmith,
  rssParser,
  rowanFeedParser,
  fastXmlParser,
  sfeed,
  gofeed,
  rome,
  provenance,
  htmlValidate,
  axe,
  keyboard,
  gzip,
  curlEtag,
  httpCache,
  varnish,
  newsboat,
];
