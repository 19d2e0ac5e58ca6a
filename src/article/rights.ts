/**
 * Whose an article is, and which page of it is the first. What we repost does not inherit our own notice: saying so
 * would claim another publisher's work.
 */
import type { Article } from './article.ts';
import type { Publication } from './publication.ts';

export const rightsOf = (publication: Publication, article: Article): string =>
  article.rights ?? (article.origin ? `© ${article.origin.hops[0].publisher}` : publication.rights);

export const articleUrl = ({ slug }: Article, base: string): string => `${base}/articles/${encodeURIComponent(slug)}`;

/** The page search engines shall prefer (RFC 6596): as said of the article, else as the publication does with reposts. */
export function canonicalUrlOf(article: Article, publication: Publication, base: string): string {
  if (article.canonicalUrl) return article.canonicalUrl;
  if (article.origin && publication.canonicalForReposts === 'origin') return article.origin.hops[0].url;
  return articleUrl(article, base);
}

/** Who published it first: the publisher a byline names. */
export const publisherOf = (article: Article, publication: Publication): string =>
  article.origin?.hops[0].publisher ?? publication.title;
