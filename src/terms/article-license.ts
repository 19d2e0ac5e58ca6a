/** The public licence of one article: the same for its page, its feed entries and every copy (invariant 1). */
import type { Article } from '../article/article.ts';
import type { Publication } from '../article/publication.ts';
import { termsFor } from './standard-terms.ts';

/**
 * The article's own; a repost's is what its origin gave. Terms without a licence grant none, whatever the publication
 * gives elsewhere: who has to ask first was not given a licence to republish.
 */
export function articleLicense(
  article: Pick<Article, 'license' | 'origin' | 'terms' | 'section'>,
  publication: Publication,
): string | null {
  const { license, origin } = article;
  return license ?? (origin ? origin.hops[0].license : termsFor(article, publication).license) ?? null;
}
