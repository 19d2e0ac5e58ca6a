/** How a photo is shown, the same in feeds, pages and copies: its caption and credit stand in words beneath it. */
import { escapeHtml } from '../lib/text.ts';
import { BASE_MARK, type Photo } from './article.ts';

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
};

export const mediaPath = (photo: Pick<Photo, 'asset' | 'type'>): string =>
  `/media/${photo.asset}.${EXTENSIONS[photo.type] ?? 'bin'}`;

/** The figure as stored HTML: its URL starts with BASE_MARK. */
export function figureHtml(photo: Photo): string {
  const size = `width="${photo.width}" height="${photo.height}"`;
  const img = `<img src="${BASE_MARK}${mediaPath(photo)}" alt="${escapeHtml(photo.alt)}" ${size}>`;
  return `<figure>${img}<figcaption>${captionHtml(photo)}</figcaption></figure>`;
}

const captionHtml = (photo: Photo): string =>
  [photo.caption, photo.credit]
    .filter((words) => words !== undefined)
    .map(escapeHtml)
    .join(' — ');
