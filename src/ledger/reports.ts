/**
 * What the desk's reports are made of. Every number comes three ways: `raw`, all that was asked for; `people`, without
 * machines; `verified`, people where a check has seen the copy. Costs are bounded by days and rows shown, not by hits.
 */

export interface Sums {
  readonly raw: number;
  readonly people: number;
  readonly verified: number;
}

/** Views and clicks of one day, month, article, grant or host. */
export interface Counts {
  readonly views: Sums;
  readonly clicks: Sums;
}

interface Row {
  readonly name: string | number;
  readonly kind: number;
  readonly raw: number;
  readonly people: number;
  readonly verified: number;
}

const NOTHING: Sums = { raw: 0, people: 0, verified: 0 };
export const NO_COUNTS: Counts = { views: NOTHING, clicks: NOTHING };

/** Rows of two kinds → one entry for each name, in the order in which names came. */
export function byName(rows: readonly Row[]): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const { name, kind, raw, people, verified } of rows) {
    const known = counts.get(String(name)) ?? NO_COUNTS;
    const sums = { raw, people, verified };
    counts.set(String(name), kind === 0 ? { ...known, views: sums } : { ...known, clicks: sums });
  }
  return counts;
}

/** Days as the publication counts them: `2026-11-22`, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

interface BothKinds {
  readonly day: string;
  readonly viewsRaw: number;
  readonly viewsPeople: number;
  readonly viewsVerified: number;
  readonly clicksRaw: number;
  readonly clicksPeople: number;
  readonly clicksVerified: number;
}

const BOTH_KINDS = ['views', 'clicks']
  .flatMap((word, kind) =>
    ['raw', 'people', 'verified'].map(
      (measure) =>
        `coalesce(sum(CASE WHEN kind = ${kind} THEN ${measure} END), 0) AS ${word}${measure[0]?.toUpperCase()}${measure.slice(1)}`,
    ),
  )
  .join(', ');

const countsFrom = (row: BothKinds): Counts => ({
  views: { raw: row.viewsRaw, people: row.viewsPeople, verified: row.viewsVerified },
  clicks: { raw: row.clicksRaw, people: row.clicksPeople, verified: row.clicksVerified },
});

/** By day; a day without a hit is missing. */
export async function countsByDay(db: D1Database, { from, to }: Period): Promise<ReadonlyMap<string, Counts>> {
  const query = `SELECT day, ${BOTH_KINDS} FROM hit_day WHERE day BETWEEN ? AND ? GROUP BY day ORDER BY day`;
  const { results } = await db.prepare(query).bind(from, to).all<BothKinds>();
  return new Map(results.map((row) => [row.day, countsFrom(row)]));
}

/** Of all days together. */
export async function countsWithin(db: D1Database, { from, to }: Period): Promise<Counts> {
  const query = `SELECT ${BOTH_KINDS} FROM hit_day WHERE day BETWEEN ? AND ?`;
  const row = await db.prepare(query).bind(from, to).first<BothKinds>();
  return row ? countsFrom(row) : NO_COUNTS;
}

export interface Best extends Sums {
  readonly id: number;
  readonly title: string;
  readonly slug: string;
}

export const BEST = 10;

/** The articles most read elsewhere in a month (`2026-11`). */
export async function bestArticles(db: D1Database, month: string): Promise<readonly Best[]> {
  const query = `SELECT article AS id, document ->> 'title' AS title, slug, people, raw, verified FROM (
      SELECT article, people, raw, verified FROM hit_article WHERE month = ? AND kind = 0
      ORDER BY people DESC LIMIT ${BEST}
    ) JOIN article ON article.number = article ORDER BY people DESC, id`;
  return (await db.prepare(query).bind(month).all<Best>()).results;
}

export interface BestPartner extends Sums {
  /** Null: under open terms. */
  readonly partner: string | null;
  readonly name: string | null;
}

/** A month's permissions beyond these are read so little that they don't change who is first. */
const MOST_GRANTS = 110;

interface GrantReads {
  readonly grant: number;
  readonly partner: string | null;
  readonly people: number;
}

/** The partners whose copies were most read in a month; everybody under open terms is one. */
export async function bestPartners(db: D1Database, month: string): Promise<readonly BestPartner[]> {
  // Grouped here, not in SQL: D1 charges for every row that a sort or a group passes through once more.
  const query = `SELECT grant_number AS "grant", partner, people FROM (
      SELECT grant_number, people FROM hit_grant WHERE month = ? AND kind = 0 ORDER BY people DESC LIMIT ${MOST_GRANTS}
    ) JOIN permission_grant ON number = grant_number`;
  const { results } = await db.prepare(query).bind(month).all<GrantReads>();
  const people = (grants: readonly GrantReads[]) => grants.reduce((sum, grant) => sum + grant.people, 0);
  const best = [...Map.groupBy(results, ({ partner }) => partner).values()]
    .sort((a, b) => people(b) - people(a))
    .slice(0, BEST);
  return best.length === 0 ? [] : namedPartners(db, month, best);
}

async function namedPartners(
  db: D1Database,
  month: string,
  best: readonly (readonly GrantReads[])[],
): Promise<readonly BestPartner[]> {
  const grants = JSON.stringify(best.flat().map(({ grant }) => grant));
  const ids = JSON.stringify(best.map(([first]) => first?.partner ?? null));
  const [sums, names] = await db.batch<Sums & { readonly id: string | number; readonly name: string }>([
    db
      .prepare(`SELECT grant_number AS id, raw, people, verified FROM hit_grant
        WHERE grant_number IN (SELECT value FROM json_each(?)) AND month = ? AND kind = 0`)
      .bind(grants, month),
    db.prepare('SELECT id, name FROM partner WHERE id IN (SELECT value FROM json_each(?))').bind(ids),
  ]);
  const sumsOf = new Map(sums?.results.map((row) => [row.id, row]));
  const nameOf = new Map(names?.results.map(({ id, name }) => [id, name]));
  return best.map((held) => {
    const partner = held[0]?.partner ?? null;
    const all = held.map(({ grant }) => sumsOf.get(grant) ?? NOTHING);
    const sum = (measure: keyof Sums) => all.reduce((total, each) => total + each[measure], 0);
    const name = nameOf.get(partner ?? '') ?? partner;
    return { partner, name, raw: sum('raw'), people: sum('people'), verified: sum('verified') };
  });
}

/** By month, newest last. */
export async function countsOfArticle(db: D1Database, article: number): Promise<ReadonlyMap<string, Counts>> {
  const query = 'SELECT month AS name, kind, raw, people, verified FROM hit_article WHERE article = ? ORDER BY month';
  return byName((await db.prepare(query).bind(article).all<Row>()).results);
}

export async function countsOfPartner(db: D1Database, partner: string): Promise<ReadonlyMap<string, Counts>> {
  const query = `SELECT month AS name, kind, sum(raw) AS raw, sum(people) AS people, sum(verified) AS verified
    FROM hit_grant WHERE grant_number IN (SELECT number FROM permission_grant WHERE partner = ?)
    GROUP BY month, kind ORDER BY month`;
  return byName((await db.prepare(query).bind(partner).all<Row>()).results);
}

/** By host, most read first. */
export async function hostsOfPartner(db: D1Database, partner: string): Promise<ReadonlyMap<string, Counts>> {
  const query = `SELECT host AS name, kind, sum(raw) AS raw, sum(people) AS people, sum(verified) AS verified
    FROM hit_host WHERE grant_number IN (SELECT number FROM permission_grant WHERE partner = ?)
    GROUP BY host, kind ORDER BY people DESC, host LIMIT 400`;
  return byName((await db.prepare(query).bind(partner).all<Row>()).results);
}
