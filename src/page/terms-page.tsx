/** What may be done with what is published here, in plain words: the standard terms first, then every other by name. */
import type { Publication } from '../article/publication.ts';
import { STANDARD } from '../article/terms.ts';
import { LICENSE_XML } from '../terms/addresses.ts';
import { namedTerms, termsOf } from '../terms/standard-terms.ts';
import { page } from './layout.tsx';
import type { Site } from './site.ts';
import { TermsInWords } from './terms-words.tsx';
import { absolute, FEEDS, TERMS } from './urls.ts';
import { PROSE_LANGUAGE } from './words.ts';

const TITLE = 'Terms of use';

export function termsPage(site: Site): string {
  const { publication } = site;
  const meta = {
    language: PROSE_LANGUAGE,
    title: TITLE,
    description: `What you may do with the articles and photos of ${publication.title}, and whom to ask.`,
    type: 'website',
    canonical: absolute(site, TERMS),
    scope: null,
  } as const;
  const others = Object.keys(termsOf(publication)).filter((name) => name !== STANDARD);
  return page(
    site,
    meta,
    <div class="prose">
      <header class="heading">
        <h1>{TITLE}</h1>
        <p class="dek">{meta.description}</p>
      </header>
      <Always />
      <TermsInWords site={site} terms={namedTerms(publication, STANDARD)} />
      <Exceptions publication={publication} />
      {others.map((name) => (
        <TermsInWords site={site} terms={namedTerms(publication, name)} />
      ))}
      <h2>Ask us</h2>
      <p>
        For permission, or if you are unsure, write to{' '}
        <a href={`mailto:${publication.contact}`}>{publication.contact}</a>.
      </p>
      <h2>For programs</h2>
      <p>
        The terms on this page are ODRL offers too, linked below each of them. What machines may do with which address
        is in <a href={LICENSE_XML}>license.xml</a> (RSL).
      </p>
      <p class="rights">{publication.rights}</p>
    </div>,
  );
}

const Always = () => (
  <>
    <h2>What you may always do</h2>
    <ul>
      <li>Read, link to any page, and tell others about it.</li>
      <li>
        Follow our <a href={FEEDS}>feeds</a> in a feed reader, for yourself or your colleagues.
      </li>
      <li>Show headlines and summaries from the feeds, each with a link to the article.</li>
      <li>Quote as far as the law allows, and name us as the source.</li>
    </ul>
  </>
);

const Exceptions = ({ publication: { title } }: { readonly publication: Publication }) => (
  <>
    <h2>What is not ours to give</h2>
    <ul>
      <li>
        <strong>Reposted articles.</strong> An article that says “Reposted from” belongs to the publisher it names. We
        have permission to show it; you need your own. Its credit lines stay with it, word for word.
      </li>
      <li>
        <strong>Photos.</strong> The line below each photo names whose it is. A photo may be under another licence than
        the article around it, or may not be passed on at all. The credit stays with the photo.
      </li>
      <li>
        <strong>Articles with a notice of their own.</strong> A rights notice or licence at the end of an article counts
        before this page.
      </li>
      <li>
        <strong>Our name.</strong> Don’t suggest that {title} endorses you or what you do with an article.
      </li>
    </ul>
  </>
);
