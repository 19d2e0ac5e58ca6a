/** Out of one instance and into another: what readers, partners and editors have there is what they had here. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEQ_STEP } from '../../src/ledger/export-restore.ts';
import { TABLES } from '../../src/ledger/export-tables.ts';
import { flushTallies } from '../count/tallies.ts';
import { givePermission } from '../partner-feed/partners.ts';
import { BASE, EDITOR_KEY, named, openWorld, SIGNING_KEYS, type World } from '../world.ts';
import { countedPolls, fill, type Newsroom, reader, tokenOf } from './newsroom.ts';
import { exported, restored } from './worlds.ts';

const OTHER = 'https://other.example';

let old: World;
let young: World;
let room: Newsroom;
/** Before anything more happens in either. */
let held: { readonly old: Contents; readonly young: Contents };
let stateBefore: Record<string, unknown>;
const dir = mkdtempSync(join(tmpdir(), 'export-'));
const out = join(dir, 'out');

const stateOf = async (world: World): Promise<Record<string, unknown>> =>
  (await world.db.prepare('SELECT * FROM state').first<Record<string, unknown>>()) ?? {};

beforeAll(async () => {
  old = await openWorld({ publication: null });
  young = await openWorld({ publication: null, bindings: { BASE_URL: OTHER } });
  room = await fill(old);
  await countedPolls(old);
  stateBefore = await stateOf(old);
  const ran = await exported(old, out);
  expect(ran.said).toEqual([
    expect.stringMatching(/^\d+ rows of \d+ tables and 1 photos are in /),
    expect.stringContaining('SIGNING_KEYS'),
  ]);
  expect(ran.done).toBe(true);
  const into = await restored(young, out);
  expect(into.said).toEqual([
    expect.stringMatching(/^\d+ rows and 1 photos are at /),
    expect.stringContaining('SIGNING_KEYS'),
  ]);
  expect(into.done).toBe(true);
  held = { old: await contents(old), young: await contents(young) };
}, 120_000);
afterAll(async () => {
  rmSync(dir, { recursive: true });
  await Promise.all([old.close(), young.close()]);
});

const PUBLIC = [
  '/feed.rss',
  '/feed.atom',
  '/feed.json',
  '/tags/bridges/feed.atom',
  '/tags/ferries/feed.json',
  '/sections/harbour/feed.rss',
  '/archive/1-RECALL.rss',
  '/archive/1-RECALL.json',
  '/articles/story-3',
  '/articles/gone',
  '/articles/held',
  '/articles/waiting',
  '/articles/moved',
  '/articles/moved-on',
  '/articles/taken-in',
  '/sections/harbour/',
  '/media/PHOTO.jpg',
  '/feeds.opml',
  '/terms',
];
const partnerFeeds = ['rss', 'atom', 'json'].map((format) => `/partners/KEY/feed.${format}`);

const addressed = (path: string): string =>
  path.replace('KEY', room.key).replace('PHOTO', room.photo).replace('RECALL', String(stateBefore.recall));

/** What an address answers, with one base for both. */
async function answer(world: World, path: string): Promise<readonly unknown[]> {
  const response = await world.get(addressed(path), { 'accept-encoding': 'identity', accept: '*/*' });
  const text = Buffer.from(await response.arrayBuffer()).toString('latin1');
  const { headers, status } = response;
  // A photo is as new as its object in R2.
  const modified = path.startsWith('/media/') ? null : headers.get('last-modified');
  return [status, text, modified, headers.get('location')].map((each) =>
    typeof each === 'string' ? each.replaceAll(OTHER, BASE) : each,
  );
}

describe('what is read', () => {
  it.each([...PUBLIC, ...partnerFeeds])('%s is as it was', async (path) => {
    const expected = await answer(old, path);
    if (/feed|archive|PHOTO/.test(path)) expect(expected[0]).toBe(200);
    expect(await answer(young, path)).toEqual(expected);
  });

  it('is the same when the clock has rendered every entry again', async () => {
    const stale = "SELECT count(*) FROM entry WHERE renderer = ''";
    await expect
      .poll(() => young.db.prepare(stale).first<number>('count(*)'), { timeout: 20_000, interval: 200 })
      .toBe(0);
    for (const path of [...PUBLIC.slice(0, 6), ...partnerFeeds])
      expect(await answer(young, path)).toEqual(await answer(old, path));
    const hashes = 'SELECT entry_key, length(hash) AS hash, piece <> ? AS piece FROM entry ORDER BY entry_key';
    const [here, there] = await Promise.all(
      [old, young].map(async (world) => (await world.db.prepare(hashes).bind('').all()).results),
    );
    expect(there).toEqual(here);
  });
});

describe('what was handed out', () => {
  it('credit links lead to the same articles, and count', async () => {
    const [first, unknown] = [room.token, await tokenOf(9999, room.grant)];
    for (const token of [first, unknown])
      expect(await answer(young, `/c/${token}`)).toEqual(await answer(old, `/c/${token}`));
    expect((await answer(young, `/c/${first}`))[3]).toBe(`${BASE}/articles/story-0`);
  });

  it('a withdrawn article’s old copies still meet 410', async () => {
    const number =
      (await old.db.prepare("SELECT number FROM article WHERE slug = 'gone'").first<number>('number')) ?? 0;
    const token = await tokenOf(number, room.grant);
    expect((await answer(young, `/c/${token}`))[0]).toBe(410);
  });
});

/** Rendered from the rest, somebody's sign-in, or the instance's own. */
const NOT_THE_SAME = ['entry', 'copy_entry', 'desk_session', 'portal_session', 'state', 'flushed'];

type Contents = Readonly<Record<string, readonly unknown[]>>;

async function contents(world: World): Promise<Contents> {
  const { results } = await world.db
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_cf%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'd1%'",
    )
    .all<{ name: string }>();
  const tables = results.map(({ name }) => name).filter((name) => !NOT_THE_SAME.includes(name));
  const rows = await Promise.all(
    tables.map(async (name) => (await world.db.prepare(`SELECT * FROM ${name}`).all()).results),
  );
  return Object.fromEntries(tables.map((name, index) => [name, rows[index] ?? []]));
}

describe('the tables', () => {
  it('an export leaves out what is rendered and who is signed in, and no other', () => {
    const written = [...TABLES.map(({ name }) => name), 'entry', 'desk_session', 'portal_session'].filter(
      (name) => name !== 'poll',
    );
    const all = [...Object.keys(held.old), ...NOT_THE_SAME];
    expect(all.toSorted()).toEqual(written.toSorted());
  });

  it('have every column, but what is rendered', async () => {
    const left: Record<string, readonly string[]> = {
      copy_entry: ['renderer', 'hash', 'blocks', 'head', 'body', 'tail'],
      state: ['renderer'],
    };
    for (const { name, columns } of TABLES.filter((table) => table.name !== 'poll')) {
      const { results } = await old.db.prepare(`SELECT name FROM pragma_table_info('${name}')`).all<{ name: string }>();
      const there = results.map((column) => column.name);
      expect([...columns, ...(left[name] ?? [])].toSorted(), name).toEqual(there.toSorted());
    }
  });

  it('hold what they held', () => {
    const { hit = [], permission_grant: grants = [], repost_event: events = [] } = held.old;
    expect(Math.min(hit.length, grants.length, events.length)).toBeGreaterThan(1);
    expect(held.young).toEqual(held.old);
  });

  it('polls are as they were', async () => {
    const polls = async (world: World) => JSON.parse(await (await world.send('GET', '/api/polls')).text()).polls;
    const written: readonly { key: string; count: number }[] = readFileSync(join(out, 'poll.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const there: readonly { key: string; count: number }[] = await polls(young);
    expect(written.length).toBeGreaterThan(0);
    for (const { key, count } of written)
      expect(there.find((poll) => poll.key === key)?.count).toBeGreaterThanOrEqual(count);
  });

  it('seq and recall only move forward', async () => {
    const state = await stateOf(young);
    expect(state).toMatchObject({
      seq: Number(stateBefore.seq) + SEQ_STEP,
      recall: stateBefore.recall,
      arrivals: stateBefore.arrivals,
      publication: stateBefore.publication,
      publication_seq: stateBefore.publication_seq,
    });
  });
});

describe('the folder', () => {
  it('is for its owner only, and has no secret', () => {
    expect(statSync(out).mode & 0o777).toBe(0o700);
    for (const file of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
      const path = join(out, file);
      if (!statSync(path).isFile()) continue;
      expect(statSync(path).mode & 0o077, file).toBe(0);
      const text = readFileSync(path, 'latin1');
      for (const secret of [EDITOR_KEY, SIGNING_KEYS.slice(2), room.key.split('_').at(-1) ?? ''])
        expect(text.includes(secret), file).toBe(false);
    }
    expect(existsSync(join(out, 'photos', `${room.photo}.jpg`))).toBe(true);
  });
});

describe('afterwards', () => {
  it('everything goes on: articles, permissions, counting', async () => {
    const top = async (table: string) =>
      (await young.db.prepare(`SELECT max(number) AS n FROM ${table}`).first<number>('n')) ?? 0;
    const [article, grant, repost] = [await top('article'), await top('permission_grant'), await top('repost')];
    expect((await young.put(named('new-here', { published: new Date().toISOString() }))).status).toBe(201);
    expect(await top('article')).toBe(article + 1);
    expect((await young.get('/feed.rss')).status).toBe(200);
    expect(await (await young.get('/feed.json')).text()).toContain('new-here');
    expect(await givePermission(young, 'north')).toBe(grant + 1);
    await flushTallies(young);
    const before = await hitsOf(young);
    await young.get(`/b/${room.token}.svg`, reader('c.example'));
    await young.get(`/b/${room.token}.svg`, reader('a.example'));
    await flushTallies(young);
    await flushTallies(young);
    expect(await hitsOf(young)).toEqual({ views: before.views + 2, clicks: before.clicks });
    expect(await top('repost')).toBe(repost + 1);
  });

  it('the next export is of one moment too', async () => {
    const again = join(dir, 'again');
    expect((await exported(young, again)).done).toBe(true);
    const lines = (file: string) => readFileSync(join(again, file), 'utf8').trim().split('\n');
    expect(lines('flushed.ndjson').join()).not.toContain('restore:');
    expect(lines('article.ndjson').length).toBe(
      readFileSync(join(out, 'article.ndjson'), 'utf8').trim().split('\n').length + 1,
    );
  });
});

async function hitsOf(world: World): Promise<{ views: number; clicks: number }> {
  const { results } = await world.db
    .prepare('SELECT kind, sum(raw) AS raw FROM hit_day GROUP BY kind')
    .all<{ kind: number; raw: number }>();
  const of = (kind: number) => results.find((row) => row.kind === kind)?.raw ?? 0;
  return { views: of(0), clicks: of(1) };
}
