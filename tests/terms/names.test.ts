/** Which terms an article is under, what their names may be, and that pages and feeds give the same licence. */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fieldProblems } from '../../src/article/field-problem.ts';
import { type ArticleDocument, articleInputSchema } from '../../src/article/input.ts';
import { toArticle } from '../../src/article/parse.ts';
import { publicationSchema } from '../../src/article/publication.ts';
import { factsOf, UNSPECIFIED_LICENSE } from '../../src/feed/facts.ts';
import { newsArticle } from '../../src/page/json-ld.ts';
import { articleLicense } from '../../src/terms/article-license.ts';
import { publicCredit } from '../../src/terms/credit-line.ts';
import { namedTerms, termsFor, termsOf } from '../../src/terms/standard-terms.ts';
import { termsDigest } from '../../src/terms/terms-digest.ts';
import { context, entryOf, own, published, repost } from '../feed/fixtures.ts';
import { arbitraryTerms } from './arbitrary.ts';
import { BASE, CHANGES, publicationWith, termsWith } from './fixtures.ts';

const BY = 'https://creativecommons.org/licenses/by/4.0/';
const BY_ND = 'https://creativecommons.org/licenses/by-nd/4.0/';
const desk = { title: 'Desk' };
const whose = publicationWith({
  terms: { desk, free: { title: 'Free', open: true, license: BY } },
  languages: { en: 'English', 'pt-BR': 'Português' },
  sections: { harbour: { name: 'Harbour' }, islands: { name: 'Islands', terms: 'free' } },
});
const site = { publication: whose, base: BASE, hub: null };

const articleOf = (changes: Partial<ArticleDocument>, from = own) =>
  published({ ...from, ...changes }, { publication: whose });

const problemsOf = (terms: string) => {
  const input = v.parse(articleInputSchema, { ...own, terms });
  const result = toArticle(input, { ...context, publication: whose });
  return result.ok ? [] : result.error;
};

const publicationProblems = (fields: Readonly<Record<string, unknown>>) => {
  const parsed = v.safeParse(publicationSchema, { ...whose, ...fields });
  return parsed.success ? [] : fieldProblems(parsed.issues);
};

describe('a name nobody gave terms to', () => {
  it('is refused in an article, with those there are', () => {
    expect(problemsOf('islands')).toEqual([
      { pointer: '/terms', detail: 'There are no terms "islands". Write one of: standard, desk, free' },
    ]);
  });

  it.each(['standard', 'desk', 'free'])('%s is taken', (name) => expect(problemsOf(name)).toEqual([]));

  it.each(['constructor', 'to-string'])('%s is no name by inheritance', (name) => {
    expect(problemsOf(name).map(({ pointer }) => pointer)).toEqual(['/terms']);
  });

  it('is refused in a section', () => {
    const sections = { harbour: { name: 'Harbour', terms: 'none' }, islands: { name: 'Islands', terms: 'desk' } };
    expect(publicationProblems({ sections })).toEqual([
      {
        pointer: '/sections/harbour/terms',
        detail: 'There are no terms "none". Write one of: standard, desk, free',
      },
    ]);
    expect(publicationProblems({ sections: { harbour: { name: 'Harbour', terms: 'standard' } } })).toEqual([]);
  });
});

it('the licence of the publication may not be another than that of its standard terms', () => {
  const standard = (license: string) => ({ terms: { standard: { title: 'S', license }, desk, free: desk } });
  expect(publicationProblems(standard(BY)).map(({ pointer }) => pointer)).toEqual(['/terms/standard/license']);
  expect(publicationProblems(standard(BY_ND))).toEqual([]);
  expect(publicationProblems({ ...standard(BY), license: undefined })).toEqual([]);
});

describe('the licence of an article', () => {
  it.each([
    ['of its own', { license: 'https://l.example/', terms: 'free' }, own, 'https://l.example/'],
    ['of the standard terms: the publication’s', {}, own, BY_ND],
    ['of the terms it names', { terms: 'free' }, own, BY],
    ['of its section’s terms', { section: 'islands' }, own, BY],
    ['of the terms it names, not its section’s', { section: 'islands', terms: 'standard' }, own, BY_ND],
    ['none, where it has to be asked for', { terms: 'desk' }, own, null],
    ['of the origin, whatever terms it names', { terms: 'free' }, repost, BY],
  ] as const)('is that %s', (_name, changes, from, license) => {
    const { article, body } = articleOf(changes, from);
    expect(articleLicense(article, whose)).toBe(license);
    // RFC 4946: otherwise the entry would be under its feed's licence.
    expect(factsOf({ article, body }, site).license).toBe(license ?? UNSPECIFIED_LICENSE);
  });

  it('is none in a feed that has none', () => {
    const { license: _, ...without } = whose;
    const publication = { ...without, terms: { desk: termsWith() } };
    const { article, body } = articleOf({ terms: 'desk', section: 'harbour' });
    expect(factsOf({ article, body }, { publication, base: BASE }).license).toBeNull();
  });

  it('stands in every feed', () => {
    const full = articleOf({ terms: 'free' });
    expect(entryOf(full, 'rss', site)).toContain(`<creativeCommons:license>${BY}</creativeCommons:license>`);
    expect(entryOf(full, 'rss', site)).toMatch(new RegExp(`<atom:link rel="license" href="${BY}"`));
    expect(entryOf(full, 'atom', site)).toMatch(new RegExp(`<link rel="license" href="${BY}"`));
    expect(JSON.parse(entryOf(full, 'json', site))._tearsheet.license).toBe(BY);
    expect(entryOf(articleOf({ terms: 'desk' }), 'rss', site)).not.toContain('creativeCommons:license');
  });

  it('does not move with terms that are the standard ones by name', () => {
    for (const format of ['rss', 'atom', 'json'] as const)
      expect(entryOf(articleOf({ terms: 'standard' }), format, site)).toBe(entryOf(articleOf({}), format, site));
  });
});

describe('JSON-LD', () => {
  it('says where the terms of an article are, and how to credit it', () => {
    expect(newsArticle(site, articleOf({ terms: 'desk' }).article)).toMatchObject({
      license: undefined,
      acquireLicensePage: `${BASE}/terms#desk`,
      usageInfo: `${BASE}/terms/desk.jsonld`,
      creditText:
        'This article by Ines Vold, Tomas & Søn originally appeared on Harbour Light, reposted with permission.',
    });
    expect(newsArticle(site, articleOf({}).article)).toMatchObject({
      license: BY_ND,
      acquireLicensePage: `${BASE}/terms`,
    });
  });

  it('sends nobody to our terms for somebody else’s article', () => {
    const data = newsArticle(site, articleOf({ terms: 'desk' }, repost).article);
    expect(data).not.toHaveProperty('acquireLicensePage');
    expect(data).not.toHaveProperty('usageInfo');
  });
});

it.each([
  ['By {author}, {publication} ({code}).', 'By Ines Vold, Tomas & Søn, Harbour Light.'],
  ['{publication}, {date}', 'Harbour Light, November 3, 2026'],
  ['{title}: {publication} {code}', `${own.title}: Harbour Light`],
])('the line %s is announced without a code', (template, line) => {
  const publication = { ...whose, terms: { standard: termsWith({ credit: { en: template } }) } };
  expect(publicCredit(articleOf({}).article, publication)).toBe(line);
});

describe('the digest', () => {
  it.each(Object.entries(CHANGES))('moves with %s', async (field, value) => {
    expect(await termsDigest(termsWith({ [field]: value }))).not.toBe(await termsDigest(termsWith()));
  });

  it('does not move with the order of fields or with the name', async () => {
    const terms = termsWith(CHANGES);
    const turned = v.parse(
      v.custom<typeof terms>(() => true),
      Object.fromEntries(Object.entries(terms).reverse()),
    );
    expect(await termsDigest(turned)).toBe(await termsDigest(terms));
    const one = { name: 'one', ...terms };
    expect(await termsDigest(one)).toBe(await termsDigest(terms));
  });

  it('is one of the same terms', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTerms, async (terms) => {
        expect(await termsDigest(JSON.parse(JSON.stringify(terms)))).toBe(await termsDigest(terms));
      }),
      { numRuns: 30 },
    );
  });
});

describe('the standard terms', () => {
  it('come first, and take the licence of the publication', () => {
    const written = publicationWith({ terms: { desk, standard: { title: 'Ours', open: true } } });
    expect(Object.keys(termsOf(written))[0]).toBe('standard');
    expect(namedTerms(written, 'standard')).toMatchObject({ title: 'Ours', license: BY_ND });
    expect(namedTerms(written, 'desk').license).toBeUndefined();
  });

  it.each([
    [BY, { open: true, commercial: true, edits: 'any', translation: true }],
    [BY_ND, { open: true, commercial: true, edits: 'style', translation: false }],
    ['https://creativecommons.org/licenses/by-nc-sa/4.0/', { open: true, commercial: false, edits: 'any' }],
    ['https://creativecommons.org/publicdomain/zero/1.0/', { open: true, commercial: true, edits: 'any' }],
    ['https://l.example/', { open: false, commercial: false, edits: 'style', translation: false }],
    [undefined, { open: false }],
  ])('made from the licence %s are %j', (license, expected) => {
    expect(termsFor({ section: null }, publicationWith({ license }))).toMatchObject({ name: 'standard', ...expected });
  });
});
