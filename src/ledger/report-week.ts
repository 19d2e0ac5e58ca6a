/** What changed since a moment: so much of each kind, the newest first, and never a table read to its end. */

/** So many of each kind are shown. */
export const CHANGES = 10;

export interface NewCopy {
  readonly at: number;
  readonly number: number;
  readonly host: string;
  readonly title: string;
  /** Null: under open terms. */
  readonly partner: string | null;
}

/** One more than is shown tells that there are others. */
export async function newCopies(db: D1Database, since: number): Promise<readonly NewCopy[]> {
  const query = `SELECT first_seen AS at, repost.number, host, document ->> 'title' AS title, partner.name AS partner
    FROM (SELECT * FROM repost WHERE first_seen >= ? ORDER BY first_seen DESC LIMIT ${CHANGES + 1}) AS repost
    JOIN article ON article.number = repost.article
    LEFT JOIN permission_grant ON permission_grant.number = grant_number
    LEFT JOIN partner ON partner.id = permission_grant.partner ORDER BY at DESC, repost.number DESC`;
  return (await db.prepare(query).bind(since).all<NewCopy>()).results;
}

export interface PermissionMove {
  readonly at: number;
  readonly number: number;
  readonly state: string;
  readonly reason: string;
  /** Null: everybody, under open terms. */
  readonly partner: string | null;
}

/** Events are only ever added, so the last rows are the newest and no index by time is needed. */
export async function permissionMoves(db: D1Database, since: number): Promise<readonly PermissionMove[]> {
  const query = `SELECT at, event.number, event.state, reason, partner.name AS partner
    FROM (SELECT rowid AS place, number, at, state, reason FROM grant_event ORDER BY rowid DESC LIMIT ${CHANGES}) AS event
    LEFT JOIN permission_grant ON permission_grant.number = event.number
    LEFT JOIN partner ON partner.id = permission_grant.partner WHERE at >= ? ORDER BY place DESC`;
  return (await db.prepare(query).bind(since).all<PermissionMove>()).results;
}

export interface ArticleChange {
  readonly at: number;
  readonly number: number;
  readonly title: string;
  readonly reason: string | null;
  readonly standing: string;
}

/** What readers were told is gone. */
export async function removals(db: D1Database, since: number): Promise<readonly ArticleChange[]> {
  const query = `SELECT listing.changed_at AS at, article.number, document ->> 'title' AS title,
      document ->> '$.withdrawal.reason' AS reason, standing
    FROM (SELECT number, changed_at FROM listing WHERE scope = '' AND state = 'removed'
      ORDER BY seq DESC LIMIT ${CHANGES}) AS listing
    JOIN article ON article.number = listing.number WHERE listing.changed_at >= ? ORDER BY at DESC`;
  return (await db.prepare(query).bind(since).all<ArticleChange>()).results;
}

/** A correction brings its article to the top of the feeds: so only what stands there can have been corrected lately. */
const LOOKED_AT = 30;

export async function corrections(db: D1Database, since: number): Promise<readonly ArticleChange[]> {
  const query = `SELECT each.value ->> 'date' AS at, article.number, document ->> 'title' AS title,
      each.value ->> 'text' AS reason, standing
    FROM (SELECT number FROM listing WHERE scope = '' AND state = 'shown' AND position >= ?1
      ORDER BY position DESC LIMIT ${LOOKED_AT}) AS listing
    JOIN article ON article.number = listing.number JOIN json_each(document, '$.corrections') AS each
    WHERE each.value ->> 'date' >= ?1 ORDER BY at DESC LIMIT ${CHANGES}`;
  return (await db.prepare(query).bind(since).all<ArticleChange>()).results;
}
