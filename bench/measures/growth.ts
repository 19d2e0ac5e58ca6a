import { DatabaseSync } from 'node:sqlite';
import { askedCold, largeCatalogue, rowsOfColdFeed, smallCatalogue } from '../lib/cold-feed.ts';
import { cpuNanoseconds } from '../lib/cpu.ts';
import { rawGet } from '../lib/raw.ts';
import { openSimulated, placeForMiniflare } from '../lib/simulated-d1.ts';
import type { Asked } from '../lib/sqlite-d1.ts';
import type { Measurement, Result } from '../lib/table.ts';

const BOOTS = 10;
const TRIES = 4;
const MAX_CONTROL = 1.15;
const REPEATS = 300;

/** Milliseconds of the first feed of a fresh isolate, with Miniflare's D1 in the same process and so in the figure. */
async function coldMs(folder: string): Promise<number> {
  const { pid, db, at, close } = await openSimulated(folder);
  try {
    // The simulator's own start isn't what grows.
    for (let warm = 0; warm < 20; warm++) await db.prepare('SELECT 1').all();
    const before = cpuNanoseconds(pid);
    await rawGet(`${at}/feed.rss`, { 'accept-encoding': 'gzip' });
    return (cpuNanoseconds(pid) - before) / 1e6;
  } finally {
    await close();
  }
}

/** Microseconds this process needs for the statements alone. */
function sqlMicroseconds(file: string, asked: readonly Asked[]): number {
  const sqlite = new DatabaseSync(file);
  const statements = asked.map(({ sql, params }) => ({ statement: sqlite.prepare(sql), params: params ?? [] }));
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 10; round++) {
    const before = process.cpuUsage();
    for (let repeat = 0; repeat < REPEATS; repeat++)
      for (const { statement, params } of statements) statement.all(...params);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / REPEATS);
  }
  sqlite.close();
  return least;
}

function plans(file: string, asked: readonly Asked[]): readonly string[] {
  const sqlite = new DatabaseSync(file);
  const lines = asked.flatMap(({ sql, params }) => [
    `EXPLAIN QUERY PLAN ${sql.replace(/\s+/g, ' ').slice(0, 90)}…`,
    ...sqlite
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...(params ?? []))
      .map(({ detail }) => `  ${detail}`),
  ]);
  sqlite.close();
  return lines;
}

async function measure(): Promise<Result> {
  const files = [(await smallCatalogue()).file, (await largeCatalogue()).file];
  const [smallFile = '', largeFile = ''] = files;
  const [small, large] = [await placeForMiniflare(smallFile), await placeForMiniflare(largeFile)];
  let best = { ratio: 0, control: Number.POSITIVE_INFINITY, ms: [0, 0] };
  for (let attempt = 0; attempt < TRIES && best.control > MAX_CONTROL; attempt++) {
    const least = [small, large, small].map(() => Number.POSITIVE_INFINITY);
    for (let boot = 0; boot < BOOTS; boot++)
      for (const [index, folder] of [small, large, small].entries())
        least[index] = Math.min(least[index] ?? 0, await coldMs(folder));
    const [one = 0, grown = 0, again = 0] = least;
    const control = Math.max(one, again) / Math.min(one, again);
    if (control < best.control) best = { ratio: grown / Math.min(one, again), control, ms: [one, grown] };
  }
  const asked = await askedCold(largeFile, '/feed.rss');
  const sql = files.map((file) => sqlMicroseconds(file, asked));
  const rows = [await rowsOfColdFeed(smallFile), await rowsOfColdFeed(largeFile)];
  return {
    value: best.ratio,
    beside: `${best.ms.map((ms) => ms.toFixed(1)).join(' → ')} ms; SQL alone ${sql.map((us) => us.toFixed(0)).join(' → ')} µs; rows read ${rows.join(' → ')}`,
    noisy: best.control > MAX_CONTROL,
    lines: plans(largeFile, asked),
  };
}

export const growth: readonly Measurement[] = [
  {
    name: 'catalogue_growth_ratio',
    limit: 1.2,
    how: 'CPU of the first feed of a fresh isolate with D1 in the same process, 100,000 articles against 100; least of 10 boots in turn',
    measure,
  },
];
