/** What the HTML pages are made of. */
import type { Article } from '../article/article.ts';
import { parseScopeKey, type Scope } from '../article/scope.ts';
import { fromPrimary } from './state.ts';
import { ARTICLE_COLUMNS, type ArticleRow, readDocument, type StoredArticle, storedFrom } from './stored-article.ts';

export interface ScopeRows {
  readonly articles: readonly Article[];
  readonly label: string | null;
}

/** The newest articles of a scope, newest first. */
export async function readScope(db: D1Database, scope: string, limit: number): Promise<ScopeRows> {
  const query = `SELECT document, (SELECT label FROM scope WHERE scope = ?1) AS label FROM (
      SELECT number, position FROM listing WHERE scope = ?1 AND state = 'shown' ORDER BY position DESC, number DESC LIMIT ?2
    ) AS listed JOIN article USING (number) ORDER BY position DESC, listed.number DESC`;
  const { results } = await fromPrimary(db)
    .prepare(query)
    .bind(scope, limit)
    .all<{ document: string; label: string | null }>();
  return { articles: results.map((row) => readDocument(row.document)), label: results[0]?.label ?? null };
}

/** Articles of the whole publication that came into the feed after `since`. */
export async function readSince(db: D1Database, since: number, limit: number): Promise<readonly Article[]> {
  const query = `SELECT document FROM (
      SELECT number, position FROM listing WHERE scope = '' AND state = 'shown' AND position >= ?1
      ORDER BY position DESC, number DESC LIMIT ?2
    ) AS listed JOIN article USING (number) ORDER BY position DESC, listed.number DESC`;
  const { results } = await fromPrimary(db).prepare(query).bind(since, limit).all<{ document: string }>();
  return results.map((row) => readDocument(row.document));
}

export interface PageArticle extends StoredArticle {
  readonly body: string;
}

/** By its slug, or by one it had before. */
export async function findBySlug(db: D1Database, slug: string): Promise<PageArticle | null> {
  const query = `SELECT ${ARTICLE_COLUMNS}, html FROM slug JOIN article ON article.number = slug.number
    JOIN article_body ON article_body.number = article.number WHERE slug.slug = ?`;
  const row = await fromPrimary(db).prepare(query).bind(slug).first<ArticleRow & { html: string }>();
  return row && { ...storedFrom(row), body: row.html };
}

const MAX_SCOPES = 1000;

/** Everything that has a feed of its own beside sections and languages, which the publication names. */
export async function readScopes(db: D1Database): Promise<readonly Scope[]> {
  const query = `SELECT scope, label FROM scope WHERE scope LIKE 'tags/%' OR scope LIKE 'authors/%' ORDER BY scope LIMIT ${MAX_SCOPES}`;
  const { results } = await fromPrimary(db).prepare(query).all<{ scope: string; label: string }>();
  return results.flatMap(({ scope, label }) => {
    const parsed = parseScopeKey(scope);
    return parsed ? [{ ...parsed, name: label }] : [];
  });
}
