/**
 * The dialects as data: how each partner wants its feed, and what it says it refuses. A number stands here only where the
 * partner's own documentation names it; null means that it names none.
 */
import type { Format } from '../feed/formats.ts';
import { MSN_ELEMENTS } from './msn-elements.ts';

export interface TitleRule {
  /** In characters: a title must have more than `above`, and at most `max` or a short title beside it. */
  readonly above: number;
  readonly max: number;
  /** How long the short title may be. */
  readonly short: number;
}

export interface PhotoRule {
  /** Media types the partner takes. */
  readonly types: readonly string[] | null;
  readonly maxBytes: number | null;
  /** Pixels, the shorter side: below it the photo is dropped. */
  readonly minSide: number | null;
  /** Pixels the partner recommends: `side` says which side must have them. */
  readonly wished: { readonly pixels: number; readonly side: 'longer' | 'shorter' } | null;
  /** Width by height, beyond which a photo may look wrong. */
  readonly ratio: { readonly min: number; readonly max: number } | null;
  /** What comes of an article without any photo, in a sentence. */
  readonly without: string | null;
}

export interface ChannelRule {
  readonly descriptionLength: number | null;
  readonly logo: boolean;
  /** Minutes, for `<ttl>`. */
  readonly ttl: number | null;
  /** A `<pubDate>` of the channel: the moment of `<lastBuildDate>`, which moves only with the feed. */
  readonly pubDate: boolean;
  readonly copyright: boolean;
}

export interface Dialect {
  readonly label: string;
  readonly formats: readonly Format[];
  /** Prefix to URI, beside those that every RSS feed of ours declares. */
  readonly namespaces: Readonly<Record<string, string>>;
  /** Articles in the feed, newest first. Removals stand there beside them. */
  readonly maxItems: number;
  readonly maxFeedBytes: number | null;
  readonly maxArticleBytes: number | null;
  readonly title: TitleRule | null;
  readonly maxAgeDays: number | null;
  /** Levels of elements in the body. */
  readonly maxNesting: number | null;
  /** What the partner leaves in a body: it takes other elements out, and their words may go with them. */
  readonly elements: readonly string[] | null;
  readonly photo: PhotoRule;
  /** Which moment `<pubDate>` shows: partners that look for changes there see no other date. */
  readonly pubDate: 'published' | 'modified';
  /** The element that must move when an article has changed, and only then. */
  readonly change: 'atom:updated' | 'dcterms:modified' | 'pubDate';
  /** How a removal is signalled beside the notice. */
  readonly removal: 'notice' | 'expiry' | 'status';
  /** How long removals stay in the feed. */
  readonly keepRemovalsDays: number;
  readonly httpsOnly: boolean;
  /** No campaign parameters in `<link>`. */
  readonly plainLinks: boolean;
  /** May an item be an extract with a link to the rest? */
  readonly extracts: boolean;
  readonly channel: ChannelRule;
  /** How often the partner comes. */
  readonly pollMinutes: number | null;
}

export const DIALECT_NAMES = ['generic', 'msn', 'smartnews', 'google-news'] as const;
export type DialectName = (typeof DIALECT_NAMES)[number];

const MB = 1_000_000;

const ANY_PHOTO: PhotoRule = { types: null, maxBytes: null, minSide: null, wished: null, ratio: null, without: null };
const ANY_CHANNEL: ChannelRule = { descriptionLength: null, logo: false, ttl: null, pubDate: false, copyright: false };

const generic: Dialect = {
  label: 'Any reader',
  formats: ['rss', 'atom', 'json'],
  namespaces: {},
  maxItems: 50,
  maxFeedBytes: null,
  maxArticleBytes: null,
  title: null,
  maxAgeDays: null,
  maxNesting: null,
  elements: null,
  photo: ANY_PHOTO,
  pubDate: 'published',
  change: 'atom:updated',
  removal: 'notice',
  keepRemovalsDays: 30,
  httpsOnly: false,
  plainLinks: false,
  extracts: true,
  channel: ANY_CHANNEL,
  pollMinutes: null,
};

/** MSN Partner Hub: "Feed item metadata requirements", "HTML guidelines and tag restrictions", "Content expiration and takedown rules". */
const msn: Dialect = {
  ...generic,
  label: 'MSN',
  formats: ['rss'],
  namespaces: { dcterms: 'http://purl.org/dc/terms/', mi: 'http://schemas.ingestion.microsoft.com/common/' },
  maxItems: 20,
  title: { above: 20, max: 150, short: 54 },
  maxAgeDays: 365,
  maxNesting: 9,
  elements: MSN_ELEMENTS,
  photo: {
    types: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
    maxBytes: 15 * MB,
    minSide: null,
    wished: { pixels: 720, side: 'longer' },
    ratio: { min: 0.5, max: 1.89 },
    without: 'MSN publishes an article by itself only with a photo; this one has none and waits for somebody there.',
  },
  change: 'dcterms:modified',
  removal: 'expiry',
  httpsOnly: true,
  extracts: false,
  pollMinutes: 15,
};

/** SmartNews: "SmartFormat specification" 2.1 and 2.2, "Deleting articles". */
const smartnews: Dialect = {
  ...generic,
  label: 'SmartNews',
  formats: ['rss'],
  namespaces: { snf: 'http://www.smartnews.be/snf' },
  maxItems: 20,
  maxFeedBytes: MB,
  photo: {
    ...ANY_PHOTO,
    without: 'SmartNews shows articles by their <media:thumbnail>; this one has no photo for it.',
  },
  pubDate: 'modified',
  change: 'pubDate',
  removal: 'status',
  plainLinks: true,
  extracts: false,
  channel: { descriptionLength: 30, logo: true, ttl: 15, pubDate: true, copyright: true },
  pollMinutes: 15,
};

/** Google News Publisher Center: "Technical feed requirements", "Feed-based inclusion guidelines". */
const googleNews: Dialect = {
  ...generic,
  label: 'Google News',
  formats: ['rss'],
  maxItems: 60,
  maxFeedBytes: 2 * MB,
  maxArticleBytes: MB,
  photo: { ...ANY_PHOTO, wished: { pixels: 800, side: 'shorter' } },
  pubDate: 'modified',
  change: 'pubDate',
  extracts: false,
  pollMinutes: 30,
};

export const DIALECTS: Readonly<Record<DialectName, Dialect>> = { generic, msn, smartnews, 'google-news': googleNews };

export const isDialect = (text: string): text is DialectName => Object.hasOwn(DIALECTS, text);
