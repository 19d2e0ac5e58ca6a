/** Reposts: where copies run, as far as is known. Four axes move apart from one another; every move is on record. */
export const PRESENCES = ['claimed', 'sighted', 'live', 'blocked', 'unreachable', 'removed'] as const;
export type Presence = (typeof PRESENCES)[number];
export const VERDICTS = ['unchecked', 'compliant', 'partial', 'noncompliant'] as const;
export type Verdict = (typeof VERDICTS)[number];
export const CURRENCIES = ['current', 'stale', 'overdue'] as const;
export type Currency = (typeof CURRENCIES)[number];
export const MARKS = ['none', 'disputed', 'ignored'] as const;
export type Mark = (typeof MARKS)[number];

export interface Repost {
  readonly number: number;
  readonly article: number;
  readonly title: string;
  readonly grant: number;
  /** Null: under open terms. */
  readonly partner: string | null;
  readonly host: string;
  /** Null: a host is known, its page is not. */
  readonly url: string | null;
  readonly foundBy: string;
  readonly presence: Presence;
  readonly verdict: Verdict;
  readonly currency: Currency;
  readonly mark: Mark;
  readonly firstSeen: number;
  readonly lastSeen: number;
  /** What readers did there, as far as it is told apart by host. */
  readonly views: number;
  readonly clicks: number;
}

export interface RepostFilter {
  readonly article?: number | undefined;
  readonly partner?: string | undefined;
  readonly presence?: Presence | undefined;
  readonly host?: string | undefined;
  /** Only those first seen since. */
  readonly since?: number | undefined;
}

export const MAX_LISTED = 500;

const COLUMNS = `repost.number, repost.article, document ->> 'title' AS title, repost.grant_number AS "grant",
  permission_grant.partner, repost.host, url, found_by AS foundBy, presence, verdict, currency, mark,
  first_seen AS firstSeen, last_seen AS lastSeen,
  (SELECT coalesce(sum(people), 0) FROM hit_host WHERE hit_host.grant_number = repost.grant_number
    AND hit_host.host = repost.host AND kind = 0) AS views,
  (SELECT coalesce(sum(people), 0) FROM hit_host WHERE hit_host.grant_number = repost.grant_number
    AND hit_host.host = repost.host AND kind = 1) AS clicks`;

/** Newest first. */
export async function listReposts(db: D1Database, filter: RepostFilter): Promise<readonly Repost[]> {
  const { article, partner, presence, host, since } = filter;
  const asked: readonly (readonly [string, string | number | undefined])[] = [
    ['repost.article = ?', article],
    ['permission_grant.partner = ?', partner],
    ['presence = ?', presence],
    ['repost.host = ?', host],
    ['first_seen >= ?', since],
  ];
  const given = asked.flatMap(([condition, value]) => (value === undefined ? [] : [{ condition, value }]));
  const where = given.length === 0 ? '' : `WHERE ${given.map(({ condition }) => condition).join(' AND ')}`;
  const query = `SELECT ${COLUMNS} FROM repost JOIN article ON article.number = repost.article
    LEFT JOIN permission_grant ON permission_grant.number = repost.grant_number
    ${where} ORDER BY first_seen DESC, repost.number DESC LIMIT ${MAX_LISTED}`;
  const { results } = await db
    .prepare(query)
    .bind(...given.map(({ value }) => value))
    .all<Repost>();
  return results;
}

export interface RepostEvent {
  readonly at: number;
  readonly axis: string;
  readonly value: string;
  readonly cause: string;
}

export async function repostHistory(db: D1Database, number: number): Promise<readonly RepostEvent[]> {
  const query = 'SELECT at, axis, value, cause FROM repost_event WHERE number = ? ORDER BY at, rowid';
  return (await db.prepare(query).bind(number).all<RepostEvent>()).results;
}

/** An editor's word on a copy: with a reason, and on record. Answers whether there was such a copy. */
export async function markRepost(
  db: D1Database,
  number: number,
  mark: Mark,
  reason: string,
  now: number,
): Promise<boolean> {
  const [marked] = await db.batch([
    db.prepare('UPDATE repost SET mark = ? WHERE number = ?').bind(mark, number),
    db
      .prepare("INSERT INTO repost_event SELECT number, ?, 'mark', ?, ? FROM repost WHERE number = ?")
      .bind(now, mark, reason, number),
  ]);
  return (marked?.meta.changes ?? 0) > 0;
}
