/** Points → at most some hundred marks. Sums stay sums; what a sum would hide, its highest point, is kept beside it. */
import { type Grain, grainOf } from './plot-days.ts';

export interface Point {
  /** A civil day (`2026-10-25`) or month (`2026-10`). */
  readonly at: string;
  readonly values: readonly number[];
}

export interface Mark extends Point {
  /** The point in it whose value in the main series is highest. */
  readonly peak: Point;
}

export interface Marks {
  readonly grain: Grain;
  readonly marks: readonly Mark[];
}

export const MAX_MARKS = 400;

const LADDER: readonly Grain[] = ['day', 'week', 'month', 'year'];

const finestOf = (points: readonly Point[]): Grain => (points[0] && points[0].at.length <= 7 ? 'month' : 'day');

/** Points come in order. As fine as they are while they are few enough, else by week, month or year. */
export function marksOf(points: readonly Point[], main: number): Marks {
  const grains = LADDER.slice(LADDER.indexOf(finestOf(points)));
  for (const grain of grains) {
    const marks = gathered(points, grain, main);
    if (marks.length <= MAX_MARKS || grain === 'year') return { grain, marks };
  }
  return { grain: 'day', marks: [] };
}

function gathered(points: readonly Point[], grain: Grain, main: number): readonly Mark[] {
  const marks: Mark[] = [];
  for (const point of points) {
    const at = grainOf(point.at, grain);
    const last = marks.at(-1);
    if (last?.at === at) marks[marks.length - 1] = added(last, point, main);
    else marks.push({ at, values: point.values, peak: point });
  }
  return marks;
}

function added({ at, values, peak }: Mark, point: Point, main: number): Mark {
  return {
    at,
    values: values.map((value, index) => value + (point.values[index] ?? 0)),
    peak: higher(point, peak, main) ? point : peak,
  };
}

/** The first of equals stays. */
const higher = (a: Point, b: Point, main: number): boolean => (a.values[main] ?? 0) > (b.values[main] ?? 0);

/** The highest single point of all; null if nothing was counted. */
export function peakOf(marks: readonly Mark[], main: number): Point | null {
  let best: Point | null = null;
  for (const { peak } of marks) if (best === null || higher(peak, best, main)) best = peak;
  return best && (best.values[main] ?? 0) > 0 ? best : null;
}
