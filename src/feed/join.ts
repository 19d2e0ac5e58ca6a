/** Pieces → one document, compressed or plain, by copying bytes: nothing is rendered, escaped or compressed here. */
import { joinedCrc } from './crc.ts';
import { inflatePiece, type Piece } from './piece.ts';

/** Gzip member header (RFC 1952 section 2.3): deflate, no name, no time (same pieces, same bytes), unknown system. */
const GZIP_HEADER = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
/** An empty last block with fixed codes ends the deflate stream. */
const LAST_BLOCK = new Uint8Array([3, 0]);
const TRAILER_LENGTH = 8;

export function joinGzip(pieces: readonly Piece[]): Uint8Array<ArrayBuffer> {
  let size = GZIP_HEADER.length + LAST_BLOCK.length + TRAILER_LENGTH;
  for (const piece of pieces) size += piece.deflated.length;
  const out = new Uint8Array(size);
  out.set(GZIP_HEADER);
  let at = GZIP_HEADER.length;
  let crc = 0;
  let length = 0;
  for (const piece of pieces) {
    out.set(piece.deflated, at);
    at += piece.deflated.length;
    crc = joinedCrc(crc, piece.crc, piece.shift);
    length += piece.length;
  }
  out.set(LAST_BLOCK, at);
  const trailer = new DataView(out.buffer, at + LAST_BLOCK.length);
  trailer.setUint32(0, crc, true);
  trailer.setUint32(4, length % 2 ** 32, true);
  return out;
}

/** Inflated pieces are kept beside the piece they come from, for as long as that one lives. */
const inflated = new WeakMap<Piece, Uint8Array>();

export function joinPlain(pieces: readonly Piece[]): Uint8Array<ArrayBuffer> {
  let size = 0;
  for (const piece of pieces) size += piece.length;
  const out = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    out.set(plainOf(piece), at);
    at += piece.length;
  }
  return out;
}

function plainOf(piece: Piece): Uint8Array {
  const known = inflated.get(piece);
  if (known) return known;
  const plain = inflatePiece(piece);
  inflated.set(piece, plain);
  return plain;
}

/** The same gzip stream chunk by chunk, for documents too long to hold. */
export async function* gzipChunks(pieces: AsyncIterable<Piece>): AsyncGenerator<Uint8Array> {
  yield GZIP_HEADER;
  let crc = 0;
  let length = 0;
  for await (const piece of pieces) {
    yield piece.deflated;
    crc = joinedCrc(crc, piece.crc, piece.shift);
    length += piece.length;
  }
  const end = new Uint8Array(LAST_BLOCK.length + TRAILER_LENGTH);
  end.set(LAST_BLOCK);
  const trailer = new DataView(end.buffer, LAST_BLOCK.length);
  trailer.setUint32(0, crc, true);
  trailer.setUint32(4, length % 2 ** 32, true);
  yield end;
}
