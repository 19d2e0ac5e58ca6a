/**
 * An export brought into an empty instance, a batch at a time. How many rows it has is kept with them, in the same
 * transaction, as the ledger keeps what tallies have handed on: a batch that is sent again changes nothing, whoever was
 * killed when. Nothing is served until the last row, the state, is there.
 */
import { type Row, TABLES, type Table, type Value } from './export-tables.ts';

/** A bound value may have 2 MB: JSON of so many characters always fits. */
const MAX_JSON = 600_000;

const taking = (id: string): string => `restore:${id}`;

/** Keys of editors may be there: somebody made one to restore with. */
const MAY_BE_THERE = ['editor_key', 'state', 'flushed', 'poll'];
const MUST_BE_EMPTY = TABLES.filter(({ name }) => !MAY_BE_THERE.includes(name)).map(({ name }) => name);

export type Begun =
  | { readonly outcome: 'going on'; readonly rows: number }
  | { readonly outcome: 'not empty'; readonly holding: readonly string[] };

/** Where to go on: 0 in an empty instance, further where this export was being restored before. */
export async function beginRestore(db: D1Database, id: string): Promise<Begun> {
  const taken = await rowsTaken(db, id);
  if (taken !== null) return { outcome: 'going on', rows: taken };
  const holding = await tablesHolding(db);
  if (holding.length > 0) return { outcome: 'not empty', holding };
  // Of two that begin at once, one finds the other's mark, and a batch of the other is refused by it.
  const begin = `INSERT INTO flushed SELECT ?1, 0 WHERE NOT EXISTS (SELECT 1 FROM flushed WHERE tally <> ?1)`;
  const begun = await db.prepare(begin).bind(taking(id)).run();
  return begun.meta.changes > 0 ? { outcome: 'going on', rows: 0 } : { outcome: 'not empty', holding: ['flushed'] };
}

export function rowsTaken(db: D1Database, id: string): Promise<number | null> {
  const session = db.withSession('first-primary');
  return session.prepare('SELECT no FROM flushed WHERE tally = ?').bind(taking(id)).first<number>('no');
}

async function tablesHolding(db: D1Database): Promise<readonly string[]> {
  const some = MUST_BE_EMPTY.map((name) => `SELECT '${name}' AS name WHERE EXISTS (SELECT 1 FROM ${name})`);
  const others = `SELECT 'flushed' AS name WHERE EXISTS (SELECT 1 FROM flushed)`;
  const state = "SELECT 'publication' AS name FROM state WHERE publication IS NOT NULL";
  const statements = [state, ...some, others].map((query) => db.prepare(query));
  const found = await db.batch<{ name: string }>(statements);
  return found.flatMap(({ results }) => results.map(({ name }) => name));
}

export interface Batch {
  readonly id: string;
  /** How many rows of the export come before these. */
  readonly from: number;
  readonly table: Table;
  readonly rows: readonly Row[];
}

export type Taken =
  | { readonly outcome: 'taken'; readonly rows: number }
  /** These rows can't stand beside what is there, or somebody set a publication meanwhile. */
  | { readonly outcome: 'refused' };

export async function takeBatch(db: D1Database, batch: Batch): Promise<Taken> {
  const { id, from, rows } = batch;
  const to = from + rows.length;
  try {
    await db.batch([guard(db, id, from, to), ...statements(db, batch)]);
    return { outcome: 'taken', rows: to };
  } catch (error) {
    if (!(error instanceof Error && /constraint failed/.test(error.message))) throw error;
    const there = await rowsTaken(db, id);
    return there === null || there === from ? { outcome: 'refused' } : { outcome: 'taken', rows: there };
  }
}

/** Sets `no` to NULL, which the table refuses, unless exactly these rows come next. */
const guard = (db: D1Database, id: string, from: number, to: number): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO flushed VALUES (?1, CASE WHEN (SELECT no FROM flushed WHERE tally = ?1) = ?2
        AND (SELECT publication IS NULL FROM state) THEN ?3 END) ON CONFLICT (tally) DO UPDATE SET no = excluded.no`,
    )
    .bind(taking(id), from, to);

function statements(db: D1Database, { table, rows }: Batch): D1PreparedStatement[] {
  if (table.name === 'state') return rows.flatMap((row) => opening(db, row));
  if (table.name === 'poll') return [];
  return inStretches(rows).map((stretch) =>
    typeof stretch === 'string'
      ? db
          .prepare(
            insert(table, table.columns.map((column) => `value ->> '${column}'`).join(', '), 'FROM json_each(?1)'),
          )
          .bind(stretch)
      : db
          .prepare(insert(table, table.columns.map(() => '?').join(', '), ''))
          .bind(...table.columns.map((column) => stretch[column] ?? null)),
  );
}

/** What is left out is rendered when it is wanted, and by the clock: a renderer of no name is older than any. */
const RENDERED: Readonly<Record<string, readonly string[]>> = { copy_entry: ['renderer', 'hash', 'head', 'tail'] };

function insert({ name, columns }: Table, values: string, from: string): string {
  const rendered = RENDERED[name] ?? [];
  const or = name === 'editor_key' ? 'OR IGNORE ' : '';
  const all = [...columns, ...rendered].join(', ');
  return `INSERT ${or}INTO ${name} (${all}) SELECT ${[values, ...rendered.map(() => "''")].join(', ')} ${from}`;
}

/** Rows as JSON lists that a statement can take, and by itself a row that is too large for one. */
function inStretches(rows: readonly Row[]): readonly (string | Row)[] {
  const stretches: (string | Row)[] = [];
  let held: string[] = [];
  let length = 0;
  const end = (): void => {
    if (held.length > 0) stretches.push(`[${held.join(',')}]`);
    held = [];
    length = 0;
  };
  for (const row of rows) {
    const json = JSON.stringify(row);
    if (length + json.length > MAX_JSON) end();
    if (json.length > MAX_JSON) stretches.push(row);
    else held.push(json);
    length = held.length === 0 ? 0 : length + json.length;
  }
  end();
  return stretches;
}

/**
 * Documents may still be kept at the edge under numbers the exported instance went on to give. This one's begin behind
 * them.
 */
export const SEQ_STEP = 1_000_000;

function opening(db: D1Database, row: Row): D1PreparedStatement[] {
  const values: readonly Value[] = [
    'seq',
    'recall',
    'arrivals',
    'publication',
    'publication_digest',
    'publication_seq',
    'publication_at',
  ].map((column) => row[column] ?? null);
  return [
    db
      .prepare(
        `UPDATE state SET seq = max(seq, ?1) + ${SEQ_STEP}, recall = max(recall, ?2), arrivals = ?3, publication = ?4,
          publication_digest = ?5, publication_seq = ?6, publication_at = ?7, renderer = ''`,
      )
      .bind(...values),
    db.prepare(
      `INSERT OR IGNORE INTO entry SELECT number * 4 + value, '', '', 0, 0, '' FROM article, json_each('[0,1,2]')`,
    ),
  ];
}
