/** Moments are milliseconds since 1970 UTC inside, RFC 3339 or IMF-fixdate at the edges. Nothing here reads the clock. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const DAY = 24 * 60 * MINUTE;

/** RFC 3339 with second precision in UTC: `2026-11-03T06:30:00Z`. */
export const rfc3339 = (moment: number): string => `${new Date(moment).toISOString().slice(0, 19)}Z`;

/** IMF-fixdate (RFC 9110 section 5.6.7), which is also a valid RFC 822 date for RSS. */
export const httpDate = (moment: number): string => new Date(moment).toUTCString();

/** An HTTP-date in one of the three forms of RFC 9110 section 5.6.7, in milliseconds; null if it is none. */
export function parseHttpDate(text: string): number | null {
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text)) return null;
  const moment = Date.parse(/GMT$/.test(text) ? text : `${text} GMT`);
  return Number.isNaN(moment) ? null : moment;
}

/** A date as people read it, in the publication's time zone: `3 November 2026`. */
export const longDate = (moment: number, language: string, timeZone: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(moment);

/** The civil day (`2026-11-03`) a moment falls on in a time zone. */
export const civilDay = (moment: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment);
