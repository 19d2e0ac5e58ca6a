/**
 * Everything somebody needs to republish an article: the rules, the credit line, the copies, what was left out, whom to
 * ask. It works without script; `copy.js` makes tabs of the copies and adds buttons that copy them.
 */
import type { NamedTerms } from '../article/terms.ts';
import { LICENSE_XML, offerPath, termsPath } from '../terms/addresses.ts';
import { articleLicense } from '../terms/article-license.ts';
import { licenseName } from '../terms/creative-commons.ts';
import { inLanguage } from './direction.ts';
import { page } from './layout.tsx';
import { Moment, OriginLine } from './parts.tsx';
import { AskForm } from './republish-ask.tsx';
import { CopySections, HeadLines, LeftOutPhotos } from './republish-copies.tsx';
import { COPY_SCRIPT, REPUBLISH_STYLES, type RepublishParts } from './republish-parts.ts';
import { asGiven, CreditPreview, Rules } from './republish-rules.tsx';
import type { Copies, RepublishView } from './republish-view.ts';
import { republishWords } from './republish-words.ts';
import type { Site } from './site.ts';
import { articlePath } from './urls.ts';
import { wordsFor } from './words.ts';

export function republishPage(site: Site, view: RepublishView): string {
  const { article, offer } = view;
  const words = republishWords(article.language);
  const meta = {
    language: words.language,
    title: `${words.republish}: ${article.title}`,
    description: words.about(article.title),
    type: 'website',
    canonical: null,
    scope: null,
    stylesheet: REPUBLISH_STYLES,
    ...(offer.kind === 'copies' && { script: COPY_SCRIPT }),
  } as const;
  const parts = { site, view, words };
  return page(
    site,
    meta,
    <div class="republish">
      <Opening {...parts} />
      {offer.kind === 'ask' && offer.asking.wrong.length > 0 && <AskForm {...parts} asking={offer.asking} />}
      <Rules site={site} terms={view.partner === null ? view.terms : asGiven(view.terms)} words={words} />
      {offer.kind === 'copies' && <Handed {...parts} copies={offer.copies} />}
      {offer.kind === 'not yet' && <p class="notice">{words.notYet}</p>}
      {offer.kind === 'ask' && offer.asking.wrong.length === 0 && <AskForm {...parts} asking={offer.asking} />}
      <Desk site={site} words={words} terms={view.terms} />
    </div>,
  );
}

const Opening = ({ site, view, words }: RepublishParts) => {
  const { article, partner } = view;
  return (
    <header class="heading">
      <p class="kicker">
        {words.republish}
        {partner !== null && (
          <>
            {' · '}
            <a href="/portal">
              <bdi>{partner}</bdi>
            </a>
          </>
        )}
      </p>
      <h1 {...inLanguage(article.language, words.language)}>
        <a href={articlePath(article)}>{article.title}</a>
      </h1>
      {article.origin && (
        <OriginLine origin={article.origin} words={wordsFor(words.language)} around={words.language} />
      )}
      <p class="meta">
        <span class="byline">
          {words.by} <bdi>{new Intl.ListFormat(words.language).format(article.byline.map(({ name }) => name))}</bdi>
        </span>
        <Moment site={site} at={article.published} language={words.language} />
      </p>
      <Conditions site={site} view={view} words={words} />
      {view.offer.kind !== 'not yet' && (
        <p class="jump">
          {view.offer.kind === 'copies' ? <a href="#copies">{words.toCopies}</a> : <a href="#ask">{words.toForm}</a>}
        </p>
      )}
    </header>
  );
};

const Conditions = ({ site, view: { article, terms, notBefore }, words }: RepublishParts) => {
  const license = articleLicense(article, site.publication);
  return (
    <dl class="conditions">
      <div>
        <dt>{words.terms}</dt>
        <dd>
          <a href={termsPath(terms.name)} dir="auto">
            {terms.title}
          </a>
        </dd>
      </div>
      {license !== null && (
        <div>
          <dt>{words.licence}</dt>
          <dd>
            <a rel="license" href={license}>
              <bdi>{licenseName(license)}</bdi>
            </a>
          </dd>
        </div>
      )}
      {notBefore !== null && (
        <div>
          <dt>{words.notBefore}</dt>
          <dd>
            <Until site={site} at={notBefore} language={words.language} />
          </dd>
        </div>
      )}
    </dl>
  );
};

/** To the minute: a delay is counted in hours. */
const Until = ({ site, at, language }: { readonly site: Site; readonly at: number; readonly language: string }) => (
  <time datetime={new Date(at).toISOString()}>
    {new Intl.DateTimeFormat(language, {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: site.publication.timeZone,
    }).format(at)}
  </time>
);

const Handed = ({ site, view, words, copies }: RepublishParts & { readonly copies: Copies }) => (
  <>
    <CreditPreview site={site} article={view.article} credit={copies.credit} words={words} />
    <CopySections site={site} view={view} words={words} copies={copies} />
    <HeadLines copies={copies} words={words} />
    <LeftOutPhotos copies={copies} words={words} />
    <Programs view={view} words={words} />
  </>
);

const COPY_FILES = ['copy.html', 'copy.md', 'copy.txt', 'copy.json'] as const;

const Programs = ({ view: { path }, words }: Omit<RepublishParts, 'site'>) => (
  <section aria-labelledby="programs">
    <h2 id="programs">{words.programs}</h2>
    <p>{words.programsIntro}</p>
    <ul class="files">
      {COPY_FILES.map((file) => (
        <li>
          <a href={`${path}/${file}`} rel="nofollow">
            {file}
          </a>
        </li>
      ))}
    </ul>
  </section>
);

const Desk = ({ site, words, terms }: Omit<RepublishParts, 'view'> & { readonly terms: NamedTerms }) => (
  <section aria-labelledby="desk">
    <h2 id="desk">{words.desk}</h2>
    <p>
      {words.deskIntro} <a href={`mailto:${site.publication.contact}`}>{site.publication.contact}</a>
    </p>
    <p class="small">
      {words.machines} <a href={LICENSE_XML}>license.xml</a> (RSL),{' '}
      <a href={offerPath(terms.name)}>{terms.name}.jsonld</a> (ODRL).
    </p>
  </section>
);
