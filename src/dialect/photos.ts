/** Which photos a partner gets, and why it doesn't get the others. */
import type { PhotoFacts } from '../feed/facts.ts';
import { DIALECTS, type DialectName } from './dialects.ts';
import { count, type Finding, isHttps, when } from './finding.ts';

export interface DroppedPhoto {
  readonly photo: PhotoFacts;
  readonly finding: Finding;
}

export interface PhotosFor {
  readonly kept: readonly PhotoFacts[];
  readonly dropped: readonly DroppedPhoto[];
}

export function photosFor(dialect: DialectName, photos: readonly PhotoFacts[]): PhotosFor {
  const judged = photos.map((photo) => ({ photo, finding: reasonToDrop(dialect, photo) }));
  return {
    kept: judged.flatMap(({ photo, finding }) => (finding ? [] : [photo])),
    dropped: judged.flatMap(({ photo, finding }) => (finding ? [{ photo, finding }] : [])),
  };
}

type Reason = readonly [failed: boolean, rule: string, words: string, remedy: string];

/** The first reason is enough. */
function reasonToDrop(dialect: DialectName, photo: PhotoFacts): Finding | undefined {
  const found = [...rightsReasons(dialect, photo), ...formReasons(dialect, photo)].find(([failed]) => failed);
  if (!found) return undefined;
  const [, rule, words, remedy] = found;
  return { level: 'photo dropped', rule, subject: photo.asset, words, remedy };
}

function rightsReasons(dialect: DialectName, { syndicate, rights, credit }: PhotoFacts): readonly Reason[] {
  const claim =
    dialect === 'msn'
      ? `MSN wants mi:hasSyndicationRights 1; we can’t say that of this photo (rights: ${rights}).`
      : `A partner gets only photos we may pass on; this one isn’t marked so (rights: ${rights}).`;
  return [
    [!syndicate, 'all/photo-rights', claim, 'If its owner lets partners show it, set `syndicate: true` on the photo.'],
    [
      credit.trim() === '',
      'all/photo-credit',
      'A partner gets no photo without <media:credit>; this one has no credit.',
      'Write who made the photo in `credit`.',
    ],
  ];
}

function formReasons(dialect: DialectName, photo: PhotoFacts): readonly Reason[] {
  const { label, photo: rule } = DIALECTS[dialect];
  const { types, maxBytes, minSide } = rule;
  const side = Math.min(photo.width, photo.height);
  return [
    [
      types !== null && !types.includes(photo.type),
      `${dialect}/photo-type`,
      `${label} takes ${typeNames(types ?? [])}; this photo is ${typeNames([photo.type])}.`,
      'Upload the photo as JPEG.',
    ],
    [
      maxBytes !== null && photo.bytes > maxBytes,
      `${dialect}/photo-bytes`,
      `${label} takes photos of at most ${count(maxBytes ?? 0)} bytes; this one has ${count(photo.bytes)}.`,
      'Upload it with fewer pixels or stronger compression.',
    ],
    [
      minSide !== null && side < minSide,
      `${dialect}/photo-size`,
      `${label} takes photos of at least ${minSide} pixels a side; this one is ${photo.width} × ${photo.height}.`,
      'Upload a larger one.',
    ],
  ];
}

const typeNames = (types: readonly string[]): string =>
  types.map((type) => type.replace('image/', '').toUpperCase()).join(', ');

/** What a partner would rather have, of photos it takes all the same. */
export function photoWarnings(dialect: DialectName, photos: readonly PhotoFacts[]): readonly Finding[] {
  const { label, photo: rule } = DIALECTS[dialect];
  return [
    ...photos.flatMap((photo) => [
      ...smallerThanWished(dialect, photo),
      ...oddRatio(dialect, photo),
      ...notHttps(photo),
    ]),
    ...when(rule.without !== null && photos.length === 0, () => ({
      level: 'warning',
      rule: `${dialect}/no-photo`,
      subject: 'item',
      words: rule.without ?? '',
      remedy: `Add a photo ${label} may have.`,
    })),
  ];
}

function smallerThanWished(dialect: DialectName, { asset, width, height }: PhotoFacts): readonly Finding[] {
  const { label, photo } = DIALECTS[dialect];
  const { pixels, side } = photo.wished ?? { pixels: 0, side: 'longer' };
  const measured = side === 'longer' ? Math.max(width, height) : Math.min(width, height);
  return when(measured < pixels, () => ({
    level: 'warning',
    rule: `${dialect}/photo-wished-size`,
    subject: asset,
    words: `${label} asks for photos whose ${side} side has ${pixels} pixels or more; this one is ${width} × ${height}.`,
    remedy: 'Upload a larger one.',
  }));
}

function oddRatio(dialect: DialectName, { asset, width, height }: PhotoFacts): readonly Finding[] {
  const { label, photo } = DIALECTS[dialect];
  const { min, max } = photo.ratio ?? { min: 0, max: Number.POSITIVE_INFINITY };
  const ratio = width / height;
  return when(ratio < min || ratio > max, () => ({
    level: 'warning',
    rule: `${dialect}/photo-ratio`,
    subject: asset,
    words: `${label} shows photos well between ${min} and ${max}, width by height; this one is ${ratio.toFixed(2)}.`,
    remedy: 'Crop it.',
  }));
}

const notHttps = ({ asset, url }: PhotoFacts): readonly Finding[] =>
  when(!isHttps(url), () => ({
    level: 'warning',
    rule: 'all/https',
    subject: asset,
    words: `Partners load photos over https; this one’s address is ${url}.`,
    remedy: 'Serve the publication over https (`BASE_URL`).',
  }));
