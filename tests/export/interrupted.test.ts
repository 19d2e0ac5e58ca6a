/** What is damaged, interrupted, done twice or changed meanwhile. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { jpeg } from '../editor/photos.ts';
import { feedKey, makePartner } from '../partner-feed/partners.ts';
import { EDITOR_KEY, named, openWorld, type World } from '../world.ts';
import { countedPolls, fill, reader, tokenOf } from './newsroom.ts';
import { exported, folder, keptFolder, restored } from './worlds.ts';

let old: World;
let out: string;
const kept = keptFolder();

beforeAll(async () => {
  old = await openWorld({ publication: null });
  await fill(old);
  await countedPolls(old);
  out = kept.path;
  expect((await exported(old, out)).done).toBe(true);
}, 60_000);
afterAll(async () => {
  kept.remove();
  await old.close();
});

async function emptyWorld(): Promise<World> {
  const world = await openWorld({ publication: null });
  onTestFinished(() => world.close());
  return world;
}

const feedOf = async (world: World) => (await world.get('/feed.json', { 'accept-encoding': 'identity' })).text();

/** Without what each instance has of its own. */
async function rowsIn(world: World): Promise<Readonly<Record<string, number>>> {
  const tables = ['article', 'grant_event', 'repost_event', 'hit', 'hit_day', 'revision', 'request', 'partner_key'];
  const counts = await Promise.all(
    tables.map(async (name) => (await world.db.prepare(`SELECT count(*) AS n FROM ${name}`).first<number>('n')) ?? 0),
  );
  return Object.fromEntries(tables.map((name, index) => [name, counts[index] ?? 0]));
}

const pollsIn = async (world: World): Promise<unknown> =>
  JSON.parse(await (await world.send('GET', '/api/polls')).text());

describe('an instance that is not empty', () => {
  it.each([
    [
      'a publication',
      'publication',
      (world: World) => world.send('PUT', '/api/publication', JSON.parse(publication())),
    ],
    [
      'a partner alone',
      'partner',
      (world: World) =>
        world.db.prepare("INSERT INTO partner VALUES ('p', 'P', 'en', 'generic', '[]', 'active', 1, 1)").run(),
    ],
    [
      'a hit alone',
      'hit',
      (world: World) => world.db.prepare("INSERT INTO hit VALUES (1, '2026-11-22', 1, 1, 0, '-', 0, 1)").run(),
    ],
    ['a photo alone', 'asset', (world: World) => world.send('PUT', '/api/assets', jpeg(4, 4))],
    [
      'half of another export',
      'flushed',
      (world: World) => world.db.prepare("INSERT INTO flushed VALUES ('restore:other', 7)").run(),
    ],
  ] as const)('with %s is left as it is', async (_name, holding, put) => {
    const world = await emptyWorld();
    await put(world);
    const before = await rowsIn(world);
    const { done, said } = await restored(world, out);
    expect(done).toBe(false);
    expect(said.join()).toMatch(
      new RegExp(`goes into an empty instance only. This one has something in: .*${holding}`),
    );
    expect(await rowsIn(world)).toEqual(before);
  });

  it('may have keys of editors: somebody made one to restore with', async () => {
    const world = await emptyWorld();
    const made = await world.send('POST', '/api/keys', { label: 'Restore', scopes: ['export'] });
    const { key } = Object(JSON.parse(await made.text()));
    expect((await restored(world, out, undefined, key)).done).toBe(true);
    expect((await world.send('GET', '/api/export', undefined, { authorization: `Bearer ${key}` })).status).toBe(200);
  });

  it('is one that this export was restored into: again, it changes nothing', async () => {
    const world = await emptyWorld();
    await restored(world, out);
    await world.put(named('after', { published: new Date().toISOString() }));
    const before = await rowsIn(world);
    const again = await restored(world, out);
    expect(again.done).toBe(true);
    expect(again.asked).toEqual([expect.stringMatching(/^POST \/api\/restore\/[0-9a-f]{64}$/)]);
    expect(await rowsIn(world)).toEqual(before);
  });
});

const publication = (): string => JSON.parse(readFileSync(join(out, 'state.ndjson'), 'utf8')).publication;

describe('access', () => {
  const CALLS = [
    ['POST', '/api/export'],
    ['GET', '/api/export'],
    ['GET', '/api/export/tables/article'],
    ['GET', `/api/export/photos/${'0'.repeat(64)}`],
    ['POST', `/api/restore/${'0'.repeat(64)}`],
    ['PUT', `/api/restore/${'0'.repeat(64)}/photos/${'0'.repeat(64)}`],
    ['POST', `/api/restore/${'0'.repeat(64)}/tables/article?from=0`],
  ] as const;
  it.each(CALLS)('%s %s wants the scope', async (method, path) => {
    const made = await old.send('POST', '/api/keys', {
      label: 'All but one',
      scopes: ['read', 'publish', 'partners', 'keys'],
    });
    const { key } = Object(JSON.parse(await made.text()));
    expect((await old.send(method, path, undefined, { authorization: `Bearer ${key}` })).status).toBe(403);
    expect((await old.send(method, path, undefined, { authorization: 'Bearer nothing' })).status).toBe(401);
  });

  it.each([
    ['/api/export/tables/desk_session', 404],
    ['/api/export/tables/sqlite_master', 404],
    ['/api/export/tables/article?after=1', 422],
    ['/api/export/tables/article?after=[]', 422],
    ['/api/export/tables/article?after=[1,2]', 422],
    ['/api/export/tables/article?after=[1]', 200],
  ])('%s is answered with %i', async (path, status) => {
    expect((await old.send('GET', path)).status).toBe(status);
  });
});

/** A copy of the export to damage. */
function copyOf(): string {
  const dir = folder();
  cpSync(out, dir, { recursive: true });
  return dir;
}

const damage = (dir: string, file: string, change: (text: string) => string): void =>
  writeFileSync(join(dir, file), change(readFileSync(join(dir, file), 'utf8')));

describe('a damaged export', () => {
  const lines = (text: string) => text.trimEnd().split('\n');
  it.each([
    [
      'a line that is cut off',
      'article.ndjson',
      (text: string) => text.slice(0, -20),
      /article\.ndjson:\d+ {2}the line is cut off or damaged/,
    ],
    [
      'a line without its end',
      'article.ndjson',
      (text: string) => text.slice(0, -1),
      /article\.ndjson:\d+ {2}the line is cut off/,
    ],
    [
      'a line too few',
      'hit.ndjson',
      (text: string) => `${lines(text).slice(0, -1).join('\n')}\n`,
      /hit\.ndjson:\d+ {2}the file ends here/,
    ],
    [
      'no JSON in line 3',
      'slug.ndjson',
      (text: string) => text.replace(/^((?:.*\n){2})./, '$1('),
      /slug\.ndjson:3 {2}the line is cut off or damaged/,
    ],
    [
      'another number',
      'hit.ndjson',
      (text: string) => text.replace(/"count":(\d)/, '"count":9$1'),
      /hit\.ndjson:1-\d+ {2}the file was changed/,
    ],
    [
      'a column too many',
      'partner.ndjson',
      (text: string) => text.replace('{', '{"more":1,'),
      /partner\.ndjson:1 {2}more: /,
    ],
    [
      'a text for a number',
      'revision.ndjson',
      (text: string) => text.replace(/"at":(\d+)/, '"at":"$1"'),
      /revision\.ndjson:1 {2}at: /,
    ],
    ['a manifest that is none', 'manifest.json', () => '{"tearsheet":"export"', /manifest\.json:1 /],
    [
      'a manifest of tomorrow',
      'manifest.json',
      (text: string) => text.replace('"version": 1', '"version": 2'),
      /manifest\.json:1 .*exports of version 1/,
    ],
    [
      'a manifest that leads elsewhere',
      'manifest.json',
      (text: string) => text.replace('slug.ndjson', '../slug.ndjson'),
      /manifest\.json:1 .*file/,
    ],
  ] as const)('with %s is refused before anything is sent', async (_name, file, change, words) => {
    const dir = copyOf();
    damage(dir, file, change);
    const { done, said, asked } = await restored(old, dir);
    expect(said.join('\n')).toMatch(words);
    expect([done, asked]).toEqual([false, []]);
  });

  it('with a photo of other bytes, without a file, or that broke off, is refused', async () => {
    const photo = Object(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))).photos[0].file;
    for (const [file, change] of [
      [photo, (dir: string) => writeFileSync(join(dir, photo), readFileSync(join(out, photo)).reverse())],
      ['listing.ndjson', (dir: string) => rmSync(join(dir, 'listing.ndjson'))],
      ['manifest.json', (dir: string) => rmSync(join(dir, 'manifest.json'))],
    ] as const) {
      const dir = copyOf();
      change(dir);
      const { done, said, asked } = await restored(old, dir);
      expect(said[0]).toContain(`${file}:1 `);
      expect([done, asked]).toEqual([false, []]);
    }
  });

  it('is refused by the service too, whoever sends it', async () => {
    const world = await emptyWorld();
    const id = '1'.repeat(64);
    const send = (table: string, body: unknown) =>
      world.send('POST', `/api/restore/${id}/tables/${table}?from=0`, JSON.stringify(body));
    expect((await send('slug', { slug: 'a', number: 1 })).status).toBe(409);
    await world.send('POST', `/api/restore/${id}`);
    expect((await send('slug', { slug: 'a', number: 'one' })).status).toBe(422);
    expect(
      (await send('state', { ...JSON.parse(readFileSync(join(out, 'state.ndjson'), 'utf8')), publication: '{}' }))
        .status,
    ).toBe(422);
    expect((await world.send('PUT', `/api/restore/${id}/photos/${'0'.repeat(64)}`, jpeg(4, 4))).status).toBe(422);
    expect((await send('slug', { slug: 'a', number: 1 })).status).toBe(200);
  });
});

/**
 * One run that gets no further than its first or second batch. Every third time what was cut off had arrived, and only
 * its answer was lost.
 */
async function cutOff(world: World, run: number): Promise<boolean> {
  let asked = 0;
  const { done, said } = await restored(world, out, async (request) => {
    asked += 1;
    if (asked <= 1 + (run % 2) || (run % 2 === 1 && request.includes('/photos/'))) return;
    if (run % 3 === 0 && request.includes('/tables/')) await deliver(world, out, request);
    throw new Error('ECONNRESET');
  });
  if (!done) expect(said.join()).toContain('broke off');
  return done;
}

describe('an interrupted restore', () => {
  it('goes on where it was, wherever it broke off', { timeout: 240_000 }, async () => {
    const whole = await emptyWorld();
    const all = (await restored(whole, out)).asked.length;
    expect(all).toBeGreaterThan(20);
    const expected = [await rowsIn(whole), await feedOf(whole), await pollsIn(whole)];
    const world = await emptyWorld();
    let runs = 0;
    while (!(await cutOff(world, runs))) {
      runs += 1;
      expect(runs).toBeLessThan(2 * all);
      // Nothing is served of half an export.
      if (runs === 12) expect((await world.get('/feed.rss')).status).not.toBe(200);
    }
    expect(runs).toBeGreaterThan(12);
    expect([await rowsIn(world), await feedOf(world), await pollsIn(world)]).toEqual(expected);
  });

  /** As far as a table, whose rows are not there yet. */
  const until = async (world: World, table: string): Promise<string> => {
    let refused = '';
    await restored(world, out, (request) => {
      if (!request.includes(`/tables/${table}?`)) return;
      refused = request;
      throw new Error('ECONNRESET');
    });
    return refused.split(' ')[1] ?? '';
  };
  const linesOf = (table: string): string => readFileSync(join(out, `${table}.ndjson`), 'utf8');

  it('takes a batch once that arrives many times at once', async () => {
    const world = await emptyWorld();
    const address = await until(world, 'grant_event');
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => world.send('POST', address, linesOf('grant_event'))),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect((await rowsIn(world)).grant_event).toBe(linesOf('grant_event').trim().split('\n').length);
    expect((await restored(world, out)).done).toBe(true);
    expect(await rowsIn(world)).toEqual(await rowsIn(old));
  });

  it('takes no batch before its turn', async () => {
    const world = await emptyWorld();
    const address = (await until(world, 'poll')).replace(/from=(\d+)/, (_all, from) => `from=${Number(from) + 1}`);
    expect((await world.send('POST', address, linesOf('poll'))).status).toBe(409);
    expect(Object(await pollsIn(world)).polls).toEqual([]);
  });

  it('counts no poll twice when it is killed between the two places they are kept in', async () => {
    const world = await emptyWorld();
    const address = await until(world, 'poll');
    await world.db.exec("CREATE TRIGGER killed BEFORE UPDATE ON flushed BEGIN SELECT RAISE(ABORT, 'killed'); END");
    for (let time = 0; time < 3; time++)
      expect((await world.send('POST', address, linesOf('poll'))).status).toBeGreaterThanOrEqual(500);
    await world.db.exec('DROP TRIGGER killed');
    expect((await restored(world, out)).done).toBe(true);
    const written: readonly object[] = linesOf('poll')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(Object(await pollsIn(world)).polls).toEqual(written);
  });

  it('does not open what has been opened', async () => {
    const world = await emptyWorld();
    const address = await until(world, 'slug');
    await world.db.prepare("UPDATE state SET publication = '{}'").run();
    expect((await world.send('POST', address, linesOf('slug'))).status).toBe(409);
    expect(await world.db.prepare('SELECT count(*) AS n FROM slug').first<number>('n')).toBe(0);
  });

  it('does not go on in what somebody else began to use', async () => {
    const world = await emptyWorld();
    let asked = 0;
    await restored(world, out, () => {
      asked += 1;
      if (asked > 6) throw new Error('ECONNRESET');
    });
    await world.send('PUT', '/api/publication', JSON.parse(publication()));
    const { done, said } = await restored(world, out);
    expect(done).toBe(false);
    expect(said.join()).toContain('something else was written meanwhile');
  });
});

/** The request arrives, and its answer is lost. */
async function deliver(world: World, dir: string, request: string): Promise<void> {
  const [, path = ''] = request.split(' ');
  const table = /tables\/(\w+)/.exec(path)?.[1] ?? '';
  const from = Number(/from=(\d+)/.exec(path)?.[1]);
  const before = rowsBefore(dir, table);
  const lines = readFileSync(join(dir, `${table}.ndjson`), 'utf8')
    .trim()
    .split('\n')
    .slice(from - before);
  await world.send('POST', path, lines.slice(0, 500).join('\n'));
}

function rowsBefore(dir: string, table: string): number {
  const { tables } = Object(JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')));
  const before: readonly { rows: number }[] = tables.slice(
    0,
    tables.findIndex((each: { table: string }) => each.table === table),
  );
  return before.reduce((sum, { rows }) => sum + rows, 0);
}

describe('an export while things go on', () => {
  it('reads again what moved, and is of one moment', async () => {
    const dir = folder();
    let written = 0;
    const { done, asked } = await exported(old, dir, async (request) => {
      if (written === 0 && request.includes('/tables/listing'))
        written += (await old.put(named('meanwhile'))).ok ? 1 : 0;
      if (written === 1 && request.includes('/tables/hit_day')) {
        written += 1;
        await makePartner(old, 'late');
        await feedKey(old, 'late');
      }
    });
    expect(done).toBe(true);
    expect(asked.filter((request) => request.endsWith('/tables/article'))).toHaveLength(2);
    expect(asked.filter((request) => request.endsWith('/tables/partner'))).toHaveLength(2);
    expect(asked.filter((request) => request.endsWith('/tables/hit'))).toHaveLength(1);
    const world = await emptyWorld();
    expect((await restored(world, dir)).done).toBe(true);
    expect(await rowsIn(world)).toEqual(await rowsIn(old));
    expect(await feedOf(world)).toBe(await feedOf(old));
  });

  it('says so where it never comes to rest', async () => {
    const dir = folder();
    let version = 0;
    const { done, said } = await exported(old, dir, async (request) => {
      if (request.endsWith('/tables/state')) await old.put(named('restless', { title: `v${version++}` }));
    });
    expect(done).toBe(false);
    expect(said.join()).toContain('not of one moment: catalogue');
  });

  it('has what tallies still held when it began', async () => {
    const dir = folder();
    const before = await rowsIn(old);
    await old.get(`/b/${await tokenOf(1, 1)}.svg`, reader('held-back.example'));
    expect(await rowsIn(old)).toEqual(before);
    expect((await exported(old, dir)).done).toBe(true);
    expect(readFileSync(join(dir, 'hit.ndjson'), 'utf8')).toContain('held-back.example');
  });

  it('goes into no folder that has one, and broken off it leaves none', async () => {
    expect((await exported(old, out)).said.join()).toContain('has an export in it already');
    const dir = folder();
    const broken = await exported(old, dir, (request) => {
      if (request.includes('/photos/')) throw new Error('ECONNRESET');
    });
    expect(broken.done).toBe(false);
    expect((await restored(old, dir)).said.join()).toContain('manifest.json:1  is not there');
    expect((await exported(old, dir)).done).toBe(true);
  });

  it('tells of a photo that is lost', async () => {
    const world = await emptyWorld();
    await fill(world);
    const bucket = await world.mf.getR2Bucket('PHOTOS');
    const [object] = (await bucket.list()).objects;
    await bucket.delete(object?.key ?? '');
    const { done, said } = await exported(world, folder());
    expect([done, said.at(-1)]).toEqual([false, `The photo ${object?.key} is lost at the service itself.`]);
  });

  it('wants a key', async () => {
    expect((await exported(old, folder(), undefined, `${EDITOR_KEY}x`)).said.join()).toContain(
      'refuses the editor key',
    );
  });
});
