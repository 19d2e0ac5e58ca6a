/** The pages that list articles, as an h-feed (microformats2): the front page, a section, a tag, an author, a language. */
import type { Article } from '../article/article.ts';
import { type Scope, scopeLanguage } from '../article/scope.ts';
import { Card } from './card.tsx';
import { inLanguage } from './direction.ts';
import { page } from './layout.tsx';
import { FeedLinks } from './parts.tsx';
import type { Site } from './site.ts';
import { absolute, scopePath, wholeScope } from './urls.ts';
import { type Words, wordsFor } from './words.ts';

export const homePage = (site: Site, articles: readonly Article[]): string =>
  listPage(site, wholeScope(site), articles);

export function listPage(site: Site, scope: Scope, articles: readonly Article[]): string {
  const language = scopeLanguage(scope, site.publication);
  const words = wordsFor(language);
  const description = descriptionOf(site, scope, words);
  const meta = {
    language,
    title: scope.name,
    description,
    type: 'website',
    canonical: absolute(site, scopePath(scope)),
    scope,
  } as const;
  const whole = scope.kind === 'all';
  return page(
    site,
    meta,
    <div class={whole ? 'h-feed front' : 'h-feed list'}>
      {!whole && <Heading scope={scope} description={description} words={words} language={language} />}
      {articles.length === 0 ? (
        <p class="empty">{words.empty}</p>
      ) : (
        <Cards site={site} articles={articles} language={language} />
      )}
      <div class="follow">
        <p>{words.follow}</p>
        <FeedLinks site={site} scope={scope} />
      </div>
    </div>,
  );
}

function descriptionOf({ publication }: Site, { kind, value }: Scope, words: Words): string {
  if (kind === 'all') return publication.description;
  const section = kind === 'section' ? publication.sections[value]?.description : undefined;
  return section ?? words.about[kind];
}

interface CardsProps {
  readonly site: Site;
  readonly articles: readonly Article[];
  readonly language: string;
}

const Cards = ({ site, articles, language }: CardsProps) => (
  <ul class="cards">
    {articles.map((article, index) => (
      <li>
        <Card site={site} article={article} around={language} first={index === 0} />
      </li>
    ))}
  </ul>
);

interface HeadingProps {
  readonly scope: Scope;
  readonly description: string;
  readonly words: Words;
  readonly language: string;
}

const Heading = ({ scope, description, words, language }: HeadingProps) => (
  <header class="heading">
    <p class="kicker" {...inLanguage(words.language, language)}>
      {words.kinds[scope.kind]}
    </p>
    <h1 class="p-name">{scope.name}</h1>
    <p class="dek">{description}</p>
  </header>
);
