/**
 * What the editor API takes for one article. Parsed once, here, from unknown JSON; the same schema checks
 * `content/` before anything is sent. Strings arrive cleaned (`lib/text.ts`), moments as milliseconds.
 */
import * as v from 'valibot';
import { canonicalJson, sha256 } from '../lib/hash.ts';
import { clean, cleanLine, slugify } from '../lib/text.ts';

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
export const MAX_URL = 2048;

const text = (max: number) => v.pipe(v.string(), v.transform(clean), v.maxLength(max));
const line = (max: number) => v.pipe(v.string(), v.transform(cleanLine), v.minLength(1), v.maxLength(max));

const hasScheme = (schemes: readonly string[]) => (value: string) =>
  URL.canParse(value) && schemes.includes(new URL(value).protocol);

const url = v.pipe(
  v.string(),
  v.maxLength(MAX_URL),
  v.check(hasScheme(['https:', 'http:']), 'Write an absolute http or https URL'),
  // Parsed and printed again, a URL has no character that could leave an attribute or a header.
  v.transform((value) => new URL(value).href),
);

const id = v.pipe(
  v.string(),
  v.maxLength(500),
  v.regex(
    /^(tag:[A-Za-z0-9.@_-]+,\d{4}(-\d\d){0,2}:[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+|urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
    'Write a tag: URI (tag:news.example,2026-11-03:words) or urn:uuid: and a lower-case UUID',
  ),
);

/** An absolute IRI (RFC 4287 section 4.2.6), kept char by char. */
const guid = v.pipe(
  v.string(),
  v.maxLength(1000),
  v.regex(/^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"\\^`{|}\p{C}]+$/u, 'Write an absolute URI'),
  v.check((value) => URL.canParse(value), 'Write an absolute URI'),
);

const slug = v.pipe(
  v.string(),
  v.maxLength(80),
  v.check(
    (value) => value.length > 0 && value === slugify(value),
    'Write lower-case letters, digits and hyphens, without a dot',
  ),
);

/** Date.parse takes 30 February for 2 March. */
function isCalendarDay(value: string): boolean {
  const [year = 0, month = 0, day = 0] = value.slice(0, 10).split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

/** RFC 3339 with a zone: a moment without one means something else on every machine. */
const moment = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/,
    'Write a date and time with a zone: 2026-11-03T07:30:00+01:00',
  ),
  v.check(isCalendarDay, 'Write a day that is in the calendar'),
  v.transform((value) => Math.floor(Date.parse(value) / 1000) * 1000),
  v.check(
    (value) => value >= Date.UTC(1900, 0) && value < Date.UTC(2200, 0),
    'Write a date that exists, from 1900 to 2199',
  ),
);

const person = v.strictObject({
  name: line(200),
  url: v.optional(url),
  email: v.optional(v.pipe(v.string(), v.maxLength(254), v.email('Write an email address'))),
});

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

export interface FieldProblem {
  /** JSON Pointer (RFC 6901) to the field. */
  readonly pointer: string;
  readonly detail: string;
}

export const fieldProblems = (issues: readonly v.BaseIssue<unknown>[]): readonly FieldProblem[] =>
  issues.map((issue) => ({ pointer: pointerTo(issue), detail: issue.message }));

const pointerTo = (issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? []).map((step) => `/${String(step.key).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');

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
