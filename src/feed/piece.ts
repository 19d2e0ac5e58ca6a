/**
 * A stretch of a document, compressed once so that it can be set into any gzip stream later: raw deflate ended by a
 * sync flush stands on a byte border and refers to nothing before it (RFC 1951 section 3.2.4), and the CRC of two
 * stretches follows from the CRC of each and the length of the second.
 */
import { constants, crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { shiftFor } from './crc.ts';

export interface Piece {
  readonly deflated: Uint8Array;
  /** Bytes before compression. */
  readonly length: number;
  readonly crc: number;
  /** What setting this piece behind another does to the other's CRC. */
  readonly shift: number;
}

const encoder = new TextEncoder();
const MAX_STORED = 0xffff;

export function deflatePiece(text: string): Piece {
  const bytes = encoder.encode(text);
  const deflated = deflateRawSync(bytes, { level: 9, finishFlush: constants.Z_SYNC_FLUSH });
  return pieceOf(new Uint8Array(deflated), bytes.length, crc32(bytes));
}

export const pieceOf = (deflated: Uint8Array, length: number, crc: number): Piece => ({
  deflated,
  length,
  crc,
  shift: shiftFor(length),
});

/** The same without compressing: stored blocks (RFC 1951 section 3.2.4), for short text that differs at every request. */
export function storedPiece(text: string): Piece {
  const bytes = encoder.encode(text);
  const blocks = Math.max(1, Math.ceil(bytes.length / MAX_STORED));
  const out = new Uint8Array(bytes.length + 5 * blocks);
  const view = new DataView(out.buffer);
  for (let from = 0, at = 0; at < out.length; from += MAX_STORED) {
    const part = bytes.subarray(from, from + MAX_STORED);
    view.setUint16(at + 1, part.length, true);
    view.setUint16(at + 3, ~part.length & 0xffff, true);
    out.set(part, at + 5);
    at += 5 + part.length;
  }
  return pieceOf(out, bytes.length, crc32(bytes));
}

export const inflatePiece = (piece: Piece): Uint8Array =>
  new Uint8Array(inflateRawSync(piece.deflated, { finishFlush: constants.Z_SYNC_FLUSH }));
