/** Invariant 4: what may not be seen is in no output, and what was taken back answers 410 and is announced. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleDocument } from '../../src/article/input.ts';
import { feedKey, givePermission, makePartner } from '../partner-feed/partners.ts';
import { named, openWorld, type World } from '../world.ts';
import { jpeg } from './photo.ts';

let world: World;
/** Of a partner that may have everything. */
let partnerKey = '';
beforeAll(async () => {
  world = await openWorld();
  await world.send('PUT', '/api/articles', named('open', { body: '<p>Open to all.</p>' }));
  await makePartner(world, 'north');
  await givePermission(world, 'north');
  partnerKey = await feedKey(world, 'north');
});
afterAll(() => world.close());

const plain = { 'accept-encoding': 'identity' };
const SECRET = 'words-nobody-may-read';

/** Every public address that could show an article named `word`. */
const outputs = (word: string): readonly string[] => [
  '/',
  `/articles/${word}`,
  '/feed',
  ...['rss', 'atom', 'json'].flatMap((format) =>
    ['', '/sections/harbour', `/tags/tag-of-${word}`, `/authors/author-of-${word}`, '/languages/en'].map(
      (scope) => `${scope}/feed.${format}`,
    ),
  ),
  ...['/sections/harbour/', `/tags/tag-of-${word}/`, `/authors/author-of-${word}/`, '/languages/en/'],
  ...['/feeds', '/feeds.opml', '/sitemap-news.xml', '/robots.txt', '/terms', '/archive/1-1.rss', '/archive/1-2.atom'],
  ...['/license.xml', '/.well-known/tdmrep.json', '/terms/standard.jsonld', '/counting', '/api/openapi.json'],
  ...['', '/copy.html', '/copy.md', '/copy.txt', '/copy.json'].map((end) => `/republish/${word}${end}`),
  ...['rss', 'atom', 'json'].map((format) => `/partners/${partnerKey}/feed.${format}`),
];

const hidden = (word: string, over: Partial<ArticleDocument>) =>
  named(word, {
    title: `Title ${SECRET} ${word}`,
    dek: `${SECRET} ${word}`,
    tags: [`tag of ${word}`],
    byline: [{ name: `author of ${word}` }],
    body: `<p>${SECRET} ${word}</p>`,
    ...over,
  });

/** The addresses whose answer says anything of it. */
async function leaksOf(word: string): Promise<readonly string[]> {
  const found = await Promise.all(
    outputs(word).map(async (path) => {
      const text = await (await world.get(path, { ...plain, accept: 'text/html' })).text();
      return text.includes(SECRET) || text.includes(`of-${word}`) || text.includes(`of ${word}`) ? [path] : [];
    }),
  );
  return found.flat();
}

const upload = async (seed: number): Promise<{ asset: string; url: string }> =>
  JSON.parse(await (await world.send('PUT', '/api/assets', jpeg(seed), { 'content-type': 'image/jpeg' })).text());

const path = (url: string): string => new URL(url).pathname;
const soon = (milliseconds: number): string =>
  new Date(Math.ceil((Date.now() + milliseconds) / 1000) * 1000).toISOString();

describe('an article that must not be seen yet or any more', () => {
  it.each([
    ['embargoed', { embargoedUntil: '2199-01-01T00:00:00Z' }],
    ['dated in the future', { published: '2199-01-01T00:00:00Z' }],
    ['held', { status: 'held' as const }],
    [
      'withdrawn under embargo',
      { embargoedUntil: '2199-01-01T00:00:00Z', status: 'withdrawn' as const, withdrawal: { reason: SECRET } },
    ],
  ])('is in no output while it is %s, nor is its photo', async (state, over) => {
    const word = `hidden-${state.replace(/ /g, '-')}`;
    const photo = await upload(word.length);
    const before = await (await world.get('/feed.rss', plain)).text();
    const response = await world.send(
      'PUT',
      '/api/articles',
      hidden(word, { ...over, photo: { asset: photo.asset, alt: SECRET, credit: 'C' } }),
    );
    expect(response.status).toBe(201);
    expect(await leaksOf(word)).toEqual([]);
    expect((await world.get(`/articles/${word}`)).status).toBe(404);
    expect((await world.get(path(photo.url))).status).toBe(404);
    expect(await (await world.get('/feed.rss', plain)).text()).toBe(before);
  });
});

describe('an embargo', () => {
  it('lifts by itself, at its second', async () => {
    const at = soon(1500);
    await world.send('PUT', '/api/articles', hidden('lifting', { embargoedUntil: at }));
    expect((await world.get('/articles/lifting')).status).toBe(404);
    await wait(Date.parse(at) - Date.now() + 50);
    expect((await world.get('/articles/lifting')).status).toBe(200);
    expect(await (await world.get('/feed.json', plain)).text()).toContain(`${SECRET} lifting`);
  });

  it('is lifted by the clock’s alarm when nobody asks', async () => {
    const at = soon(1000);
    await world.send('PUT', '/api/articles', hidden('alarmed', { embargoedUntil: at }));
    const standing = () => world.db.prepare("SELECT standing FROM article WHERE slug = 'alarmed'").first('standing');
    expect(await standing()).toBe('waiting');
    await expect.poll(standing, { timeout: 6000 }).toBe('shown');
  });
});

describe('an expiry', () => {
  it('falls due by itself: 410, and a notice in every feed', async () => {
    const at = soon(1500);
    await world.send('PUT', '/api/articles', hidden('expiring', { expiresAt: at }));
    expect((await world.get('/articles/expiring')).status).toBe(200);
    await wait(Date.parse(at) - Date.now() + 50);
    expect((await world.get('/articles/expiring')).status).toBe(410);
    const rss = await (await world.get('/feed.rss', plain)).text();
    expect(rss).toContain('tag:test.example,2026:expiring');
    expect(rss).not.toContain(`<p>${SECRET} expiring`);
    expect(await (await world.get('/feed.atom', plain)).text()).toContain(
      '<at:deleted-entry ref="tag:test.example,2026:expiring"',
    );
  });
});

describe('a withdrawal', () => {
  it('takes text and photo back at once, and leaves the same guid with the reason', async () => {
    const photo = await upload(99);
    await world.send('PUT', '/api/articles', hidden('wrong', { photo: { asset: photo.asset, alt: 'x', credit: 'C' } }));
    expect((await world.get(path(photo.url))).status).toBe(200);
    await world.send(
      'DELETE',
      `/api/articles/${encodeURIComponent('tag:test.example,2026:wrong')}?reason=Never%20happened`,
    );
    const page = await world.get('/articles/wrong', { accept: 'text/html' });
    expect(page.status).toBe(410);
    expect(await page.text()).toContain('Never happened');
    expect((await world.get(path(photo.url))).status).toBe(404);
    const feeds = await Promise.all(
      ['rss', 'atom', 'json'].map(async (format) => (await world.get(`/feed.${format}`, plain)).text()),
    );
    for (const feed of feeds) {
      expect(feed).toContain('tag:test.example,2026:wrong');
      expect(feed).toContain('Never happened');
      expect(feed).not.toContain(`<p>${SECRET} wrong`);
    }
  });

  it('is undone by publishing the article again', async () => {
    await world.send('PUT', '/api/articles', hidden('wrong', {}));
    expect((await world.get('/articles/wrong')).status).toBe(200);
    expect(await (await world.get('/feed.rss', plain)).text()).toContain(`<p>${SECRET} wrong`);
  });

  it('stays announced for 30 days, then is gone', async () => {
    const old = new Date(Date.now() - 30 * 86_400_000 + 2000).toISOString();
    await world.send(
      'PUT',
      '/api/articles',
      hidden('ageing', {
        published: '2026-01-01T00:00:00Z',
        status: 'withdrawn',
        withdrawal: { reason: 'Old', date: `${old.slice(0, 19)}Z` },
      }),
    );
    const announced = async () => (await (await world.get('/feed.rss', plain)).text()).includes('2026:ageing');
    expect(await announced()).toBe(true);
    await expect.poll(announced, { timeout: 6000 }).toBe(false);
    expect((await world.get('/articles/ageing')).status).toBe(410);
  });
});

describe('a hold', () => {
  it('takes a published article out of everything', async () => {
    await world.send('PUT', '/api/articles', hidden('paused', {}));
    expect(await leaksOf('paused')).toContain('/tags/tag-of-paused/feed.rss');
    await world.send('PUT', '/api/articles', hidden('paused', { status: 'held' }));
    const texts = await Promise.all(
      ['/', '/feed.rss', '/feed.json', '/tags/tag-of-paused/feed.rss', '/sitemap-news.xml'].map(async (at) =>
        (await world.get(at, plain)).text(),
      ),
    );
    expect(texts.join()).not.toContain(`${SECRET} paused`);
    expect((await world.get('/articles/paused')).status).toBe(404);
  });
});
