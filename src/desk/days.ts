/** Days as editors write them, as moments: a day begins at midnight in the publication's time zone. */
import { DAY, MINUTE } from '../lib/time.ts';

const A_DAY = /^\d{4}-\d\d-\d\d$/;
const OFFSET = /^GMT(?:([+-])(\d\d):(\d\d))?/;

/** Null for what is no day of the calendar. */
export function startOfDay(day: string, timeZone: string): number | null {
  const utc = Date.parse(`${day}T00:00:00Z`);
  if (!A_DAY.test(day) || Number.isNaN(utc) || new Date(utc).toISOString().slice(0, 10) !== day) return null;
  // Asked twice, because the offset that counts is the one at midnight there, not here.
  const near = utc - offsetAt(utc, timeZone);
  return utc - offsetAt(near, timeZone);
}

/** The first moment of the day after. */
export const endOfDay = (day: string, timeZone: string): number | null => {
  const start = startOfDay(day, timeZone);
  if (start === null) return null;
  return startOfDay(new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10), timeZone);
};

function offsetAt(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(moment);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = OFFSET.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
}
