/** The same state under another start, another address, another renderer: the same bytes but for what changed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BASE, named, openWorld, type World } from '../world.ts';

const OTHER = 'http://127.0.0.1:9999';
const plain = { 'accept-encoding': 'identity' };
const PATHS = ['/feed.rss', '/feed.atom', '/feed.json', '/tags/ferries/feed.rss', '/feeds.opml', '/articles/one'];
let persist: string;

beforeAll(async () => {
  persist = mkdtempSync(join(tmpdir(), 'tearsheet-'));
  const world = await openWorld({ persist });
  for (const word of ['one', 'two', 'three'])
    await world.send(
      'PUT',
      '/api/articles',
      named(word, { body: '<p><a href="/articles/two">Two</a> and <a href="b">b</a></p>' }),
    );
  await world.close();
});
afterAll(() => rmSync(persist, { recursive: true, force: true }));

const read = (world: World) =>
  Promise.all(
    PATHS.map(async (path) => {
      const response = await world.get(path, plain);
      return { path, etag: response.headers.get('etag'), text: await response.text() };
    }),
  );

it('gives the same bytes and tags after a restart, and other addresses only under another base', async () => {
  const first = await openWorld({ persist, publication: null });
  const before = await read(first);
  await first.close();
  const second = await openWorld({ persist, publication: null });
  expect(await read(second)).toEqual(before);
  await second.close();
  const moved = await openWorld({ persist, publication: null, bindings: { BASE_URL: OTHER } });
  const after = await read(moved);
  expect(after.map(({ text }) => text.replaceAll(OTHER, BASE))).toEqual(before.map(({ text }) => text));
  expect(after.every(({ text }) => !text.includes(BASE))).toBe(true);
  await moved.close();
});

it('renders stored entries again in the background, without moving seq', async () => {
  const world = await openWorld({ persist, publication: null, bindings: { BASE_URL: 'https://third.example' } });
  const seq = await world.db.prepare('SELECT seq FROM state').first('seq');
  const before = await (await world.get('/feed.rss', plain)).text();
  const renderers = async () =>
    (await world.db.prepare('SELECT DISTINCT renderer FROM entry UNION SELECT renderer FROM state').raw()).length;
  await expect.poll(renderers, { timeout: 8000 }).toBe(1);
  expect(await world.db.prepare('SELECT seq FROM state').first('seq')).toBe(seq);
  expect(await (await world.get('/feed.rss', plain)).text()).toBe(before);
  await world.close();
});
