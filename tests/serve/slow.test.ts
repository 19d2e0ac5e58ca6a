/** A catalogue that is slow, overloaded or gone: readers get what is held within moments, and nothing is half written. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Miniflare } from 'miniflare';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { openSqliteD1, type SqliteD1 } from '../../bench/lib/sqlite-d1.ts';
import { BASE, EDITOR_KEY, named, PUBLICATION } from '../world.ts';

const SLOW_MS = 6000;
/** A reader is answered from what is held after a second of patience. */
const PROMPT_MS = 2500;

let folder: string;
let d1: SqliteD1;
let between: Server;
let mf: Miniflare;
let mood: 'well' | 'slow' | 'overloaded' = 'well';

/** Stands before the database, in the mood the test is in. */
async function moody(): Promise<number> {
  between = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (mood === 'slow') await wait(SLOW_MS);
    if (mood === 'overloaded') {
      response.end(JSON.stringify({ success: false, error: 'D1 DB is overloaded. Requests queued for too long.' }));
      return;
    }
    const target = `http://${d1.address}${request.url}`;
    const answer = await fetch(target, { method: 'POST', body: Buffer.concat(chunks) }).catch(() => null);
    // Late queries of a Worker that has ended already.
    if (!answer) return void response.destroy();
    response.setHeader('content-type', 'application/json');
    response.setHeader('x-cf-d1-session-commit-token', '0');
    response.end(await answer.text());
  });
  await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve));
  const address = between.address();
  return typeof address === 'object' && address ? address.port : 0;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tearsheet-slow-'));
  d1 = await openSqliteD1(join(folder, 'catalogue.sqlite'));
  const port = await moody();
  const { d1Databases: _d1, ...worker }: Record<string, unknown> & { bindings: object } = JSON.parse(inject('worker'));
  const script = (name: string, contents: string) => ({
    name,
    modules: [{ type: 'ESModule' as const, path: 'index.js', contents }],
  });
  mf = new Miniflare({
    cf: false,
    workers: [
      {
        ...worker,
        ...script('app', readFileSync('dist/test/index.js', 'utf8')),
        bindings: { ...worker.bindings, BASE_URL: BASE, EDITOR_KEY },
        wrappedBindings: { DB: { scriptName: 'd1' } },
      },
      {
        ...script(
          'd1',
          "import make from 'cloudflare-internal:d1-api'; export default (env) => make({ fetcher: env.D1 });",
        ),
        serviceBindings: { D1: { external: { address: `127.0.0.1:${port}`, http: {} } } },
      },
    ],
  });
  await send('PUT', '/api/publication', PUBLICATION);
  await send('PUT', '/api/articles', named('one'));
});
afterAll(async () => {
  mood = 'well';
  await mf.dispose();
  between.closeAllConnections();
  between.close();
  await d1.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  mood = 'well';
});

const send = (method: string, path: string, body: object) =>
  mf.dispatchFetch(BASE + path, {
    method,
    headers: { authorization: `Bearer ${EDITOR_KEY}` },
    body: JSON.stringify(body),
  });

const get = (path: string) =>
  mf.dispatchFetch(BASE + path, {
    headers: { 'accept-encoding': 'identity', 'cf-connecting-ip': `2001:db8::${Math.floor(Math.random() * 9999)}` },
  });

describe.each(['slow', 'overloaded'] as const)('a catalogue that is %s', (kind) => {
  it('keeps no reader waiting for a feed that is held, and is said to be old', async () => {
    const text = await (await get('/feed.rss')).text();
    mood = kind;
    await wait(4500);
    const begun = Date.now();
    const response = await get('/feed.rss');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(text);
    expect(response.headers.get('cache-status')).toMatch(/hit; ttl=-\d+/);
    expect(Date.now() - begun).toBeLessThan(PROMPT_MS);
    mood = 'well';
    await expect
      .poll(async () => (await get('/feed.rss')).headers.get('cache-status'), { timeout: 15_000 })
      .not.toMatch(/ttl=-/);
  });
});

describe('publishing', () => {
  it('answers 503 with Retry-After while the catalogue is overloaded, and leaves nothing half written', async () => {
    const rows = () =>
      ['article', 'article_body', 'entry', 'listing', 'revision', 'slug'].map(
        (table) => d1.sqlite.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n,
      );
    const before = rows();
    mood = 'overloaded';
    const response = await send('PUT', '/api/articles', named('two'));
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(rows()).toEqual(before);
    mood = 'well';
    expect((await send('PUT', '/api/articles', named('two'))).status).toBe(201);
  });
});
