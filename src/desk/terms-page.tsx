/** The terms the publication offers, in words, and which are everybody's. */

import type { Publication } from '../article/publication.ts';
import type { Terms } from '../article/terms.ts';
import { STANDARD } from '../article/terms.ts';
import type { Site } from '../page/site.ts';
import { GROUPS, type Prose, pieces, proseOf } from '../terms/prose.ts';
import { termsOf } from '../terms/standard-terms.ts';
import { deskPage, type Frame, Heading } from './layout.tsx';
import { State } from './parts.tsx';

export const deskTermsPage = (frame: Frame, site: Site, versions: ReadonlyMap<string, number>): string =>
  deskPage(
    frame,
    { title: 'Terms', place: '/desk/terms' },
    <>
      <Heading title="Terms" />
      <p>
        They stand in <code>publication.yaml</code>, under <code>terms</code>. A permission keeps the terms it was given
        under, whatever is changed there later. Readers find them at <a href="/terms">the public page</a>.
      </p>
      {Object.entries(termsOf(site.publication)).map(([name, terms]) => (
        <section class="panel" id={name} aria-labelledby={`${name}-title`}>
          <h2 id={`${name}-title`} dir="auto">
            {terms.title}
          </h2>
          <p class="under">
            <State kind={terms.open ? 'yes' : 'plain'}>{terms.open ? 'Everybody may' : 'On request'}</State>{' '}
            <code>{name}</code>, version {versions.get(name) ?? 1}. For {usedBy(name, site.publication)}.
          </p>
          <TermsProse terms={terms} publication={site.publication} level={3} />
        </section>
      ))}
    </>,
  );

function usedBy(name: string, { sections }: Publication): string {
  const named = Object.values(sections).flatMap((section) => (section.terms === name ? [section.name] : []));
  const articles = 'articles that name them';
  if (name === STANDARD) return 'everything that names no others';
  return named.length > 0 ? `${named.join(', ')}, and ${articles}` : articles;
}

interface ProseProps {
  readonly terms: Terms;
  readonly publication: Publication;
  readonly level: 2 | 3;
}

const ORDER: readonly (keyof Prose)[] = ['may', 'must', 'mustNot'];

export const TermsProse = ({ terms, publication, level }: ProseProps) => {
  const prose = proseOf(terms, publication);
  return (
    <div class="prose-groups">
      {ORDER.filter((group) => prose[group].length > 0).map((group) => (
        <div>
          {level === 2 ? <h2>{GROUPS[group]}</h2> : <h3>{GROUPS[group]}</h3>}
          <ul>
            {prose[group].map((sentence) => (
              <li>{pieces(sentence).map((piece, index) => (index % 2 === 1 ? <bdi>{piece}</bdi> : piece))}</li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
};
