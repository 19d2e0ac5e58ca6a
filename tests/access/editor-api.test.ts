/** Every call of the editor API, with every key that does not open it: refused, and nothing is other than before. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CALLS } from '../../scripts/openapi/document.ts';
import { API_ROUTES } from '../../src/routes/api.ts';
import { jpeg } from '../editor/photos.ts';
import { EDITOR_KEY, named } from '../world.ts';
import { contentsOf, type Newsroom, openNewsroom, secretsOf } from './newsroom.ts';
import { isRefused, wholeOf } from './refusals.ts';
import { type Asked, openWatched, type WatchedWorld } from './watched-world.ts';

// Base classes are all that our modules want of the platform when they are loaded.
vi.mock('cloudflare:workers', () => ({ DurableObject: Object, WorkerEntrypoint: Object }));

let world: WatchedWorld;
let newsroom: Newsroom;
beforeAll(async () => {
  world = await openWatched();
  newsroom = await openNewsroom(world);
});
afterAll(() => world.close());

const PHOTO = jpeg(20, 30);

/** Addresses of things that are there, so that a door left open would change or show something. */
function addressOf(path: string): string {
  const number = path.startsWith('/requests') ? newsroom.request : newsroom.offered.north;
  return `/api${path}`
    .replace(':number{[0-9]+}', String(number))
    .replace(':id{.+}', named('by-the-quay').id)
    .replace('/keys/:id', `/keys/${newsroom.editor.read?.id}`)
    .replace(':id', 'north')
    .replace(':key', newsroom.feed.north.id)
    .replace(':domain', 'north.example')
    .replace(':hash', '0'.repeat(64))
    .replace(':export', '0'.repeat(64))
    .replace(':table', 'partner_key');
}

/** A body that would be taken. */
function bodyOf(method: string, path: string): NonNullable<Asked['body']> | null {
  if (path === '/assets' || (method === 'PUT' && path.includes('/photos/'))) return PHOTO;
  if (path === '/articles' && method !== 'GET') return JSON.stringify(named('a-new-one'));
  if (path.endsWith('/state'))
    return JSON.stringify({ state: 'ended', ...(path.startsWith('/grants') && { reason: 'A test.' }) });
  const template = path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}');
  const example = CALLS.find((call) => call.method === method && call.path === template)?.body?.example;
  return example === undefined ? null : JSON.stringify(example);
}

interface Attempt {
  readonly words: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query?: string;
}

const bearer = (words: string, key: string): Attempt => ({ words, headers: { authorization: `Bearer ${key}` } });

/** Nobody in particular: answered with 401. */
function strangers(): readonly Attempt[] {
  const { editor, revoked, feed, portal } = newsroom;
  const own = editor.read?.key ?? '';
  const [, id = '', secret = ''] = own.split('_');
  return [
    { words: 'no key', headers: {} },
    { words: 'no key, but a query', headers: {}, query: `?key=${EDITOR_KEY}&access_token=${EDITOR_KEY}` },
    { words: 'no key, but a cookie', headers: { cookie: `__Host-desk=${EDITOR_KEY}; key=${EDITOR_KEY}` } },
    { words: 'another scheme', headers: { authorization: `Basic ${btoa(`editor:${EDITOR_KEY}`)}` } },
    { words: 'the key without a scheme', headers: { authorization: EDITOR_KEY } },
    bearer('an empty key', ''),
    bearer('the deployment’s key and a letter', `${EDITOR_KEY}x`),
    bearer('the deployment’s key but for a letter', EDITOR_KEY.slice(0, -1)),
    bearer('the deployment’s key in capitals', EDITOR_KEY.toUpperCase()),
    bearer('an id nobody has', `ts_${'0'.repeat(12)}_${secret}`),
    bearer('an id with a wrong secret', `ts_${id}_${'0'.repeat(64)}`),
    bearer('an id with another key’s secret', `ts_${id}_${editor.publish?.key.split('_')[2]}`),
    bearer('an id without a secret', `ts_${id}_`),
    bearer('a key in capitals', own.toUpperCase()),
    bearer('a revoked key', revoked.key),
    bearer('a partner’s feed key', feed.north.key),
    bearer('a partner’s feed key as if it were ours', feed.north.key.replace('tf_', 'ts_')),
    bearer('a partner’s portal key', portal.north.key),
  ];
}

describe.each(API_ROUTES.map(({ method, path, scope }) => [method, path, scope] as const))(
  '%s %s',
  (method, path, scope) => {
    const send = ({ headers, query = '' }: Attempt) =>
      world.ask(method, addressOf(path) + query, { headers, body: bodyOf(method, path) });

    it('lets nobody in who has no key for it, and nothing changes', async () => {
      const secrets = secretsOf(newsroom);
      const before = await contentsOf(world);
      for (const attempt of strangers()) await isRefused(await send(attempt), 401, secrets, attempt.words);
      const lacking = bearer('a key with every other scope', newsroom.without[scope]?.key ?? '');
      await isRefused(await send(lacking), 403, secrets, lacking.words);
      expect(await contentsOf(world)).toBe(before);
    });

    it('says no more to HEAD, and nothing under another spelling of the address', async () => {
      if (method === 'GET') expect((await world.ask('HEAD', addressOf(path))).status).toBe(401);
      for (const spelling of [
        `/${addressOf(path)}`,
        addressOf(path).replace('/api/', '/API/'),
        `${addressOf(path)}/`,
      ]) {
        const response = await world.ask(method, spelling, { body: bodyOf(method, path) });
        expect([401, 404, 405], spelling).toContain(response.status);
        await response.body?.cancel();
      }
    });
  },
);

/** The same requests, each with a key of the scope alone: what the test above would see if a door were open. */
describe('with the right key', () => {
  it('every call is let in, and every one that writes changes something', async () => {
    const fresh = await openWatched();
    const keep = newsroom;
    newsroom = await openNewsroom(fresh);
    const still = [];
    for (const { method, path, scope } of ordered()) {
      const before = await contentsOf(fresh);
      const headers = { authorization: `Bearer ${newsroom.editor[scope]?.key}` };
      const response = await fresh.ask(method, addressOf(path), { headers, body: bodyOf(method, path) });
      expect([401, 403], `${method} ${path}`).not.toContain(response.status);
      await response.arrayBuffer();
      if ((await contentsOf(fresh)) === before) still.push(`${method} ${path}`);
    }
    const reads = API_ROUTES.filter(({ method }) => method === 'GET').map(({ method, path }) => `${method} ${path}`);
    // An article that was sent once is the same when it is sent again, and a domain that is named is named. Nothing is
    // restored into a place that is not empty.
    const again = ['POST /articles', 'PUT /partners/:id/domains/:domain', 'POST /export', ...RESTORING];
    expect(still.sort()).toEqual([...reads, ...again].sort());
    newsroom = keep;
    await fresh.close();
  });
});

const RESTORING = API_ROUTES.filter(({ path }) => path.startsWith('/restore')).map(
  ({ method, path }) => `${method} ${path}`,
);

/** What ends something comes last. */
const LAST = ['DELETE /keys/:id', 'POST /partners/:id/state'];
const weight = ({ method, path }: { readonly method: string; readonly path: string }): number =>
  LAST.indexOf(`${method} ${path}`) + (method === 'DELETE' ? 10 : 0);
const ordered = () => [...API_ROUTES].sort((a, b) => weight(a) - weight(b));

describe('secrets', () => {
  it('stand in no answer to those who are let in, but in the one that hands a key out', async () => {
    const secrets = secretsOf(newsroom);
    for (const { method, path } of API_ROUTES.filter((route) => route.method === 'GET')) {
      const whole = await wholeOf(await world.asEditor(method, addressOf(path)));
      for (const secret of secrets) expect(whole.includes(secret), path).toBe(false);
    }
  });

  it('are stored as hashes alone', async () => {
    const contents = await contentsOf(world);
    expect(contents).toContain(newsroom.feed.north.id);
    for (const secret of secretsOf(newsroom)) expect(contents.includes(secret)).toBe(false);
  });

  it('reach no log, also where something goes wrong', async () => {
    await world.db.exec('ALTER TABLE partner RENAME TO partner_away');
    const response = await world.asEditor('GET', '/api/partners');
    expect(response.status).toBe(503);
    await response.arrayBuffer();
    const feed = await world.ask('GET', `/partners/${newsroom.feed.north.key}/feed.rss`);
    expect(feed.status).toBe(503);
    expect((await wholeOf(feed)).includes(newsroom.feed.north.key)).toBe(false);
    await world.db.exec('ALTER TABLE partner_away RENAME TO partner');
    // The log is listened to: the mistake just made is in it.
    await vi.waitFor(() => expect(world.log()).toContain('no such table: partner'));
    for (const secret of secretsOf(newsroom)) expect(world.log().includes(secret)).toBe(false);
  });
});
