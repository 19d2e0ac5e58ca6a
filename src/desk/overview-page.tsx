/** The desk's first page: how much copies are read, where most, and what has changed. */
import { CHANGES } from '../ledger/report-week.ts';
import type { Frame } from './layout.tsx';
import { PlotFigure } from './plot.tsx';
import type { Overview } from './report-overview.ts';
import { Defined, Periods, reportPage } from './report-page.tsx';
import { type Here, ReportTable } from './report-table.tsx';

export const OVERVIEW_DAYS = [7, 30, 90, 365] as const;

export interface OverviewView {
  readonly here: Here;
  readonly days: number;
  readonly overview: Overview;
  /** At most one more than are listed. */
  readonly newCopies: number;
  /** The first day of this week. */
  readonly since: string;
}

export function overviewPage(frame: Frame, view: OverviewView): string {
  const { here, days, overview } = view;
  return reportPage(
    frame,
    { title: 'Overview', here },
    <>
      <Periods here={here} choices={OVERVIEW_DAYS} days={days} />
      <Now waiting={frame.waiting} view={view} />
      <ReportTable here={here} table={overview.totals} />
      <Defined />
      <div class="halves">
        {overview.plots.map((plot) => (
          <PlotFigure here={here} drawn={plot} />
        ))}
      </div>
      <div class="halves">
        <ReportTable here={here} table={overview.articles} />
        <ReportTable here={here} table={overview.partners} />
      </div>
      <ReportTable here={here} table={overview.changes} />
    </>,
  );
}

const Now = ({ waiting, view: { newCopies, since } }: { waiting: number; view: OverviewView }) => (
  <p class="now">
    <a href="/desk/requests">{waiting === 1 ? '1 request waits' : `${waiting} requests wait`}</a>
    <a href={`/desk/copies?since=${since}`}>{copiesWords(newCopies)}</a>
  </p>
);

function copiesWords(found: number): string {
  if (found > CHANGES) return `More than ${CHANGES} new copies this week`;
  return found === 1 ? '1 new copy this week' : `${found} new copies this week`;
}
