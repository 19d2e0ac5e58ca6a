/** A photo is what its bytes are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_PHOTO_BYTES, MAX_SIDE, readPhoto } from '../../src/editor/photo-bytes.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { bmp, gif, heif, html, jpeg, png, svg, webp } from './photos.ts';

const KINDS: readonly (readonly [string, (width: number, height: number) => Uint8Array<ArrayBuffer>])[] = [
  ['image/jpeg', jpeg],
  ['image/png', png],
  ['image/gif', gif],
  ['image/webp', webp],
  ['image/avif', (width, height) => heif('avif', width, height)],
];
const reasonOf = async (bytes: Uint8Array<ArrayBuffer>, declared = ''): Promise<string | null> => {
  const result = await readPhoto(bytes, declared);
  return result.ok ? null : result.error.reason;
};

describe.each(KINDS)('%s', (type, make) => {
  it('is known by its bytes, with its size and hash', async () => {
    const bytes = make(640, 480);
    const expected = { asset: await sha256(bytes), type, bytes: bytes.length, width: 640, height: 480 };
    for (const declared of [type, '', 'application/octet-stream', `${type.toUpperCase()}; charset=binary`])
      expect(await readPhoto(bytes, declared)).toEqual({ ok: true, value: expected });
  });

  it('that says it is another is refused, and the reason names both', async () => {
    const declared = type === 'image/png' ? 'image/jpeg' : 'image/png';
    expect(await readPhoto(make(1, 1), declared)).toEqual({
      ok: false,
      error: { reason: 'other type', declared, found: type },
    });
    expect(await reasonOf(make(1, 1), 'text/html')).toBe('other type');
    expect(await reasonOf(make(1, 1), 'image/svg+xml')).toBe('other type');
  });

  it('that ends before its size is no photo', async () => {
    const bytes = make(640, 480);
    for (const length of [1, 3, 8, 9])
      expect(await reasonOf(bytes.slice(0, length)), String(length)).toBe('not a photo');
  });

  it('without a side is no photo', async () => {
    if (type === 'image/webp') return;
    expect(await reasonOf(make(0, 10))).toBe('not a photo');
  });
});

it.each([
  ['SVG', svg, 'image/svg+xml'],
  ['SVG that says it is a PNG', svg, 'image/png'],
  ['HTML that says it is a JPEG', html, 'image/jpeg'],
  ['a bitmap', bmp, 'image/bmp'],
  ['HEIC, which browsers do not show', heif('heic', 10, 10), 'image/heic'],
  ['zeros', new Uint8Array(1000), 'image/png'],
])('%s is no photo', async (_what, bytes, declared) => {
  expect(await reasonOf(bytes, declared)).toBe('not a photo');
  expect(await reasonOf(bytes)).toBe('not a photo');
});

it('nothing is "empty"', async () => {
  expect(await reasonOf(new Uint8Array())).toBe('empty');
});

it(`${MAX_PHOTO_BYTES} bytes are taken, one more is not`, async () => {
  const small = png(10, 10);
  const padded = (size: number): Uint8Array<ArrayBuffer> => {
    const bytes = new Uint8Array(size);
    bytes.set(small);
    bytes.set(small.slice(-4), size - 4);
    return bytes;
  };
  expect(await reasonOf(padded(MAX_PHOTO_BYTES))).toBeNull();
  expect(await reasonOf(padded(MAX_PHOTO_BYTES + 1))).toBe('too large');
});

it(`a side of ${MAX_SIDE} is taken, one more is not`, async () => {
  expect(await reasonOf(png(MAX_SIDE, 1))).toBeNull();
  expect(await reasonOf(png(MAX_SIDE + 1, 1))).toBe('too wide');
  expect(await reasonOf(png(1, MAX_SIDE + 1))).toBe('too wide');
  expect(await reasonOf(png(0xffffffff, 0xffffffff))).toBe('too wide');
});

it.each(KINDS.slice(0, 4))('%s cut off behind its header is no photo', async (_type, make) => {
  const whole = make(300, 200);
  expect(await reasonOf(whole.slice(0, whole.length - 2))).toBe('not a photo');
});

it('damaged bytes get a reason or a size, never an exception', async () => {
  const kinds = fc.constantFrom(...KINDS.map(([, make]) => make(300, 200)), svg, bmp, heif('heic', 1, 1));
  const damage = fc.array(fc.tuple(fc.nat(80), fc.nat(255)), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(kinds, damage, fc.nat(80), async (bytes, changes, cut) => {
      const damaged = bytes.slice(0, Math.max(1, bytes.length - (cut % 3 === 0 ? cut : 0)));
      for (const [at, value] of changes) if (at < damaged.length) damaged[at] = value;
      const result = await readPhoto(damaged, '');
      if (result.ok) expect(result.value.type).toMatch(/^image\/(jpeg|png|gif|webp|avif)$/);
    }),
    { numRuns: 2000 },
  );
});
