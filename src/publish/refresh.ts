/**
 * After a deploy with another renderer, another base URL or a changed publication, stored entries are rendered again,
 * a batch at a time and from wherever the last run stopped. Until then serving renders what it needs itself.
 */
import type { FullArticle } from '../article/article.ts';
import { copyValues, INSERT_COPY, renderStoredCopies } from '../catalogue/copy-entries.ts';
import { renderAll, toBase64 } from '../catalogue/entries.ts';
import type { State } from '../catalogue/state.ts';
import { ARTICLE_COLUMNS, type ArticleRow, type StoredArticle, storedFrom } from '../catalogue/stored-article.ts';
import { removalOf } from '../feed/notice.ts';

const BATCH = 20;

const STALE = `SELECT ${ARTICLE_COLUMNS}, html FROM entry
  JOIN article ON article.number = entry.entry_key / 4 JOIN article_body ON article_body.number = article.number
  WHERE entry_key > ?1 AND entry_key % 4 = 0 AND renderer <> ?2 ORDER BY entry_key LIMIT ?3`;

/** Answers the cursor to go on from, or null when nothing older is left. */
export async function refreshEntries(
  db: D1Database,
  state: State,
  base: string,
  now: number,
  after: number,
): Promise<number | null> {
  const { results } = await db.prepare(STALE).bind(after, state.renderer, BATCH).all<ArticleRow & { html: string }>();
  for (const row of results) await rewrite(db, storedFrom(row), row.html, state, base, now);
  const last = results.at(-1);
  if (last && results.length === BATCH) return last.number * 4;
  await db.prepare('UPDATE state SET renderer = ? WHERE id = 1').bind(state.renderer).run();
  return null;
}

async function rewrite(
  db: D1Database,
  stored: StoredArticle,
  body: string,
  state: State,
  base: string,
  now: number,
): Promise<void> {
  const full: FullArticle = { article: stored.article, body };
  const removal = stored.listed === 'removed' ? removalOf(full.article, now) : null;
  const site = { publication: state.publication, base };
  const [entries, copies] = await Promise.all([
    renderAll(full, removal, site),
    renderStoredCopies(full, removal, site),
  ]);
  // Only while the article is what was read: a change in between has written newer entries already.
  const unchanged = `(SELECT seq FROM article WHERE number = ?1) = ?2 AND (SELECT digest FROM article WHERE number = ?1) = ?3`;
  const basis = [stored.number, stored.seq, stored.digest, state.renderer] as const;
  await db.batch([
    ...entries.map(({ code, hash, piece }) =>
      db
        .prepare(`INSERT OR REPLACE INTO entry SELECT ?1 * 4 + ${code}, ?4, ?5, ?6, ?7, ?8 WHERE ${unchanged}`)
        .bind(...basis, hash, piece.length, piece.crc, toBase64(piece.deflated)),
    ),
    ...copies.map((copy) =>
      db
        .prepare(
          `${INSERT_COPY} SELECT ?1 * 4 + ${copy.code}, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12 WHERE ${unchanged}`,
        )
        .bind(...basis, ...copyValues(copy)),
    ),
  ]);
}
