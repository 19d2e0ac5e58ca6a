/** The page of terms: plain words first, every set under its name, and nothing in them is markup. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termsPage } from '../../src/page/terms-page.tsx';
import { proseOf } from '../../src/terms/prose.ts';
import { namedTerms } from '../../src/terms/standard-terms.ts';
import { attribute, byTag, type Element, elements, pageElements, text } from '../page/dom.ts';
import { arbitraryTerms, hostileWords } from './arbitrary.ts';
import { BASE, publicationWith, siteOf } from './fixtures.ts';

const whose = publicationWith({
  terms: {
    standard: { title: 'Standard terms', open: true },
    'islands-desk': { title: 'Stories of the islands desk', removeAfterDays: 90 },
    wire: { title: 'Wire' },
  },
  sections: { harbour: { name: 'Harbour' }, islands: { name: 'Islands', terms: 'islands-desk' } },
});
const pageOf = (publication = whose): string => termsPage({ ...siteOf(publication), hub: null });
const html = pageOf();

const byId = (id: string, page = html): Element | undefined =>
  pageElements(page).find((el) => attribute(el, 'id') === id);
const sectionOf = (name: string, page = html): Element | undefined =>
  byTag(page, 'section').find((el) => attribute(el, 'aria-labelledby') === name);

describe('the page', () => {
  it('has the standard terms first, and the others by name', () => {
    const names = byTag(html, 'section').map((el) => attribute(el, 'aria-labelledby'));
    expect(names).toEqual(['standard', 'islands-desk', 'wire']);
    expect(text(byId('islands-desk'))).toBe('Stories of the islands desk');
  });

  it('says all of each in sentences, in three groups', () => {
    const { may, must, mustNot } = proseOf(namedTerms(whose, 'wire'), whose);
    const shown = sectionOf('wire');
    const items = shown ? elements(shown).filter((el) => el.tagName === 'li') : [];
    const plain = (words: string) => words.replace(/[\u2068\u2069]/g, '');
    expect(items.map(text)).toEqual([...may, ...must, ...mustNot].map(plain));
    const headings = shown ? elements(shown).filter((el) => el.tagName === 'h3') : [];
    expect(headings.map(text)).toEqual(['You may', 'You must', 'You must not']);
  });

  it('says which sections are under them', () => {
    expect(text(sectionOf('islands-desk'))).toContain('and for the sections Islands.');
    expect(text(sectionOf('wire'))).toContain('For articles that name these terms.');
  });

  it('leads programs to the same', () => {
    const links = byTag(html, 'a').map((a) => attribute(a, 'href'));
    for (const path of ['/terms/standard.jsonld', '/terms/islands-desk.jsonld', '/terms/wire.jsonld', '/license.xml'])
      expect(links).toContain(path);
  });

  it('gives one licence as that of its main content', () => {
    const licensed = byTag(html, 'a').filter((a) => attribute(a, 'rel') === 'license');
    expect(licensed.map((a) => attribute(a, 'href'))).toEqual(['https://creativecommons.org/licenses/by-nd/4.0/']);
  });

  it('keeps what it says of reposts, photos and whom to ask', () => {
    for (const words of [
      'Reposted articles.',
      'Photos.',
      'belongs to the publisher it names',
      'desk@harbourlight.example',
    ])
      expect(text(byTag(html, 'main')[0])).toContain(words);
  });

  it('has a credit line in its own language and direction', () => {
    const arabic = byTag(html, 'bdi').filter((el) => attribute(el, 'lang') === 'ar');
    expect(arabic.every((el) => attribute(el, 'dir') === 'rtl')).toBe(true);
    expect(arabic.map(text).join()).toContain('{publication}');
  });

  it('runs no script', () => {
    expect(byTag(html, 'script')).toEqual([]);
    expect(byTag(html, 'link').map((link) => attribute(link, 'href'))).toContain(`${BASE}/terms`);
  });
});

it('shows hostile words as words', () => {
  fc.assert(
    fc.property(arbitraryTerms, hostileWords, (terms, name) => {
      const publication = { ...whose, title: name, terms: { ...whose.terms, wire: { ...terms, title: name } } };
      const page = pageOf(publication);
      expect(pageElements(page).filter(({ tagName }) => tagName === 'x-evil' || tagName === 'script')).toEqual([]);
      expect(byTag(page, 'main')).toHaveLength(1);
      expect(byTag(page, 'section').map((el) => attribute(el, 'aria-labelledby'))).toContain('wire');
    }),
  );
});
