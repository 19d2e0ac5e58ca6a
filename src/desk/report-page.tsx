/** What every report has around it: the way to the others, and what its three numbers mean. */
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Counts } from '../ledger/reports.ts';
import { deskPage, type Frame, Heading } from './layout.tsx';
import { type DrawnPlot, drawn } from './plot.tsx';
import { KIND_WORDS, KINDS, type Kind, MAIN, MEASURE_WORDS, MEASURES, pointsOf } from './report-counts.ts';
import { type Here, hrefOf } from './report-table.tsx';

/** Where a public page says what is counted, one click from every number. */
export const COUNTING = '/counting';

interface ReportMeta {
  readonly title: string;
  /** Which place of the navigation it belongs to. */
  readonly place?: string;
  readonly here: Here;
}

export const reportPage = (frame: Frame, { title, place, here }: ReportMeta, main: JSX.Element): string =>
  deskPage(
    frame,
    { title, place: place ?? here.path },
    <>
      <Heading title={title} />
      {main}
    </>,
  );

export const Defined = () => (
  <p class="hint">
    What these mean:{' '}
    {MEASURES.map((measure, index) => (
      <>
        {index > 0 && ', '}
        <a href={`${COUNTING}#${measure}`}>{MEASURE_WORDS[measure].toLowerCase()}</a>
      </>
    ))}
    .
  </p>
);

interface PeriodProps {
  readonly here: Here;
  readonly choices: readonly number[];
  readonly days: number;
}

export const Periods = ({ here, choices, days }: PeriodProps) => (
  <nav aria-label="Period" class="filter">
    <ul>
      {choices.map((choice) => (
        <li>
          <a
            href={hrefOf(here, { days: String(choice) })}
            {...(choice === days ? { 'aria-current': 'true' as const } : {})}
          >
            {choice} days
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

/** The asked-for one of some numbers of days; the usual one for anything else. */
export const daysAsked = (asked: string | undefined, choices: readonly number[], usual: number): number =>
  choices.find((choice) => String(choice) === asked) ?? usual;

const series = MEASURES.map((key) => ({ key, label: MEASURE_WORDS[key] }));

const plotOf = (names: readonly string[], counts: ReadonlyMap<string, Counts>, kind: Kind): DrawnPlot =>
  drawn({ id: `${kind}-plot`, title: KIND_WORDS[kind], series, main: MAIN, points: pointsOf(names, counts, kind) });

/** Views and clicks, each at every one of these days or months. */
export const countPlots = (names: readonly string[], counts: ReadonlyMap<string, Counts>): readonly DrawnPlot[] =>
  KINDS.map((kind) => plotOf(names, counts, kind));
