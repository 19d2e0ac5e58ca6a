/**
 * The article and what belongs to it: plain readonly data, in the words of docs/architecture.md.
 * Made only by `article/parse.ts`, so whoever holds an Article holds one that is valid.
 */

export interface Person {
  readonly name: string;
  readonly url?: string | undefined;
  readonly email?: string | undefined;
}

export type Rights = 'own' | 'licensed' | 'third-party' | 'cc' | 'unknown';

/** A photo in its place: the asset by content hash, and what must be said beside it. */
export interface Photo {
  /** SHA-256 of the bytes, in hex: the key in the asset store. */
  readonly asset: string;
  readonly type: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly caption?: string | undefined;
  readonly credit: string;
  readonly rights: Rights;
  readonly license?: string | undefined;
  readonly holder?: string | undefined;
  /** May partners have it? Unknown rights mean no (invariant 9). */
  readonly syndicate: boolean;
}

export type HopRole = 'original' | 'republisher' | 'translator' | 'wire';

/** One station on an article's way to us. `credit` is printed verbatim. */
export interface Hop {
  readonly role: HopRole;
  readonly publisher: string;
  readonly url: string;
  readonly feed?: string | undefined;
  readonly guid?: string | undefined;
  readonly date: number;
  readonly credit: string;
  readonly license?: string | undefined;
}

export interface Permission {
  readonly basis: 'written' | 'licence' | 'contract';
  readonly reference: string;
  readonly until?: number | undefined;
  readonly sublicensable: boolean;
}

/** Where a reposted article came from: hops oldest first, never shortened, and the permission we hold. */
export interface Origin {
  readonly hops: readonly [Hop, ...Hop[]];
  readonly permission: Permission;
}

export interface Correction {
  readonly date: number;
  readonly text: string;
  readonly was?: string | undefined;
  readonly now?: string | undefined;
}

export type Status = 'usable' | 'held' | 'withdrawn';

export interface Withdrawal {
  readonly reason: string;
  readonly date: number;
}

export interface Article {
  /** A tag: or urn:uuid: URI, minted once, never derived from the slug. */
  readonly id: string;
  /** What feeds print: the id, or an origin's or imported guid kept verbatim. */
  readonly guid: string;
  readonly slug: string;
  readonly aliases: readonly string[];
  readonly title: string;
  readonly dek: string;
  readonly byline: readonly [Person, ...Person[]];
  readonly section: string | null;
  readonly tags: readonly string[];
  readonly language: string;
  readonly published: number;
  readonly modified: number;
  readonly status: Status;
  readonly withdrawal: Withdrawal | null;
  readonly embargoedUntil: number | null;
  readonly expiresAt: number | null;
  readonly canonicalUrl: string | null;
  readonly rights: string | null;
  readonly license: string | null;
  /** The name of the terms others may republish it under; without one, its section's, or the publication's. */
  readonly terms?: string | undefined;
  readonly photo: Photo | null;
  readonly photos: readonly Photo[];
  readonly corrections: readonly Correction[];
  readonly origin: Origin | null;
}

/** The article and its sanitised HTML, in which our own URLs start with BASE_MARK. */
export interface FullArticle {
  readonly article: Article;
  readonly body: string;
}

/**
 * Stands for the base URL in stored HTML. U+0001 can't come from outside (`lib/text.ts` drops it),
 * so replacing it never touches an author's words.
 */
export const BASE_MARK = '\u0001';

/** The first moment at which anybody may see the article: a date in the future is an embargo. */
export const visibleFrom = (article: Article): number => Math.max(article.published, article.embargoedUntil ?? 0);

export const allPhotos = (article: Article): readonly Photo[] =>
  article.photo ? [article.photo, ...article.photos] : article.photos;
