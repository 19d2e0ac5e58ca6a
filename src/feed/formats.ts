/**
 * The three formats: everything that differs between them by name or number stands in this table. `lead` is stored
 * before every entry, `between` is set between entries.
 */
import type { FullArticle } from '../article/article.ts';
import { renderAtom } from './atom.ts';
import { type FeedSite, factsOf } from './facts.ts';
import { renderJson } from './json.ts';
import { jsonNotice, type Removal, rssNotice, tombstone } from './notice.ts';
import { renderRss } from './rss.ts';

export const FORMATS = {
  rss: { code: 0, name: 'RSS', type: 'application/rss+xml', lead: '\n        ', between: '' },
  atom: { code: 1, name: 'Atom', type: 'application/atom+xml', lead: '\n    ', between: '' },
  json: { code: 2, name: 'JSON Feed', type: 'application/feed+json', lead: '', between: ',' },
} as const;

export type Format = keyof typeof FORMATS;

export const FORMAT_NAMES: readonly Format[] = ['rss', 'atom', 'json'];

export const isFormat = (text: string): text is Format => Object.hasOwn(FORMATS, text);

/** What stands between two entries of a whole document. */
export const separatorOf = (format: Format): string => FORMATS[format].lead + FORMATS[format].between;

export const contentType = (format: Format): string => `${FORMATS[format].type}; charset=utf-8`;

/**
 * Raise this when the same article would come out as other bytes, in a feed or in a partner's: every stored entry is
 * then rendered again.
 * tests/feed/renderer.test.ts fails when the output moves and this doesn't.
 */
export const RENDERER = '2';

/** An article's entries in the order of FORMAT_NAMES. */
export function renderEntries(
  full: FullArticle,
  removal: Removal | null,
  site: FeedSite,
): readonly [string, string, string] {
  const { article } = full;
  if (removal)
    return [
      rssNotice(article, removal, site),
      tombstone(article.guid, removal.date, removal.reason, article.origin?.hops[0] ?? null),
      jsonNotice(article, removal, site),
    ];
  const facts = factsOf(full, site);
  return [renderRss(facts), renderAtom(facts), renderJson(facts, site)];
}
