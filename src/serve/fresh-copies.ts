/** Copy entries another renderer has made are rendered again at once; the stored ones follow in the background. */
import type { FullArticle } from '../article/article.ts';
import { renderStoredCopies, type StoredCopy } from '../catalogue/copy-entries.ts';
import type { CopyRow } from '../catalogue/copy-rows.ts';
import { fromPrimary, type State } from '../catalogue/state.ts';
import { ARTICLE_COLUMNS, type ArticleRow, storedFrom } from '../catalogue/stored-article.ts';
import { FORMATS, type Format } from '../feed/formats.ts';
import { removalOf } from '../feed/notice.ts';
import { memberAt } from '../lib/json.ts';

interface Context {
  readonly state: State;
  readonly db: D1Database;
  readonly place: { readonly base: string };
  readonly format: Format;
  readonly dialect: string;
}

/** By the article's number; empty where all are fresh. */
export async function freshCopies(
  rows: readonly CopyRow[],
  { state, db, place, format, dialect }: Context,
): Promise<ReadonlyMap<number, CopyRow>> {
  const stale = new Map(rows.filter(({ renderer }) => renderer !== state.renderer).map((row) => [row.number, row]));
  if (stale.size === 0) return new Map();
  const query = `SELECT ${ARTICLE_COLUMNS}, html FROM article JOIN article_body USING (number)
    WHERE article.number IN (SELECT value FROM json_each(?))`;
  const { results } = await fromPrimary(db)
    .prepare(query)
    .bind(JSON.stringify([...stale.keys()]))
    .all<ArticleRow & { html: string }>();
  const site = { publication: state.publication, base: place.base };
  const fresh = new Map<number, CopyRow>();
  for (const result of results) {
    const { article, number } = storedFrom(result);
    const row = stale.get(number);
    const full: FullArticle = { article, body: result.html };
    const removal = row?.state === 'removed' ? removalOf(article, row.position) : null;
    const copies = await renderStoredCopies(full, removal, site);
    const copy = copies.find(({ code }) => code === FORMATS[format].code);
    if (row && copy) fresh.set(number, merged(row, copy, dialect));
  }
  return fresh;
}

function merged(row: CopyRow, copy: StoredCopy, dialect: string): CopyRow {
  const { hash, facts, head, body, tail } = copy;
  if (facts === null || head === null || tail === null) return row;
  const block = memberAt(copy.blocks === null ? null : JSON.parse(copy.blocks), dialect);
  return { ...row, hash, facts, head, body, tail, block: typeof block === 'string' ? block : null };
}
