/** The page around every page: head, skip link, masthead, navigation, footer. Rendered to a string, without a clock. */
import { raw } from 'hono/html';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { defaultLanguage } from '../article/publication.ts';
import type { Scope } from '../article/scope.ts';
import { directionOf } from '../lib/direction.ts';
import { escapeHtml } from '../lib/text.ts';
import { inLanguage } from './direction.ts';
import { Head, type PageMeta } from './head.tsx';
import type { Site } from './site.ts';
import { FEEDS, FORMATS, feedPath, languageScope, scopePath, sectionScope, TERMS, wholeScope } from './urls.ts';
import { type Words, wordsFor } from './words.ts';

interface Surroundings {
  readonly site: Site;
  readonly meta: PageMeta;
  readonly words: Words;
}

export function page(site: Site | null, meta: PageMeta, main: JSX.Element): string {
  const words = wordsFor(meta.language);
  const head = <Head site={site} meta={meta} jsonLd={meta.jsonLd ? raw(meta.jsonLd) : null} />;
  const body = (
    <body>
      <a class="skip" href="#main" {...inLanguage(words.language, meta.language)}>
        {words.skip}
      </a>
      {site && <Masthead site={site} meta={meta} words={words} />}
      <main id="main" tabindex={-1}>
        {main}
      </main>
      {site && <Footer site={site} meta={meta} words={words} />}
    </body>
  );
  const root = `<html lang="${escapeHtml(meta.language)}" dir="${directionOf(meta.language)}">`;
  // Apart, because rendering a head with links searches the whole text it is in, once for each of them.
  return `<!doctype html>\n${root}${head.toString()}${body.toString()}</html>\n`;
}

const Masthead = ({ site, meta, words }: Surroundings) => {
  const { title, description } = site.publication;
  const own = inLanguage(defaultLanguage(site.publication), meta.language);
  const link = (
    <a href="/" rel="home">
      {title}
    </a>
  );
  return (
    <header class="masthead">
      {meta.scope?.kind === 'all' ? (
        <>
          <h1 class="nameplate" {...own}>
            {link}
          </h1>
          <p class="motto" {...own}>
            {description}
          </p>
        </>
      ) : (
        <p class="nameplate" {...own}>
          {link}
        </p>
      )}
      <Navigation site={site} meta={meta} words={words} />
    </header>
  );
};

const Navigation = ({ site, meta, words }: Surroundings) => {
  const { sections, languages } = site.publication;
  const own = inLanguage(defaultLanguage(site.publication), meta.language);
  const several = Object.keys(languages).length > 1;
  return (
    <div class="bar">
      {Object.keys(sections).length > 0 && (
        <nav aria-label={words.sections}>
          <ul>
            {Object.keys(sections).map((section) => (
              <NavItem scope={sectionScope(site, section)} current={meta.scope} attributes={own} />
            ))}
          </ul>
        </nav>
      )}
      {several && (
        <nav aria-label={words.languages} class="languages">
          <ul>
            {Object.keys(languages).map((language) => (
              <NavItem
                scope={languageScope(site, language)}
                current={meta.scope}
                attributes={{ ...inLanguage(language, meta.language), hreflang: language }}
              />
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
};

interface NavItemProps {
  readonly scope: Scope;
  readonly current: Scope | null;
  readonly attributes: Readonly<Record<string, string>>;
}

const NavItem = ({ scope, current, attributes }: NavItemProps) => {
  const here = current?.kind === scope.kind && current.value === scope.value;
  return (
    <li>
      <a href={scopePath(scope)} {...(here ? { 'aria-current': 'true' } : {})} {...attributes}>
        {scope.name}
      </a>
    </li>
  );
};

const Footer = ({ site, meta, words }: Surroundings) => (
  <footer class="colophon" {...inLanguage(words.language, meta.language)}>
    <nav aria-label={words.feeds}>
      <ul>
        {FORMATS.map(({ format, label }) => (
          <li>
            <a href={feedPath(wholeScope(site), format)}>{label}</a>
          </li>
        ))}
        <li>
          <a href={FEEDS}>{words.allFeeds}</a>
        </li>
        <li>
          <a href={TERMS}>{words.terms}</a>
        </li>
      </ul>
    </nav>
    <p {...inLanguage(defaultLanguage(site.publication), words.language)}>{site.publication.rights}</p>
  </footer>
);
