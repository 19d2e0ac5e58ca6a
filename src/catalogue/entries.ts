/** Entries as they are stored: rendered once per revision and format, compressed, with what joining them needs. */
import type { FullArticle } from '../article/article.ts';
import type { FeedSite } from '../feed/facts.ts';
import { FORMAT_NAMES, FORMATS, renderEntries } from '../feed/formats.ts';
import type { Removal } from '../feed/notice.ts';
import { deflatePiece, type Piece, pieceOf } from '../feed/piece.ts';
import { sha256 } from '../lib/hash.ts';

/** The three entries of an article, without the number it will have. */
export interface RenderedEntry {
  readonly code: number;
  readonly hash: string;
  readonly piece: Piece;
}

export function renderAll(
  full: FullArticle,
  removal: Removal | null,
  site: FeedSite,
): Promise<readonly RenderedEntry[]> {
  const texts = renderEntries(full, removal, site);
  return Promise.all(
    FORMAT_NAMES.map(async (format, index) => {
      const text = texts[index] ?? '';
      const { code, lead } = FORMATS[format];
      return { code, hash: (await sha256(text)).slice(0, 16), piece: deflatePiece(lead + text) };
    }),
  );
}

export interface EntryRow {
  hash: string;
  length: number;
  crc: number;
  piece: string;
}

export const toBase64 = (bytes: Uint8Array): string => bytes.toBase64();

export const pieceFromRow = (row: EntryRow): Piece => pieceOf(Uint8Array.fromBase64(row.piece), row.length, row.crc);
