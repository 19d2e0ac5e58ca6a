/** The catalogue as an editor's tools read it: what is there, and by which digest. */
import type { Standing } from './standing.ts';

export interface ArticleLine {
  readonly number: number;
  readonly id: string;
  readonly slug: string;
  readonly status: string;
  readonly standing: Standing;
  readonly digest: string;
  readonly revision: number;
}

export const MAX_PAGE = 500;

/** By number, behind `after`. */
export async function listArticles(
  db: D1Database,
  after: number,
  limit: number,
): Promise<{ readonly articles: readonly ArticleLine[]; readonly next: number | null }> {
  const query = `SELECT number, id, slug, document ->> 'status' AS status, standing, digest, revision
    FROM article WHERE number > ? ORDER BY number LIMIT ?`;
  const { results } = await db.prepare(query).bind(after, limit).all<ArticleLine>();
  return { articles: results, next: results.length === limit ? (results.at(-1)?.number ?? null) : null };
}
