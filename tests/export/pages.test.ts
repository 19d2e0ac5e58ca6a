/** Many rows: pages and batches stay small, however many there are of them. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_BATCH_ROWS, TABLES, tableNamed } from '../../src/ledger/export-tables.ts';
import { openWorld, type World } from '../world.ts';
import { exported, folder, type Meddle, restored } from './worlds.ts';

const HITS = 3 * MAX_BATCH_ROWS + 1;
const LARGE = 1_000_000;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const clear = (): Promise<unknown> =>
  world.db.batch(['hit', 'grant_event', 'article_body'].map((name) => world.db.prepare(`DELETE FROM ${name}`)));

const addHits = (count: number): Promise<unknown> =>
  world.db
    .prepare(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       INSERT INTO hit SELECT i % 7, '2026-11-' || (10 + i % 19), i % 3, 1, i % 2, 'host-' || i || '.example', i % 5, i FROM n`,
    )
    .bind(count)
    .run();

const pagesOf = (asked: readonly string[], table: string): number =>
  asked.filter((request) => new RegExp(`/export/tables/${table}(\\?|$)`).test(request)).length;

describe('pages', () => {
  const page = tableNamed('hit')?.page ?? 0;
  it.each([
    [0, 1],
    [page - 1, 1],
    // A full page may have been the last.
    [page, 2],
    [page + 1, 2],
    [HITS, Math.floor(HITS / page) + 1],
  ])('%i rows come in %i pages, each row once', async (rows, pages) => {
    await clear();
    if (rows > 0) await addHits(rows);
    const dir = folder();
    const { done, asked } = await exported(world, dir);
    expect([done, pagesOf(asked, 'hit')]).toEqual([true, pages]);
    const lines = readFileSync(join(dir, 'hit.ndjson'), 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    expect([lines.length, new Set(lines).size]).toEqual([rows, rows]);
  });

  it('of rows without a key of their own are in the order in which they were written', async () => {
    await clear();
    const count = (tableNamed('grant_event')?.page ?? 0) + 20;
    await world.db
      .prepare(
        `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
         INSERT INTO grant_event SELECT 1, 5, 'active', 'api', 'the same ' || (i % 2) FROM n`,
      )
      .bind(count)
      .run();
    const dir = folder();
    await exported(world, dir);
    const reasons = readFileSync(join(dir, 'grant_event.ndjson'), 'utf8').trim().split('\n');
    expect(reasons).toHaveLength(count);
    expect(reasons.every((line, index) => line.includes(`the same ${(index + 1) % 2}`))).toBe(true);
  });

  it('read no more rows than they hold, wherever they begin', async () => {
    await clear();
    await addHits(HITS);
    const { readPage } = await import('../../src/ledger/export-pages.ts');
    for (const table of TABLES.filter(({ name }) => name !== 'poll')) {
      const key = table.key.map(() => '');
      let plan = '';
      const watched = {
        withSession: () => ({
          prepare: (query: string) => ({
            bind: () => ({
              all: async () => {
                const { results } = await world.db
                  .prepare(`EXPLAIN QUERY PLAN ${query}`)
                  .bind(...key)
                  .all<{ detail: string }>();
                plan = results.map(({ detail }) => detail).join('; ');
                return { results: [] };
              },
            }),
          }),
        }),
      };
      await Reflect.apply(readPage, null, [watched, table, key]);
      expect(plan, table.name).toMatch(/^SEARCH \w+ USING/);
      expect(plan, table.name).not.toContain('TEMP B-TREE');
    }
  });
});

describe('restoring many rows', () => {
  it('sends them in batches, and what is large alone', async () => {
    await clear();
    await addHits(HITS);
    // Quotes and what is not Latin make JSON of it twice as long.
    const html = `<p>${'“"\\u'.repeat(LARGE / 5)}</p>`.slice(0, LARGE);
    for (let number = 1; number <= 5; number++)
      await world.db.prepare('INSERT INTO article_body VALUES (?, ?)').bind(number, html).run();
    await world.db.prepare('INSERT INTO article_body VALUES (6, ?)').bind('\u0001/media/x — “small” 🚢 \\ \n').run();
    const dir = folder();
    await exported(world, dir);
    const young = await openWorld({ publication: null });
    try {
      const sizes: number[] = [];
      const measure: Meddle = (_request, body = '') => void sizes.push(Buffer.byteLength(body));
      const ran = await restored(young, dir, measure);
      expect(ran.said.slice(0, 1)).toEqual([expect.stringContaining('rows and 0 photos are at')]);
      const batches = (table: string) => ran.asked.filter((request) => request.includes(`/tables/${table}?`)).length;
      expect(batches('hit')).toBe(Math.ceil(HITS / MAX_BATCH_ROWS));
      expect(batches('article_body')).toBe(5);
      expect(Math.max(...sizes)).toBeLessThan(8 * 1024 * 1024);
      const query = 'SELECT * FROM article_body ORDER BY number';
      expect((await young.db.prepare(query).all()).results).toEqual((await world.db.prepare(query).all()).results);
      const hits = 'SELECT * FROM hit ORDER BY article, day, grant_number, channel, kind, host, class';
      expect((await young.db.prepare(hits).all()).results).toEqual((await world.db.prepare(hits).all()).results);
    } finally {
      await young.close();
    }
    expect(statSync(join(dir, 'article_body.ndjson')).size).toBeGreaterThan(5 * LARGE);
  });
});
