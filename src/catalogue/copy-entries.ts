/** Copy entries as they are stored: the stretches of `partner-feed/copy-entry.ts`, compressed. */
import type { FullArticle } from '../article/article.ts';
import type { FeedSite } from '../feed/facts.ts';
import { FORMAT_NAMES, FORMATS } from '../feed/formats.ts';
import type { Removal } from '../feed/notice.ts';
import { deflatePiece, type Piece, pieceOf } from '../feed/piece.ts';
import { sha256 } from '../lib/hash.ts';
import { renderCopies, type Stretches } from '../partner-feed/copy-entry.ts';
import { toBase64 } from './entries.ts';

/** What a credit line says of the article, beside its number. */
export interface CopyFacts {
  readonly title: string;
  readonly author: string;
  readonly repost: boolean;
}

/** One row of `copy_entry`, without the number its article will have. */
export interface StoredCopy {
  readonly code: number;
  readonly hash: string;
  readonly language: string;
  readonly published: number;
  /** JSON; null: this article may not be passed on. */
  readonly facts: string | null;
  readonly blocks: string | null;
  readonly head: string | null;
  readonly body: string | null;
  readonly tail: string | null;
}

export async function renderStoredCopies(
  full: FullArticle,
  removal: Removal | null,
  site: FeedSite,
): Promise<readonly StoredCopy[]> {
  const { article } = full;
  const rendered = renderCopies(full, removal, site);
  const author = article.byline.map(({ name }) => name).join(', ');
  const facts: CopyFacts = { title: article.title, author, repost: article.origin !== null };
  return Promise.all(
    FORMAT_NAMES.map(async (format, index) => {
      const stretches = rendered?.[index];
      const known = { code: FORMATS[format].code, language: article.language, published: article.published };
      if (!stretches) return { ...known, hash: '', facts: null, blocks: null, head: null, body: null, tail: null };
      const hash = (await sha256(JSON.stringify(stretches))).slice(0, 16);
      return { ...known, hash, facts: JSON.stringify(facts), ...compressed(stretches) };
    }),
  );
}

const compressed = ({ blocks, head, body, tail }: Stretches) => ({
  blocks: JSON.stringify(Object.fromEntries(Object.entries(blocks).map(([name, text = '']) => [name, packed(text)]))),
  head: packed(head),
  body: body === null ? null : packed(body),
  tail: packed(tail),
});

function packed(text: string): string {
  const { length, crc, deflated } = deflatePiece(text);
  return `${length} ${crc} ${toBase64(deflated)}`;
}

export function unpacked(text: string): Piece {
  const [length = '', crc = '', base64 = ''] = text.split(' ');
  return pieceOf(Uint8Array.fromBase64(base64), Number(length), Number(crc));
}

export const INSERT_COPY = `INSERT OR REPLACE INTO copy_entry
  (entry_key, renderer, hash, language, published, facts, blocks, head, body, tail)`;

/** How many values `copyValues` gives. */
export const COPY_VALUES = 8;

export const copyValues = ({ hash, language, published, facts, blocks, head, body, tail }: StoredCopy) =>
  [hash, language, published, facts, blocks, head, body, tail] as const;
