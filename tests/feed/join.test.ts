/** Joined bytes: the stitched gzip is a gzip stream, and it holds the plain document. */
import { crc32, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinedCrc, shiftFor } from '../../src/feed/crc.ts';
import { gzipChunks, joinGzip, joinPlain } from '../../src/feed/join.ts';
import { deflatePiece, inflatePiece, type Piece, storedPiece } from '../../src/feed/piece.ts';
import { hostile } from './arbitrary.ts';

const text = fc.oneof(
  hostile.map((words) => words.toWellFormed()),
  fc.constant(''),
  fc.tuple(fc.string({ unit: 'grapheme' }), fc.nat(2000)).map(([words, times]) => words.repeat(times)),
);
const piece = fc
  .tuple(text, fc.boolean())
  .map(([words, stored]) => ({ words, piece: stored ? storedPiece(words) : deflatePiece(words) }));
const pieces = fc.array(piece, { maxLength: 12 });

const plainOf = (parts: readonly string[]): Buffer => Buffer.from(parts.join(''));

async function chunked(list: readonly Piece[]): Promise<Buffer> {
  const each = async function* () {
    yield* list;
  };
  const chunks: Uint8Array[] = [];
  for await (const chunk of gzipChunks(each())) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('joinGzip', () => {
  it('inflates to exactly the plain document, deflated and stored pieces in any order', () => {
    fc.assert(
      fc.property(pieces, (list) => {
        const plain = plainOf(list.map(({ words }) => words));
        const parts = list.map((one) => one.piece);
        expect(gunzipSync(joinGzip(parts)).equals(plain)).toBe(true);
        expect(Buffer.from(joinPlain(parts)).equals(plain)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is what gzipChunks gives, chunk behind chunk', async () => {
    await fc.assert(
      fc.asyncProperty(pieces, async (list) => {
        const parts = list.map((one) => one.piece);
        expect((await chunked(parts)).equals(Buffer.from(joinGzip(parts)))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('ends in the CRC-32 and the length of the plain document (RFC 1952 section 2.3.1)', () => {
    const parts = ['head', '', 'ß🚢', 'tail'];
    const gzip = Buffer.from(joinGzip(parts.map(deflatePiece)));
    expect(gzip.readUInt32LE(gzip.length - 8)).toBe(crc32(plainOf(parts)));
    expect(gzip.readUInt32LE(gzip.length - 4)).toBe(plainOf(parts).length);
  });

  it('holds no time and no name: same pieces, same bytes', () => {
    const gzip = Buffer.from(joinGzip([deflatePiece('x')]));
    expect(gzip.subarray(0, 10).toString('hex')).toBe('1f8b08000000000000ff');
    expect(gzip.equals(Buffer.from(joinGzip([deflatePiece('x')])))).toBe(true);
  });

  it('of nothing is a gzip stream of nothing', () => {
    expect(gunzipSync(joinGzip([])).length).toBe(0);
    expect(joinPlain([]).length).toBe(0);
  });

  it('notices when a piece says another CRC than its bytes have', () => {
    const piece = deflatePiece('words');
    expect(() => gunzipSync(joinGzip([{ ...piece, crc: piece.crc ^ 1 }]))).toThrow();
  });

  it('fills slots between deflated stretches with stored text that differs for every partner', () => {
    const stretches = ['<p>Story</p><p>', '</p><img src="', '">'].map(deflatePiece);
    for (const partner of ['a', 'b&amp;', '\u0000🚢'.repeat(20)]) {
      const [first, second, third] = stretches;
      const slots = [storedPiece(`credit ${partner}`), storedPiece(`https://news.example/b/${partner}`)];
      const list = [first, slots[0], second, slots[1], third].filter((one) => one !== undefined);
      expect(gunzipSync(joinGzip(list)).toString()).toBe(
        `<p>Story</p><p>credit ${partner}</p><img src="https://news.example/b/${partner}">`,
      );
    }
  });
});

describe('storedPiece', () => {
  it.each([0, 1, 65_534, 65_535, 65_536, 131_070, 131_071, 200_000])('of %i bytes comes out whole', (length) => {
    const words = Array.from({ length }, (_, index) => String.fromCharCode(97 + (index % 23))).join('');
    const stored = storedPiece(words);
    expect(stored.length).toBe(length);
    expect(Buffer.from(inflatePiece(stored)).toString()).toBe(words);
    expect(gunzipSync(joinGzip([deflatePiece('<'), stored, deflatePiece('>')])).toString()).toBe(`<${words}>`);
  });

  it('counts bytes of UTF-8, and splits them where a block ends', () => {
    const words = '€'.repeat(30_000);
    expect(storedPiece(words).length).toBe(90_000);
    expect(gunzipSync(joinGzip([storedPiece(words)])).toString()).toBe(words);
  });
});

describe('joinedCrc', () => {
  it('is the CRC of one text behind the other', () => {
    const bytes = fc.uint8Array({ maxLength: 3000 });
    fc.assert(
      fc.property(bytes, bytes, (first, second) => {
        const joined = joinedCrc(crc32(first), crc32(second), shiftFor(second.length));
        expect(joined).toBe(crc32(Buffer.concat([first, second])));
      }),
      { numRuns: 500 },
    );
  });

  it('holds for lengths of many bits', () => {
    for (const length of [0, 1, 255, 256, 65_537, 1_000_003]) {
      const second = new Uint8Array(length).fill(7);
      const first = Buffer.from('first');
      expect(joinedCrc(crc32(first), crc32(second), shiftFor(length))).toBe(crc32(Buffer.concat([first, second])));
    }
  });
});
