/** The photos an article names, as files: for its body, for its document, and for the upload. */
import type { FieldMistake, Fields, Place } from './article-fields.ts';
import { findPhoto, type PhotoFile, placesOf } from './photo-file.ts';
import { isRecord, type Path } from './yaml-source.ts';

export interface ArticlePhotos {
  readonly files: readonly PhotoFile[];
  readonly mistakes: readonly FieldMistake[];
  readonly assetOf: (src: string) => string;
  /** The address of the photo an image in the body shows; null if none is listed. */
  readonly mediaFor: (src: string) => string | null;
}

/** Stands for a photo whose file is broken, so that its absence is reported once and not again in the body. */
export const BROKEN: PhotoFile = {
  asset: '0'.repeat(64),
  type: 'image/png',
  bytes: 0,
  width: 1,
  height: 1,
  path: '',
  media: '/media/broken',
};

export async function findPhotos(
  raw: Fields['raw'],
  articlePath: string,
  contentDir: string,
  locate: (path: Path) => Place,
): Promise<ArticlePhotos> {
  const bySrc = new Map<string, PhotoFile>();
  const byPlace = new Map<string, PhotoFile>();
  const mistakes: FieldMistake[] = [];
  for (const { src, path } of listed(raw)) {
    const photo = await findPhoto(src, articlePath, contentDir);
    if (!photo.ok) mistakes.push({ ...locate(path), detail: photo.error });
    const file = photo.ok ? photo.value : BROKEN;
    bySrc.set(src, file);
    for (const place of photo.ok ? [file.path] : placesOf(src, articlePath, contentDir)) byPlace.set(place, file);
  }
  return {
    files: [...bySrc.values()].filter((file) => file !== BROKEN),
    mistakes,
    assetOf: (src) => bySrc.get(src)?.asset ?? BROKEN.asset,
    mediaFor: (src) => {
      const places = placesOf(decoded(src), articlePath, contentDir);
      return places.map((place) => byPlace.get(place)?.media).find((media) => media !== undefined) ?? null;
    },
  };
}

/** Read from the data as written: a photo without a credit is still a photo whose file must be there. */
function listed(raw: Fields['raw']): readonly { src: string; path: Path }[] {
  const lead = srcOf(raw.photo).map((src) => ({ src, path: ['photo', 'src'] }));
  const others: readonly unknown[] = Array.isArray(raw.photos) ? raw.photos : [];
  return [
    ...lead,
    ...others.flatMap((photo, index) => srcOf(photo).map((src) => ({ src, path: ['photos', index, 'src'] }))),
  ];
}

function srcOf(photo: unknown): readonly string[] {
  const src = isRecord(photo) ? photo.src : photo;
  return typeof src === 'string' && src !== '' ? [src] : [];
}

/** Markdown writes a blank in an address as %20. */
function decoded(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}
