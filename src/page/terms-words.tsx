/** One set of terms on the page of terms: what it is for, what it says, and where programs find it. */
import { type NamedTerms, STANDARD } from '../article/terms.ts';
import { offerPath } from '../terms/addresses.ts';
import { licenseName } from '../terms/creative-commons.ts';
import { creditTemplates } from '../terms/credit-line.ts';
import { GROUPS, type Prose, pieces, proseOf } from '../terms/prose.ts';
import { inLanguage } from './direction.ts';
import type { Site } from './site.ts';
import { scopePath, sectionScope } from './urls.ts';
import { PROSE_LANGUAGE } from './words.ts';

interface Parts {
  readonly site: Site;
  readonly terms: NamedTerms;
}

export const TermsInWords = ({ site, terms }: Parts) => {
  const prose = proseOf(terms, site.publication);
  return (
    <section aria-labelledby={terms.name}>
      <h2 id={terms.name}>{terms.name === STANDARD ? 'Republishing our articles' : terms.title}</h2>
      <Reach site={site} terms={terms} />
      <License terms={terms} />
      <Group name="may" prose={prose} site={site} terms={terms} />
      <Group name="must" prose={prose} site={site} terms={terms} />
      <Group name="mustNot" prose={prose} site={site} terms={terms} />
      <p>
        The same for programs: <a href={offerPath(terms.name)}>{`${terms.name}.jsonld`}</a>
      </p>
    </section>
  );
};

/** Which articles are under them: those of some sections, and those that name them. */
const Reach = ({ site, terms }: Parts) => {
  const sections = Object.entries(site.publication.sections).flatMap(([key, section]) =>
    section.terms === terms.name ? [sectionScope(site, key)] : [],
  );
  if (terms.name === STANDARD) return <p>{terms.title}: for every article of ours that names no other terms.</p>;
  return (
    <p>
      For articles that name these terms
      {sections.length > 0 && ', and for the sections '}
      {sections.map((scope, index) => (
        <>
          {index > 0 && ', '}
          <a href={scopePath(scope)}>{scope.name}</a>
        </>
      ))}
      .
    </p>
  );
};

/** `rel=license` speaks of the page's main content, so it is said of the standard terms alone. */
const License = ({ terms: { license, name } }: Pick<Parts, 'terms'>) =>
  license === undefined ? null : (
    <p>
      These articles are under a public licence:{' '}
      <a href={license} {...(name === STANDARD ? { rel: 'license' } : {})}>
        {licenseName(license)}
      </a>
    </p>
  );

const Group = ({ name, prose, site, terms }: Parts & { readonly name: keyof Prose; readonly prose: Prose }) =>
  prose[name].length === 0 ? null : (
    <>
      <h3>{GROUPS[name]}</h3>
      <ul>
        {prose[name].map((sentence) => (
          <li>
            <Sentence site={site} terms={terms} sentence={sentence} />
          </li>
        ))}
      </ul>
    </>
  );

/** Credit lines are in other languages than the page, and may run the other way. */
const Sentence = ({ site, terms, sentence }: Parts & { readonly sentence: string }) => {
  const templates = creditTemplates(terms, site.publication);
  const languageOf = (words: string): string =>
    templates.find(({ template, name }) => template === words || name === words)?.language ?? PROSE_LANGUAGE;
  return (
    <>
      {pieces(sentence).map((words, index) =>
        index % 2 === 0 ? words : <bdi {...inLanguage(languageOf(words), PROSE_LANGUAGE)}>{words}</bdi>,
      )}
    </>
  );
};
