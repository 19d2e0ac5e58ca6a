/**
 * What a tally hands on, added to the ledger: once, however often it is sent. The tally's epoch is minted with its
 * tables, so one that begins anew is not taken for one that repeats itself.
 */
export interface Flush {
  /** `shard:epoch`. */
  readonly tally: string;
  /** Rises with every flush of this tally. */
  readonly no: number;
  /** JSON: hit key → count. */
  readonly hits: string;
}

/**
 * `people` says which classes are readers, as places in CLASSES. A host that has not shown a copy under a grant before is
 * a sighting, and opens a repost: only so many for each grant, since hosts can be made up.
 */
export async function flushHits(
  db: D1Database,
  { tally, no, hits }: Flush,
  people: readonly number[],
  now: number,
): Promise<void> {
  const values = [hits, tally, no] as const;
  const summed = [...values, JSON.stringify(people)] as const;
  await db.batch([
    db.prepare(INSERT_HITS).bind(...values),
    ...SUMMED.map((query) => db.prepare(query).bind(...summed)),
    db.prepare(INSERT_SIGHTINGS).bind(...values, now),
    db.prepare(INSERT_SIGHTING_EVENTS).bind(...values, now),
    db
      .prepare('INSERT INTO flushed VALUES (?1, ?2) ON CONFLICT DO UPDATE SET no = max(no, excluded.no)')
      .bind(tally, no),
  ]);
}

const UNSEEN = 'NOT EXISTS (SELECT 1 FROM flushed WHERE tally = ?2 AND no >= ?3)';
const DAY = 'key ->> 0';
const MONTH = 'substr(key ->> 0, 1, 7)';
const ARTICLE = 'key ->> 1';
const GRANT = 'key ->> 2';
const KIND = 'key ->> 4';
const HOST = 'key ->> 5';

const INSERT_HITS = `INSERT INTO hit (day, article, grant_number, channel, kind, host, class, count)
  SELECT ${DAY}, ${ARTICLE}, ${GRANT}, key ->> 3, ${KIND}, ${HOST}, key ->> 6, value FROM json_each(?1) WHERE ${UNSEEN}
  ON CONFLICT DO UPDATE SET count = count + excluded.count`;

const IS_PERSON = 'key ->> 6 IN (SELECT value FROM json_each(?4))';
const IS_VERIFIED = `EXISTS (SELECT 1 FROM repost WHERE repost.article = ${ARTICLE} AND repost.grant_number = ${GRANT}
  AND repost.host = ${HOST} AND repost.presence = 'live')`;
const SUMS = `sum(value), sum(CASE WHEN ${IS_PERSON} THEN value ELSE 0 END),
  sum(CASE WHEN ${IS_PERSON} AND ${IS_VERIFIED} THEN value ELSE 0 END)`;

/** `by` are the columns of a table of sums, each with what it is of a hit's key. */
function sumsInto(table: string, by: readonly (readonly [string, string])[]): string {
  const columns = by.map(([column]) => column).join(', ');
  const places = by.map((_, index) => index + 1).join(', ');
  return `INSERT INTO ${table} (${columns}, raw, people, verified)
    SELECT ${by.map(([, value]) => value).join(', ')}, ${SUMS} FROM json_each(?1) WHERE ${UNSEEN} GROUP BY ${places}
    ON CONFLICT DO UPDATE SET raw = raw + excluded.raw, people = people + excluded.people,
      verified = verified + excluded.verified`;
}

const month = ['month', MONTH] as const;
const kind = ['kind', KIND] as const;

const SUMMED = [
  sumsInto('hit_day', [['day', DAY], kind]),
  sumsInto('hit_article', [month, ['article', ARTICLE], kind]),
  sumsInto('hit_grant', [month, ['grant_number', GRANT], kind]),
  sumsInto('hit_host', [['grant_number', GRANT], ['host', HOST], month, kind]),
];

/** So many copies nobody has looked at are kept for each grant. */
export const MAX_SIGHTED = 100;

/** New ones are numbered by grant first: all of a delivery are weighed before any of it is written. */
const INSERT_SIGHTINGS = `INSERT OR IGNORE INTO repost
    (article, grant_number, host, found_by, presence, verdict, currency, mark, first_seen, last_seen)
  SELECT article, grant_number, host, 'hit', 'sighted', 'unchecked', 'current', 'none', ?4, ?4 FROM
    (SELECT article, grant_number, host, row_number() OVER (PARTITION BY grant_number) AS place FROM
      (SELECT DISTINCT ${ARTICLE} AS article, ${GRANT} AS grant_number, ${HOST} AS host FROM json_each(?1)
        WHERE ${UNSEEN} AND ${HOST} NOT IN ('-', 'other')) AS seen
      WHERE NOT EXISTS (SELECT 1 FROM repost WHERE repost.article = seen.article
        AND repost.grant_number = seen.grant_number AND repost.host = seen.host)) AS new
  WHERE place <= ${MAX_SIGHTED} - (SELECT count(*) FROM repost
    WHERE repost.grant_number = new.grant_number AND presence = 'sighted')`;

const INSERT_SIGHTING_EVENTS = `INSERT INTO repost_event
  SELECT number, ?4, 'presence', 'sighted', 'A copy’s badge or link was asked for from there.' FROM repost
  WHERE ${UNSEEN} AND found_by = 'hit' AND first_seen = ?4 AND (article, grant_number, host) IN
    (SELECT ${ARTICLE}, ${GRANT}, ${HOST} FROM json_each(?1))
    AND NOT EXISTS (SELECT 1 FROM repost_event WHERE repost_event.number = repost.number)`;
