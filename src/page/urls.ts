/** Every address of a public page or feed, in one place: paths start with a slash, URLs with the site's base. */
import type { Article, Person } from '../article/article.ts';
import { type Scope, scopeKey } from '../article/scope.ts';
import { slugify } from '../lib/text.ts';
import type { Site } from './site.ts';

type Format = 'rss' | 'atom' | 'json';

export const FORMATS: readonly { readonly format: Format; readonly type: string; readonly label: string }[] = [
  { format: 'rss', type: 'application/rss+xml', label: 'RSS' },
  { format: 'atom', type: 'application/atom+xml', label: 'Atom' },
  { format: 'json', type: 'application/feed+json', label: 'JSON Feed' },
];

export const STYLESHEET = '/assets/site.css';
export const ICON = '/assets/icon.svg';
export const FEEDS = '/feeds';
export const OPML = '/feeds.opml';
export const TERMS = '/terms';
export const NEWS_SITEMAP = '/sitemap-news.xml';
export const SECURITY_TXT = '/.well-known/security.txt';

/** Where the members of `_tearsheet` in our JSON Feeds are explained: what `about` names. */
export const EXTENSION = `${FEEDS}#tearsheet`;

export const articlePath = (article: Pick<Article, 'slug'>): string => `/articles/${encodeURIComponent(article.slug)}`;

export const scopePath = ({ kind, value }: Scope): string =>
  kind === 'all' ? '/' : `/${scopeKey({ kind, value: encodeURIComponent(value) })}/`;

export const feedPath = (scope: Scope, format: Format): string => `${scopePath(scope)}feed.${format}`;

export const absolute = (site: Site, path: string): string => site.base + path;

export const articleUrl = (site: Site, article: Pick<Article, 'slug'>): string => absolute(site, articlePath(article));

export const wholeScope = (site: Site): Scope => ({ kind: 'all', value: '', name: site.publication.title });

export const sectionScope = (site: Site, section: string): Scope => ({
  kind: 'section',
  value: section,
  name: site.publication.sections[section]?.name ?? section,
});

export const languageScope = (site: Site, language: string): Scope => ({
  kind: 'language',
  value: language,
  name: site.publication.languages[language] ?? language,
});

export const tagScope = (tag: string): Scope => ({ kind: 'tag', value: slugify(tag), name: tag });

export const authorScope = (person: Person): Scope => ({
  kind: 'author',
  value: slugify(person.name),
  name: person.name,
});

/** A name of signs alone (an emoji) makes no URL, so it has no page. */
export const hasPage = ({ kind, value }: Scope): boolean => kind === 'all' || value !== '';

/** How a feed is called where several are listed. */
export const feedTitle = (site: Site, scope: Scope): string =>
  scope.kind === 'all' ? site.publication.title : `${site.publication.title}: ${scope.name}`;
