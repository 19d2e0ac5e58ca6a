/** Invariant 6: nothing that identifies a reader is set or stored. The stored bytes themselves are searched. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { named, openWorld } from '../world.ts';

const ADDRESS = '203.0.113.77';
const AGENT = 'CuriousReader/7.31 (Penguin OS 9.4; like nobody else) feedly';
const COOKIE = 'visitor=8f3c-unlike-any-other';
const PATHS = [
  '/',
  '/feed.rss',
  '/feed',
  '/feed.json',
  '/articles/one',
  '/tags/ferries/feed.atom',
  '/feeds.opml',
  '/nothing',
  '/archive/1-1.rss',
];
let persist: string;

beforeAll(() => {
  persist = mkdtempSync(join(tmpdir(), 'tearsheet-privacy-'));
});
afterAll(() => rmSync(persist, { recursive: true, force: true }));

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

it('sets no cookie, and stores neither address nor agent nor cookie', async () => {
  const world = await openWorld({ persist });
  await world.send('PUT', '/api/articles', named('one'));
  for (const path of [...PATHS, ...PATHS]) {
    const response = await world.get(path, { 'cf-connecting-ip': ADDRESS, 'user-agent': AGENT, cookie: COOKIE });
    expect(response.headers.get('set-cookie')).toBeNull();
    await response.arrayBuffer();
  }
  await wait(1500);
  expect(await (await world.send('GET', '/api/polls')).text()).toContain('feedly');
  await world.close();
  const stored = filesBelow(persist)
    .map((path) => readFileSync(path).toString('latin1'))
    .join('\n');
  // The search can find something: what is counted is there.
  expect(stored).toContain('feedly unconditional full rss -');
  for (const trace of [ADDRESS, 'CuriousReader', 'Penguin OS', '8f3c-unlike']) expect(stored).not.toContain(trace);
});
