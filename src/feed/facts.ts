/**
 * What a feed says about an article, worked out once for all formats: RSS, Atom, JSON and the pages must agree
 * on credit, rights and licence (invariant 1).
 */
import { type Article, allPhotos, BASE_MARK, type FullArticle, type Hop, type Photo } from '../article/article.ts';
import { creditText } from '../article/credit.ts';
import { mediaPath } from '../article/figure.ts';
import type { Publication } from '../article/publication.ts';
import { storyHtml } from '../article/story.ts';
import { HTML_TAG, LONE_HALF } from '../lib/text.ts';
import { articleLicense } from '../terms/article-license.ts';

/** RFC 4946: says on purpose that no licence is known, so that the feed's own doesn't apply to other people's work. */
export const UNSPECIFIED_LICENSE = 'http://purl.org/atompub/license#unspecified';

const SUMMARY_LENGTH = 240;

export interface FeedSite {
  readonly publication: Publication;
  readonly base: string;
}

export interface Facts {
  readonly article: Article;
  readonly url: string;
  readonly summary: string;
  readonly content: string;
  readonly rights: string;
  /** Null where the publication grants none. */
  readonly license: string | null;
  readonly credit: string | null;
  readonly original: Hop | null;
  readonly hops: readonly Hop[];
  readonly section: { readonly slug: string; readonly name: string } | null;
  readonly photos: readonly PhotoFacts[];
}

export interface PhotoFacts extends Photo {
  readonly url: string;
}

export function factsOf({ article, body }: FullArticle, { publication, base }: FeedSite): Facts {
  const { origin, section } = article;
  // RFC 4946 section 2: without a licence of its own an entry is under its feed's.
  const inherits = origin !== null || publication.license !== undefined;
  const html = storyHtml({ article, body }, publication).replaceAll(BASE_MARK, base);
  return {
    article,
    url: `${base}/articles/${encodeURIComponent(article.slug)}`,
    summary: article.dek || excerpt(body),
    content: html,
    rights: article.rights ?? (origin ? `© ${origin.hops[0].publisher}` : publication.rights),
    license: articleLicense(article, publication) ?? (inherits ? UNSPECIFIED_LICENSE : null),
    credit: origin ? creditText(origin) : null,
    original: origin?.hops[0] ?? null,
    hops: origin?.hops ?? [],
    section: section ? { slug: section, name: sectionName(section, publication) } : null,
    photos: allPhotos(article).map((photo) => ({ ...photo, url: base + mediaPath(photo) })),
  };
}

const sectionName = (section: string, { sections }: Publication): string =>
  (Object.hasOwn(sections, section) && sections[section]?.name) || section;

const INLINE =
  /^<\/?(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|rp|rt|ruby|s|samp|small|span|strong|sub|sup|time|u|var|wbr)[\s>]/;
const REFERENCE = /&(?:#x([0-9a-f]+)|(lt|gt|amp|quot));/gi;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** The first words of the body, for an article without a dek. */
function excerpt(body: string): string {
  const text = body
    .replace(/<figure>.*?<\/figure>/gs, ' ')
    // Blocks part words, inline elements don't.
    .replace(HTML_TAG, (tag) => (INLINE.test(tag) ? '' : ' '))
    .replace(REFERENCE, (_whole, hex: string | undefined, name: string) =>
      hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : (NAMED[name] ?? ''),
    )
    .replaceAll(BASE_MARK, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length <= SUMMARY_LENGTH) return text;
  const cut = text.slice(0, SUMMARY_LENGTH).replace(LONE_HALF, '');
  return `${cut.replace(/\s+\S*$/, '')}…`;
}
