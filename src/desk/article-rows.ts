/** Articles as the desk lists them: whatever their standing, the newest date first. */

import type { Standing } from '../catalogue/standing.ts';
import { ARTICLE_COLUMNS, type ArticleRow, type StoredArticle, storedFrom } from '../catalogue/stored-article.ts';

export interface DeskLine {
  readonly number: number;
  readonly standing: Standing;
  readonly title: string;
  readonly language: string;
  readonly section: string | null;
  readonly published: number;
  readonly revision: number;
}

export interface Wanted {
  readonly standing: Standing | null;
  /** Words of the headline; empty: any. */
  readonly words: string;
  /** The first is 1. */
  readonly page: number;
}

export const PER_PAGE = 50;

const MATCHES = "(?1 IS NULL OR standing = ?1) AND (?2 = '' OR instr(lower(document ->> 'title'), lower(?2)) > 0)";

/** One more than a page holds tells that there is a next one. */
export async function listForDesk(
  db: D1Database,
  { standing, words, page }: Wanted,
): Promise<{ readonly lines: readonly DeskLine[]; readonly more: boolean }> {
  const query = `SELECT number, standing, document ->> 'title' AS title, document ->> 'language' AS language,
      document ->> 'section' AS section, document ->> 'published' AS published, revision
    FROM article WHERE ${MATCHES} ORDER BY document ->> 'published' DESC, number DESC LIMIT ?3 OFFSET ?4`;
  const offset = (page - 1) * PER_PAGE;
  const { results } = await db
    .prepare(query)
    .bind(standing, words, PER_PAGE + 1, offset)
    .all<DeskLine>();
  return { lines: results.slice(0, PER_PAGE), more: results.length > PER_PAGE };
}

export async function countByStanding(db: D1Database): Promise<ReadonlyMap<string, number>> {
  const query = 'SELECT standing, count(*) AS n FROM article GROUP BY standing';
  const { results } = await db.prepare(query).all<{ standing: string; n: number }>();
  return new Map(results.map(({ standing, n }) => [standing, n]));
}

export interface RevisionLine {
  readonly revision: number;
  readonly contentHash: string;
  readonly at: number;
}

export interface DeskArticle extends StoredArticle {
  readonly body: string;
  readonly revisions: readonly RevisionLine[];
}

export async function findForDesk(db: D1Database, number: number): Promise<DeskArticle | null> {
  const article = `SELECT ${ARTICLE_COLUMNS}, html FROM article
    JOIN article_body ON article_body.number = article.number WHERE article.number = ?`;
  const revisions =
    'SELECT revision, content_hash AS contentHash, at FROM revision WHERE number = ? ORDER BY revision DESC';
  const [row, lines] = await Promise.all([
    db.prepare(article).bind(number).first<ArticleRow & { html: string }>(),
    db.prepare(revisions).bind(number).all<RevisionLine>(),
  ]);
  return row && { ...storedFrom(row), body: row.html, revisions: lines.results };
}
