/** Copies as pieces: the stored stretches of each entry, and between them the credit that makes it this partner's. */
import { type CopyFacts, unpacked } from '../catalogue/copy-entries.ts';
import type { CopyRow } from '../catalogue/copy-rows.ts';
import type { State } from '../catalogue/state.ts';
import type { Format } from '../feed/formats.ts';
import { type Piece, storedPiece } from '../feed/piece.ts';
import { byteCache } from '../lib/byte-cache.ts';
import { creditFor } from '../partner/credit.ts';
import type { Grant } from '../partner/grant.ts';
import type { SigningKeys } from '../partner/signing-keys.ts';
import { signToken } from '../partner/token.ts';
import { inGap } from '../partner-feed/copy-entry.ts';
import { creditHtml } from '../rendition/credit-html.ts';
import type { Place } from './feed-document.ts';
import { freshCopies } from './fresh-copies.ts';

export interface CopyContext {
  readonly keys: SigningKeys;
  readonly state: State;
  readonly db: D1Database;
  readonly place: Place;
  readonly format: Format;
  readonly dialect: string;
}

interface StoredPieces {
  readonly start: Piece | null;
  readonly head: Piece;
  readonly body: Piece | null;
  readonly tail: Piece;
}

/** Shared by all partners of a dialect. */
const MEMO_BYTES = 8 * 1024 * 1024;
const memo = byteCache<StoredPieces>(MEMO_BYTES);

export interface Copies {
  readonly pieces: readonly (readonly Piece[])[];
  /** Everything in which two documents of these entries can differ: for the document's tag. */
  readonly said: string;
}

/** A row, and the permission it is in the feed by. */
export interface GrantedRow {
  readonly row: CopyRow;
  readonly grant: Grant;
}

export async function copyPieces(rows: readonly GrantedRow[], context: CopyContext): Promise<Copies> {
  const fresh = await freshCopies(
    rows.map(({ row }) => row),
    context,
  );
  const copies = await Promise.all(rows.map(({ row, grant }) => oneCopy(fresh.get(row.number) ?? row, grant, context)));
  return { pieces: copies.map(({ pieces }) => pieces), said: copies.map(({ said }) => said).join('\n') };
}

async function oneCopy(row: CopyRow, grant: Grant, context: CopyContext) {
  const { start, head, body, tail } = storedPieces(row, context);
  const front = start ? [start, head] : [head];
  if (!body) return { pieces: [...front, tail], said: row.hash };
  const credit = await creditIn(row, grant, context);
  const slot = storedPiece(inGap(credit, context.format));
  const around = grant.terms.creditAt === 'start' ? [slot, body] : [body, slot];
  return { pieces: [...front, ...around, tail], said: `${row.hash} ${grant.terms.creditAt} ${credit}` };
}

async function creditIn(row: CopyRow, grant: Grant, { keys, state, place }: CopyContext): Promise<string> {
  const facts: CopyFacts = JSON.parse(row.facts);
  const attribution = { article: row.number, grant: grant.number, channel: 'feed' } as const;
  const { number, language, published } = row;
  const token = await signToken(attribution, keys);
  return creditHtml(
    creditFor(grant, { ...facts, number, language, published }, token, {
      publication: state.publication,
      base: place.base,
    }),
  );
}

function storedPieces(row: CopyRow, { dialect, format }: CopyContext): StoredPieces {
  const name = `${row.hash} ${format} ${dialect}`;
  const found = memo.get(name);
  if (found) return found;
  const pieces = {
    start: row.block === null ? null : unpacked(row.block),
    head: unpacked(row.head),
    body: row.body === null ? null : unpacked(row.body),
    tail: unpacked(row.tail),
  };
  memo.set(name, pieces, sizeOf(pieces));
  return pieces;
}

/** Counted with their inflated forms, which joining plain documents keeps beside them. */
const sizeOf = ({ start, head, body, tail }: StoredPieces): number =>
  [start, head, body, tail].reduce((sum, piece) => sum + (piece ? piece.deflated.length + piece.length : 0), 0);
