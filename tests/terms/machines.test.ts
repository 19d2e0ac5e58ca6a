/** What machines are told: RSL, TDMRep and robots.txt, which must agree with one another and with the terms. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { robotsTxt } from '../../src/page/robots.ts';
import { type OtherTerms, type Place, placesOf } from '../../src/terms/mining.ts';
import { licenseXml } from '../../src/terms/rsl.ts';
import { tdmRep } from '../../src/terms/tdmrep.ts';
import { arbitraryTerms, hostileWords } from './arbitrary.ts';
import { BASE, publication, publicationWith, site, siteOf } from './fixtures.ts';
import { type RslNode, readRsl, rslMistakes } from './rsl-rules.ts';

const OPEN = { title: 'Open to machines', open: true, mining: { search: true, input: true, train: true } };
const CLOSED = { title: 'Closed', mining: { search: false } };

const repost: OtherTerms = { slug: 'eelgrass', terms: null, license: null };
const mixed = publicationWith({
  terms: { standard: OPEN, desk: CLOSED },
  sections: { islands: { name: 'Islands', terms: 'desk' }, harbour: { name: 'Harbour' } },
});

const contents = (places: readonly Place[], at = site) => readRsl(licenseXml(at, places)).children;
const find = (nodes: readonly RslNode[], url: string) => nodes.find(({ attributes }) => attributes.url === url);
const usage = (node: RslNode | undefined) =>
  node?.children[0]?.children.map(({ name, text }) => (text ? `${name} ${text}` : name));

interface TdmRule {
  readonly location: string;
  readonly 'tdm-reservation': unknown;
  readonly 'tdm-policy'?: string;
}
const tdm = (places: readonly Place[], at = site): readonly TdmRule[] => JSON.parse(tdmRep(at, places));

/** RFC 9309 section 2.2.3: `*` is any characters, `$` the end, and a pattern is a beginning. */
const fits = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+^{}()|[\]\\?]/g, '\\$&').replaceAll('*', '.*')}`.replace(/\$$/, '$')).test(path);
const ruleFor = (rules: readonly TdmRule[], path: string) => rules.find(({ location }) => fits(location, path));

describe('the RSL checks', () => {
  const wrap = (inner: string) => `<rsl xmlns="https://rslstandard.org/rsl"><content url="/">${inner}</content></rsl>`;
  it.each([
    ['commas', wrap('<license><permits type="usage">search,ai-train</permits></license>')],
    ['a token of 0.9', wrap('<license><permits type="usage">train-ai</permits></license>')],
    ['no licence', wrap('')],
    [
      'two of a type',
      wrap('<license><permits type="usage">search</permits><permits type="usage">all</permits></license>'),
    ],
    ['an order', wrap('<terms>https://a.example/</terms><license><permits type="usage">all</permits></license>')],
    ['a payment of 0.9', wrap('<license><permits type="usage">all</permits><payment type="inference"/></license>')],
    ['a namespace', '<rsl><content url="/"><license><permits type="usage">all</permits></license></content></rsl>'],
    ['no content', '<rsl xmlns="https://rslstandard.org/rsl"/>'],
    ['a stranger', wrap('<license><allows/></license>')],
  ])('see a mistake in %s', (_name, xml) => {
    expect(rslMistakes(readRsl(xml)).length).toBeGreaterThan(0);
  });
});

describe('license.xml', () => {
  it.each([
    [{ search: true }, null, ['permits search', 'prohibits ai-all']],
    [{ search: false }, null, ['prohibits search ai-all']],
    [{ search: true, input: true }, null, ['permits search ai-input ai-index', 'prohibits ai-train', 'payment']],
    [{ search: true, input: true, train: true }, null, ['permits search ai-input ai-index ai-train', 'payment']],
    [{ search: false, train: true }, null, ['permits ai-train', 'prohibits search ai-input ai-index', 'payment']],
    [
      { search: true },
      'https://creativecommons.org/licenses/by/4.0/',
      ['permits search', 'prohibits ai-all', 'payment'],
    ],
    [{ search: true }, 'https://creativecommons.org/publicdomain/zero/1.0/', ['permits search', 'prohibits ai-all']],
    [{ search: true }, 'https://l.example/', ['permits search', 'prohibits ai-all', 'payment']],
  ])('says of %j under %s: %j', (mining, license, expected) => {
    const { license: _, ...bare } = publication;
    const standard = { title: 'S', mining, ...(license && { license }) };
    const whose = publicationWith({ ...bare, license: undefined, terms: { standard } });
    expect(usage(find(contents(placesOf(whose, [])), '/*'))).toEqual(expected);
  });

  it('names the licence to be credited under', () => {
    const xml = licenseXml(site, placesOf(publication, []));
    expect(xml).toContain(
      '<payment type="attribution"><standard>https://creativecommons.org/licenses/by-nd/4.0/</standard></payment>',
    );
    expect(xml).toContain('<terms>https://news.example/terms</terms>');
  });

  it('gives no repost away, and says nothing else of it', () => {
    const nodes = contents(placesOf(mixed, [repost]));
    for (const url of ['/articles/eelgrass$', '/articles/eelgrass?*', '/feed*', '/republish/*', '/media/*'])
      expect(
        find(nodes, url)?.children.map(({ name }) => name),
        url,
      ).toEqual(['license']);
    expect(usage(find(nodes, '/articles/eelgrass$'))).toEqual(['prohibits ai-all']);
    expect(usage(find(nodes, '/*'))).toEqual(['permits search ai-input ai-index ai-train', 'payment']);
  });

  it('has sections and articles under other terms, with those', () => {
    const nodes = contents(
      placesOf(mixed, [{ slug: 'a', terms: 'desk', license: 'https://l.example/' }]),
      siteOf(mixed),
    );
    expect(usage(find(nodes, '/sections/islands/*'))).toEqual(['prohibits search ai-all']);
    expect(find(nodes, '/sections/harbour/*')).toBeUndefined();
    expect(find(nodes, '/articles/a$')?.children.at(-1)?.text).toBe('https://news.example/terms#desk');
    expect(usage(find(nodes, '/articles/a$'))).toEqual(['prohibits search ai-all', 'payment']);
  });

  it('gives no article away where there are too many to name', () => {
    const nodes = contents(placesOf(mixed, null));
    expect(usage(find(nodes, '/articles/*'))).toEqual(['prohibits ai-all']);
    expect(usage(find(nodes, '/feed*'))).toEqual(['prohibits ai-all']);
  });

  it('keeps the rules and every word, whatever the terms, names and slugs', () => {
    const slug = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }).filter((text) => text.isWellFormed());
    fc.assert(
      fc.property(arbitraryTerms, hostileWords, fc.uniqueArray(slug, { maxLength: 3 }), (terms, name, slugs) => {
        const words = name.replace(/[\u0000-\u001f\ufffe\uffff]/g, '').toWellFormed();
        const whose = { ...publication, terms: { standard: terms, desk: terms }, publisher: { name: words } };
        const others = slugs.map((each, index) => ({ slug: each, terms: index === 0 ? null : 'desk', license: null }));
        const root = readRsl(licenseXml(siteOf(whose), placesOf(whose, others)));
        expect(rslMistakes(root)).toEqual([]);
        expect(root.children.at(-1)?.children[1]?.text).toBe(words.trim());
      }),
    );
  });
});

describe('tdmrep.json', () => {
  it('is a list of rules with numbers, narrow before wide', () => {
    const rules = tdm(placesOf(mixed, [repost]), siteOf(mixed));
    expect(rules.map(({ location }) => location).at(-1)).toBe('/*');
    for (const rule of rules) {
      expect([0, 1]).toContain(rule['tdm-reservation']);
      expect(Object.keys(rule).every((key) => ['location', 'tdm-reservation', 'tdm-policy'].includes(key))).toBe(true);
    }
    // Nothing behind a rule that fits all it would fit.
    for (const [index, { location }] of rules.entries())
      for (const earlier of rules.slice(0, index))
        expect(fits(earlier.location, location.replaceAll(/[*$]/g, 'x'))).toBe(false);
  });

  it.each([
    ['/articles/eelgrass', 1, undefined],
    ['/articles/eelgrass?utm=1', 1, undefined],
    ['/articles/eelgrass-again', 0, undefined],
    ['/articles/other', 0, undefined],
    ['/feed.rss', 1, undefined],
    ['/tags/a/feed.json', 1, undefined],
    ['/media/x.jpg', 1, undefined],
    ['/sections/islands/', 1, `${BASE}/terms/desk.tdm.jsonld`],
    ['/sections/harbour/', 0, undefined],
    ['/', 0, undefined],
  ])('reserves %s: %i', (path, reserved, policy) => {
    const rule = ruleFor(tdm(placesOf(mixed, [repost]), siteOf(mixed)), path);
    expect([rule?.['tdm-reservation'], rule?.['tdm-policy']]).toEqual([reserved, policy]);
  });

  it.each([
    [{ input: true, train: true }, 0],
    [{ input: true, train: false }, 1],
    [{ input: false, train: true }, 1],
    [{ search: false }, 1],
  ])('%j is %i', (mining, reserved) => {
    const whose = publicationWith({ terms: { standard: { title: 'S', mining } } });
    expect(tdm(placesOf(whose, [])).at(-1)?.['tdm-reservation']).toBe(reserved);
  });

  it('closes feeds only where there is somebody else’s text in them', () => {
    const feed = (others: readonly OtherTerms[]) =>
      ruleFor(tdm(placesOf(mixed, others), siteOf(mixed)), '/feed.atom')?.['tdm-reservation'];
    expect([feed([]), feed([repost])]).toEqual([0, 1]);
  });

  it('agrees with license.xml on every place', () => {
    fc.assert(
      fc.property(arbitraryTerms, arbitraryTerms, (standard, desk) => {
        const whose = { ...mixed, terms: { standard, desk } };
        const places = placesOf(whose, [repost, { slug: 'a', terms: 'desk', license: null }]);
        const rules = tdm(places, siteOf(whose));
        const nodes = contents(places, siteOf(whose));
        expect(nodes.map(({ attributes }) => attributes.url)).toEqual(rules.map(({ location }) => location));
        for (const [index, rule] of rules.entries()) {
          const permits = nodes[index]?.children[0]?.children.find(({ name }) => name === 'permits')?.text ?? '';
          const free = permits.includes('ai-input') && permits.includes('ai-train');
          expect(rule['tdm-reservation']).toBe(free ? 0 : 1);
        }
      }),
    );
  });
});

describe('robots.txt', () => {
  const robots = (terms: Readonly<Record<string, unknown>>) =>
    robotsTxt({ ...siteOf(publicationWith({ terms })), hub: null }).split('\n');
  const signal = (terms: Readonly<Record<string, unknown>>) =>
    robots(terms).find((line) => line.startsWith('Content-'));

  it('names the licence before the first group', () => {
    const lines = robots({});
    expect(lines).toContain('License: https://news.example/license.xml');
    expect(lines.indexOf('License: https://news.example/license.xml')).toBeLessThan(lines.indexOf('User-agent: *'));
  });

  it.each([
    [{ standard: { title: 'S' } }, 'Content-Signal: search=yes, ai-input=no, ai-train=no'],
    [{ standard: { title: 'S', mining: { search: false } } }, 'Content-Signal: search=no, ai-input=no, ai-train=no'],
    // A yes to machines would count for the reposts and photos of others too.
    [{ standard: OPEN }, 'Content-Signal: search=yes'],
    [{ standard: OPEN, desk: CLOSED }, undefined],
    [{ standard: { title: 'S', mining: { train: true } } }, 'Content-Signal: search=yes, ai-input=no'],
  ])('says of %j: %s', (terms, expected) => {
    expect(signal(terms)).toBe(expected);
  });

  it('has the signal in the group it is for', () => {
    const lines = robots({});
    expect(lines.indexOf('Allow: /')).toBeGreaterThan(lines.findIndex((line) => line.startsWith('Content-Signal')));
    expect(lines.findIndex((line) => line.startsWith('Content-Signal'))).toBe(lines.indexOf('User-agent: *') + 1);
  });
});
