/** The smallest files that are photos by their first bytes, made by hand. */
const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [...part])));

const be16 = (value: number): readonly number[] => [value >> 8, value & 255];
const be32 = (value: number): readonly number[] => [...be16(value >>> 16), ...be16(value & 0xffff)];
const le16 = (value: number): readonly number[] => [value & 255, value >> 8];
const le24 = (value: number): readonly number[] => [value & 255, (value >> 8) & 255, value >> 16];
const le32 = (value: number): readonly number[] => [...le16(value & 0xffff), ...le16(value >>> 16)];

export const png = (width: number, height: number): Uint8Array<ArrayBuffer> =>
  bytes('\x89PNG\r\n\x1a\n', be32(13), 'IHDR', be32(width), be32(height), [8, 2, 0, 0, 0], be32(0), be32(0), 'IEND');

export const gif = (width: number, height: number): Uint8Array<ArrayBuffer> =>
  bytes('GIF89a', le16(width), le16(height), [0, 0, 0, 0x3b]);

export const jpeg = (width: number, height: number): Uint8Array<ArrayBuffer> =>
  bytes(
    [0xff, 0xd8, 0xff, 0xe0],
    be16(16),
    'JFIF\0',
    [1, 1, 0, 0, 1, 0, 1, 0, 0],
    [0xff, 0xc0],
    be16(11),
    [8],
    be16(height),
    be16(width),
    [1, 1, 0x11, 0],
    [0xff, 0xd9],
  );

export const webp = (width: number, height: number): Uint8Array<ArrayBuffer> =>
  bytes('RIFF', le32(22), 'WEBPVP8X', le32(10), [0, 0, 0, 0], le24(width - 1), le24(height - 1));

const box = (type: string, ...content: readonly (string | readonly number[])[]): readonly number[] => {
  const inside = bytes(...content);
  return [...be32(inside.length + 8), ...bytes(type), ...inside];
};

/** ISO base media: a brand, and the size in `ispe` deep inside `meta`. */
export function heif(brand: string, width: number, height: number): Uint8Array<ArrayBuffer> {
  const ispe = box('ispe', be32(0), be32(width), be32(height));
  const meta = box('meta', be32(0), box('iprp', box('ipco', ispe)));
  return bytes(box('ftyp', brand, be32(0), brand), meta);
}

export const svg = bytes('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>x()</script></svg>');
export const html = bytes('<!DOCTYPE html><title>x</title><script>alert(1)</script>');
export const bmp = bytes('BM', le32(58), le32(0), le32(54), le32(40), le32(10), le32(10), le16(1), le16(24), le32(0));
