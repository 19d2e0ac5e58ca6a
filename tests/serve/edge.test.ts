/** Invariant 4 under the worst edge: two isolates, each behind a cache that serves stale and that no purge reaches. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Miniflare, type Response } from 'miniflare';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { BASE, EDITOR_KEY, migrate, named, PUBLICATION, SIGNING_KEYS } from '../world.ts';

const OUT = 'dist/edge';
const SECRET = 'words-taken-back';
/** What the design promises; the state is at most 8 seconds old. */
const EVERYWHERE_WITHIN = 10_000;

let mf: Miniflare;

beforeAll(async () => {
  execFileSync(
    process.execPath,
    ['node_modules/wrangler/bin/wrangler.js', 'deploy', 'tests/serve/edge-worker.ts', '--dry-run', '--outdir', OUT],
    {
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true' },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const options: Record<string, unknown> & { bindings: object } = JSON.parse(inject('worker'));
  const worker = (name: string) => ({
    ...options,
    name,
    bindings: { ...options.bindings, BASE_URL: BASE, EDITOR_KEY, SIGNING_KEYS },
    modules: [{ type: 'ESModule' as const, path: 'index.js', contents: readFileSync(`${OUT}/edge-worker.js`, 'utf8') }],
  });
  mf = new Miniflare({ cf: false, workers: [worker('one'), worker('two')] });
  await migrate(await mf.getD1Database('DB', 'one'));
  await ask('one', 'PUT', '/api/publication', PUBLICATION);
  await ask('one', 'PUT', '/api/partners/north', { name: 'North', language: 'en' });
  permission = (await made('/api/partners/north/grants', {})).number;
  key = (await made('/api/partners/north/keys', { kind: 'feed', label: 'Theirs' })).key;
});
afterAll(() => mf.dispose());

let permission = 0;
let key = '';

async function made(path: string, body: object): Promise<{ readonly number: number; readonly key: string }> {
  return JSON.parse(await (await ask('one', 'POST', path, body)).text());
}

async function ask(isolate: 'one' | 'two', method: string, path: string, body?: unknown): Promise<Response> {
  const worker = await mf.getWorker(isolate);
  const headers = { authorization: `Bearer ${EDITOR_KEY}`, 'accept-encoding': 'identity', accept: 'text/html' };
  return worker.fetch(BASE + path, {
    method,
    headers,
    redirect: 'manual',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const PATHS = [
  '/',
  '/articles/secret',
  '/feed.rss',
  '/feed.atom',
  '/feed.json',
  '/tags/ferries/feed.rss',
  '/sections/harbour/',
  '/archive/1-1.rss',
  '/republish/secret',
  '/republish/secret/copy.html',
  '/republish/secret/copy.txt',
  '/republish/secret/copy.json',
];
const partnerFeed = (format: string): string => `/partners/${key}/feed.${format}`;
const paths = (): readonly string[] => [...PATHS, ...['rss', 'atom', 'json'].map(partnerFeed)];
const secret = (over = {}) => named('secret', { title: SECRET, dek: SECRET, body: `<p>${SECRET}</p>`, ...over });

/** Where the words can be read, asking both isolates for everything. */
async function readable(): Promise<string[]> {
  const found: string[] = [];
  for (const isolate of ['one', 'two'] as const)
    for (const path of paths()) {
      const text = await (await ask(isolate, 'GET', path)).text();
      if (text.includes(`<p>${SECRET}`) || (/secret/.test(path) && text.includes(SECRET)))
        found.push(`${isolate} ${path}`);
    }
  return found;
}

const suspended = { state: 'suspended', reason: 'A test.' };

describe('two isolates behind caches that are never purged', () => {
  it.each([
    ['a permission that is suspended', () => ask('one', 'POST', `/api/grants/${permission}/state`, suspended), 200],
    ['a key that is revoked', () => ask('one', 'DELETE', `/api/partners/north/keys/${key.split('_')[1]}`), 401],
  ])(
    '%s is felt by both within ten seconds',
    async (_name, end, status) => {
      const body = '<p>For partners.</p>';
      await ask('one', 'PUT', '/api/articles', named('for-partners', { body }));
      await ask('one', 'POST', `/api/grants/${permission}/state`, { state: 'active', reason: 'Again.' });
      key = (await made('/api/partners/north/keys', { kind: 'feed', label: 'Theirs' })).key;
      const read = async (isolate: 'one' | 'two') => {
        const response = await ask(isolate, 'GET', partnerFeed('json'));
        return { status: response.status, has: (await response.text()).includes('For partners.') };
      };
      while (!(await read('two')).has) await wait(200);
      const ended = Date.now();
      await end();
      while (((await read('one')).has || (await read('two')).has) && Date.now() - ended < EVERYWHERE_WITHIN)
        await wait(200);
      expect(Date.now() - ended).toBeLessThan(EVERYWHERE_WITHIN);
      expect([await read('one'), await read('two')]).toEqual([
        { status, has: false },
        { status, has: false },
      ]);
    },
    40_000,
  );

  it('both lose a withdrawn text within ten seconds, however warm they are', async () => {
    await ask('one', 'PUT', '/api/articles', secret());
    await wait(100);
    for (let round = 0; round < 3; round++) await readable();
    expect(await readable()).toContain('two /feed.rss');
    const withdrawn = Date.now();
    await ask('one', 'DELETE', `/api/articles/${encodeURIComponent('tag:test.example,2026:secret')}`);
    // Kept warm all the while, as a busy site is.
    while (Date.now() - withdrawn < EVERYWHERE_WITHIN - 500) {
      if ((await readable()).length === 0) break;
      await wait(200);
    }
    expect(Date.now() - withdrawn).toBeLessThan(EVERYWHERE_WITHIN);
    expect(await readable()).toEqual([]);
    expect((await ask('two', 'GET', '/articles/secret')).status).toBe(410);
  });

  it('both lift an embargo and end a permission at the second, and not before', async () => {
    // Longer ahead than any state lives: what is published later may come up to 8 seconds late, never early.
    const at = Math.ceil((Date.now() + 13_000) / 1000) * 1000;
    const moment = new Date(at).toISOString();
    await ask('one', 'PUT', '/api/articles', named('later', { embargoedUntil: moment }));
    await ask('one', 'PUT', '/api/articles', named('ending', { expiresAt: moment }));
    const statuses = () =>
      Promise.all(
        ['/articles/later', '/articles/ending'].flatMap((path) =>
          (['one', 'two'] as const).map(async (isolate) => (await ask(isolate, 'GET', path)).status),
        ),
      );
    // The second isolate may hold a page that says the article is not there yet.
    await expect.poll(statuses, { timeout: 8000 }).toEqual([404, 404, 200, 200]);
    while (Date.now() < at - 100) {
      const before = await statuses();
      if (Date.now() < at) expect(before).toEqual([404, 404, 200, 200]);
      await wait(150);
    }
    await wait(Math.max(1, at - Date.now() + 20));
    expect(await statuses()).toEqual([200, 200, 410, 410]);
  });
});
