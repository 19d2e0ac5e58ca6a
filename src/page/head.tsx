/** The head of a page: what it is, where it properly lives, and the feeds a browser or reader can find from it. */
import type { Photo } from '../article/article.ts';
import { mediaPath } from '../article/figure.ts';
import type { Scope } from '../article/scope.ts';
import type { Site } from './site.ts';
import { absolute, FORMATS, feedPath, feedTitle, ICON, OPML, STYLESHEET, wholeScope } from './urls.ts';

export interface PageMeta {
  readonly language: string;
  readonly title: string;
  readonly description: string;
  readonly type: 'website' | 'article';
  /** The canonical URL; null on pages no search engine shall keep. */
  readonly canonical: string | null;
  readonly scope: Scope | null;
  readonly photo?: Photo | null;
  /** JSON that `scriptJson` has made safe. */
  readonly jsonLd?: string;
  /** Addresses of what only this page needs, beside what all pages have. */
  readonly stylesheet?: string;
  readonly script?: string;
}

export const Head = ({ site, meta, jsonLd }: { site: Site | null; meta: PageMeta; jsonLd: unknown }) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{pageTitle(site, meta)}</title>
    <meta name="description" content={meta.description} />
    <meta name="color-scheme" content="light dark" />
    <link rel="stylesheet" href={STYLESHEET} />
    {meta.stylesheet ? <link rel="stylesheet" href={meta.stylesheet} /> : null}
    {meta.script ? <script type="module" src={meta.script} /> : null}
    <link rel="icon" href={ICON} type="image/svg+xml" />
    {meta.canonical ? <link rel="canonical" href={meta.canonical} /> : <meta name="robots" content="noindex" />}
    {site && <OpenGraph site={site} meta={meta} />}
    {site && <Discovery site={site} scope={meta.scope} />}
    {jsonLd ? <script type="application/ld+json">{jsonLd}</script> : null}
  </head>
);

const pageTitle = (site: Site | null, { title }: PageMeta): string =>
  !site || title === site.publication.title ? title : `${title} – ${site.publication.title}`;

const OpenGraph = ({ site, meta: { title, type, description, canonical, photo } }: { site: Site; meta: PageMeta }) => (
  <>
    <meta property="og:site_name" content={site.publication.title} />
    <meta property="og:type" content={type} />
    <meta property="og:title" content={title} />
    <meta property="og:description" content={description} />
    {canonical && <meta property="og:url" content={canonical} />}
    {photo && <meta property="og:image" content={absolute(site, mediaPath(photo))} />}
    {photo && <meta property="og:image:width" content={String(photo.width)} />}
    {photo && <meta property="og:image:height" content={String(photo.height)} />}
    {photo && <meta property="og:image:alt" content={photo.alt} />}
  </>
);

/** The page's own feeds come first: a reader that takes only one takes the first. */
const Discovery = ({ site, scope }: { site: Site; scope: Scope | null }) => (
  <>
    {scope && scope.kind !== 'all' && <Alternates site={site} scope={scope} />}
    <Alternates site={site} scope={wholeScope(site)} />
    <link rel="outline" type="text/x-opml" href={absolute(site, OPML)} title={site.publication.title} />
  </>
);

const Alternates = ({ site, scope }: { site: Site; scope: Scope }) => (
  <>
    {FORMATS.map(({ format, type, label }) => (
      <link
        rel="alternate"
        type={type}
        href={absolute(site, feedPath(scope, format))}
        title={`${feedTitle(site, scope)} (${label})`}
      />
    ))}
  </>
);
