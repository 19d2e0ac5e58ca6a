/** What copies of one article, or of one partner, are read: by month, by place, and which copies there are. */
import type { Copy } from '../ledger/report-copies.ts';
import type { ClassCount, Place } from '../ledger/report-places.ts';
import type { Counts } from '../ledger/reports.ts';
import { CLASS_WORDS } from '../page/counting-classes.ts';
import type { Frame } from './layout.tsx';
import { type DrawnPlot, PlotFigure } from './plot.tsx';
import { monthsFrom } from './plot-days.ts';
import { type Cell, count, type Table, text } from './report-cells.ts';
import { copiesTable } from './report-copies.ts';
import { countCells, countColumns, totalOf } from './report-counts.ts';
import { OPEN_TERMS, partnerHref } from './report-overview.ts';
import { countPlots, Defined, reportPage } from './report-page.tsx';
import { type Here, ReportTable } from './report-table.tsx';

export interface Reads {
  readonly title: string;
  /** The article's or partner's own page at the desk. */
  readonly subject: { readonly href: string; readonly words: string };
  readonly here: Here;
  readonly plots: readonly DrawnPlot[];
  readonly tables: readonly Table[];
}

const NONE = 'No copy has been read yet.';

/** Every month from the first with a hit to this one, so that a gap in reading is seen as one. */
export function monthPlots(counts: ReadonlyMap<string, Counts>, thisMonth: string): readonly DrawnPlot[] {
  const [first = thisMonth] = counts.keys();
  return countPlots(monthsFrom(first, thisMonth), counts);
}

export const totalTable = (counts: ReadonlyMap<string, Counts>): Table => ({
  id: 'totals',
  title: 'Since counting began',
  columns: [{ key: 'what', label: 'What' }, ...countColumns],
  rows: counts.size === 0 ? [] : [[text('Reads elsewhere'), ...countCells(totalOf(counts.values()))]],
  empty: NONE,
});

/** What the ledger writes where there is no one host to name. */
const NO_ONE_HOST: ReadonlyMap<string, string> = new Map([
  ['-', '(not said)'],
  ['other', '(others)'],
]);

const hostCell = (host: string): Cell => text(NO_ONE_HOST.get(host) ?? host);

export const placesTable = (places: readonly Place[]): Table => ({
  id: 'places',
  title: 'By partner and host',
  columns: [{ key: 'partner', label: 'Partner' }, { key: 'host', label: 'Host' }, ...countColumns],
  rows: places.map(({ partner, partnerName, host, counts }) => [
    text(partnerName ?? OPEN_TERMS, partnerHref(partner)),
    hostCell(host),
    ...countCells(counts),
  ]),
  empty: NONE,
  note: 'Verified here: people at hosts where a check sees the copy today.',
});

export const hostsTable = (hosts: ReadonlyMap<string, Counts>): Table => ({
  id: 'hosts',
  title: 'By host',
  columns: [{ key: 'host', label: 'Host' }, ...countColumns],
  rows: [...hosts].map(([host, counts]) => [hostCell(host), ...countCells(counts)]),
  empty: NONE,
});

export const classesTable = (classes: readonly ClassCount[], names: readonly string[]): Table => ({
  id: 'classes',
  title: 'Who asked',
  columns: [
    { key: 'who', label: 'Who' },
    { key: 'views', label: 'Views', numeric: true },
    { key: 'clicks', label: 'Clicks back', numeric: true },
  ],
  rows: classes.map(({ class: place, views, clicks }) => {
    const name = names[place] ?? '';
    return [text(CLASS_WORDS[name]?.name ?? name, `/counting#${name}`), count(views), count(clicks)];
  }),
  empty: NONE,
  note: 'What lies between all requests and people.',
});

export function readsPage(frame: Frame, place: string, reads: Reads): string {
  const { title, subject, here, plots, tables } = reads;
  return reportPage(
    frame,
    { title, place, here },
    <>
      <p class="under">
        <a href={subject.href}>{subject.words}</a>
      </p>
      {tables.slice(0, 1).map((table) => (
        <ReportTable here={here} table={table} />
      ))}
      <Defined />
      <div class="halves">
        {plots.map((plot) => (
          <PlotFigure here={here} drawn={plot} />
        ))}
      </div>
      {tables.slice(1).map((table) => (
        <ReportTable here={here} table={table} />
      ))}
    </>,
  );
}

export const copiesOf = (copies: readonly Copy[], more: boolean, dayAt: (at: number) => Cell): Table => ({
  ...copiesTable(copies, dayAt),
  ...(more && { note: 'The newest of them.' }),
});
