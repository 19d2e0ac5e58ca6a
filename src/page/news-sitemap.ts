/**
 * The news sitemap (developers.google.com, "News sitemaps"): articles of the last two days, at most 1,000.
 * An article whose canonical page is elsewhere stays out: that page is the one to be listed.
 */
import { type Article, visibleFrom } from '../article/article.ts';
import { escapeHtml } from '../lib/text.ts';
import { DAY, rfc3339 } from '../lib/time.ts';
import { isCanonicalHere } from './canonical.ts';
import type { Site } from './site.ts';
import { articleUrl } from './urls.ts';

export const SITEMAP_WINDOW = 2 * DAY;
export const SITEMAP_MAX = 1000;

export function newsSitemap(site: Site, articles: readonly Article[], now: number): string {
  const urls = articles
    .filter((article) => isRecent(article, now) && isCanonicalHere(site, article))
    .slice(0, SITEMAP_MAX)
    .map((article) => urlElement(site, article));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n');
}

function isRecent(article: Article, now: number): boolean {
  const from = visibleFrom(article);
  const expired = article.expiresAt !== null && article.expiresAt <= now;
  return article.status === 'usable' && !expired && from <= now && from >= now - SITEMAP_WINDOW;
}

/** The date is when it first appeared here, which an embargo moves behind `published`. */
const urlElement = (site: Site, article: Article): string =>
  `<url><loc>${escapeHtml(articleUrl(site, article))}</loc><news:news><news:publication>` +
  `<news:name>${escapeHtml(site.publication.title)}</news:name>` +
  `<news:language>${escapeHtml(article.language)}</news:language></news:publication>` +
  `<news:publication_date>${rfc3339(visibleFrom(article))}</news:publication_date>` +
  `<news:title>${escapeHtml(article.title)}</news:title></news:news></url>`;
