/** Invariant 10: every write needs a key with the right scope; only hashes are stored. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, EDITOR_KEY, openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const CALLS: readonly (readonly [string, string, unknown, string])[] = [
  ['GET', '/api/publication', undefined, 'read'],
  ['PUT', '/api/publication', {}, 'publish'],
  ['GET', '/api/articles', undefined, 'read'],
  ['PUT', '/api/articles', article(), 'publish'],
  ['POST', '/api/articles', '', 'publish'],
  ['GET', '/api/articles/tag:x', undefined, 'read'],
  ['DELETE', '/api/articles/tag:x', undefined, 'publish'],
  ['PUT', '/api/assets', 'x', 'publish'],
  ['GET', `/api/assets/${'a'.repeat(64)}`, undefined, 'read'],
  ['GET', '/api/keys', undefined, 'keys'],
  ['POST', '/api/keys', {}, 'keys'],
  ['DELETE', '/api/keys/0123456789ab', undefined, 'keys'],
  ['GET', '/api/polls', undefined, 'read'],
];

const mint = async (scopes: readonly string[]): Promise<{ id: string; key: string }> =>
  JSON.parse(await (await world.send('POST', '/api/keys', { label: 'a test', scopes })).text());

const as = (key: string) => ({ authorization: `Bearer ${key}` });

describe.each(CALLS)('%s %s', (method, path, body, scope) => {
  it('lets nobody in without a key, with a wrong one, or with one of another scope', async () => {
    const none = await world.send(method, path, body, { authorization: '' });
    expect(none.status).toBe(401);
    expect(none.headers.get('www-authenticate')).toContain('Bearer');
    expect(none.headers.get('cache-control')).toBe('no-store');
    for (const wrong of [`${EDITOR_KEY}x`, EDITOR_KEY.slice(1), `ts_0123456789ab_${'0'.repeat(64)}`, ' ', 'ts__'])
      expect((await world.send(method, path, body, as(wrong))).status).toBe(401);
    const others = ['read', 'publish', 'partners', 'keys'].filter((other) => other !== scope);
    const { key } = await mint(others);
    expect((await world.send(method, path, body, as(key))).status).toBe(403);
  });

  it('opens with its scope alone, until the key is revoked', async () => {
    const { id, key } = await mint([scope]);
    expect([401, 403]).not.toContain((await world.send(method, path, body, as(key))).status);
    expect((await world.send('DELETE', `/api/keys/${id}`)).status).toBe(200);
    expect((await world.send(method, path, body, as(key))).status).toBe(401);
  });
});

it('stores no secret, and lists none', async () => {
  const { key } = await mint(['read']);
  const secret = key.split('_')[2] ?? '';
  const rows = JSON.stringify((await world.db.prepare('SELECT * FROM editor_key').all()).results);
  expect(rows).not.toContain(secret);
  expect(await (await world.send('GET', '/api/keys')).text()).not.toContain(secret);
});

it('opens nothing with a deployment key too short to be a secret, or with none', async () => {
  for (const weak of ['', 'short', 'fifteen-letters']) {
    const other = await openWorld({ bindings: { EDITOR_KEY: weak }, publication: null });
    expect((await other.send('GET', '/api/articles', undefined, as(weak || 'x'))).status).toBe(401);
    await other.close();
  }
});

it('answers 405 with Allow for a method an address has not, and 404 for an address that is none', async () => {
  const response = await world.send('PATCH', '/api/articles', {});
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET, PUT, POST');
  expect((await world.send('GET', '/api/nothing')).status).toBe(404);
});
