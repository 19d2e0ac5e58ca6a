/** Another renderer (here: another base URL) has 10,000 stored entries made again, in pieces, while feeds are served. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { named, openWorld, type World } from '../world.ts';

/** Three entries each. */
const ARTICLES = 3340;
const BATCH = 20;
let persist: string;
let former: string;
/** Every attempt has a base of its own, and so another renderer. */
let attempt = 0;

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

/** Entries on disk that this renderer made, read while nothing runs. */
function storedBy(renderer: string): number {
  const files = readdirSync(persist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.sqlite'));
  for (const name of files) {
    const sqlite = new DatabaseSync(join(persist, name));
    try {
      if (sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = 'entry'").get())
        return Number(sqlite.prepare('SELECT count(*) AS n FROM entry WHERE renderer = ?').get(renderer)?.n);
    } finally {
      sqlite.close();
    }
  }
  return 0;
}

async function expectServed(world: World, base: string): Promise<void> {
  const feed = await (await world.get('/feed.rss', { 'accept-encoding': 'identity' })).text();
  expect(feed).toContain(`${base}/articles/`);
  expect(feed.replaceAll(`${base}/`, '')).not.toMatch(/(?:news|moved-\d+)\.example/);
}

/** Starts under another base, lets the refresh run for a moment and kills it; answers how many entries are left. */
async function killedAfter(milliseconds: number, base: string): Promise<number> {
  const world = await openWorld({ persist, publication: null, bindings: { BASE_URL: base } });
  former = (await world.db.prepare('SELECT renderer FROM state').first<string>('renderer')) ?? former;
  await expectServed(world, base);
  await wait(milliseconds);
  const pids = execFileSync('pgrep', ['-P', String(process.pid), 'workerd'])
    .toString()
    .trim()
    .split('\n');
  process.kill(Number(pids.at(-1)), 'SIGKILL');
  await world.close().catch(() => undefined);
  return storedBy(former);
}

it('goes on where it was killed, and serves the right bytes all the while', {
  timeout: 300_000,
  retry: 1,
}, async () => {
  const total = ARTICLES * 3;
  let left = 0;
  const last = attempt + 8;
  // How far it comes in a moment depends on the machine: tried until the kill falls in the middle.
  for (let moment = 300; attempt < last && (left === 0 || left === total); attempt++) {
    left = await killedAfter(moment, `https://moved-${attempt}.example`);
    moment = left === total ? moment * 2 : moment / 2;
  }
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(total);
  const base = `https://moved-${attempt - 1}.example`;
  const again = await openWorld({ persist, publication: null, bindings: { BASE_URL: base } });
  const done = async (): Promise<boolean> => {
    await expectServed(again, base);
    const query =
      'SELECT count(DISTINCT entry.renderer) = 1 AND min(entry.renderer) = state.renderer AS done FROM entry, state';
    return (await again.db.prepare(query).first<number>('done')) === 1;
  };
  await expect.poll(done, { timeout: 240_000, interval: 500 }).toBe(true);
  await again.close();
  expect(storedBy(former)).toBe(0);
});
