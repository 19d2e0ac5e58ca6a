import type { Article } from '../article/article.ts';
import { canonicalUrlOf } from '../article/rights.ts';
import type { Site } from './site.ts';
import { articleUrl } from './urls.ts';

/** The page search engines shall prefer; a page says exactly one. */
export const canonicalOf = ({ publication, base }: Site, article: Article): string =>
  canonicalUrlOf(article, publication, base);

export const isCanonicalHere = (site: Site, article: Article): boolean =>
  canonicalOf(site, article) === articleUrl(site, article);
