/**
 * A report's tables as data: what the screen shows and what an export holds are made from the same cells, so they cannot
 * differ. A cell's `value` is what is exported, `shown` the same for people where that is another text.
 */
import { dayWords } from './plot-days.ts';

export interface Cell {
  readonly value: string | number | null;
  readonly shown?: string;
  readonly href?: string;
  /** A state, shown in a frame: its CSS class. */
  readonly state?: string;
}

export interface Column {
  readonly key: string;
  readonly label: string;
  readonly numeric?: boolean;
  /** A date with its time, which stays on one line. */
  readonly moment?: boolean;
}

export interface Table {
  /** In the page its id, in an address its name. */
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** What is said where there are no rows. */
  readonly empty: string;
  readonly note?: string;
}

export const text = (value: string | null, href?: string): Cell => (href === undefined ? { value } : { value, href });

/** A word of ours for a state, in a frame of its kind. */
export const stateOf = (value: string, state: string): Cell => ({ value, state });

/** 1234567 → 1,234,567. By hand, because a page may hold thousands, and `Intl` takes a hundred times as long. */
export const grouped = (value: number): string =>
  value < 1000 ? String(value) : String(value).replace(/\B(?=(\d{3})+$)/g, ',');

export const count = (value: number): Cell => ({ value, shown: grouped(value) });

export const day = (at: string): Cell => ({ value: at, shown: dayWords(at) });

const MINUS = '−';

/** By how many per cent something moved; null where there was nothing to compare with. */
export function change(now: number, before: number): Cell {
  if (before === 0) return { value: null, shown: now === 0 ? '–' : 'new' };
  const percent = Math.round(((now - before) / before) * 100);
  const sign = percent > 0 ? '+' : percent < 0 ? MINUS : '±';
  return { value: percent, shown: `${sign}${grouped(Math.abs(percent))} %` };
}

/** A part of a whole in whole per cent; rounding never makes all or nothing of what is neither. */
export function share(part: number, whole: number): Cell {
  if (whole === 0) return { value: null, shown: '–' };
  const percent = Math.round((part / whole) * 100);
  const honest = part > 0 && percent === 0 ? 1 : part < whole && percent === 100 ? 99 : percent;
  return { value: honest, shown: `${honest} %` };
}

export const shownIn = ({ value, shown }: Cell): string => shown ?? (value === null ? '–' : String(value));

/** Making a formatter takes a hundred times as long as using it, and a publication has one time zone. */
let held: { readonly timeZone: string; readonly format: Intl.DateTimeFormat } | null = null;

/** Moments to the minute in the publication's time zone. */
export function momentsIn(timeZone: string): (at: number) => Cell {
  if (held?.timeZone !== timeZone)
    held = {
      timeZone,
      format: new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }),
    };
  const { format } = held;
  return (at) => ({ value: new Date(at).toISOString(), shown: format.format(at) });
}

/** The day alone, in the publication's time zone. */
export function daysIn(timeZone: string): (at: number) => Cell {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (at) => day(format.format(at));
}
