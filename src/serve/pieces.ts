/** Fills in the pieces of rows: from this isolate's memo, from the row, or rendered now where the stored one is too old. */
import type { FullArticle } from '../article/article.ts';
import { type RenderedEntry, renderAll } from '../catalogue/entries.ts';
import type { FeedRow } from '../catalogue/feed-rows.ts';
import { fromPrimary, type State } from '../catalogue/state.ts';
import { ARTICLE_COLUMNS, type ArticleRow, storedFrom } from '../catalogue/stored-article.ts';
import { FORMATS, type Format } from '../feed/formats.ts';
import { removalOf } from '../feed/notice.ts';
import type { Piece } from '../feed/piece.ts';
import { byteCache } from '../lib/byte-cache.ts';

/** Entries are shared by all feeds of a format, so this holds more feeds than it has room for documents. */
const MEMO_BYTES = 16 * 1024 * 1024;
const memo = byteCache<Piece>(MEMO_BYTES);

/** A piece is counted with its inflated form, which joining plain documents keeps beside it. */
const remember = (hash: string, piece: Piece): void => memo.set(hash, piece, piece.deflated.length + piece.length);

export type KnownPieces = ReadonlyMap<string, Piece>;

/** Those of `hashes` the memo has now: held by the caller, they can't be pushed out while it waits. */
export const knownPieces = (hashes: readonly string[]): KnownPieces =>
  new Map(
    hashes.flatMap((hash) => {
      const piece = memo.get(hash);
      return piece ? [[hash, piece] as const] : [];
    }),
  );

export interface PieceContext {
  readonly format: Format;
  readonly state: State;
  readonly db: D1Database;
  readonly base: string;
  readonly known: KnownPieces;
  /** Shall the memo keep what passes? Not an archive's entries: they would push out what feeds need. */
  readonly keep: boolean;
}

export async function withPieces(rows: readonly FeedRow[], context: PieceContext): Promise<readonly FeedRow[]> {
  const { state } = context;
  const stale = rows.filter((row) => row.state !== 'gone' && row.renderer !== state.renderer);
  const fresh = stale.length === 0 ? new Map<number, RenderedEntry>() : await renderNow(stale, context);
  return rows.map((row) => withPiece(row, fresh.get(row.number), context));
}

function withPiece(row: FeedRow, fresh: RenderedEntry | undefined, { known, keep }: PieceContext): FeedRow {
  if (fresh) return { ...row, piece: fresh.piece, hash: fresh.hash };
  if (row.state === 'gone') return row;
  const piece = row.piece ?? known.get(row.hash) ?? null;
  if (piece && keep) remember(row.hash, piece);
  return { ...row, piece };
}

async function renderNow(
  rows: readonly FeedRow[],
  { format, state, db, base }: PieceContext,
): Promise<ReadonlyMap<number, RenderedEntry>> {
  const query = `SELECT ${ARTICLE_COLUMNS}, html FROM article JOIN article_body USING (number)
    WHERE article.number IN (SELECT value FROM json_each(?))`;
  const { results } = await fromPrimary(db)
    .prepare(query)
    .bind(JSON.stringify(rows.map((row) => row.number)))
    .all<ArticleRow & { html: string }>();
  const announced = new Map(rows.map((row) => [row.number, row.state === 'removed' ? row.position : null]));
  const rendered = await Promise.all(
    results.map(async (result) => {
      const { article, number } = storedFrom(result);
      const full: FullArticle = { article, body: result.html };
      const at = announced.get(number) ?? null;
      const entries = await renderAll(full, at === null ? null : removalOf(article, at), {
        publication: state.publication,
        base,
      });
      return { number, entry: entries.find(({ code }) => code === FORMATS[format].code) };
    }),
  );
  return new Map(rendered.flatMap(({ number, entry }) => (entry ? [[number, entry] as const] : [])));
}
