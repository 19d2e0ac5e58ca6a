/** Tables read a page at a time, in the order of their keys, and a mark by which one sees whether they moved meanwhile. */
import type { Part, Row, Table, Value } from './export-tables.ts';

/** The values of the last row's key. */
export type Cursor = readonly (string | number)[];

export interface Page {
  readonly rows: readonly Row[];
  /** Null: this was the last. */
  readonly next: Cursor | null;
}

const ROWID = 'rowid';

export async function readPage(db: D1Database, table: Table, after: Cursor | null): Promise<Page> {
  const { name, key, columns, page } = table;
  const read = columns.concat(key.includes(ROWID) ? [ROWID] : []).join(', ');
  const behind = after ? [`(${key.join(', ')}) > (${key.map(() => '?').join(', ')})`] : [];
  const conditions = [...behind, ...(table.without === null ? [] : [`NOT ${table.without}`])];
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const query = `SELECT ${read} FROM ${name} ${where} ORDER BY ${key.join(', ')} LIMIT ${page}`;
  const { results } = await db
    .withSession('first-primary')
    .prepare(query)
    .bind(...(after ?? []))
    .all<Record<string, Value>>();
  return {
    rows: results.map((row) => only(columns, row)),
    next: results.length < page ? null : keyOf(table, results.at(-1)),
  };
}

const only = (columns: readonly string[], row: Row): Row =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));

export const keyOf = ({ key }: Table, row: Row | undefined): Cursor => key.map((column) => row?.[column] ?? '');

export type Marks = Readonly<Record<Part, string>>;

/**
 * Text that differs if anything of a part was written in between. Whatever is written to an article moves `changed_at`;
 * to a partner, its grants or its domains, `version`; to the ledger, a number in `flushed` or the history of a copy.
 */
const MARKS = `SELECT
  (SELECT json_array(seq, recall, publication_digest, (SELECT json_array(count(*), sum(changed_at), sum(revision)) FROM article),
    (SELECT count(*) FROM asset)) FROM state) AS catalogue,
  json_array((SELECT count(*) FROM terms_version), (SELECT json_array(count(*), sum(version)) FROM partner),
    (SELECT json_array(count(*), sum(verified_at), sum(checked_at)) FROM partner_domain),
    (SELECT json_array(count(*), count(revoked_at)) FROM partner_key),
    (SELECT json_array(count(*), count(revoked_at)) FROM editor_key),
    (SELECT count(*) FROM permission_grant), (SELECT count(*) FROM grant_event),
    (SELECT json_array(count(*), count(decided_at), count(verified_at)) FROM request)) AS partners,
  json_array((SELECT json_array(count(*), sum(no)) FROM flushed), (SELECT count(*) FROM repost_event),
    (SELECT json_array(count(*), sum(last_seen)) FROM repost)) AS ledger, '' AS polls`;

export async function readMarks(db: D1Database): Promise<Marks> {
  const marks = await db.withSession('first-primary').prepare(MARKS).first<Marks>();
  if (!marks) throw new Error('A SELECT without FROM gave no row');
  return marks;
}
