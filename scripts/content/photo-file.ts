/** A photo as it lies in `content/`: found, weighed, and named by the hash of its bytes. */
import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, extname, relative, resolve, sep } from 'node:path';
import { mediaPath } from '../../src/article/figure.ts';
import type { AssetFacts } from '../../src/article/parse.ts';
import { MAX_PHOTO_BYTES, MAX_SIDE, type PhotoProblem, readPhoto } from '../../src/editor/photo-bytes.ts';
import { fail, ok, type Result } from '../../src/lib/result.ts';
import { errorCode } from './mistake.ts';

export interface PhotoFile extends AssetFacts {
  readonly path: string;
  /** Where the service will show it. */
  readonly media: string;
}

const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/gif': ['.gif'],
  'image/webp': ['.webp'],
  'image/avif': ['.avif'],
};

/** The files a `src` may mean: beside the article first, then below `content/`. None lies outside `content/`. */
export function placesOf(src: string, articlePath: string, contentDir: string): readonly string[] {
  const beside = src.startsWith('/') ? [] : [resolve(dirname(articlePath), src)];
  return [...beside, resolve(contentDir, src.replace(/^\/+/, ''))].filter((path) => isInside(path, contentDir));
}

const isInside = (path: string, dir: string): boolean => path.startsWith(resolve(dir) + sep);

export async function findPhoto(
  src: string,
  articlePath: string,
  contentDir: string,
): Promise<Result<PhotoFile, string>> {
  const places = placesOf(src, articlePath, contentDir);
  if (places.length === 0) return fail(`"${src}" is outside of ${relative('.', contentDir)}. Put the photo into it`);
  for (const place of places) {
    const found = await stat(place).catch(() => null);
    if (!found?.isFile()) continue;
    // A link out of the folder could publish any file of the machine.
    if (!isInside(await realpath(place), await realpath(contentDir)))
      return fail(`"${src}" is a link out of ${relative('.', contentDir)}. Put the photo itself there`);
    if (found.size > MAX_PHOTO_BYTES) return fail(tooLarge(src, found.size));
    return weigh(place, src);
  }
  const looked = places.map((place) => relative('.', place)).join(' and ');
  return fail(`there is no file "${src}". Looked for ${looked}`);
}

async function weigh(path: string, src: string): Promise<Result<PhotoFile, string>> {
  const bytes = await readFile(path).catch((error: unknown) => errorCode(error));
  if (typeof bytes === 'string') return fail(`"${src}" cannot be read (${bytes})`);
  const photo = await readPhoto(bytes, '');
  if (!photo.ok) return fail(`"${src}" ${photoWords(photo.error, bytes)}`);
  const { type } = photo.value;
  const endings = ENDINGS[type] ?? [];
  if (!endings.includes(extname(path).toLowerCase()))
    return fail(`"${src}" holds ${type.slice(6).toUpperCase()} data. Rename the file so that it ends in ${endings[0]}`);
  return ok({ ...photo.value, path, media: mediaPath(photo.value) });
}

function photoWords({ reason }: PhotoProblem, bytes: Buffer): string {
  if (reason === 'too wide') return `is wider or higher than ${MAX_SIDE} pixels. Make it smaller`;
  if (looksLikeSvg(bytes)) return 'is SVG, which can carry scripts. Save it as PNG or WebP';
  return 'is not a photo, or damaged. Use JPEG, PNG, GIF, WebP or AVIF';
}

const looksLikeSvg = (bytes: Buffer): boolean => /<svg\b/i.test(bytes.subarray(0, 1000).toString('latin1'));

/** Known before it is read: a huge file is not loaded to be refused. */
const tooLarge = (src: string, size: number): string =>
  `"${src}" has ${(size / 1024 / 1024).toFixed(1)} MB, and a photo may have ${MAX_PHOTO_BYTES / 1024 / 1024}. Make it smaller`;
