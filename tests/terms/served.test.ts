/** The documents as the service gives them: with the reposts of the moment, and nothing of what may not be seen. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleDocument } from '../../src/article/input.ts';
import { readOtherTerms } from '../../src/catalogue/other-terms.ts';
import { named, openWorld, PUBLICATION, type World } from '../world.ts';
import { publicationWith } from './fixtures.ts';
import { odrlMistakes } from './odrl-rules.ts';
import { readRsl, rslMistakes } from './rsl-rules.ts';

const CHANGED = {
  ...PUBLICATION,
  sections: { harbour: { name: 'Harbour' }, islands: { name: 'Islands', terms: 'desk' } },
  terms: { standard: { title: 'Standard', open: true }, desk: { title: 'Desk' }, wire: { title: 'Wire' } },
};

const origin: ArticleDocument['origin'] = {
  hops: [
    {
      role: 'original',
      publisher: 'The Sound Review',
      url: 'https://soundreview.example/a',
      date: '2026-10-28T08:00:00Z',
      credit: 'From The Sound Review.',
    },
  ],
  permission: { basis: 'written', reference: 'Letter' },
};

let world: World;
beforeAll(async () => {
  world = await openWorld({ publication: CHANGED });
  await published(named('own'));
  await published(named('island', { section: 'islands' }));
  await published(named('wired', { terms: 'wire' }));
  await published(named('licensed', { license: 'https://l.example/' }));
  await published(named('repost', { origin, section: 'islands' }));
  await published(named('secret-held', { origin, status: 'held' }));
  await published(named('secret-later', { origin, embargoedUntil: '2100-01-01T00:00:00Z' }));
  await published(named('secret-gone', { origin, status: 'withdrawn', withdrawal: { reason: 'Wrong.' } }));
});
afterAll(() => world.close());

/** Refused, it would prove nothing by not being there. */
async function published(article: Partial<ArticleDocument>): Promise<void> {
  expect((await world.put(article)).status, article.slug).toBeLessThan(300);
}

const textOf = async (path: string): Promise<string> => (await world.get(path)).text();
const urlsOf = async (): Promise<readonly string[]> =>
  readRsl(await textOf('/license.xml')).children.map(({ attributes }) => attributes.url ?? '');

describe('/license.xml', () => {
  it('keeps the rules of RSL', async () => {
    const response = await world.get('/license.xml');
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/rsl+xml; charset=utf-8',
    ]);
    expect(rslMistakes(readRsl(await response.text()))).toEqual([]);
  });

  it('names the articles under other terms, and no other', async () => {
    const articles = (await urlsOf()).filter((url) => url.startsWith('/articles/') && url.endsWith('$'));
    expect(articles).toEqual(['island', 'licensed', 'repost', 'wired'].map((slug) => `/articles/${slug}$`));
  });

  it('follows when an article is withdrawn', async () => {
    await published(named('brief', { origin }));
    await expect.poll(urlsOf, { timeout: 12_000 }).toContain('/articles/brief$');
    await published(named('brief', { origin, status: 'withdrawn', withdrawal: { reason: 'Wrong.' } }));
    await expect.poll(urlsOf, { timeout: 12_000 }).not.toContain('/articles/brief$');
  });
});

it('nothing says a word of what may not be seen', async () => {
  for (const path of ['/license.xml', '/.well-known/tdmrep.json', '/robots.txt', '/terms', '/terms/desk.jsonld'])
    expect(await textOf(path), path).not.toContain('secret');
});

it('/.well-known/tdmrep.json has the same places', async () => {
  const response = await world.get('/.well-known/tdmrep.json');
  expect(response.headers.get('content-type')).toBe('application/json');
  const rules: readonly { readonly location: string }[] = JSON.parse(await response.text());
  expect(rules.map(({ location }) => location)).toEqual(await urlsOf());
});

it.each(['/terms', '/articles/own', '/license.xml', '/'])('%s says nothing of mining in its headers', async (path) => {
  const response = await world.get(path);
  expect([...response.headers.keys()].filter((name) => name.startsWith('tdm'))).toEqual([]);
  expect(await response.text()).not.toContain('name="tdm-');
});

describe('/terms/{name}.jsonld', () => {
  it.each(['standard', 'desk', 'wire', 'desk.tdm'])('%s is an offer', async (name) => {
    const response = await world.get(`/terms/${name}.jsonld`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/ld+json']);
    const offer: Readonly<Record<string, unknown>> = JSON.parse(await response.text());
    expect(odrlMistakes(offer)).toEqual([]);
    expect(offer.uid).toBe(`https://news.example/terms/${name}.jsonld`);
  });

  it.each(['other', 'constructor', 'desk.other', 'DESK', 'desk.tdm.tdm'])('%s is none', async (name) => {
    expect((await world.get(`/terms/${name}.jsonld`)).status).toBe(404);
  });

  it('takes no other method', async () => {
    expect((await world.send('POST', '/terms/desk.jsonld')).status).toBe(405);
  });
});

it('an article that names no terms there are is refused', async () => {
  const response = await world.put(named('stray', { terms: 'none' }));
  expect(response.status).toBe(422);
  expect(await response.text()).toContain('/terms');
});

it('so is a publication whose section does', async () => {
  const sections = { harbour: { name: 'Harbour', terms: 'none' } };
  const response = await world.send('PUT', '/api/publication', { ...CHANGED, sections });
  expect(response.status).toBe(422);
  expect(await response.text()).toContain('/sections/harbour/terms');
});

it.each([
  [3, null],
  [4, 4],
  [5, 4],
])('with a limit of %i there are %s named', async (limit, count) => {
  const whose = publicationWith({ sections: CHANGED.sections, terms: CHANGED.terms });
  expect((await readOtherTerms(world.db, whose, limit))?.length ?? null).toBe(count);
});
