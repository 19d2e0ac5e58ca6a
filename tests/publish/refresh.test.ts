/** Another renderer (here: another base URL) has 10,000 stored entries made again, in pieces, while feeds are served. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { named, openWorld, type World } from '../world.ts';

/** Three entries each. */
const ARTICLES = 3340;
const BATCH = 20;
const OTHER = 'https://moved.example';
let persist: string;
let former: string;

beforeAll(async () => {
  persist = mkdtempSync(join(tmpdir(), 'tearsheet-refresh-'));
  const world = await openWorld({ persist });
  for (let from = 0; from < ARTICLES; from += BATCH) {
    const lines = Array.from({ length: BATCH }, (_, index) => JSON.stringify(named(`n${from + index}`)));
    const response = await world.send('POST', '/api/articles', lines.join('\n'));
    expect(await response.text()).not.toContain('problem');
  }
  former = (await world.db.prepare('SELECT DISTINCT renderer FROM entry').first<string>('renderer')) ?? '';
  await world.close();
}, 300_000);
afterAll(() => rmSync(persist, { recursive: true, force: true }));

const left = async (world: World): Promise<number> =>
  (await world.db.prepare('SELECT count(*) AS n FROM entry WHERE renderer = ?').bind(former).first<number>('n')) ?? 0;

async function expectServed(world: World): Promise<void> {
  const feed = await (await world.get('/feed.rss', { 'accept-encoding': 'identity' })).text();
  expect(feed).toContain(`${OTHER}/articles/`);
  expect(feed).not.toContain('https://news.example');
}

it('goes on where it was killed, and serves the right bytes all the while', { timeout: 300_000 }, async () => {
  const world = await openWorld({ persist, publication: null, bindings: { BASE_URL: OTHER } });
  await expectServed(world);
  const total = ARTICLES * 3;
  while ((await left(world)) > total - 500) await wait(20);
  const atKill = await left(world);
  expect(atKill).toBeGreaterThan(0);
  const pids = execFileSync('pgrep', ['-P', String(process.pid), 'workerd'])
    .toString()
    .trim()
    .split('\n');
  process.kill(Number(pids.at(-1)), 'SIGKILL');
  await world.close().catch(() => undefined);
  const again = await openWorld({ persist, publication: null, bindings: { BASE_URL: OTHER } });
  expect(await again.db.prepare('SELECT count(*) AS n FROM entry').first('n')).toBe(total);
  expect(await left(again)).toBeLessThanOrEqual(atKill);
  const fresh = async () => {
    await expectServed(again);
    return left(again);
  };
  await expect.poll(fresh, { timeout: 240_000, interval: 500 }).toBe(0);
  expect(await again.db.prepare('SELECT count(DISTINCT renderer) AS n FROM entry').first('n')).toBe(1);
  await again.close();
});
