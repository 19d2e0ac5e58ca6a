/** Plots: every value is in the table, sums are kept, and days are days whatever the clocks do. */
import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { dayAt } from '../../src/count/count-hit.ts';
import { drawn, PlotFigure } from '../../src/desk/plot.tsx';
import { addDays, axisWords, daysFrom, dayWords, monthsFrom } from '../../src/desk/plot-days.ts';
import { MAX_MARKS, marksOf, type Point, peakOf } from '../../src/desk/plot-marks.ts';
import { axisLabels, axisTicks, HEIGHT, heightOf, LEAST, seriesPath, slotsOf } from '../../src/desk/plot-shape.ts';
import { MINUTE } from '../../src/lib/time.ts';

const series = ['raw', 'people', 'verified'].map((key) => ({ key, label: key }));
const plot = (points: readonly Point[]) => drawn({ id: 'p', title: 'Views', series, main: 1, points });
const here = { path: '/desk', query: {} };
const render = (points: readonly Point[]): string => PlotFigure({ here, drawn: plot(points) }).toString();

const pointsOver = (days: number, value: (index: number) => number = (index) => index): readonly Point[] =>
  daysFrom('1900-01-01', addDays('1900-01-01', days - 1)).map((at, index) => ({
    at,
    values: [value(index) * 3, value(index) * 2, value(index)],
  }));

const columnOf = (points: readonly Point[], index: number): readonly number[] =>
  points.map(({ values }) => values[index] ?? 0);
const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

const someDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1970-01-01', days));
const somePoints = fc
  .tuple(someDay, fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(1000), fc.nat(10)), { maxLength: 900 }))
  .map(([from, values]): readonly Point[] => values.map((each, index) => ({ at: addDays(from, index), values: each })));

describe('the table behind a plot', () => {
  it('has every value, in order, as long as they are few enough', () => {
    fc.assert(
      fc.property(somePoints, (points) => {
        fc.pre(points.length <= MAX_MARKS);
        const { table } = plot(points);
        expect(table.rows.map((row) => row.map(({ value }) => value))).toEqual(
          points.map(({ at, values }) => [at, ...values]),
        );
      }),
    );
  });

  it('has the same sums, however much is gathered, and never hides the highest point', () => {
    fc.assert(
      fc.property(somePoints, (points) => {
        const { marks } = marksOf(points, 1);
        for (const index of [0, 1, 2]) expect(total(columnOf(marks, index))).toBe(total(columnOf(points, index)));
        expect(peakOf(marks, 1)?.values[1] ?? 0).toBe(Math.max(0, ...columnOf(points, 1)));
        expect(marks.length).toBeLessThanOrEqual(MAX_MARKS);
      }),
    );
  });

  it.each([0, 1, 2, MAX_MARKS - 1, MAX_MARKS])('has a row for each of %i days', (days) => {
    const { table, marks } = plot(days === 0 ? [] : pointsOver(days));
    expect([marks.grain, table.rows.length]).toEqual(['day', days]);
  });

  it.each([
    [MAX_MARKS + 1, 'week'],
    [3000, 'month'],
    [100_000, 'year'],
  ] as const)('gathers %i days by %s', (days, grain) => {
    const points = pointsOver(days, (index) => (index === 77 ? 5_000 : index % 7));
    const { table, marks } = plot(points);
    expect(marks.grain).toBe(grain);
    expect(table.rows.length).toBeLessThanOrEqual(MAX_MARKS);
    expect(total(columnOf(marks.marks, 0))).toBe(total(columnOf(points, 0)));
    expect(table.columns.map(({ key }) => key)).toContain('highest');
    expect(table.rows.map((row) => row.at(-1)?.value)).toContain(10_000);
    expect(render(points)).toContain('Highest: 10,000, 19 Mar 1900.');
  });

  it('begins a week on Monday', () => {
    const { marks } = marksOf(pointsOver(MAX_MARKS + 1), 1);
    expect(marks.slice(0, 2).map(({ at }) => at)).toEqual(['1900-01-01', '1900-01-08']);
    for (const { at } of marks) expect(new Date(`${at}T12:00:00Z`).getUTCDay()).toBe(1);
  });
});

describe('the drawing', () => {
  it.each([0, 1, 2, 62, 63, 365, 100_000])('of %i points is well-formed, named, and of sound numbers', (days) => {
    const html = render(days === 0 ? [] : pointsOver(days, (index) => (index * 37) % 1000));
    const errors: string[] = [];
    parseFragment(html, { onParseError: ({ code }) => errors.push(code), sourceCodeLocationInfo: true });
    expect(errors).toEqual([]);
    expect(html).not.toMatch(/NaN|Infinity|undefined|null/);
    expect(html).toContain('<title id="p-title">Views</title>');
    expect(html.length).toBeLessThan(120_000);
  });

  it('of nothing says so', () => {
    expect(render([])).toContain('Nothing is in this period.');
    expect(render(pointsOver(3, () => 0))).toContain('People: 0.'.toLowerCase());
  });

  it('has an axis from 0 to at least the highest value, in few round steps', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (highest) => {
        const ticks = axisTicks(highest);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(6);
        expect(String(ticks[1])).toMatch(/^[125]0*$/);
      }),
    );
    expect(axisTicks(0)).toEqual([0, 1]);
    expect(axisTicks(1)).toEqual([0, 1]);
    expect(axisTicks(4)).toEqual([0, 1, 2, 3, 4]);
    expect(axisTicks(1000)).toEqual([0, 500, 1000]);
  });

  it('draws bars as high as their values, and never nothing for something', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), (value, top) => {
        const height = heightOf(Math.min(value, top), top);
        expect(height).toBeLessThanOrEqual(HEIGHT);
        if (value > 0) expect(height).toBeGreaterThanOrEqual(LEAST);
        else expect(height).toBe(0);
      }),
    );
    expect(heightOf(50, 100)).toBe(HEIGHT / 2);
  });

  it.each([1, 62, 63, 400])('gives each of %i marks its place', (count) => {
    const { marks } = marksOf(
      pointsOver(count, () => 10),
      1,
    );
    const path = seriesPath(marks, 0, 30);
    expect((path.match(/h/g) ?? []).length).toBe(count);
    expect((path.match(/M/g) ?? []).length).toBe(count <= 62 ? count : 1);
    expect(slotsOf(marks)).toBe(Math.max(4, count));
  });

  it('names the first and the last of any number of days below it, and between them what has room', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_MARKS }), (count) => {
        const { marks } = marksOf(pointsOver(count), 1);
        const labels = axisLabels(marks);
        expect(labels[0]?.at).toBe(marks[0]?.at);
        expect(labels.at(-1)?.at).toBe(marks.at(-1)?.at);
        for (const [index, { x }] of labels.entries()) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(100);
          if (index > 0) expect(x - (labels[index - 1]?.x ?? 0)).toBeGreaterThanOrEqual(20);
        }
      }),
    );
    expect(axisLabels([])).toEqual([]);
    const week = axisLabels(marksOf(pointsOver(7), 1).marks);
    expect(week.map(({ at }) => at.slice(-2))).toEqual(['01', '03', '05', '07']);
  });

  it('has no script, style or handler, and no words of others as markup', () => {
    const html = PlotFigure({
      here,
      drawn: drawn({
        id: 'p',
        title: '<script>alert(1)</script>',
        series: series.map((each) => ({ ...each, label: '"><img src=x onerror=alert(1)>' })),
        main: 1,
        points: pointsOver(500),
      }),
    }).toString();
    expect(html).not.toMatch(/<script|<img|<style| style=|onerror=(?!alert\(1\)&gt;)/);
  });
});

/** What a day is called while the machine itself is somewhere else. */
function inZone<T>(timeZone: string, task: () => T): T {
  const before = process.env.TZ;
  process.env.TZ = timeZone;
  try {
    return task();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

describe.each([
  ['Europe/Oslo', '2026-10-25', 25],
  ['Europe/Oslo', '2026-03-29', 23],
  ['America/New_York', '2026-11-01', 25],
  ['America/New_York', '2026-03-08', 23],
  ['America/Sao_Paulo', '2018-11-04', 23],
  ['Pacific/Apia', '2011-12-29', 24],
])('in %s on %s', (timeZone, day, hours) => {
  it.each([timeZone, 'UTC', 'Asia/Tokyo'])('a day is one mark on a machine in %s', (machine) => {
    inZone(machine, () => {
      const days = daysFrom(addDays(day, -3), addDays(day, 3));
      expect(days).toHaveLength(7);
      expect(new Set(days).size).toBe(7);
      expect(days[3]).toBe(day);
      expect(dayWords(day).endsWith(day.slice(0, 4))).toBe(true);
    });
  });

  it(`has ${hours} hours of hits, all in its one mark`, () => {
    const noon = Date.parse(`${day}T12:00:00Z`);
    const counted = new Map<string, number>();
    for (let quarter = -160; quarter <= 160; quarter++) {
      const at = dayAt(noon + quarter * 15 * MINUTE, timeZone);
      counted.set(at, (counted.get(at) ?? 0) + 1);
    }
    expect(counted.get(day)).toBe(hours * 4);
    const points = daysFrom(addDays(day, -1), addDays(day, 1)).map((at) => ({
      at,
      values: [counted.get(at) ?? 0, 0, 0],
    }));
    expect(plot(points).table.rows[1]?.map(({ value }) => value)).toEqual([day, hours * 4, 0, 0]);
  });
});

describe('the calendar', () => {
  it('counts on and back over months, years and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysFrom('2023-12-31', '2024-12-31')).toHaveLength(367);
    fc.assert(
      fc.property(someDay, fc.integer({ min: -4000, max: 4000 }), (day, by) => addDays(addDays(day, by), -by) === day),
    );
  });

  it('has every month once, and none where the end is before the beginning', () => {
    expect(monthsFrom('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsFrom('2026-02', '2026-02')).toEqual(['2026-02']);
    expect(monthsFrom('2026-03', '2026-02')).toEqual([]);
  });

  it('says days, months and years in words', () => {
    expect(['2026-10-05', '2026-10', '2026'].map(dayWords)).toEqual(['5 Oct 2026', 'Oct 2026', '2026']);
    expect([axisWords('2026-10-05', 'day'), axisWords('2026-10-05', 'week'), axisWords('2026-10', 'month')]).toEqual([
      '5 Oct',
      'Oct 2026',
      'Oct 2026',
    ]);
  });
});
