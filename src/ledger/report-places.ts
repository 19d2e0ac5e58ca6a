/**
 * Where one article is read, from the hits themselves: rollups know articles and hosts, not both together. Asked for one
 * article at a time. `people` are the places of classes that are readers. Here `verified` is by what is known now: people
 * at places where a check sees the copy today.
 */
import { byName, type Counts } from './reports.ts';

export interface Place {
  readonly grant: number;
  /** Null: under open terms. */
  readonly partner: string | null;
  readonly partnerName: string | null;
  readonly host: string;
  readonly counts: Counts;
}

interface Row {
  readonly grant: number;
  readonly partner: string | null;
  readonly partnerName: string | null;
  readonly host: string;
  readonly views: number;
  readonly viewers: number;
  readonly clicks: number;
  readonly clickers: number;
  readonly live: number;
}

export const MOST_PLACES = 100;

const IS_PERSON = 'class IN (SELECT value FROM json_each(?2))';

const PLACES = `SELECT place.grant_number AS "grant", permission_grant.partner, partner.name AS partnerName, host, views,
    viewers, clicks, clickers, EXISTS (SELECT 1 FROM repost WHERE repost.article = ?1
      AND repost.grant_number = place.grant_number AND repost.host = place.host AND presence = 'live') AS live
  FROM (SELECT grant_number, host, sum(CASE WHEN kind = 0 THEN count ELSE 0 END) AS views,
      sum(CASE WHEN kind = 0 AND ${IS_PERSON} THEN count ELSE 0 END) AS viewers,
      sum(CASE WHEN kind = 1 THEN count ELSE 0 END) AS clicks,
      sum(CASE WHEN kind = 1 AND ${IS_PERSON} THEN count ELSE 0 END) AS clickers
    FROM hit WHERE article = ?1 GROUP BY grant_number, host ORDER BY viewers + clickers DESC, host LIMIT ${MOST_PLACES}
  ) AS place LEFT JOIN permission_grant ON permission_grant.number = place.grant_number
  LEFT JOIN partner ON partner.id = permission_grant.partner ORDER BY viewers + clickers DESC, host`;

/** By partner and host, most read first. */
export async function placesOfArticle(
  db: D1Database,
  article: number,
  people: readonly number[],
): Promise<readonly Place[]> {
  const { results } = await db.prepare(PLACES).bind(article, JSON.stringify(people)).all<Row>();
  return results.map(({ grant, partner, partnerName, host, views, viewers, clicks, clickers, live }) => ({
    grant,
    partner,
    partnerName,
    host,
    counts: {
      views: { raw: views, people: viewers, verified: live ? viewers : 0 },
      clicks: { raw: clicks, people: clickers, verified: live ? clickers : 0 },
    },
  }));
}

export interface ClassCount {
  readonly class: number;
  readonly views: number;
  readonly clicks: number;
}

/** Who asked, most first: what lies between all requests and people. */
export async function classesOfArticle(db: D1Database, article: number): Promise<readonly ClassCount[]> {
  const query = `SELECT class, sum(CASE WHEN kind = 0 THEN count ELSE 0 END) AS views,
      sum(CASE WHEN kind = 1 THEN count ELSE 0 END) AS clicks
    FROM hit WHERE article = ? GROUP BY class ORDER BY views + clicks DESC, class`;
  return (await db.prepare(query).bind(article).all<ClassCount>()).results;
}

interface MonthRow {
  readonly name: string;
  readonly kind: number;
  readonly raw: number;
  readonly people: number;
  readonly verified: number;
}

/** One copy's reads by month: those of its article, under its permission, at its host. */
export async function countsOfCopy(
  db: D1Database,
  { article, grant, host, live }: { article: number; grant: number; host: string; live: boolean },
  people: readonly number[],
): Promise<ReadonlyMap<string, Counts>> {
  const query = `SELECT name, kind, raw, people, CASE WHEN ?5 THEN people ELSE 0 END AS verified FROM (
      SELECT substr(day, 1, 7) AS name, kind, sum(count) AS raw,
        sum(CASE WHEN ${IS_PERSON} THEN count ELSE 0 END) AS people
      FROM hit WHERE article = ?1 AND grant_number = ?3 AND host = ?4 GROUP BY 1, kind
    ) ORDER BY name`;
  const values = [article, JSON.stringify(people), grant, host, live ? 1 : 0] as const;
  return byName(
    (
      await db
        .prepare(query)
        .bind(...values)
        .all<MonthRow>()
    ).results,
  );
}
