/** Articles by arrival, newest first, a few at a time. */
import { FORMATS, type Format } from '../feed/formats.ts';
import { pieceFromRow } from './entries.ts';
import type { FeedRow } from './feed-rows.ts';
import { fromPrimary } from './state.ts';

const BATCH = 25;

export interface ArchiveRow extends FeedRow {
  readonly arrival: number;
}

interface Row {
  number: number;
  arrival: number;
  seq: number;
  changed_at: number;
  guid: string;
  renderer: string;
  hash: string;
  length: number;
  crc: number;
  piece: string;
}

const QUERY = `SELECT number, arrival, seq, changed_at, guid, renderer, hash, length, crc, piece
  FROM article JOIN entry ON entry_key = number * 4 + ?3
  WHERE arrival > ?1 AND arrival < ?2 AND listed = 'shown' ORDER BY arrival DESC LIMIT ${BATCH}`;

export async function readArchiveRows(
  db: D1Database,
  { after, before, format }: { after: number; before: number; format: Format },
): Promise<readonly ArchiveRow[]> {
  const { results } = await fromPrimary(db).prepare(QUERY).bind(after, before, FORMATS[format].code).all<Row>();
  return results.map((row) => ({
    number: row.number,
    arrival: row.arrival,
    state: 'shown',
    guid: row.guid,
    position: row.arrival,
    seq: row.seq,
    changedAt: row.changed_at,
    renderer: row.renderer,
    hash: row.hash,
    piece: pieceFromRow(row),
  }));
}

/** The newest change among the articles that arrived behind `from` and up to `to`, shown or not. */
export async function readArchiveVersion(
  db: D1Database,
  { from, to }: { from: number; to: number },
): Promise<{ readonly seq: number; readonly at: number }> {
  const query = 'SELECT max(seq) AS seq, max(changed_at) AS at FROM article WHERE arrival > ? AND arrival <= ?';
  const row = await fromPrimary(db).prepare(query).bind(from, to).first<{ seq: number | null; at: number | null }>();
  return { seq: row?.seq ?? 0, at: row?.at ?? 0 };
}
