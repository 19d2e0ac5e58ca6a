/** What a killed process has left in its files, read from copies: where in the course of things the kill struck. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** How many tallies… */
export interface KilledAt {
  /** …held hits they had not begun to hand on. */
  readonly pending: number;
  /** …had a delivery under way that the ledger had not seen. */
  readonly beforeTheLedger: number;
  /** …had a delivery under way that was in the ledger already. */
  readonly beforeTheAnswer: number;
  /** …held something and had no alarm set: nobody would ever hand it on. */
  readonly forgotten: number;
}

const NOTHING: KilledAt = { pending: 0, beforeTheLedger: 0, beforeTheAnswer: 0, forgotten: 0 };

export function stateOfFiles(persist: string): KilledAt {
  const copy = mkdtempSync(join(tmpdir(), 'tearsheet-killed-'));
  try {
    cpSync(persist, copy, { recursive: true, filter: (path) => !path.endsWith('-shm') });
    const files = readdirSync(copy, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.sqlite'));
    const databases = files.map((path) => new DatabaseSync(join(copy, path)));
    const flushed = new Map(
      databases.flatMap((db) => rows(db, 'flushed', 'SELECT tally AS name, no FROM flushed')).map(pairOf),
    );
    return databases.reduce((sum, db) => withTally(sum, db, flushed), NOTHING);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const pairOf = ({ name, no }: Record<string, unknown>): [string, number] => [String(name), Number(no)];

function withTally(sum: KilledAt, db: DatabaseSync, flushed: ReadonlyMap<string, number>): KilledAt {
  const waiting = rows(db, 'pending', 'SELECT count(*) AS n FROM pending').some(({ n }) => Number(n) > 0);
  const outbox = rows(db, 'outbox', 'SELECT tally.name AS name, no FROM outbox, tally').map(pairOf);
  const inTheLedger = outbox.filter(([name, no]) => no <= (flushed.get(name) ?? 0)).length;
  // Where workerd keeps a durable object's alarm.
  const armed = rows(db, '_cf_METADATA', 'SELECT 1 FROM _cf_METADATA WHERE key = 1 AND value IS NOT NULL').length > 0;
  db.close();
  return {
    pending: sum.pending + (waiting ? 1 : 0),
    beforeTheLedger: sum.beforeTheLedger + outbox.length - inTheLedger,
    beforeTheAnswer: sum.beforeTheAnswer + inTheLedger,
    forgotten: sum.forgotten + ((waiting || outbox.length > 0) && !armed ? 1 : 0),
  };
}

function rows(db: DatabaseSync, table: string, sql: string): readonly Record<string, unknown>[] {
  const exists = db.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(table) !== undefined;
  return exists ? db.prepare(sql).all() : [];
}
