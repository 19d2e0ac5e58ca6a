/** The kinds of values our schemas are made of. Strings leave them cleaned (`lib/text.ts`), moments as milliseconds. */
import * as v from 'valibot';
import { clean, cleanLine, slugify } from '../lib/text.ts';

export const MAX_URL = 2048;

export const text = (max: number) => v.pipe(v.string(), v.transform(clean), v.maxLength(max));
export const line = (max: number) => v.pipe(v.string(), v.transform(cleanLine), v.minLength(1), v.maxLength(max));

const hasScheme = (schemes: readonly string[]) => (value: string) =>
  URL.canParse(value) && schemes.includes(new URL(value).protocol);

export const url = v.pipe(
  v.string(),
  v.maxLength(MAX_URL),
  v.check(hasScheme(['https:', 'http:']), 'Write an absolute http or https URL'),
  // Parsed and printed again, a URL has no character that could leave an attribute or a header.
  v.transform((value) => new URL(value).href),
);

export const id = v.pipe(
  v.string(),
  v.maxLength(500),
  v.regex(
    /^(tag:[A-Za-z0-9.@_-]+,\d{4}(-\d\d){0,2}:[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+|urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
    'Write a tag: URI (tag:news.example,2026-11-03:words) or urn:uuid: and a lower-case UUID',
  ),
);

/** An absolute IRI (RFC 4287 section 4.2.6), kept char by char. */
export const guid = v.pipe(
  v.string(),
  v.maxLength(1000),
  v.regex(/^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"\\^`{|}\p{C}]+$/u, 'Write an absolute URI'),
  v.check((value) => URL.canParse(value), 'Write an absolute URI'),
);

export const slug = v.pipe(
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
export const moment = v.pipe(
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

export const person = v.strictObject({
  name: line(200),
  url: v.optional(url),
  email: v.optional(v.pipe(v.string(), v.maxLength(254), v.email('Write an email address'))),
});
