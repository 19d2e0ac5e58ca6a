/** Flow 2: feeds over HTTP, clause by clause (RFC 9110, RFC 3229). */

import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BASE, named, openWorld, type World } from '../world.ts';

let world: World;
const plain = { 'accept-encoding': 'identity' };

beforeAll(async () => {
  world = await openWorld({ bindings: { HUB_URL: 'https://hub.example/' } });
  for (const word of ['one', 'two', 'three']) await world.send('PUT', '/api/articles', named(word));
  // A younger document has no Last-Modified yet.
  await wait(2100);
});

afterAll(() => world.close());

const etagOf = async (path: string, headers: Record<string, string> = plain): Promise<string> =>
  (await world.get(path, headers)).headers.get('etag') ?? '';

describe.each([
  ['/feed.rss', 'application/rss+xml; charset=utf-8'],
  ['/feed.atom', 'application/atom+xml; charset=utf-8'],
  ['/feed.json', 'application/feed+json; charset=utf-8'],
  ['/sections/harbour/feed.rss', 'application/rss+xml; charset=utf-8'],
  ['/tags/ferries/feed.atom', 'application/atom+xml; charset=utf-8'],
  ['/authors/ada-lens/feed.json', 'application/feed+json; charset=utf-8'],
  ['/languages/en/feed.rss', 'application/rss+xml; charset=utf-8'],
])('%s', (path, type) => {
  it('comes with its type, its validators, lifetimes, links and CORS', async () => {
    const { status, headers } = await world.get(path, plain);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('etag')).toMatch(/^"[\x21\x23-\x7e]+"$/);
    expect(Date.parse(headers.get('last-modified') ?? '')).toBeLessThanOrEqual(Date.now());
    expect(headers.get('cache-control')).toBe('public, max-age=300, stale-while-revalidate=600');
    expect(headers.get('link')).toContain(`<${BASE}${path}>; rel="self"`);
    expect(headers.get('link')).toContain('<https://hub.example/>; rel="hub"');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-expose-headers')).toContain('ETag');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-status')).toMatch(/^tearsheet/);
    expect(headers.get('vary')).toContain('Accept-Encoding');
  });

  it('is gzip for who takes it and plain for who does not, with a tag for each', async () => {
    const zipped = await world.mf.dispatchFetch(BASE + path, { headers: { 'accept-encoding': 'gzip' } });
    const text = await (await world.get(path, plain)).text();
    expect(zipped.headers.get('etag')).toMatch(/\.gz"$/);
    const bytes = new Uint8Array(await zipped.arrayBuffer());
    const shown =
      zipped.headers.get('content-encoding') === 'gzip' && bytes[0] === 0x1f
        ? gunzipSync(bytes).toString()
        : new TextDecoder().decode(bytes);
    expect(shown).toBe(text);
  });

  it('answers 304 to its tag, weak or in a list or as *, and repeats what the 200 said', async () => {
    const full = await world.get(path, plain);
    const etag = full.headers.get('etag') ?? '';
    for (const tag of [etag, `W/${etag}`, `"x", ${etag} , "y"`, '*']) {
      const { status, headers } = await world.get(path, { ...plain, 'if-none-match': tag });
      expect([tag, status]).toEqual([tag, 304]);
      for (const name of ['etag', 'cache-control', 'vary', 'last-modified', 'access-control-allow-origin'])
        expect(headers.get(name)).toBe(full.headers.get(name));
      expect(headers.get('content-type')).toBeNull();
    }
  });

  it('looks at If-Modified-Since only without If-None-Match', async () => {
    const modified = (await world.get(path, plain)).headers.get('last-modified') ?? '';
    const since = (date: string, more = {}) => world.get(path, { ...plain, 'if-modified-since': date, ...more });
    expect((await since(modified)).status).toBe(304);
    expect((await since(modified, { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await since(new Date(Date.parse(modified) - 1000).toUTCString())).status).toBe(200);
    expect((await since('yesterday')).status).toBe(200);
  });

  it('answers HEAD like GET without a body', async () => {
    const head = await world.send('HEAD', path, undefined, plain);
    const get = await world.get(path, plain);
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    for (const name of ['etag', 'content-type', 'content-length', 'last-modified'])
      expect([name, head.headers.get(name)]).toEqual([name, get.headers.get(name)]);
  });

  it('answers other methods with 405 and Allow, and a preflight with 204', async () => {
    const post = await world.send('POST', path, 'x');
    expect(post.status).toBe(405);
    expect(post.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    const options = await world.send('OPTIONS', path);
    expect(options.status).toBe(204);
    expect(options.headers.get('access-control-allow-headers')).toContain('If-None-Match');
  });

  it('is one document whatever query arrives', async () => {
    expect(await etagOf(`${path}?utm_source=x&cachebust=${Math.random()}`)).toBe(await etagOf(path));
    expect((await world.get(`${path}?x=1`, plain)).headers.get('link')).toContain(`<${BASE}${path}>; rel="self"`);
  });
});

describe('/feed', () => {
  it.each([
    [undefined, 'application/rss+xml'],
    ['*/*', 'application/rss+xml'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'application/rss+xml'],
    ['application/atom+xml', 'application/atom+xml'],
    ['application/feed+json, application/rss+xml;q=0.5', 'application/feed+json'],
    ['application/json', 'application/feed+json'],
    ['application/rss+xml;q=0, application/atom+xml;q=0.1', 'application/atom+xml'],
  ])('gives %s %s', async (accept, type) => {
    const { headers } = await world.get('/feed', accept ? { accept } : {});
    expect(headers.get('content-type')).toContain(type);
    expect(headers.get('vary')).toContain('Accept,');
    expect(headers.get('content-location')).toBe(
      `${BASE}/feed.${type.includes('json') ? 'json' : type.includes('atom') ? 'atom' : 'rss'}`,
    );
  });

  it('answers 406 with what there is to a client that takes nothing of it', async () => {
    const response = await world.get('/feed', { accept: 'image/png' });
    expect(response.status).toBe(406);
    expect(await response.text()).toContain('/feed.atom');
  });
});

describe('a feed that is not there', () => {
  it.each([
    '/tags/nothing/feed.rss',
    '/authors/nobody/feed.json',
    '/sections/sports/feed.rss',
    '/languages/de/feed.atom',
    '/feed.xml',
    '/tags/Ferries/feed.rss',
  ])('%s is 404, also to a conditional request', async (path) => {
    expect((await world.get(path, { 'if-none-match': '*' })).status).toBe(404);
  });

  it('exists already for an empty section', async () => {
    expect((await world.get('/sections/islands/feed.rss')).status).toBe(200);
  });
});

describe('a browser that opens a feed', () => {
  it('gets the same bytes under the type it can show', async () => {
    const shown = await world.get('/feed.rss', { ...plain, 'sec-fetch-dest': 'document' });
    expect(shown.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    expect(await shown.text()).toBe(await (await world.get('/feed.rss', plain)).text());
    expect(shown.headers.get('content-security-policy')).toContain("style-src 'self'");
  });
});

describe('a document that has only just changed', () => {
  it('has no Last-Modified, which could not tell it from the next change in the same second', async () => {
    await world.send('PUT', '/api/articles', named('one', { title: 'Just now' }));
    expect((await world.get('/feed.rss', plain)).headers.get('last-modified')).toBeNull();
    await expect
      .poll(async () => (await world.get('/feed.rss', plain)).headers.get('last-modified'), { timeout: 5000 })
      .not.toBeNull();
  });
});

describe('a change elsewhere', () => {
  beforeEach(() =>
    world.send(
      'PUT',
      '/api/articles',
      named('elsewhere', { section: 'islands', tags: [], byline: [{ name: 'Other' }] }),
    ),
  );
  it('moves no validator of a feed it is not in', async () => {
    const before = await etagOf('/tags/ferries/feed.rss');
    await world.send(
      'PUT',
      '/api/articles',
      named('elsewhere', { section: 'islands', tags: [], byline: [{ name: 'Other' }], title: 'Changed' }),
    );
    expect(await etagOf('/tags/ferries/feed.rss')).toBe(before);
  });
});
