/**
 * One article as an h-entry (microformats2). A repost says so before its first line, and ends with the credit lines
 * word for word, each an h-cite the entry is a `repost-of`.
 */
import { raw } from 'hono/html';
import { type Article, BASE_MARK, type FullArticle } from '../article/article.ts';
import { figureHtml, mediaPath } from '../article/figure.ts';
import { civilDay } from '../lib/time.ts';
import { Corrections, Credits, Republish, Rights } from './article-end.tsx';
import { canonicalOf } from './canonical.ts';
import { inLanguage } from './direction.ts';
import { newsArticle, scriptJson } from './json-ld.ts';
import { page } from './layout.tsx';
import { Byline, Moment, OriginLine, ScopeLink } from './parts.tsx';
import { scrollable } from './scrollable.ts';
import type { Site } from './site.ts';
import { absolute, articleUrl, languageScope, sectionScope, tagScope } from './urls.ts';
import { type Words, wordsFor } from './words.ts';

export function articlePage(site: Site, { article, body }: FullArticle): string {
  const words = wordsFor(article.language);
  const meta = {
    language: article.language,
    title: article.title,
    description: article.dek || article.title,
    type: 'article',
    canonical: canonicalOf(site, article),
    scope: article.section ? sectionScope(site, article.section) : null,
    photo: article.photo,
    jsonLd: scriptJson(newsArticle(site, article)),
  } as const;
  return page(
    site,
    meta,
    <article class="story h-entry">
      <Opening site={site} article={article} words={words} />
      {article.photo && raw(withBase(figureHtml(article.photo), site))}
      <div class="e-content">{raw(withBase(scrollable(body, words.table), site))}</div>
      <div class="end">
        <Corrections site={site} article={article} words={words} />
        <Credits article={article} words={words} />
        <Tags article={article} words={words} />
        <Republish article={article} words={words} />
        <Rights site={site} article={article} words={words} />
      </div>
    </article>,
  );
}

/** The replacement is a function because `$` in a replacing string has a meaning of its own. */
const withBase = (html: string, site: Site): string => html.replaceAll(BASE_MARK, () => site.base);

interface Parts {
  readonly site: Site;
  readonly article: Article;
  readonly words: Words;
}

const Opening = ({ site, article, words }: Parts) => (
  <header class="opening">
    {article.section && (
      <p class="kicker">
        <ScopeLink scope={sectionScope(site, article.section)} />
      </p>
    )}
    <h1 class="p-name">{article.title}</h1>
    {article.dek !== '' && <p class="dek p-summary">{article.dek}</p>}
    {article.origin && (
      <OriginLine origin={article.origin} words={words} around={article.language}>
        {`${words.comma} `}
        <Moment site={site} at={article.origin.hops[0].date} language={words.language} />
      </OriginLine>
    )}
    <p class="meta">
      <Byline article={article} words={words} />
      <a class="u-url" href={articleUrl(site, article)}>
        <Moment site={site} at={article.published} language={article.language} class="dt-published" />
      </a>
      <Updated site={site} article={article} words={words} />
      <Language site={site} article={article} />
    </p>
    <data class="u-uid" value={article.guid} />
    {article.photo && <data class="u-photo" value={absolute(site, mediaPath(article.photo))} />}
  </header>
);

/** Always there for programs; for people only where it tells them another day. */
const Updated = ({ site, article, words }: Parts) => {
  const day = (moment: number) => civilDay(moment, site.publication.timeZone);
  return (
    <span hidden={day(article.published) === day(article.modified)}>
      <span {...inLanguage(words.language, article.language)}>{words.updated}</span>{' '}
      <Moment site={site} at={article.modified} language={article.language} class="dt-updated" />
    </span>
  );
};

const Language = ({ site, article }: Omit<Parts, 'words'>) =>
  Object.keys(site.publication.languages).length > 1 ? (
    <ScopeLink scope={languageScope(site, article.language)} />
  ) : null;

const Tags = ({ article, words }: Omit<Parts, 'site'>) =>
  article.tags.length > 0 ? (
    <section class="tags" aria-label={words.tags}>
      <ul>
        {article.tags.map((tag) => (
          <li>
            <ScopeLink scope={tagScope(tag)} class="p-category" />
          </li>
        ))}
      </ul>
    </section>
  ) : null;
