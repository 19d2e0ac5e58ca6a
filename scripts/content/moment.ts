/** Dates as people write them in front matter → moments. A date alone is midnight where the publication is. */
import { fail, ok, type Result } from '../../src/lib/result.ts';
import { civilDay, DAY, MINUTE, SECOND } from '../../src/lib/time.ts';

const WRITTEN =
  /^(\d{4})-(\d\d)-(\d\d)(?:(?:[Tt]|[ \t]+)(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?[ \t]*(Z|z|[+-]\d\d(?::?\d\d)?)?)?$/;

export const DATE_EXAMPLE = '2026-11-03T07:30:00+01:00';

export function momentOf(text: string, timeZone: string): Result<number, string> {
  const match = WRITTEN.exec(text.trim());
  if (!match) return fail(notADate(text));
  const [, year, month, day, hour, minute, second, zone] = match;
  const wall = wallClock([year, month, day, hour, minute, second].map((part) => Number(part ?? 0)));
  if (wall === null) return fail(`"${text}" does not exist. Write a date from 1900 to 2199 that is in the calendar`);
  if (hour === undefined) return ok(startOfDay(wall, timeZone));
  if (zone === undefined) return fail(noZone(text, wall, timeZone));
  const offset = offsetOf(zone);
  return offset === null ? fail(`has no time zone there is: "${zone}". Write ${DATE_EXAMPLE}`) : ok(wall - offset);
}

/** The clock's reading as if it stood in UTC; null for 30 February and 25 o'clock. */
function wallClock(parts: readonly number[]): number | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  if (year < 1900 || year > 2199 || hour > 23 || minute > 59 || second > 59) return null;
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null;
}

function offsetOf(zone: string): number | null {
  if (/^z$/i.test(zone)) return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || 0);
  if (hours > 23 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * MINUTE;
}

/** The first moment of a day in a time zone: not every day has a midnight, and some have two. */
function startOfDay(midnightUtc: number, timeZone: string): number {
  const day = new Date(midnightUtc).toISOString().slice(0, 10);
  const offsets = [midnightUtc - DAY, midnightUtc, midnightUtc + DAY].map((at) => zoneOffset(at, timeZone));
  const starts = offsets.map((offset) => midnightUtc - offset).filter((at) => civilDay(at, timeZone) === day);
  return starts.length > 0 ? Math.min(...starts) : midnightUtc - (offsets[1] ?? 0);
}

/** How far clocks in a time zone were ahead of UTC, in milliseconds. */
function zoneOffset(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name);
  if (!match) return 0;
  const [, sign, hours, minutes, seconds] = match;
  const size = (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds ?? 0) * SECOND;
  return sign === '-' ? -size : size;
}

function noZone(text: string, wall: number, timeZone: string): string {
  const offset = zoneOffset(wall - zoneOffset(wall, timeZone), timeZone);
  const size = Math.round(Math.abs(offset) / MINUTE);
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `"${text}" has no time zone. Write ${new Date(wall).toISOString().slice(0, 19)}${zone}`;
}

function notADate(text: string): string {
  const named = /\b[A-Za-z]{3,9}\b/.test(text) && /\b\d{4}\b/.test(text) ? new Date(text) : new Date(Number.NaN);
  const example = Number.isNaN(named.getTime())
    ? `${DATE_EXAMPLE}, or a date alone: 2026-11-03`
    : `${named.getFullYear()}-${two(named.getMonth() + 1)}-${two(named.getDate())}`;
  return `"${text.slice(0, 60)}" is not a date in a form that is read here. Write ${example}`;
}

const two = (number: number): string => String(number).padStart(2, '0');
