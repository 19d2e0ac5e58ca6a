/** Marks → the numbers of a drawing: a scale a person would choose, and one path for each series. */
import type { Mark } from './plot-marks.ts';

/** Numbers of the axis from 0 up; the last is at least the highest value. */
export function axisTicks(highest: number): readonly number[] {
  const step = niceStep(Math.max(highest, 1) / MOST_STEPS);
  const steps = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: steps + 1 }, (_, index) => index * step);
}

const MOST_STEPS = 4;

/** 1, 2 or 5 times a power of ten, never less than 1: half a reader is nobody. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= least);
  return step ?? 10 * power;
}

/** The drawing's own units; the browser stretches them to its width. */
export const HEIGHT = 100;
/** What is little is drawn so high, so that it is not taken for nothing. */
export const LEAST = 1;
/** So few marks stand apart from one another; more of them make one outline. */
const APART = 62;
/** One bar alone shall not look like a wall. */
const LEAST_SLOTS = 4;

export const slotsOf = (marks: readonly Mark[]): number => Math.max(marks.length, LEAST_SLOTS);

export function heightOf(value: number, top: number): number {
  return value <= 0 ? 0 : Math.max(LEAST, rounded((value / top) * HEIGHT));
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** One path for a series: bars while they are few enough to be told apart, else their outline as steps. */
export const seriesPath = (marks: readonly Mark[], series: number, top: number): string =>
  marks.length <= APART ? barsPath(marks, series, top) : stepsPath(marks, series, top);

const GAP = 0.1;

/** `M` to each foot, up, along, down. */
const barsPath = (marks: readonly Mark[], series: number, top: number): string =>
  marks
    .map(({ values }, index) => {
      const height = heightOf(values[series] ?? 0, top);
      return height === 0 ? '' : `M${rounded(index + GAP)} ${HEIGHT}v-${height}h${1 - 2 * GAP}v${height}z`;
    })
    .join('');

function stepsPath(marks: readonly Mark[], series: number, top: number): string {
  const steps = marks.map(({ values }) => `V${rounded(HEIGHT - heightOf(values[series] ?? 0, top))}h1`);
  return `M0 ${HEIGHT}${steps.join('')}V${HEIGHT}z`;
}

export interface AxisLabel {
  readonly at: string;
  /** Per cent of the width. */
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** A part of the width that a label has for itself on the narrowest screen. */
const ROOM = 0.22;
const EDGE = 8;

/** The first, the last, and as many between them as have room. */
export function axisLabels(marks: readonly Mark[]): readonly AxisLabel[] {
  const last = marks.length - 1;
  const step = Math.max(1, Math.ceil(slotsOf(marks) * ROOM));
  const between = marks.map((_, place) => place).filter((place) => place % step === 0 && place <= last - step);
  return [...between, ...(marks.length > 0 ? [last] : [])].map((place) => {
    const x = rounded(((place + 0.5) / slotsOf(marks)) * 100);
    return { at: marks[place]?.at ?? '', x, anchor: x < EDGE ? 'start' : x > 100 - EDGE ? 'end' : 'middle' };
  });
}
