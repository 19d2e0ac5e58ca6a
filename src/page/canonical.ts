/**
 * The page search engines shall prefer (RFC 6596; exactly one per page): what the article says, else what the
 * publication says about reposts, else our own.
 */
import type { Article } from '../article/article.ts';
import type { Site } from './site.ts';
import { articleUrl } from './urls.ts';

export function canonicalOf(site: Site, article: Article): string {
  if (article.canonicalUrl) return article.canonicalUrl;
  if (article.origin && site.publication.canonicalForReposts === 'origin') return article.origin.hops[0].url;
  return articleUrl(site, article);
}

export const isCanonicalHere = (site: Site, article: Article): boolean =>
  canonicalOf(site, article) === articleUrl(site, article);
