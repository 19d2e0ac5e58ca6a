/**
 * Days, weeks, months and years as words of the calendar. No time zone comes into it: a day that a change of the clocks
 * makes 23 or 25 hours long is one day. (`Date.UTC` is used as a calendar, whose days are all alike.)
 */
export type Grain = 'day' | 'week' | 'month' | 'year';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const MONDAY_FIRST = 6;
const WEEK = 7;

/** `2026-10-24`, `2026-10` and `2026` alike. */
function partsOf(at: string): readonly [year: number, month: number, day: number] {
  const [year = 0, month = 1, day = 1] = at.split('-').map(Number);
  return [year, month, day];
}

const dayOf = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

export function addDays(day: string, count: number): string {
  const [year, month, date] = partsOf(day);
  return dayOf(year, month, date + count);
}

/** Every day from one to another, both included. */
export function daysFrom(from: string, to: string): readonly string[] {
  const days: string[] = [];
  const [year, month, date] = partsOf(from);
  for (let next = 0, day = from; day <= to; day = dayOf(year, month, date + ++next)) days.push(day);
  return days;
}

export function monthsFrom(from: string, to: string): readonly string[] {
  const months: string[] = [];
  const [year, month] = partsOf(from);
  for (let next = 0; months.at(-1) !== to; next++) {
    const name = dayOf(year, month + next, 1).slice(0, 7);
    if (name > to) break;
    months.push(name);
  }
  return months;
}

function mondayOf(day: string): string {
  const [year, month, date] = partsOf(day);
  return dayOf(year, month, date - ((new Date(Date.UTC(year, month - 1, date)).getUTCDay() + MONDAY_FIRST) % WEEK));
}

/** The week, month or year a day or month falls into, named by its beginning. */
export function grainOf(at: string, grain: Grain): string {
  if (grain === 'day') return at;
  if (grain === 'week') return mondayOf(at);
  return at.slice(0, grain === 'month' ? 7 : 4);
}

/** `24 Oct 2026`, `Oct 2026`, `2026`. */
export function dayWords(at: string): string {
  const year = at.slice(0, 4);
  if (at.length <= 4) return year;
  const month = MONTHS[Number(at.slice(5, 7)) - 1];
  return at.length <= 7 ? `${month} ${year}` : `${Number(at.slice(8))} ${month} ${year}`;
}

/** As short as it may stand below an axis. */
export function axisWords(at: string, grain: Grain): string {
  return grain === 'day' ? dayWords(at).slice(0, -5) : grain === 'week' ? dayWords(at.slice(0, 7)) : dayWords(at);
}
