/** The same catalogue in Miniflare's own D1, for what only it can say: rows read, and CPU with the database in it. */
import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Miniflare } from 'miniflare';
import { childNamed } from './cpu.ts';
import type { Asked } from './sqlite-d1.ts';
import { tempFolder } from './temp.ts';
import { deployed, serviceWorker } from './world.ts';

const D1 = { d1Databases: { DB: 'catalogue' } };

export interface Simulated {
  readonly pid: number;
  readonly db: D1Database;
  readonly at: string;
  readonly close: () => Promise<void>;
}

/** A folder in which Miniflare finds the file as its database. */
export async function placeForMiniflare(file: string): Promise<string> {
  const folder = tempFolder('d1');
  const first = new Miniflare({ modules: true, script: 'export default {}', ...D1, d1Persist: folder });
  await (await first.getD1Database('DB')).prepare('SELECT 1').all();
  await first.dispose();
  const place = join(folder, 'miniflare-D1DatabaseObject');
  const name = readdirSync(place).find((entry) => /^[0-9a-f]{64}\.sqlite$/.test(entry));
  if (!name) throw new Error('Miniflare keeps its database somewhere else now');
  for (const suffix of ['-wal', '-shm']) rmSync(join(place, name + suffix), { force: true });
  copyFileSync(file, join(place, name));
  return folder;
}

export async function openSimulated(folder: string): Promise<Simulated> {
  const before = childNamed('workerd');
  const service = serviceWorker({ ...deployed(), options: { ...D1, wrappedBindings: {} } });
  const mf = new Miniflare({ cf: false, host: '127.0.0.1', port: 0, workers: [service], d1Persist: folder });
  await mf.ready;
  const pid = childNamed('workerd').find((candidate) => !before.includes(candidate));
  if (!pid) throw new Error('No workerd was started');
  return {
    pid,
    db: await mf.getD1Database('DB'),
    at: String(await mf.unsafeGetDirectURL('app')).replace(/\/$/, ''),
    close: () => mf.dispose(),
  };
}

/** What D1 itself counts for these statements. */
export async function rowsRead(folder: string, asked: readonly Asked[]): Promise<number> {
  const { db, close } = await openSimulated(folder);
  try {
    let rows = 0;
    for (const { sql, params } of asked) {
      const { meta } = await db
        .prepare(sql)
        .bind(...(params ?? []))
        .all();
      rows += meta.rows_read;
    }
    return rows;
  } finally {
    await close();
  }
}
