/** Answers that are no page (RFC 9110 section 15): what happened, and what to do next. Never how it happened inside. */
import type { Article } from '../article/article.ts';
import { defaultLanguage } from '../article/publication.ts';
import { inLanguage } from './direction.ts';
import { page } from './layout.tsx';
import { Moment } from './parts.tsx';
import type { Site } from './site.ts';
import { nextStep, type Words, wordsFor } from './words.ts';

interface StatusAnswer {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly language?: string | undefined;
}

/** Without a site when there is none to be had: an error page must not need what failed. */
export function statusPage(site: Site | null, { status, title, detail, language }: StatusAnswer): string {
  const shown = language ?? (site ? defaultLanguage(site.publication) : 'en');
  const words = wordsFor(shown);
  return page(
    site,
    metaOf(shown, title, detail),
    <div class="status">
      <p class="kicker">{status}</p>
      <h1>{title}</h1>
      <p class="dek">{detail}</p>
      <Next status={status} words={words} language={shown} />
    </div>,
  );
}

/** A withdrawn article's title may be what had to go, so nothing of the article is shown but the notice. */
export function gonePage(site: Site, { language, withdrawal }: Article): string {
  const words = wordsFor(language);
  const title = withdrawal ? words.withdrawn : words.gone;
  return page(
    site,
    metaOf(language, title, withdrawal?.reason ?? words.goneDetail),
    <div class="status">
      <h1 {...inLanguage(words.language, language)}>{title}</h1>
      {withdrawal ? (
        <div class="notice">
          <p>{withdrawal.reason}</p>
          <p class="meta">
            <span>
              {words.withdrawnOn} <Moment site={site} at={withdrawal.date} language={language} />
            </span>
          </p>
        </div>
      ) : (
        <p class="dek">{words.goneDetail}</p>
      )}
      <Next status={410} words={words} language={language} />
      <p>
        {words.ask} <a href={`mailto:${site.publication.contact}`}>{site.publication.contact}</a>
      </p>
    </div>,
  );
}

const metaOf = (language: string, title: string, description: string) =>
  ({ language, title, description, type: 'website', canonical: null, scope: null }) as const;

const Next = ({ status, words, language }: { status: number; words: Words; language: string }) => (
  <div {...inLanguage(words.language, language)}>
    <p>{nextStep(words, status)}</p>
    <p>
      <a href="/">{words.front}</a>
    </p>
  </div>
);
