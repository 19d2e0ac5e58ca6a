/** What stands below an article: what was put right, where it came from, whose it is. */
import { raw } from 'hono/html';
import type { Article, Correction } from '../article/article.ts';
import { creditHtml } from '../article/credit.ts';
import { rightsOf } from '../article/rights.ts';
import { articleLicense } from '../terms/article-license.ts';
import { licenseName } from '../terms/creative-commons.ts';
import { whyNotRepublishable } from '../terms/standard-terms.ts';
import { inLanguage } from './direction.ts';
import { Moment } from './parts.tsx';
import { republishPath } from './republish-view.ts';

import type { Site } from './site.ts';
import type { Words } from './words.ts';

interface Parts {
  readonly site: Site;
  readonly article: Article;
  readonly words: Words;
}

export const Corrections = ({ site, article, words }: Parts) =>
  article.corrections.length > 0 ? (
    <section class="corrections" aria-labelledby="corrections">
      <h2 id="corrections" {...inLanguage(words.language, article.language)}>
        {words.corrections}
      </h2>
      {article.corrections.map((correction) => (
        <div class="correction">
          <p>
            <Moment site={site} at={correction.date} language={article.language} /> {correction.text}
          </p>
          <Change correction={correction} words={words} label={inLanguage(words.language, article.language)} />
        </div>
      ))}
    </section>
  ) : null;

interface ChangeProps {
  readonly correction: Correction;
  readonly words: Words;
  readonly label: Readonly<Record<string, string>>;
}

const Change = ({ correction: { was, now }, words, label }: ChangeProps) =>
  was === undefined && now === undefined ? null : (
    <dl>
      {was !== undefined && (
        <div>
          <dt {...label}>{words.was}</dt>
          <dd>
            <del>{was}</del>
          </dd>
        </div>
      )}
      {now !== undefined && (
        <div>
          <dt {...label}>{words.now}</dt>
          <dd>
            <ins>{now}</ins>
          </dd>
        </div>
      )}
    </dl>
  );

/** Each line alone in its h-cite: its only link is the implied `u-url`, its words are the implied `p-name`. */
export const Credits = ({ article: { origin }, words }: Omit<Parts, 'site'>) =>
  origin ? (
    <section class="credits" aria-label={words.provenance}>
      {origin.hops.map((hop) => (
        <div class="h-cite u-repost-of" dir="auto">
          {raw(creditHtml({ ...origin, hops: [hop] }))}
        </div>
      ))}
    </section>
  ) : null;

export const Rights = ({ site: { publication }, article, words }: Parts) => {
  const rights = rightsOf(publication, article);
  const license = articleLicense(article, publication);
  return (
    <section class="rights" aria-label={words.rights}>
      <p>
        {rights}
        {license !== null && ' · '}
        {license !== null && (
          <a rel="license" href={license}>
            {licenseName(license)}
          </a>
        )}
      </p>
    </section>
  );
};

/** For every article that may be republished, by anybody or by who asks: the page says which. */
export const Republish = ({ article, words }: Omit<Parts, 'site'>) =>
  whyNotRepublishable(article) === null ? (
    <p class="republish-link">
      <a href={republishPath(article)} {...inLanguage(words.language, article.language)}>
        {words.republish}
      </a>
    </p>
  ) : null;
