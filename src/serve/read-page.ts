/** An HTML page, or another small public text, by its path. Pure but for the catalogue; the hour is an argument. */
import { isScopeValue, kindOf, namedScope, type Scope, scopeKey } from '../article/scope.ts';
import { findBySlug, readScope, readScopes, readSince } from '../catalogue/page-rows.ts';
import type { State } from '../catalogue/state.ts';
import { DAY, HOUR } from '../lib/time.ts';
import { articlePage } from '../page/article-page.tsx';
import { countingPage } from '../page/counting-page.tsx';
import { feedsPage } from '../page/feeds-page.tsx';
import { homePage, listPage } from '../page/list-page.tsx';
import { newsSitemap, SITEMAP_MAX, SITEMAP_WINDOW } from '../page/news-sitemap.ts';
import { opml } from '../page/opml.ts';
import { robotsTxt } from '../page/robots.ts';
import { securityTxt } from '../page/security-txt.ts';
import type { Site } from '../page/site.ts';
import { gonePage, statusPage } from '../page/status-page.tsx';
import { termsPage } from '../page/terms-page.tsx';
import { creditedIn, readCreditTarget } from './read-credit-target.ts';
import { readTerms } from './read-terms.ts';

export interface PageAnswer {
  readonly status: 200 | 301 | 302 | 403 | 404 | 409 | 410;
  readonly type: string;
  readonly text: string;
  /** Where a 301 or 302 leads. */
  readonly location?: string;
  /** For the header of this name. */
  readonly link?: string;
}

const HTML = 'text/html; charset=utf-8';
const TEXT = 'text/plain; charset=utf-8';
/** RFC 9116 section 2.5.5 wants less than a year; counted from the month, so the text stays the same for that long. */
const SECURITY_TXT_LIFE = 180 * DAY;

const page = (text: string, type: string = HTML): PageAnswer => ({ status: 200, type, text });

const missing = (site: Site): PageAnswer => ({
  status: 404,
  type: HTML,
  text: statusPage(site, { status: 404, title: 'Not found', detail: 'There is no page at this address.' }),
});

export async function readPage(
  path: string,
  hour: number,
  state: State,
  db: D1Database,
  site: Site,
): Promise<PageAnswer> {
  const now = hour * HOUR;
  switch (path) {
    case '/':
      return page(homePage(site, (await readScope(db, '', state.publication.feedItems)).articles));
    case '/terms':
      return page(termsPage(site));
    case '/counting':
      return page(countingPage(site));
    case '/feeds':
      return page(feedsPage(site, await allScopes(db, site)));
    case '/feeds.opml':
      return page(opml(site, await allScopes(db, site)), 'text/x-opml; charset=utf-8');
    case '/robots.txt':
      return page(robotsTxt(site), TEXT);
    case '/.well-known/security.txt':
      return page(securityTxt(site, startOfMonth(now) + SECURITY_TXT_LIFE), TEXT);
    case '/sitemap-news.xml':
      return page(
        newsSitemap(site, await readSince(db, now - SITEMAP_WINDOW - HOUR, SITEMAP_MAX), now),
        'application/xml; charset=utf-8',
      );
    case '/license.xml':
    case '/.well-known/tdmrep.json':
      return readForPrograms(path, db, site);
    default:
      return readByNumber(path, db, site) ?? readByParts(path.split('/').slice(1), state, db, site);
  }
}

/** Pages whose text depends on the hour; all others are asked for with hour 0. */
export const isTimed = (path: string): boolean => path === '/sitemap-news.xml' || path === '/.well-known/security.txt';

const startOfMonth = (moment: number): number =>
  Date.UTC(new Date(moment).getUTCFullYear(), new Date(moment).getUTCMonth());

async function readForPrograms(path: string, db: D1Database, site: Site): Promise<PageAnswer> {
  const found = await readTerms(path, db, site);
  return found ? page(found.text, found.type) : missing(site);
}

function readByNumber(path: string, db: D1Database, site: Site): Promise<PageAnswer> | null {
  const number = creditedIn(path);
  return number === null ? null : creditAnswer(number, db, site);
}

async function creditAnswer(number: number, db: D1Database, site: Site): Promise<PageAnswer> {
  const found = await readCreditTarget(number, db, site);
  return found.status === 404 ? missing(site) : { type: HTML, text: '', ...found };
}

async function readByParts(
  [folder, value = '', end]: readonly string[],
  state: State,
  db: D1Database,
  site: Site,
): Promise<PageAnswer> {
  if (folder === 'articles' && end === undefined) return readArticle(value, db, site);
  if (folder === 'terms' && end === undefined) return readForPrograms(`/terms/${value}`, db, site);
  const kind = kindOf(folder);
  if (!kind || end !== '' || !isScopeValue(kind, value)) return missing(site);
  const { articles, label } = await readScope(db, scopeKey({ kind, value }), state.publication.feedItems);
  const scope = namedScope({ kind, value }, label, state.publication);
  return scope ? page(listPage(site, scope, articles)) : missing(site);
}

async function readArticle(slug: string, db: D1Database, site: Site): Promise<PageAnswer> {
  const found = await findBySlug(db, slug);
  if (!found || found.standing === 'held' || found.standing === 'waiting') return missing(site);
  const { article, body, listed, standing } = found;
  // One that was taken back before it was to be seen is not spoken of at all.
  if (standing !== 'shown') return listed ? { status: 410, type: HTML, text: gonePage(site, article) } : missing(site);
  if (article.slug !== slug)
    return { status: 301, type: HTML, text: '', location: `${site.base}/articles/${encodeURIComponent(article.slug)}` };
  return page(articlePage(site, { article, body }));
}

async function allScopes(db: D1Database, site: Site): Promise<readonly Scope[]> {
  const { publication } = site;
  const sections = Object.entries(publication.sections).map(([value, { name }]) => ({
    kind: 'section' as const,
    value,
    name,
  }));
  const languages = Object.entries(publication.languages).map(([value, name]) => ({
    kind: 'language' as const,
    value,
    name,
  }));
  return [{ kind: 'all', value: '', name: publication.title }, ...sections, ...languages, ...(await readScopes(db))];
}
