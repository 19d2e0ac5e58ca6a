/**
 * A plot as SVG, drawn here and now: no script, colours of the page, text that keeps its size while the drawing is
 * stretched. Behind it stands a table with the same numbers.
 */
import { raw } from 'hono/html';
import { escapeHtml } from '../lib/text.ts';
import { axisWords, dayWords, type Grain } from './plot-days.ts';
import { type Mark, type Marks, marksOf, type Point, peakOf } from './plot-marks.ts';
import { axisLabels, axisTicks, HEIGHT, seriesPath, slotsOf } from './plot-shape.ts';
import { type Cell, type Column, count, day, grouped, shownIn, type Table } from './report-cells.ts';
import { Exports, type Here } from './report-table.tsx';

/** Series stand one before the other, so each holds the next: all that was asked, people, verified. */
export interface Series {
  readonly key: string;
  readonly label: string;
}

export interface Plot {
  readonly id: string;
  /** What is counted, with nothing about when: `Views`. */
  readonly title: string;
  readonly series: readonly Series[];
  /** Which series "highest" speaks of. */
  readonly main: number;
  readonly points: readonly Point[];
}

export interface DrawnPlot {
  readonly plot: Plot;
  readonly marks: Marks;
  readonly table: Table;
}

const GRAIN_WORDS: Readonly<Record<Grain, string>> = { day: 'Day', week: 'Week from', month: 'Month', year: 'Year' };

/** Once for the drawing and the table, so that both show the same. */
export function drawn(plot: Plot): DrawnPlot {
  const marks = marksOf(plot.points, plot.main);
  return { plot, marks, table: tableOf(plot, marks) };
}

function tableOf({ id, title, series, main, points }: Plot, { grain, marks }: Marks): Table {
  const gathered = marks.length < points.length;
  const fine = (points[0]?.at.length ?? 0) > 7 ? 'day' : 'month';
  const peak: readonly Column[] = [
    { key: 'highest', label: `Highest ${fine}` },
    { key: 'highest_count', label: `${series[main]?.label ?? ''}, that ${fine}`, numeric: true },
  ];
  return {
    id,
    title: `${title} by ${grain}`,
    columns: [
      { key: grain, label: GRAIN_WORDS[grain] },
      ...series.map(({ key, label }) => ({ key, label, numeric: true })),
      ...(gathered ? peak : []),
    ],
    rows: marks.map((mark) => [
      day(mark.at),
      ...mark.values.map(count),
      ...(gathered ? [day(mark.peak.at), count(mark.peak.values[main] ?? 0)] : []),
    ]),
    empty: 'Nothing is in this period.',
  };
}

export const PlotFigure = ({ here, drawn: { plot, marks, table } }: { here: Here; drawn: DrawnPlot }) => (
  <section class="plot" aria-labelledby={plot.id}>
    <header class="report-head">
      <h2 id={plot.id}>{table.title}</h2>
      <Exports here={here} table={table} />
    </header>
    <p class="legend">
      {plot.series.map(({ label }, index) => (
        <span>
          <i class={`swatch series-${index}`} /> {label}
        </span>
      ))}
    </p>
    <Drawing plot={plot} marks={marks} />
    <p class="hint">{inWords(plot, marks)}</p>
    <details>
      <summary>
        The numbers of this plot<span class="unseen">: {table.title}</span>
      </summary>
      {raw(plotTable(table))}
    </details>
  </section>
);

/** What the drawing says, for whoever hears it. */
function inWords({ series, main, points }: Plot, { marks }: Marks): string {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return 'Nothing is in this period.';
  const sum = points.reduce((total, { values }) => total + (values[main] ?? 0), 0);
  const peak = peakOf(marks, main);
  const when = first === last ? dayWords(first.at) : `${dayWords(first.at)} to ${dayWords(last.at)}`;
  const word = series[main]?.label ?? '';
  const highest = peak ? ` Highest: ${grouped(peak.values[main] ?? 0)}, ${dayWords(peak.at)}.` : '';
  return `${when}. ${word}: ${grouped(sum)}.${highest}`;
}

const TOP = 14;
const BASE = 170;
const BELOW = 186;
const FULL_HEIGHT = 190;
const MARGIN = 8;
/** Of a digit in the axis' type size. */
const DIGIT = 7;

const Drawing = ({ plot, marks: { grain, marks } }: { plot: Plot; marks: Marks }) => {
  const ticks = axisTicks(Math.max(0, ...marks.flatMap(({ values }) => values)));
  const title = `${plot.id}-title`;
  const words = `${plot.id}-words`;
  return (
    <div class="drawing">
      <Scale ticks={ticks} />
      <svg width="100%" height={FULL_HEIGHT} role="img" aria-labelledby={`${title} ${words}`}>
        <title id={title}>{plot.title}</title>
        <desc id={words}>{inWords(plot, { grain, marks })}</desc>
        {ticks.map((tick) => (
          <line x1="0" x2="100%" y1={yOf(tick, ticks)} y2={yOf(tick, ticks)} class={tick === 0 ? 'base' : 'grid'} />
        ))}
        <Bars plot={plot} marks={marks} top={ticks.at(-1) ?? 1} />
        {axisLabels(marks).map(({ at, x, anchor }) => (
          <text x={`${x}%`} y={BELOW} text-anchor={anchor}>
            {axisWords(at, grain)}
          </text>
        ))}
      </svg>
    </div>
  );
};

const yOf = (value: number, ticks: readonly number[]): number =>
  Math.round((BASE - (value / (ticks.at(-1) ?? 1)) * (BASE - TOP)) * 10) / 10;

/** Beside the drawing, not in it: numbers over bars are hard to read. */
const Scale = ({ ticks }: { ticks: readonly number[] }) => {
  const width = Math.max(...ticks.map((tick) => grouped(tick).length)) * DIGIT + MARGIN;
  return (
    <svg width={width} height={FULL_HEIGHT} aria-hidden="true">
      {ticks.map((tick) => (
        <text x={width - MARGIN} y={yOf(tick, ticks) + 4} text-anchor="end">
          {grouped(tick)}
        </text>
      ))}
    </svg>
  );
};

/** Stretched to whatever width there is. */
const Bars = ({ plot, marks, top }: { plot: Plot; marks: readonly Mark[]; top: number }) => (
  <svg
    y={TOP}
    width="100%"
    height={BASE - TOP}
    viewBox={`0 0 ${slotsOf(marks)} ${HEIGHT}`}
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    {plot.series.map((_, index) => (
      <path class={`series-${index}`} d={seriesPath(marks, index, top)} vector-effect="non-scaling-stroke" />
    ))}
  </svg>
);

/** As text, because it may have hundreds of rows. Numbers are digits and commas, and need no escaping. */
function plotTable({ title, columns, rows }: Table): string {
  const ends = columns.map(({ numeric }) => (numeric ? ' class="num"' : ''));
  const head = columns.map(({ label }, index) => `<th scope="col"${ends[index]}>${escapeHtml(label)}</th>`).join('');
  const words = (cell: Cell) => (typeof cell.value === 'number' ? shownIn(cell) : escapeHtml(shownIn(cell)));
  const lines = rows.map((row) => {
    const cells = row.map((cell, index) =>
      index === 0 ? `<th scope="row">${words(cell)}</th>` : `<td${ends[index]}>${words(cell)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  const caption = `<caption class="unseen">${escapeHtml(title)}</caption>`;
  return `<table class="plain-rows">${caption}<thead><tr>${head}</tr></thead><tbody>${lines.join('')}</tbody></table>`;
}
