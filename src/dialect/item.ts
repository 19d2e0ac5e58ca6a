/**
 * What differs between the dialects in an article's RSS item: `<pubDate>` and the elements behind it. Everything else of
 * the item is the same for every partner.
 */
import type { Article } from '../article/article.ts';
import type { XmlElement } from '../feed/element.ts';
import type { PhotoFacts } from '../feed/facts.ts';
import type { Removal } from '../feed/notice.ts';
import { mediaContent } from '../feed/shared-elements.ts';
import { rfc3339, SECOND } from '../lib/time.ts';
import { DIALECTS, type DialectName } from './dialects.ts';
import { msnItem, msnMedia } from './msn.ts';
import { photosFor } from './photos.ts';

export interface DialectItem {
  readonly article: Article;
  readonly url: string;
  readonly summary: string;
  /** HTML, with absolute URLs. */
  readonly content: string;
  readonly photos: readonly PhotoFacts[];
  readonly canonical: string;
  readonly expiresAt: number | null;
}

export interface DialectBlock {
  readonly pubDate: number;
  readonly elements: readonly XmlElement[];
}

type Block = (item: DialectItem, photos: readonly PhotoFacts[]) => readonly XmlElement[];

const BLOCKS: Readonly<Record<DialectName, Block>> = {
  generic: ({ article }, photos) => [...enclosure(photos), updated(article.modified), ...mediaContent(photos)],
  msn: (item, photos) => [...msnItem(item), updated(item.article.modified), ...msnMedia(photos)],
  smartnews: ({ article }, photos) => [
    ...firstPublished(article),
    updated(article.modified),
    mediaStatus('active'),
    ...thumbnail(photos),
    ...mediaContent(photos),
  ],
  'google-news': ({ article }, photos) => [
    ...firstPublished(article),
    updated(article.modified),
    ...mediaContent(photos),
  ],
};

/** The block of an article that is in the feed. Photos the partner doesn't take are left out here. */
export function itemElements(dialect: DialectName, item: DialectItem): DialectBlock {
  const { article } = item;
  const shown = photosFor(dialect, item.photos).kept;
  return { pubDate: article[DIALECTS[dialect].pubDate], elements: BLOCKS[dialect](item, shown) };
}

/**
 * The block of an article that was taken back: the same guid stays in the feed with the partner's own signal. Partners
 * skip whatever isn't newer than what they have, so the date that counts is always past the last one they saw.
 */
export function removalElements(dialect: DialectName, article: Article, removal: Removal): DialectBlock {
  const { change, removal: signal } = DIALECTS[dialect];
  const moment = newerThan(article.modified, removal.date);
  return {
    pubDate: change === 'pubDate' ? moment : article.published,
    elements: [
      ...(change === 'pubDate' ? firstPublished(article) : []),
      ...(signal === 'expiry' ? expiry(removal.date, moment) : []),
      // Outside of dialects a removal keeps its own date, as in our public feeds.
      updated(dialect === 'generic' ? removal.date : moment),
      ...(signal === 'status' ? [mediaStatus('deleted')] : []),
    ],
  };
}

/** Dates have seconds: within the same one nothing looks newer. */
const newerThan = (last: number, moment: number): number =>
  Math.max(moment, Math.floor(last / SECOND) * SECOND + SECOND);

const updated = (moment: number): XmlElement => ({ name: 'atom:updated', text: rfc3339(moment) });

/** Where `<pubDate>` shows the last change, the first publication would be lost. */
const firstPublished = ({ published }: Article): XmlElement[] => [{ name: 'atom:published', text: rfc3339(published) }];

/** One enclosure: many readers take a single one (RSS Best Practices Profile). */
const enclosure = (photos: readonly PhotoFacts[]): XmlElement[] =>
  photos.slice(0, 1).map(({ url, bytes, type }) => ({ name: 'enclosure', attributes: { url, length: bytes, type } }));

const thumbnail = (photos: readonly PhotoFacts[]): XmlElement[] =>
  photos.slice(0, 1).map(({ url, width, height }) => ({ name: 'media:thumbnail', attributes: { url, width, height } }));

/** SmartFormat reads the text, Media RSS the attribute: both say the same. */
const mediaStatus = (state: 'active' | 'deleted'): XmlElement => ({
  name: 'media:status',
  attributes: { state },
  text: state,
});

/** MSN takes an item down when its expiry is past and its change is newer than the one it has. */
const expiry = (past: number, modified: number): XmlElement[] => [
  { name: 'dcterms:modified', text: rfc3339(modified) },
  { name: 'dcterms:valid', text: rfc3339(past) },
  { name: 'mi:expirationDate', text: rfc3339(past) },
];
