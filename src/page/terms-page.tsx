/** What may be done with what is published here, in plain words, from the publication's rights and licence. */
import type { Publication } from '../article/publication.ts';
import { page } from './layout.tsx';
import { creativeCommonsKind, licenseName } from './rights.ts';
import type { Site } from './site.ts';
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
  return page(
    site,
    meta,
    <div class="prose">
      <header class="heading">
        <h1>{TITLE}</h1>
        <p class="dek">{meta.description}</p>
      </header>
      <h2>What you may always do</h2>
      <ul>
        <li>Read, link to any page, and tell others about it.</li>
        <li>
          Follow our <a href={FEEDS}>feeds</a> in a feed reader, for yourself or your colleagues.
        </li>
        <li>Show headlines and summaries from the feeds, each with a link to the article.</li>
        <li>Quote as far as the law allows, and name us as the source.</li>
      </ul>
      <h2>Republishing whole articles</h2>
      <Republishing publication={publication} />
      <Exceptions publication={publication} />
      <h2>Ask us</h2>
      <p>
        For permission, or if you are unsure, write to{' '}
        <a href={`mailto:${publication.contact}`}>{publication.contact}</a>.
      </p>
      <p class="rights">{publication.rights}</p>
    </div>,
  );
}

const Republishing = ({ publication: { license, title } }: { readonly publication: Publication }) => {
  if (license === undefined)
    return <p>Ask us first. Without our written permission an article may not be republished.</p>;
  const duties = dutiesOf(license, title);
  return (
    <>
      <p>
        Our own articles are under this licence:{' '}
        <a rel="license" href={license}>
          {licenseName(license)}
        </a>
        . {duties.length > 0 ? 'Under it you may republish them, if you:' : 'It says what you may do with them.'}
      </p>
      {duties.length > 0 && (
        <ul>
          {duties.map((duty) => (
            <li>{duty}</li>
          ))}
        </ul>
      )}
      <p>We ask everybody who republishes: carry over corrections, and take an article down when we withdraw it.</p>
    </>
  );
};

/** A summary of the elements a Creative Commons licence is made of; of any other licence we say nothing. */
function dutiesOf(license: string, title: string): readonly string[] {
  const elements = creativeCommonsKind(license)?.split('-') ?? [];
  if (!elements.includes('by')) return [];
  const duties: Readonly<Record<string, string>> = {
    by: `name the author and ${title}, and link to the article here and to the licence`,
    nc: 'do it for no commercial purpose',
    nd: 'leave the text as it is: a changed or translated version may not be published',
    sa: 'put whatever you change under the same licence',
  };
  const changes = elements.includes('nd') ? [] : ['say so if you changed anything'];
  return [...elements.flatMap((element) => duties[element] ?? []), ...changes];
}

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
