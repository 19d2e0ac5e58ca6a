/** Very many reads through all of it: requests over sockets, tallies, alarms, deliveries, and the ledger in Miniflare's D1. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Miniflare } from 'miniflare';
import { bundleWorker } from './bundle.ts';
import { setPublication } from './editor.ts';
import { askFast } from './hit-client.ts';
import { copiesRead, readersOf } from './hit-mix.ts';
import { HIT_BINDINGS } from './hit-run.ts';
import { once } from './once.ts';
import { serviceWorker } from './world.ts';

/** `HITS=1000000` for the whole of it; the normal run does with less. */
export const HITS = Number(process.env.HITS ?? 100_000);
const SHARDS = ['hits-0', 'hits-1', 'hits-2', 'hits-3'];

export interface Piped {
  readonly seconds: number;
  readonly received: number;
  readonly answered: number;
  readonly counted: number;
  /** Hits answered and not counted, and counted and not received, key by key. */
  readonly lost: number;
  readonly doubled: number;
  readonly rowsWritten: number;
  readonly deliveries: number;
  readonly ledgerRows: number;
}

/** Every number of `hits_*` and `d1_rows_per_hit` comes from this one run. */
export const pipeline = once(async (): Promise<Piped> => {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'hits-'));
  const mf = new Miniflare({
    cf: false,
    host: '127.0.0.1',
    port: 0,
    durableObjectsPersist: join(folder, 'do'),
    d1Persist: join(folder, 'd1'),
    workers: [
      serviceWorker({
        name: 'app',
        contents: bundleWorker('hits'),
        options: { bindings: HIT_BINDINGS, wrappedBindings: {}, d1Databases: { DB: 'ledger' } },
      }),
    ],
  });
  try {
    const db = await mf.getD1Database('DB');
    await migrate(db);
    const at = String(await mf.unsafeGetDirectURL('app')).replace(/\/$/, '');
    await setPublication(at);
    return await measured(at, db);
  } finally {
    await mf.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
});

async function measured(at: string, db: D1Database): Promise<Piped> {
  const next = readersOf(await copiesRead(HITS), HITS);
  const started = performance.now();
  const { sent, answered } = await askFast(Number(new URL(at).port), next);
  const seconds = (performance.now() - started) / 1000;
  for (const shard of SHARDS) await told(`${at}/-/flush/${shard}`);
  const written: { rowsWritten: number; deliveries: number } = JSON.parse(await told(`${at}/-/written`));
  const counted = await inTheLedger(db);
  const keys = new Set([...sent.keys(), ...counted.keys()]);
  const beyond = (more: ReadonlyMap<string, number>, than: ReadonlyMap<string, number>): number =>
    [...keys].reduce((sum, key) => sum + Math.max(0, (more.get(key) ?? 0) - (than.get(key) ?? 0)), 0);
  const ledgerRows = (await db.prepare('SELECT count(*) AS n FROM hit').first<number>('n')) ?? 0;
  return {
    seconds,
    received: sumOf(sent),
    answered: sumOf(answered),
    counted: sumOf(counted),
    lost: beyond(answered, counted),
    doubled: beyond(counted, sent),
    ledgerRows,
    ...written,
  };
}

const sumOf = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, n) => sum + n, 0);

async function told(url: string): Promise<string> {
  const response = await fetch(url, { headers: { connection: 'close' } });
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return response.text();
}

async function inTheLedger(db: D1Database): Promise<ReadonlyMap<string, number>> {
  const key = "article || ' ' || grant_number || ' ' || channel || ' ' || kind || ' ' || host || ' ' || class";
  const { results } = await db
    .prepare(`SELECT ${key} AS key, sum(count) AS n FROM hit GROUP BY 1`)
    .all<{ key: string; n: number }>();
  return new Map(results.map(({ key, n }) => [key, n]));
}

async function migrate(db: D1Database): Promise<void> {
  for (const file of readdirSync('migrations').sort()) {
    const text = readFileSync(`migrations/${file}`, 'utf8').replace(/--.*$/gm, '');
    const statements = text.split(';').map((statement) => statement.trim());
    await db.batch(statements.filter(Boolean).map((statement) => db.prepare(statement)));
  }
}
