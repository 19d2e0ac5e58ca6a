/**
 * Hits older than 13 months keep their month and lose their day (`2025-10`): so long one can compare a day with that of
 * last year, and nobody needs more. Hosts stay: a month says of none of them when somebody read there. The sums for
 * reports (`hit_article`, `hit_host` and so on) are by month anyway and stay as they are, as does `hit_day`, which
 * knows no host.
 */

const MONTHS_KEPT = 13;

/** Rows that one transaction folds, unless a single article has more of one month. */
export const MAX_FOLDED = 1000;

/** How far has been folded, kept where tallies' numbers are: days before `no` (20251022) are months. */
const DONE = 'fold';
/** Rises with every transaction, so that whoever reads the ledger meanwhile sees that it moves. */
const MOVES = 'fold:moves';

/** The first day that stays one: `2026-11-22` → `2025-10-22`; a day its month doesn't have becomes the last one. */
export function keptFrom(today: string): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - MONTHS_KEPT, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${first.toISOString().slice(0, 7)}-${String(Math.min(day, last)).padStart(2, '0')}`;
}

const asNumber = (day: string): number => Number(day.replaceAll('-', ''));
const asDay = (no: number): string => String(no).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');

/**
 * Answers how many rows were folded. `today` is a civil day in the publication's time zone. Run again the same day it
 * reads one row; killed in between it goes on where it was, since each transaction takes away what it adds.
 */
export async function foldOldHits(db: D1Database, today: string): Promise<number> {
  const until = keptFrom(today);
  const no = await db.prepare('SELECT no FROM flushed WHERE tally = ?').bind(DONE).first<number>('no');
  const from = no === null ? '' : asDay(no);
  if (from >= until) return 0;
  let folded = 0;
  for (let more = true; more; ) {
    const rows = await foldSome(db, await nextDue(db, from, until), until);
    folded += rows;
    // A day that is none, which only a hand can have written, would be met again for ever.
    more = rows > 0;
  }
  await db
    .prepare('INSERT INTO flushed VALUES (?1, ?2) ON CONFLICT DO UPDATE SET no = max(no, excluded.no)')
    .bind(DONE, asNumber(until))
    .run();
  return folded;
}

/** The days of one article in one month. */
interface Due {
  readonly article: number;
  readonly month: string;
  readonly rows: number;
}

/** Goes from article to article by the key, and of each reads only what is old: a year's hits needn't be walked. */
const DUE = `WITH RECURSIVE each (article) AS (
    SELECT min(article) FROM hit
    UNION ALL SELECT (SELECT min(article) FROM hit WHERE hit.article > each.article) FROM each WHERE each.article IS NOT NULL
  )
  SELECT hit.article, substr(day, 1, 7) AS month, count(*) AS rows FROM each CROSS JOIN hit
  WHERE hit.article = each.article AND day >= ?1 AND day < ?2 AND length(day) = 10
  GROUP BY hit.article, month LIMIT ${MAX_FOLDED}`;

async function nextDue(db: D1Database, from: string, until: string): Promise<readonly Due[]> {
  const { results } = await db.prepare(DUE).bind(from, until).all<Due>();
  let rows = 0;
  const fitting = results.filter((due) => {
    rows += due.rows;
    return rows <= MAX_FOLDED;
  });
  return fitting.length > 0 ? fitting : results.slice(0, 1);
}

/** A month's days stand right behind the month itself in the key, and '-32' behind the last of them. */
const OLD = `hit.article = due.value ->> 0 AND hit.day > due.value ->> 1 AND hit.day < min(?2, (due.value ->> 1) || '-32')`;

const ADD = `INSERT INTO hit (article, day, grant_number, channel, kind, host, class, count)
  SELECT hit.article, substr(hit.day, 1, 7), grant_number, channel, kind, host, class, sum(count)
  FROM json_each(?1) AS due CROSS JOIN hit WHERE ${OLD} GROUP BY 1, 2, 3, 4, 5, 6, 7
  ON CONFLICT DO UPDATE SET count = count + excluded.count`;

const TAKE_AWAY = `DELETE FROM hit WHERE (article, day, grant_number, channel, kind, host, class) IN (
  SELECT hit.article, hit.day, grant_number, channel, kind, host, class FROM json_each(?1) AS due CROSS JOIN hit WHERE ${OLD})`;

/** One transaction: a kill before its end leaves every row as it was. Answers how many rows it took away. */
async function foldSome(db: D1Database, due: readonly Due[], until: string): Promise<number> {
  if (due.length === 0) return 0;
  const values = [JSON.stringify(due.map(({ article, month }) => [article, month])), until] as const;
  const [, taken] = await db.batch([
    db.prepare(ADD).bind(...values),
    db.prepare(TAKE_AWAY).bind(...values),
    db.prepare('INSERT INTO flushed VALUES (?, 1) ON CONFLICT DO UPDATE SET no = no + 1').bind(MOVES),
  ]);
  return taken?.meta.changes ?? 0;
}
