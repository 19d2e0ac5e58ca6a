/** Who gets into the portal, and who is out at the next request. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendForm, TERMED } from '../republish/asking.ts';
import { BASE, EDITOR_KEY, named, openWorld, type World } from '../world.ts';
import { cookieIn, give, makePartner, mint, signedIn, visitor } from './partner.ts';

const PAGES = ['/portal', '/portal/checks', '/portal/republish/one', '/portal/anything'] as const;
const COPIES = ['html', 'md', 'txt', 'json'].map((end) => `/portal/republish/one/copy.${end}`);

let world: World;
beforeAll(async () => {
  world = await openWorld({ publication: TERMED });
  await world.put(named('one'));
  await makePartner(world, 'coast');
  await give(world, 'coast', {});
});
afterAll(() => world.close());

const signIn = (key: string, to = '/portal', headers: Record<string, string> = {}) =>
  sendForm(world, '/portal/sign-in', { key, to }, headers);

describe('a stranger', () => {
  it.each([...PAGES])('is sent from %s to sign in', async (path) => {
    for (const cookie of ['', '__Host-portal=', `__Host-portal=${'0'.repeat(64)}`, `__Host-desk=${'0'.repeat(64)}`]) {
      const response = await world.get(path, { cookie });
      expect(response.status).toBe(303);
      expect(response.headers.get('location')).toBe(`/portal/sign-in?to=${encodeURIComponent(path)}`);
      expect(response.headers.get('cache-control')).toBe('private, no-store');
    }
  });

  it.each(COPIES)('gets no %s', async (path) => {
    const response = await world.get(path);
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain('harbour');
  });

  it('can do nothing', async () => {
    expect((await sendForm(world, '/portal/permissions/1/accept', {})).status).toBe(403);
  });
});

describe('signing in', () => {
  it('wants a portal key that is in force', async () => {
    const [feed, portal, revoked] = await Promise.all([
      mint(world, 'coast', 'feed'),
      mint(world, 'coast', 'portal'),
      mint(world, 'coast', 'portal'),
    ]);
    await world.send('DELETE', `/api/partners/coast/keys/${revoked.id}`);
    const wrong = [
      feed.key,
      revoked.key,
      EDITOR_KEY,
      '',
      'tp_0',
      portal.key.slice(0, -1),
      portal.key.replace(/.$/, 'g'),
    ];
    for (const key of wrong) {
      const response = await signIn(key);
      expect([response.status, response.headers.get('set-cookie')]).toEqual([403, null]);
      if (key !== '') expect(await response.text()).not.toContain(key);
    }
    expect((await signIn(` ${portal.key}\n`)).status).toBe(303);
  });

  it('sets a cookie that no script, no other site and no plain connection gets', async () => {
    const { key } = await mint(world, 'coast', 'portal');
    const response = await signIn(key);
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-portal=[0-9a-f]{64}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    const stored = await world.db.prepare('SELECT * FROM portal_session').all();
    expect(JSON.stringify(stored.results)).not.toContain(cookieIn(response).split('=')[1]);
  });

  it.each([
    ['/portal/republish/one', '/portal/republish/one'],
    ['/portal/sign-in', '/portal'],
    ['//evil.example/', '/portal'],
    ['https://evil.example/portal', '/portal'],
    ['/desk/keys', '/portal'],
    ['/portal/../desk', '/portal'],
  ])('with “%s” as the way on leads to %s', async (to, expected) => {
    const { key } = await mint(world, 'coast', 'portal');
    expect((await signIn(key, to)).headers.get('location')).toBe(expected);
  });

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none', origin: BASE },
  ])('is for our own page’s form, not with %o', async (headers) => {
    const { key } = await mint(world, 'coast', 'portal');
    expect((await signIn(key, '/portal', headers)).status).toBe(403);
  });

  it('is tried at most ten times a minute from one address', async () => {
    const { key } = await mint(world, 'coast', 'portal');
    const from = { 'cf-connecting-ip': '203.0.113.77' };
    for (let tries = 1; tries <= 10; tries++) expect((await signIn(key, '/portal', from)).status).toBe(303);
    expect((await signIn(key, '/portal', from)).status).toBe(429);
  });
});

describe('a session is over', () => {
  const home = async (key: string) => {
    const partner = await signedIn(world, key);
    expect((await partner.get('/portal')).status).toBe(200);
    return partner;
  };

  it('once the key is revoked', async () => {
    const { id, key } = await mint(world, 'coast', 'portal');
    const partner = await home(key);
    await world.send('DELETE', `/api/partners/coast/keys/${id}`);
    for (const path of PAGES) expect((await partner.get(path)).status).toBe(303);
    for (const path of COPIES) expect((await partner.get(path)).status).toBe(401);
  });

  it.each(['suspended', 'ended'])('while the partner is %s', async (state) => {
    await makePartner(world, `p-${state}`);
    const number = await give(world, `p-${state}`, { state: 'offered' });
    const { key } = await mint(world, `p-${state}`, 'portal');
    const partner = await home(key);
    await world.send('POST', `/api/partners/p-${state}/state`, { state });
    expect((await partner.get('/portal')).status).toBe(303);
    expect((await partner.get('/portal/republish/one/copy.md')).status).toBe(401);
    expect((await partner.send(`/portal/permissions/${number}/accept`)).status).toBe(403);
  });

  it('when the partner signs out', async () => {
    const { key } = await mint(world, 'coast', 'portal');
    const response = await signIn(key);
    const partner = visitor(world, cookieIn(response));
    const out = await partner.send('/portal/sign-out');
    expect(out.headers.get('set-cookie')).toMatch(/^__Host-portal=; Max-Age=0;/);
    expect((await partner.get('/portal')).status).toBe(303);
  });

  it('after twelve hours', async () => {
    const { key } = await mint(world, 'coast', 'portal');
    const partner = await home(key);
    const { expires_at, created_at } =
      (await world.db.prepare('SELECT * FROM portal_session ORDER BY created_at DESC').first<{
        expires_at: number;
        created_at: number;
      }>()) ?? {};
    expect(Number(expires_at) - Number(created_at)).toBe(12 * 3600 * 1000);
    await world.db
      .prepare('UPDATE portal_session SET expires_at = ?')
      .bind(Date.now() - 1)
      .run();
    expect((await partner.get('/portal')).status).toBe(303);
  });
});
