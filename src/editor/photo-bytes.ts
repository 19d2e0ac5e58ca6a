/** What a photo is by its bytes: its declared type is only checked against them. */
import { imageSize } from 'image-size';
import type { AssetFacts } from '../article/parse.ts';
import { sha256 } from '../lib/hash.ts';
import { fail, ok, type Result } from '../lib/result.ts';

export const MAX_PHOTO_BYTES = 8 * 1024 * 1024;
export const MAX_SIDE = 20_000;

const TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
};

export type PhotoProblem =
  | { readonly reason: 'empty' }
  | { readonly reason: 'too large' }
  | { readonly reason: 'not a photo' }
  | { readonly reason: 'too wide' }
  | { readonly reason: 'other type'; readonly declared: string; readonly found: string };

export async function readPhoto(
  bytes: Uint8Array<ArrayBuffer>,
  declared: string,
): Promise<Result<AssetFacts, PhotoProblem>> {
  if (bytes.length === 0) return fail({ reason: 'empty' });
  if (bytes.length > MAX_PHOTO_BYTES) return fail({ reason: 'too large' });
  const size = sizeOf(bytes);
  if (!size || !isWhole(bytes, size.type)) return fail({ reason: 'not a photo' });
  const { type, width, height } = size;
  if (width > MAX_SIDE || height > MAX_SIDE) return fail({ reason: 'too wide' });
  const plain = declared.split(';')[0]?.trim().toLowerCase() ?? '';
  if (plain !== '' && plain !== 'application/octet-stream' && plain !== type)
    return fail({ reason: 'other type', declared: plain, found: type });
  return ok({ asset: await sha256(bytes), type, bytes: bytes.length, width, height });
}

function sizeOf(bytes: Uint8Array): { readonly type: string; readonly width: number; readonly height: number } | null {
  try {
    const { type = '', width, height } = imageSize(bytes);
    const mime = TYPES[type] ?? (type === 'heif' && isAvif(bytes) ? 'image/avif' : undefined);
    return mime && width > 0 && height > 0 ? { type: mime, width, height } : null;
  } catch {
    // The library throws for what it doesn't know and for what ends too early: both are no photo.
    return null;
  }
}

/** ISO base media: the major brand stands after `ftyp`. HEIC is not for the web. */
const isAvif = (bytes: Uint8Array): boolean => /^ftypavi[fs]/.test(String.fromCharCode(...bytes.subarray(4, 12)));

/** How far from the end a photo's last mark may stand: some programs write something behind it. */
const SLACK = 64 * 1024;

/** An upload that broke off has a header and no end. */
function isWhole(bytes: Uint8Array, type: string): boolean {
  const end = bytes.subarray(-SLACK);
  const has = (...mark: readonly number[]): boolean =>
    end.some((_byte, at) => mark.every((value, step) => end[at + step] === value));
  switch (type) {
    case 'image/jpeg':
      return has(0xff, 0xd9);
    case 'image/png':
      return has(0x49, 0x45, 0x4e, 0x44);
    case 'image/gif':
      return has(0x3b);
    case 'image/webp':
      return new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8 <= bytes.length + 1;
    default:
      return true;
  }
}
