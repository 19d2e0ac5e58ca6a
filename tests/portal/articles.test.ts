/** What a partner finds in the portal: its own permissions and copies, and nothing that isn't its. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signingKeys } from '../../src/partner/signing-keys.ts';
import { readToken, verifyToken } from '../../src/partner/token.ts';
import { byClass, byTag, text } from '../page/dom.ts';
import { field, hrefs, reposted, TERMED } from '../republish/asking.ts';
import { BASE, named, openWorld, SIGNING_KEYS, type World } from '../world.ts';
import { give, makePartner, mint, signedIn, type Visitor } from './partner.ts';

const TOKEN = /\/c\/([A-Za-z0-9_-]{36})/;
const HOUR = 3_600_000;
const SECRET = 'the-mayor-resigns';
const ago = (hours: number): string => new Date(Date.now() - hours * HOUR).toISOString();

let world: World;
let coast: Visitor;
let harbour: Visitor;
let coastGrant = 0;
const portalOf = async (id: string) => signedIn(world, (await mint(world, id, 'portal')).key);
const html = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();

beforeAll(async () => {
  world = await openWorld({ publication: TERMED });
  const secret = { title: SECRET, dek: SECRET, body: `<p>${SECRET}</p>` };
  for (const article of [
    named('one', { terms: 'asked', published: ago(100) }),
    named('island', { terms: 'asked', section: 'islands', published: ago(50) }),
    named('bad-title', { title: 'Short & <b>', section: 'islands', published: ago(40) }),
    named('fresh', { section: 'islands', published: ago(1) }),
    { ...reposted('passed-on', true), published: ago(30) },
    { ...reposted('not-ours', false), ...secret, published: ago(20) },
    named('held', { ...secret, status: 'held' }),
    named('embargoed', { ...secret, embargoedUntil: '2199-01-01T00:00:00Z' }),
    named('gone', secret),
  ])
    expect((await world.put(article)).status).toBeLessThan(300);
  await world.put(named('back', secret));
  await world.put(named('back', { ...secret, status: 'held' }));
  await world.put(named('gone', { ...secret, status: 'withdrawn', withdrawal: { reason: 'It was wrong.' } }));
  await makePartner(world, 'coast', { name: 'Coast <Radio>' });
  await makePartner(world, 'harbour', { dialect: 'msn' });
  const agreed = { carriers: 'link', creditAt: 'start', credit: { en: 'From {publication} to Coast Radio, {code}' } };
  coastGrant = await give(world, 'coast', { terms: 'asked', agreed });
  await give(world, 'harbour', { scope: 'sections/islands', terms: 'asked', agreed: { delayHours: 24 } });
  coast = await portalOf('coast');
  harbour = await portalOf('harbour');
});
afterAll(() => world.close());

describe('the first page', () => {
  it('says what the partner may do, has its articles and its feeds', async () => {
    const page = await html(coast, '/portal');
    expect(text(byTag(page, 'h1')[0])).toBe('Coast <Radio>');
    const words = text(byTag(page, 'main')[0]);
    for (const part of [
      'All articles',
      'In force',
      'Ask the desk',
      'You must not',
      'Republish an article without asking',
    ])
      expect(words).toContain(part);
    expect(words).toContain(`${BASE}/partners/coast/feed.rss`);
    expect(words).toContain(`${BASE}/partners/FEED-KEY/feed.rss`);
    expect(text(byClass(page, 'takeable')[0])).toContain('Short & <b>');
    expect(hrefs(page)).toContain('/portal/republish/one');
  });

  it('is kept by nobody', async () => {
    for (const path of ['/portal', '/portal/checks', '/portal/republish/one', '/portal/republish/one/copy.html']) {
      const { headers, status } = await coast.get(path);
      expect([path, status, headers.get('cache-control')]).toEqual([path, 200, 'private, no-store']);
      expect(headers.get('x-robots-tag')).toBe('noindex');
    }
  });

  it('lists the articles the partner’s feed has, in the same order', async () => {
    for (const [visitor, id] of [
      [coast, 'coast'],
      [harbour, 'harbour'],
    ] as const) {
      const listed = hrefs(await html(visitor, '/portal')).filter((href) => href.startsWith('/portal/republish/'));
      const { key } = await mint(world, id, 'feed');
      const feed = await (await world.get(`/partners/${key}/feed.rss`)).text();
      const titles = [...feed.matchAll(/<item>.*?<link>[^<]*\/articles\/([^<]*)<\/link>/gs)]
        .map(([, slug]) => slug)
        // Its notice of withdrawal is in the feed; in the portal there is nothing left to take.
        .filter((slug) => slug !== 'gone');
      expect(listed).toEqual(titles.map((slug) => `/portal/republish/${slug}`));
      expect(titles.length).toBeGreaterThan(0);
    }
  });
});

describe('an article of the partner’s', () => {
  it('has its own token, template, carrier and place', async () => {
    const page = await html(coast, '/portal/republish/one');
    expect(page).not.toContain('without our written permission');
    const copy = field(page, 'copy-html');
    const keys = await signingKeys(SIGNING_KEYS);
    expect(keys.ok && (await verifyToken(TOKEN.exec(copy)?.[1] ?? '', keys.value))).toEqual({
      article: 1,
      grant: coastGrant,
      channel: 'portal',
    });
    expect(copy).toMatch(/From <a[^>]*>Test Post<\/a> to Coast Radio/);
    expect(copy).not.toContain('<img');
    expect(copy.indexOf('Coast Radio')).toBeLessThan(copy.indexOf('Hello, harbour'));
    expect(hrefs(page)).toContain('/portal/republish/one/copy.md');
    expect(hrefs(page).filter((href) => href.startsWith('/republish/'))).toEqual([]);
  });

  it.each(['html', 'md', 'txt', 'json'])('comes as copy.%s with the same grant', async (end) => {
    const response = await coast.get(`/portal/republish/one/copy.${end}`);
    const token = readToken(TOKEN.exec(await response.text())?.[1] ?? '');
    expect(token).toMatchObject({ grant: coastGrant, channel: 'portal' });
  });

  it('is another partner’s only where that one may have it', async () => {
    const refused = await harbour.get('/portal/republish/one');
    expect(refused.status).toBe(403);
    expect(await refused.text()).not.toContain('Hello, harbour');
    expect((await harbour.get('/portal/republish/island')).status).toBe(200);
  });

  it('is not theirs before its delay is over', async () => {
    const refused = await harbour.get('/portal/republish/fresh');
    expect(refused.status).toBe(403);
    expect(await refused.text()).toMatch(/You may take it from \d{4}-/);
    expect((await coast.get('/portal/republish/fresh')).status).toBe(200);
  });

  it('is not theirs once its time is over', async () => {
    await makePartner(world, 'brief');
    await give(world, 'brief', { agreed: { removeAfterDays: 3 } });
    const brief = await portalOf('brief');
    expect((await brief.get('/portal/republish/island')).status).toBe(200);
    expect((await brief.get('/portal/republish/one')).status).toBe(403);
  });

  it('is not theirs beyond their share', async () => {
    await makePartner(world, 'sharing');
    await give(world, 'sharing', { agreed: { share: 1 } });
    const sharing = await portalOf('sharing');
    expect((await sharing.get('/portal/republish/fresh')).status).toBe(200);
    expect((await sharing.get('/portal/republish/one')).status).toBe(403);
  });

  it('of two hops is passed on with every credit line', async () => {
    const copy = field(await html(coast, '/portal/republish/passed-on'), 'copy-text');
    expect(copy).toContain('originally appeared on The Sound Review');
    expect(copy).toContain('Reposted by Coast Wire');
  });
});

describe('what nobody may have', () => {
  it.each(['held', 'back', 'embargoed'])('%s is unknown', async (slug) => {
    const [there, nowhere] = await Promise.all([
      coast.get(`/portal/republish/${slug}`),
      coast.get('/portal/republish/no-such-article'),
    ]);
    expect([there.status, await there.text()]).toEqual([404, await nowhere.text()]);
  });

  it.each([
    ['', 200],
    ['/checks', 200],
    ['/republish/held', 404],
    ['/republish/back', 404],
    ['/republish/embargoed', 404],
    ['/republish/gone', 410],
    ['/republish/not-ours', 403],
  ] as const)('is not at /portal%s', async (path, status) => {
    await give(world, 'coast', { scope: 'articles/tag:test.example,2026:embargoed' });
    const ends = path.startsWith('/republish') ? ['', '/copy.html', '/copy.md', '/copy.txt', '/copy.json'] : [''];
    for (const end of ends) {
      const response = await coast.get(`/portal${path}${end}`);
      expect(response.status, end).toBe(status);
      expect(await response.text(), end).not.toContain(SECRET);
    }
  });
});

it('the checks say what the partner’s dialect refuses, and why', async () => {
  const page = await html(harbour, '/portal/checks');
  const bad = byClass(page, 'finding').find((section) => text(section).includes('Short & <b>'));
  expect(text(bad)).toContain('Refused');
  expect(text(bad)).toContain('msn/title-length');
  expect(page).not.toContain('/portal/republish/one"');
});
