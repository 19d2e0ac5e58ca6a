/** Who gets in, for how long, and with what: invariants 6 and 10 at the desk. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DESK_ROUTES } from '../../src/routes/desk.ts';
import { attribute, byTag } from '../page/dom.ts';
import { EDITOR_KEY, openWorld, type World } from '../world.ts';
import { cookieOf, mintedKey, signedIn, visitor } from './visitor.ts';

// Base classes are all that our modules want of the platform when they are loaded.
vi.mock('cloudflare:workers', () => ({ DurableObject: Object, WorkerEntrypoint: Object }));

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.put({});
  await world.send('PUT', '/api/partners/coast', { name: 'Coast', language: 'en' });
  await world.send('POST', '/api/partners/coast/grants', {});
});
afterAll(() => world.close());

/** An address of each route, with parts that exist where they can. */
const at = (path: string): string =>
  `/desk${path}`
    .replace(':number{[0-9]+}', '1')
    .replace(':file{[0-9a-f]{64}\\.[a-z]+}', `${'a'.repeat(64)}.jpg`)
    .replace(':id{[0-9a-f]{12}}', '0123456789ab')
    .replace(':id', 'coast')
    .replace(':key', '0123456789ab');

const ROUTES = DESK_ROUTES.map(({ method, path, scope }) => [method, at(path), scope] as const);
const SCOPES = ['read', 'publish', 'partners', 'keys'];

describe.each(ROUTES)('%s %s', (method, path, scope) => {
  it('sends a stranger to the sign-in page, and does nothing for one', async () => {
    for (const cookie of ['', `__Host-desk=${'0'.repeat(64)}`, '__Host-desk=', '__Host-desk=x; other=y']) {
      const stranger = visitor(world, cookie);
      const response = method === 'GET' ? await stranger.get(path) : await stranger.post(path);
      expect(response.status).toBe(method === 'GET' ? 303 : 403);
      if (method === 'GET') expect(response.headers.get('location')).toMatch(/^\/desk\/sign-in\?to=%2Fdesk/);
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('refuses a key without its scope', async () => {
    const others = SCOPES.filter((other) => other !== scope);
    const editor = await signedIn(world, (await mintedKey(world, others)).key);
    const response = method === 'GET' ? await editor.get(path) : await editor.post(path);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain(`“${scope}”`);
  });

  it('opens with its scope alone', async () => {
    const editor = await signedIn(world, (await mintedKey(world, [scope])).key);
    const response = method === 'GET' ? await editor.get(path) : await editor.post(path);
    expect([403, 500]).not.toContain(response.status);
  });
});

describe.each(ROUTES.filter(([method]) => method === 'POST'))('a form to %s %s', (_method, path) => {
  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['a subdomain', { origin: 'https://desk.news.example' }],
    ['no origin', { origin: '' }],
    ['an opaque origin', { origin: 'null' }],
    ['another site, though it claims our origin', { 'sec-fetch-site': 'cross-site' }],
    ['a page of the same site', { 'sec-fetch-site': 'same-site' }],
  ])('is refused from %s', async (_from, headers) => {
    const editor = await signedIn(world);
    const response = await editor.post(path, {}, headers);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('Not from here');
  });
});

describe('signing in', () => {
  it('takes the deployment’s key and minted ones, each with a cookie no script and no other site sees', async () => {
    for (const key of [EDITOR_KEY, ` ${EDITOR_KEY} `, (await mintedKey(world, ['keys'])).key]) {
      const response = await visitor(world).post('/desk/sign-in', { key, to: '/desk/keys' });
      expect(response.status).toBe(303);
      expect(response.headers.get('location')).toBe('/desk/keys');
      expect(response.headers.get('set-cookie')).toMatch(
        /^__Host-desk=[0-9a-f]{64}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
      );
    }
  });

  it.each([
    ['https://evil.example/', '/desk'],
    ['//evil.example', '/desk'],
    ['/desk//evil', '/desk'],
    ['/desk/../x', '/desk'],
    ['/deskx', '/desk'],
    ['/desk/articles/12', '/desk/articles/12'],
    ['/desk', '/desk'],
  ])('leads on to a page of the desk alone: %s', async (to, expected) => {
    const response = await visitor(world).post('/desk/sign-in', { key: EDITOR_KEY, to });
    expect(response.headers.get('location')).toBe(expected);
    const page = await (await visitor(world).get(`/desk/sign-in?to=${encodeURIComponent(to)}`)).text();
    expect(
      attribute(
        byTag(page, 'input').find((input) => attribute(input, 'name') === 'to'),
        'value',
      ),
    ).toBe(expected);
  });

  it('refuses a wrong key slowly, without a cookie, and without repeating it', async () => {
    for (const key of ['', 'nonsense-key', `${EDITOR_KEY}x`, `ts_0123456789ab_${'0'.repeat(64)}`]) {
      const from = performance.now();
      const response = await visitor(world).post('/desk/sign-in', { key });
      expect(performance.now() - from).toBeGreaterThan(450);
      expect(response.status).toBe(403);
      expect(response.headers.get('set-cookie')).toBeNull();
      const text = await response.text();
      expect(text).toContain('unknown or revoked');
      if (key) expect(text).not.toContain(key);
    }
  });

  it('is refused after ten tries a minute from one address, and not from another', async () => {
    const from = (address: string) =>
      visitor(world).post('/desk/sign-in', { key: EDITOR_KEY }, { 'cf-connecting-ip': address });
    const statuses = [];
    for (let attempt = 0; attempt < 11; attempt++) statuses.push((await from('192.0.2.1')).status);
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(303));
    expect(statuses[10]).toBe(429);
    expect((await from('192.0.2.2')).status).toBe(303);
  });

  it('is no form of another page’s, and no JSON', async () => {
    const foreign = { origin: 'https://evil.example' };
    expect((await visitor(world).post('/desk/sign-in', { key: EDITOR_KEY }, foreign)).status).toBe(403);
    const json = { 'content-type': 'application/json' };
    expect((await visitor(world).post('/desk/sign-in', { key: EDITOR_KEY }, json)).status).toBe(400);
  });

  it('takes what the browser says of itself before what it says of an origin', async () => {
    const response = await visitor(world).post(
      '/desk/sign-in',
      { key: EDITOR_KEY },
      { origin: 'http://localhost:8787', 'sec-fetch-site': 'same-origin' },
    );
    expect(response.status).toBe(303);
  });

  it('takes a form of 64 KB, and no larger one', async () => {
    const editor = await signedIn(world);
    const form = (length: number) => editor.post('/desk/keys', { label: '', filler: 'x'.repeat(length) });
    const overhead = new URLSearchParams({ label: '', filler: '' }).toString().length;
    expect((await form(64 * 1024 - overhead)).status).toBe(422);
    expect((await form(64 * 1024 - overhead + 1)).status).toBe(400);
  });
});

describe('a session', () => {
  it('is kept as a hash, and holds no key', async () => {
    const editor = await signedIn(world);
    const token = editor.cookie.split('=')[1] ?? '';
    const rows = JSON.stringify((await world.db.prepare('SELECT * FROM desk_session').all()).results);
    expect(rows).not.toContain(token);
    expect(rows).not.toContain(EDITOR_KEY);
    expect((await editor.get('/desk/articles')).status).toBe(200);
  });

  it('ends when it is signed out of', async () => {
    const editor = await signedIn(world);
    const response = await editor.post('/desk/sign-out');
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-desk=; Max-Age=0; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect((await editor.get('/desk/articles')).status).toBe(303);
  });

  it('ends when its key is revoked', async () => {
    const { id, key } = await mintedKey(world, ['read']);
    const editor = await signedIn(world, key);
    expect((await editor.get('/desk/articles')).status).toBe(200);
    await world.send('DELETE', `/api/keys/${id}`);
    expect((await editor.get('/desk/articles')).status).toBe(303);
    expect((await visitor(world).post('/desk/sign-in', { key })).status).toBe(403);
  });

  it('ends after 12 hours, and not a second before', async () => {
    const editor = await signedIn(world);
    const life = 12 * 60 * 60 * 1000;
    const row = await world.db
      .prepare('SELECT created_at, expires_at FROM desk_session ORDER BY created_at DESC LIMIT 1')
      .first<{ created_at: number; expires_at: number }>();
    expect((row?.expires_at ?? 0) - (row?.created_at ?? 0)).toBe(life);
    await world.db
      .prepare('UPDATE desk_session SET expires_at = ?')
      .bind(Date.now() + 5000)
      .run();
    expect((await editor.get('/desk/articles')).status).toBe(200);
    await world.db.prepare('UPDATE desk_session SET expires_at = ?').bind(Date.now()).run();
    expect((await editor.get('/desk/articles')).status).toBe(303);
    await signedIn(world);
    expect(await world.db.prepare('SELECT count(*) AS n FROM desk_session').first('n')).toBe(1);
  });

  it('is replaced by the next one in the same browser', async () => {
    const editor = await signedIn(world);
    const again = await editor.post('/desk/sign-in', { key: EDITOR_KEY });
    expect((await editor.get('/desk/articles')).status).toBe(303);
    expect((await visitor(world, cookieOf(again)).get('/desk/articles')).status).toBe(200);
  });

  it('of the deployment’s key ends when that key is changed', async () => {
    const editor = await signedIn(world);
    const other = await openWorld({ bindings: { EDITOR_KEY: 'another-key-of-some-length' }, publication: null });
    const { results } = await world.db.prepare('SELECT * FROM desk_session').all<Record<string, unknown>>();
    for (const row of results)
      await other.db
        .prepare('INSERT INTO desk_session VALUES (?, ?, ?, ?, ?)')
        .bind(...Object.values(row))
        .run();
    expect((await visitor(other, editor.cookie).get('/desk/articles')).status).toBe(303);
    await other.close();
  });
});

describe('every answer', () => {
  it('is kept by nobody, indexed by nobody, framed by nobody, and tells other sites nothing', async () => {
    const editor = await signedIn(world);
    for (const path of [
      '/desk',
      '/desk/sign-in',
      '/desk/articles',
      '/desk/articles/1',
      '/desk/keys',
      '/desk/nothing',
      '/desk/articles/99',
    ]) {
      const { headers } = await editor.get(path);
      expect(headers.get('cache-control'), path).toBe('no-store');
      expect(headers.get('x-robots-tag'), path).toBe('noindex');
      expect(headers.get('referrer-policy'), path).toBe('same-origin');
      expect(headers.get('content-security-policy'), path).toMatch(/^default-src 'none'.*frame-ancestors 'none'/);
      expect(headers.get('access-control-allow-origin'), path).toBeNull();
    }
  });

  it('has no script and no form to anywhere else', async () => {
    const editor = await signedIn(world);
    for (const path of ['/desk/articles', '/desk/articles/1', '/desk/keys', '/desk/partners/coast']) {
      const page = await (await editor.get(path)).text();
      expect(byTag(page, 'script')).toEqual([]);
      for (const form of byTag(page, 'form')) expect(attribute(form, 'action')).toMatch(/^\/desk\//);
    }
  });
});

it('says 404 to whoever is signed in where nothing is, and asks everybody else to sign in', async () => {
  const editor = await signedIn(world);
  expect((await editor.get('/desk/nothing')).status).toBe(404);
  expect((await editor.get('/desk/articles/99')).status).toBe(404);
  expect((await editor.get(`/desk/articles/${'9'.repeat(20)}`)).status).toBe(404);
  expect((await visitor(world).get('/desk/nothing')).status).toBe(303);
  expect((await visitor(world).get('/desk')).headers.get('location')).toBe('/desk/sign-in?to=%2Fdesk');
});

it('says what to do first where nothing is published yet', async () => {
  const empty = await openWorld({ publication: null });
  const page = await (await signedIn(empty)).get('/desk/articles');
  expect(page.status).toBe(409);
  expect(await page.text()).toContain('npm run publish');
  await empty.close();
});

it('shows nothing to a key that may not read, but what it may', async () => {
  const editor = await signedIn(world, (await mintedKey(world, ['keys'])).key);
  const page = await (await editor.get('/desk/keys')).text();
  expect(byTag(page, 'a').map((a) => attribute(a, 'href'))).not.toContain('/desk/articles');
  expect(page).toContain('Make a key');
});
