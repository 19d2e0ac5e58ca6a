/**
 * What the editor API takes for one article. Parsed once, here, from unknown JSON; the same schema checks
 * `content/` before anything is sent. Strings arrive cleaned (`lib/text.ts`), moments as milliseconds.
 */
import * as v from 'valibot';
import { canonicalJson, sha256 } from '../lib/hash.ts';
import { clean, cleanLine } from '../lib/text.ts';
import { guid, id, line, moment, person, slug, text, url } from './fields.ts';
import { termsName } from './terms.ts';

export const MAX_TITLE = 300;
export const MAX_DEK = 1000;
/** Bytes of UTF-8: with its escapes a body must fit one D1 value (2,000,000 bytes). */
export const MAX_BODY = 1_000_000;

export const byteLength = (text: string): number => new TextEncoder().encode(text).length;
export const MAX_TAGS = 10;
export const MAX_AUTHORS = 10;
export const MAX_PHOTOS = 50;
export const MAX_CORRECTIONS = 50;
export const MAX_HOPS = 10;

const photo = v.pipe(
  v.strictObject({
    asset: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'Write the SHA-256 of the photo, in lower-case hex')),
    alt: line(1000),
    caption: v.optional(line(1000)),
    credit: line(300),
    rights: v.optional(v.picklist(['own', 'licensed', 'third-party', 'cc', 'unknown']), 'unknown'),
    license: v.optional(url),
    holder: v.optional(line(200)),
    syndicate: v.optional(v.boolean()),
  }),
  v.forward(
    v.check(
      (input) => input.rights !== 'cc' || input.license !== undefined,
      'Name the Creative Commons licence by its URL',
    ),
    ['license'],
  ),
);

const hop = v.strictObject({
  role: v.picklist(['original', 'republisher', 'translator', 'wire']),
  publisher: line(200),
  url,
  feed: v.optional(url),
  guid: v.optional(guid),
  date: moment,
  credit: line(500),
  license: v.optional(url),
});

const origin = v.strictObject({
  hops: v.pipe(
    v.tupleWithRest([hop], hop),
    v.maxLength(MAX_HOPS),
    v.check((hops) => hops[0].role === 'original', 'Put the original publisher first, with role: original'),
  ),
  permission: v.strictObject({
    basis: v.picklist(['written', 'licence', 'contract']),
    reference: line(500),
    until: v.optional(moment),
    sublicensable: v.optional(v.boolean(), false),
  }),
});

const correction = v.strictObject({
  date: moment,
  text: line(1000),
  was: v.optional(line(1000)),
  now: v.optional(line(1000)),
});

export const articleInputSchema = v.pipe(
  v.strictObject({
    id,
    guid: v.optional(guid),
    slug,
    aliases: v.optional(v.pipe(v.array(slug), v.maxLength(20)), []),
    title: line(MAX_TITLE),
    dek: v.optional(v.pipe(text(MAX_DEK), v.transform(cleanLine)), ''),
    byline: v.pipe(v.tupleWithRest([person], person), v.maxLength(MAX_AUTHORS)),
    section: v.optional(slug),
    tags: v.optional(v.pipe(v.array(line(60)), v.maxLength(MAX_TAGS)), []),
    language: v.optional(v.pipe(v.string(), v.maxLength(35))),
    body: v.pipe(
      v.string(),
      v.transform(clean),
      v.check((html) => html.trim() !== '', 'Write a body'),
      v.check((html) => byteLength(html) <= MAX_BODY, `Write at most ${MAX_BODY} bytes, or split the article`),
    ),
    published: moment,
    modified: v.optional(moment),
    status: v.optional(v.picklist(['usable', 'held', 'withdrawn']), 'usable'),
    withdrawal: v.optional(v.strictObject({ reason: line(500), date: v.optional(moment) })),
    embargoedUntil: v.optional(moment),
    expiresAt: v.optional(moment),
    canonicalUrl: v.optional(url),
    rights: v.optional(line(300)),
    license: v.optional(url),
    terms: v.optional(termsName),
    photo: v.optional(photo),
    photos: v.optional(v.pipe(v.array(photo), v.maxLength(MAX_PHOTOS)), []),
    corrections: v.optional(v.pipe(v.array(correction), v.maxLength(MAX_CORRECTIONS)), []),
    origin: v.optional(origin),
  }),
  v.forward(
    v.check(
      (input) => (input.status === 'withdrawn') === (input.withdrawal !== undefined),
      'A withdrawal needs status: withdrawn and a reason, and the other way round',
    ),
    ['withdrawal'],
  ),
);

export type ArticleInput = v.InferOutput<typeof articleInputSchema>;
export type PhotoInput = v.InferOutput<typeof photo>;
/** The same article as JSON, before parsing. */
export type ArticleDocument = v.InferInput<typeof articleInputSchema>;

/** What a reader sees: `modified` and the revision move only when this does. */
export function contentHash(input: ArticleInput): Promise<string> {
  const { title, dek, byline, body, section, tags, language, photo, photos, corrections, origin, rights, license } =
    input;
  const shown = {
    title,
    dek,
    byline,
    body,
    section,
    tags,
    language,
    photo,
    photos,
    corrections,
    origin,
    rights,
    license,
  };
  return sha256(canonicalJson(shown));
}

/** Equal inputs have equal digests, on every machine: how a publisher knows what need not be sent again. */
export const digest = (input: ArticleInput): Promise<string> => sha256(canonicalJson(input));
