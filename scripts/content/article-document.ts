/** Front matter and body → the document the editor API takes, and the API's pointers → front matter fields. */
import type { ArticleDocument } from '../../src/article/input.ts';
import { slugify } from '../../src/lib/text.ts';
import { rfc3339 } from '../../src/lib/time.ts';
import type { FrontMatter, PhotoEntry } from './front-matter-schema.ts';
import type { Path } from './yaml-source.ts';

export interface Content {
  readonly id: string;
  readonly fields: FrontMatter;
  readonly html: string;
  /** The hash of the photo a `src` stands for. */
  readonly assetOf: (src: string) => string;
}

export const slugOf = (fields: FrontMatter): string => fields.slug ?? slugify(fields.title);

export function toDocument({ id, fields, html, assetOf }: Content): ArticleDocument {
  const photo = ({ src, ...words }: PhotoEntry) => ({ asset: assetOf(src), ...words });
  return {
    id,
    guid: fields.guid,
    slug: slugOf(fields),
    aliases: fields.aliases,
    title: fields.title,
    dek: fields.dek,
    byline: fields.authors,
    section: fields.section,
    tags: fields.tags,
    language: fields.language,
    body: html,
    published: rfc3339(fields.date),
    modified: moment(fields.updated),
    status: fields.status,
    withdrawal: fields.withdrawal && { ...fields.withdrawal, date: moment(fields.withdrawal.date) },
    embargoedUntil: moment(fields.embargo),
    expiresAt: moment(fields.expires),
    canonicalUrl: fields.canonical,
    rights: fields.rights,
    license: fields.license,
    terms: fields.terms,
    photo: fields.photo && photo(fields.photo),
    photos: fields.photos.map(photo),
    corrections: fields.corrections.map((entry) => ({ ...entry, date: rfc3339(entry.date) })),
    origin: originOf(fields.origin),
  };
}

function originOf(origin: FrontMatter['origin']): ArticleDocument['origin'] {
  if (!origin) return undefined;
  const [first, ...later] = origin.hops;
  const dated = (hop: typeof first) => ({ ...hop, date: rfc3339(hop.date) });
  return {
    hops: [dated(first), ...later.map(dated)],
    permission: { ...origin.permission, until: moment(origin.permission.until) },
  };
}

const moment = (value: number | undefined): string | undefined => (value === undefined ? undefined : rfc3339(value));

const FIELD_OF: Readonly<Record<string, string>> = {
  byline: 'authors',
  published: 'date',
  modified: 'updated',
  embargoedUntil: 'embargo',
  expiresAt: 'expires',
  canonicalUrl: 'canonical',
};

/** The front matter path of what a JSON Pointer (RFC 6901) names in a document. */
export function pathOfPointer(pointer: string): Path {
  const steps = pointer.split('/').slice(1);
  return toFrontMatter(
    steps.map((step) => (/^\d{1,6}$/.test(step) ? Number(step) : step.replace(/~1/g, '/').replace(/~0/g, '~'))),
  );
}

/** A path in a document, in the words of front matter. */
export const toFrontMatter = (path: Path): Path =>
  path.map((step, index) => (index === 0 ? (FIELD_OF[step] ?? step) : step === 'asset' ? 'src' : step));
