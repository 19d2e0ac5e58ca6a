/** robots.txt (RFC 9309): everything public may be crawled; the editors' API is no reading matter. */
import type { Site } from './site.ts';
import { absolute, NEWS_SITEMAP } from './urls.ts';

export const robotsTxt = (site: Site): string =>
  `User-agent: *\nAllow: /\nDisallow: /api/\n\nSitemap: ${absolute(site, NEWS_SITEMAP)}\n`;
