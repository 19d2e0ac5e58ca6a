/** What a feed is joined from, in one query whose cost doesn't grow with the catalogue (tests show its query plan). */
import { FORMATS, type Format } from '../feed/formats.ts';
import type { Piece } from '../feed/piece.ts';
import { pieceFromRow } from './entries.ts';
import { fromPrimary } from './state.ts';

export interface FeedRow {
  readonly number: number;
  readonly state: 'shown' | 'removed' | 'gone';
  readonly guid: string;
  readonly position: number;
  readonly seq: number;
  readonly changedAt: number;
  readonly renderer: string;
  readonly hash: string;
  /** Null for what is gone, and where the caller knows the piece by its hash. */
  readonly piece: Piece | null;
}

interface Row {
  number: number;
  state: 'shown' | 'removed' | 'gone';
  guid: string;
  position: number;
  seq: number;
  changed_at: number;
  renderer: string | null;
  hash: string | null;
  length: number;
  crc: number;
  piece: string | null;
  label: string | null;
}

/** More removals than this at a time are not announced in one document. */
export const MAX_REMOVED = 100;

const LISTED = 'SELECT number, state, guid, position, seq, changed_at FROM listing WHERE scope = ?1';

const QUERY = `SELECT listed.*, renderer, hash, length, crc,
  CASE WHEN hash IN (SELECT value FROM json_each(?6)) THEN NULL ELSE piece END AS piece,
  (SELECT label FROM scope WHERE scope = ?1) AS label FROM (
  SELECT * FROM (${LISTED} AND state = 'shown' ORDER BY position DESC, number DESC LIMIT ?2)
  UNION ALL SELECT * FROM (${LISTED} AND state = 'removed' ORDER BY position DESC, number DESC LIMIT ${MAX_REMOVED})
  UNION ALL SELECT * FROM (${LISTED} AND state = 'gone' AND seq > ?4 ORDER BY seq DESC LIMIT ?5)
) AS listed LEFT JOIN entry ON entry_key = number * 4 + ?3 AND state <> 'gone'`;

export interface FeedQuery {
  readonly scope: string;
  readonly format: Format;
  readonly items: number;
  /** What is gone since this seq … */
  readonly goneSince: number;
  /** … the newest so many of it. */
  readonly goneLimit: number;
  /** Hashes of pieces the caller still has: they are not sent again. */
  readonly known: readonly string[];
}

export interface FeedRows {
  readonly rows: readonly FeedRow[];
  /** The scope's name as an article gave it; null if no article ever did. */
  readonly label: string | null;
}

export async function readFeedRows(db: D1Database, query: FeedQuery): Promise<FeedRows> {
  const { scope, format, items, goneSince, goneLimit, known } = query;
  const { results } = await fromPrimary(db)
    .prepare(QUERY)
    .bind(scope, items, FORMATS[format].code, goneSince, goneLimit, JSON.stringify(known))
    .all<Row>();
  return { rows: results.map(toFeedRow), label: results[0]?.label ?? null };
}

const toFeedRow = (row: Row): FeedRow => ({
  number: row.number,
  state: row.state,
  guid: row.guid,
  position: row.position,
  seq: row.seq,
  changedAt: row.changed_at,
  renderer: row.renderer ?? '',
  hash: row.hash ?? '',
  piece: row.piece === null ? null : pieceFromRow({ ...row, hash: row.hash ?? '', piece: row.piece }),
});
