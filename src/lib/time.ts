/** Moments are milliseconds since 1970 UTC inside, RFC 3339 or IMF-fixdate at the edges. Nothing here reads the clock. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** RFC 3339 with second precision in UTC: `2026-11-03T06:30:00Z`. */
export const rfc3339 = (moment: number): string => `${new Date(moment).toISOString().slice(0, 19)}Z`;

/** IMF-fixdate (RFC 9110 section 5.6.7), which is also a valid RFC 822 date for RSS. */
export const httpDate = (moment: number): string => new Date(moment).toUTCString();

const DAY_NAME = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const CLOCK = '\\d\\d:\\d\\d:\\d\\d';
/** IMF-fixdate, and the two obsolete forms a recipient must still take (RFC 9110 section 5.6.7). */
const HTTP_DATES = [
  new RegExp(`^${DAY_NAME}, (\\d\\d) ${MONTH} \\d{4} ${CLOCK} GMT$`),
  new RegExp(`^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (\\d\\d)-${MONTH}-\\d\\d ${CLOCK} GMT$`),
  new RegExp(`^${DAY_NAME} ${MONTH} ([ \\d]\\d) ${CLOCK} \\d{4}$`),
];

/** An HTTP-date in milliseconds; null if it is none, which a recipient must then ignore (section 13.1.3). */
export function parseHttpDate(text: string): number | null {
  const day = HTTP_DATES.map((form) => form.exec(text)?.[1]).find((found) => found !== undefined);
  const moment = Date.parse(text.endsWith('GMT') ? text.replace(/-/g, ' ') : `${text} GMT`);
  if (day === undefined || Number.isNaN(moment)) return null;
  return new Date(moment).getUTCDate() === Number(day) ? moment : null;
}

/** A date as people read it, in the publication's time zone: `3 November 2026`. */
export const longDate = (moment: number, language: string, timeZone: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(moment);

/** The civil day (`2026-11-03`) a moment falls on in a time zone. */
export const civilDay = (moment: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment);
