/**
 * Front matter, parsed once. Limits and forms are those of the editor API's own schema; what differs here are names,
 * dates (a day is enough), photos (a file instead of a hash) and short forms.
 */
import * as v from 'valibot';
import { articleInputSchema } from '../../src/article/input.ts';
import { momentOf } from './moment.ts';

const api = articleInputSchema.entries;
const { asset: _asset, ...photoEntries } = api.photo.wrapped.entries;
const originEntries = api.origin.wrapped.entries;
const hopEntries = originEntries.hops.rest.entries;

const momentIn = (timeZone: string) =>
  v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }): number => {
      const moment = momentOf(dataset.value, timeZone);
      if (moment.ok) return moment.value;
      addIssue({ message: moment.error });
      return NEVER;
    }),
  );

/** `photo: quay.jpg` is how others write it; here it lacks words, and the report says which. */
const photo = v.pipe(
  v.unknown(),
  v.transform((input) => (typeof input === 'string' ? { src: input } : input)),
  v.strictObject({ src: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)), ...photoEntries }),
  v.forward(
    v.partialCheck(
      [['rights'], ['license']],
      (input) => input.rights !== 'cc' || input.license !== undefined,
      'missing, and rights are cc. Write the licence by its URL: license: https://creativecommons.org/licenses/by/4.0/',
    ),
    ['license'],
  ),
);

const person = v.pipe(
  v.unknown(),
  v.transform((input) => (typeof input === 'string' ? { name: input } : input)),
  api.byline.rest,
);

const authors = v.pipe(
  v.unknown(),
  v.transform((input) => (Array.isArray(input) || input === undefined ? input : [input])),
  v.tupleWithRest([person], person),
);

const section = v.pipe(
  v.unknown(),
  v.transform((input): unknown => (Array.isArray(input) && input.length === 1 ? input[0] : input)),
  api.section.wrapped,
);

const https = v.pipe(v.string(), v.regex(/^https:\/\//i, 'Write an absolute https URL'), api.canonicalUrl.wrapped);

const originIn = (moment: ReturnType<typeof momentIn>) => {
  const hop = v.strictObject({ ...hopEntries, date: moment });
  return v.strictObject({
    hops: v.tupleWithRest([hop], hop),
    permission: v.strictObject({ ...originEntries.permission.entries, until: v.optional(moment) }),
  });
};

export const frontMatterSchema = (timeZone: string) => {
  const moment = momentIn(timeZone);
  return v.strictObject({
    id: v.optional(api.id),
    guid: api.guid,
    title: api.title,
    dek: api.dek,
    slug: v.optional(api.slug),
    aliases: api.aliases,
    date: moment,
    updated: v.optional(moment),
    authors,
    section: v.optional(section),
    tags: api.tags,
    language: api.language,
    draft: v.optional(v.boolean(), false),
    status: api.status,
    withdrawal: v.optional(v.strictObject({ ...api.withdrawal.wrapped.entries, date: v.optional(moment) })),
    embargo: v.optional(moment),
    expires: v.optional(moment),
    canonical: v.optional(https),
    photo: v.optional(photo),
    photos: v.optional(v.array(photo), []),
    corrections: v.optional(v.array(v.strictObject({ ...api.corrections.wrapped.item.entries, date: moment })), []),
    rights: api.rights,
    license: api.license,
    terms: api.terms,
    origin: v.optional(originIn(moment)),
  });
};

export type FrontMatter = v.InferOutput<ReturnType<typeof frontMatterSchema>>;
export type PhotoEntry = v.InferOutput<typeof photo>;

const PHOTO_NAMES: readonly string[] = ['src', ...Object.keys(photoEntries)];

/** The names known inside each structured field, for "did you mean". */
export const NAMES_INSIDE: Readonly<Record<string, readonly string[]>> = {
  photo: PHOTO_NAMES,
  photos: PHOTO_NAMES,
  authors: Object.keys(api.byline.rest.entries),
  withdrawal: Object.keys(api.withdrawal.wrapped.entries),
  corrections: Object.keys(api.corrections.wrapped.item.entries),
  origin: Object.keys(originEntries),
  'origin.hops': Object.keys(hopEntries),
  'origin.permission': Object.keys(originEntries.permission.entries),
};
