/**
 * Invariant 1: guid, dates, byline, origin chain, licence and photo credit of every article of the demo, read by several
 * parsers out of every format and page, are the same.
 */
import { type Demo, type Held, ofKind } from '../demo.ts';
import { feedparserMissing } from '../feeds/feedparser.ts';
import { isThere, itemsOf } from '../items.ts';
import { type Judge, verdict } from '../judge.ts';
import { byFeedparser } from './by-feedparser.ts';
import { byFeedsmith } from './by-feedsmith.ts';
import { byJson } from './by-json.ts';
import { byJsonLd } from './by-json-ld.ts';
import { byMicroformats } from './by-microformats.ts';
import { byRssParser } from './by-rss-parser.ts';
import type { Provenance, Reader, Seen } from './shape.ts';

export const provenance: Judge = {
  name: 'provenance',
  missing: feedparserMissing,
  async judge(demo) {
    const whole = wholeFeeds(demo);
    const truth = whole.json.flatMap((feed) => byJson(feed).seen);
    const articles = whole.json.flatMap(itemsOf).filter(isThere);
    const readers = joined([...(await feedReaders(whole)), ...pageReaders(demo, articles)]);
    const errors = articles.flatMap(({ id, url }) => {
      const expected = truth.find(({ guid }) => guid === id);
      return expected ? readers.flatMap((reader) => differences(url, expected, reader)) : [`${url}: not in JSON Feed`];
    });
    return verdict(articles.length, `articles by ${readers.length} readers`, errors);
  },
};

interface Whole {
  readonly rss: readonly Held[];
  readonly atom: readonly Held[];
  readonly json: readonly Held[];
}

/** The publication's own feed and its archives hold every article once. */
function wholeFeeds(demo: Demo): Whole {
  const isWhole = ({ url }: Held) => /^\/(feed|archive\/[^/]+)\.[a-z]+$/.test(new URL(url).pathname);
  const whole = (kind: 'rss' | 'atom' | 'json') => ofKind(demo, kind).filter(isWhole);
  return { rss: whole('rss'), atom: whole('atom'), json: whole('json') };
}

async function feedReaders({ rss, atom, json }: Whole): Promise<readonly Reader[]> {
  const readers: Reader[] = json.map(byFeedsmith);
  for (const feed of [...rss, ...atom])
    readers.push(await byFeedparser(feed), byFeedsmith(feed), await byRssParser(feed));
  return readers;
}

const pageReaders = (demo: Demo, articles: readonly { readonly url: string }[]): readonly Reader[] =>
  articles.flatMap(({ url }) => {
    const page = demo.documents.find((held) => held.url === url);
    return page ? [byJsonLd(page), byMicroformats(page)] : [];
  });

/** One reader of each name, with all it has seen. */
function joined(readers: readonly Reader[]): readonly Reader[] {
  const names = [...new Set(readers.map(({ name }) => name))];
  const seenBy = (name: string) => readers.filter((reader) => reader.name === name).flatMap(({ seen }) => seen);
  return names.map((name) => ({ name, seen: seenBy(name) }));
}

function differences(url: string, expected: Seen, { name, seen }: Reader): readonly string[] {
  const found = seen.find(({ guid }) => guid === expected.guid);
  if (!found) return [`${url}: ${name} finds no article with guid ${expected.guid}`];
  const fields: readonly (keyof Provenance)[] = [
    'published',
    'modified',
    'byline',
    'via',
    'publishers',
    'original',
    'rights',
    'license',
    'credits',
  ];
  return fields
    .filter((field) => found[field] !== undefined)
    .map((field) => ({ field, here: JSON.stringify(found[field]), there: JSON.stringify(expected[field]) }))
    .filter(({ here, there }) => here !== there)
    .map(({ field, here, there }) => `${url}: ${field}: ${name} says ${here}, JSON Feed says ${there}`);
}
