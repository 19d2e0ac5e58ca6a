/** What a partner's feed is joined from: for each of its grants the newest articles in its scope, in one round trip. */
import type { Format } from '../feed/formats.ts';
import { FORMATS } from '../feed/formats.ts';
import { DAY, HOUR } from '../lib/time.ts';
import { articleOf, type Grant } from '../partner/grant.ts';
import { fromPrimary } from './state.ts';

export interface CopyRow {
  readonly number: number;
  readonly state: 'shown' | 'removed';
  readonly position: number;
  readonly seq: number;
  readonly changed_at: number;
  readonly renderer: string;
  readonly hash: string;
  readonly language: string;
  readonly published: number;
  readonly facts: string;
  readonly block: string | null;
  readonly head: string;
  readonly body: string | null;
  readonly tail: string;
}

export interface CopyQuery {
  readonly grants: readonly Grant[];
  readonly format: Format;
  readonly dialect: string;
  readonly language: string;
  readonly items: number;
  readonly now: number;
}

/** More removals than this at a time are not announced in one document. */
const MAX_REMOVED = 100;
const SHARE_WINDOW = 30 * DAY;

const COLUMNS = `listing.number, listing.state, position, listing.seq, listing.changed_at, renderer, hash, language,
  published, facts, json_extract(blocks, ?1) AS block, head, body, tail`;

/**
 * For each grant its articles, in the order of the grants. Grows with the number of items and grants, not with the
 * catalogue: every statement walks the index of its listing and stops.
 */
export async function readCopyRows(db: D1Database, query: CopyQuery): Promise<readonly (readonly CopyRow[])[]> {
  if (query.grants.length === 0) return [];
  const session = fromPrimary(db);
  const results = await session.batch<CopyRow>(query.grants.map((grant) => statement(session, grant, query)));
  return results.map((result) => result.results);
}

function statement(session: D1DatabaseSession, grant: Grant, query: CopyQuery): D1PreparedStatement {
  const { format, dialect, language, items, now } = query;
  const { terms, scope } = grant;
  const id = articleOf(scope);
  const listed = id !== null || scope === '' ? `languages/${language}` : scope;
  const oldest = terms.removeAfterDays === undefined ? 0 : now - terms.removeAfterDays * DAY;
  const values = [
    `$."${dialect}"`,
    FORMATS[format].code,
    listed,
    language,
    oldest,
    now - terms.delayHours * HOUR,
    items,
  ];
  const one = id === null ? '' : 'AND listing.number = (SELECT number FROM article WHERE id = ?8)';
  const limit = terms.share === undefined ? '?7' : `min(?7, ${shareOf(terms.share, id === null ? '?8' : '?9')})`;
  return session
    .prepare(selectRows(one, limit))
    .bind(...values, ...(id === null ? [] : [id]), ...(terms.share === undefined ? [] : [now - SHARE_WINDOW]));
}

/** Entitled by what came out when: not before the delay is over, not after its time to be removed. */
function selectRows(one: string, limit: string): string {
  const from = `SELECT ${COLUMNS} FROM listing JOIN copy_entry ON entry_key = listing.number * 4 + ?2
    WHERE scope = ?3 ${one} AND language = ?4 AND facts IS NOT NULL AND published BETWEEN ?5 AND ?6`;
  const newest = 'ORDER BY position DESC, listing.number DESC LIMIT';
  return `SELECT * FROM (${from} AND listing.state = 'shown' ${newest} ${limit})
    UNION ALL SELECT * FROM (${from} AND listing.state = 'removed' ${newest} ${MAX_REMOVED})`;
}

/** At least one: a share of nothing would be no permission. */
const shareOf = (percent: number, since: string): string =>
  `max(1, (SELECT count(*) FROM listing WHERE scope = '' AND state = 'shown' AND position >= ${since}) * ${percent} / 100)`;
