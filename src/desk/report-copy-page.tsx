/** One copy: where it runs, what is known of it, how it is read, and an editor's word on it. */
import type { Copy } from '../ledger/report-copies.ts';
import { MARKS } from '../ledger/reposts.ts';
import { webUrl } from './copies-page.tsx';
import type { Frame } from './layout.tsx';
import { Choice, Fact, Line, State } from './parts.tsx';
import { type DrawnPlot, PlotFigure } from './plot.tsx';
import { type Cell, shownIn, type Table } from './report-cells.ts';
import { AXIS_WORDS, axisCells, MARK_WORDS } from './report-copies.ts';
import { OPEN_TERMS, partnerHref } from './report-overview.ts';
import { Defined, reportPage } from './report-page.tsx';
import { type Here, ReportTable } from './report-table.tsx';

export interface CopyView {
  readonly here: Here;
  readonly copy: Copy;
  readonly moment: (at: number) => Cell;
  readonly plots: readonly DrawnPlot[];
  readonly history: Table;
  readonly writes: boolean;
  /** A reason that was typed into a form that didn't work. */
  readonly reason: string;
}

export const copyPage = (frame: Frame, view: CopyView): string =>
  reportPage(
    frame,
    { title: `A copy at ${view.copy.host}`, place: '/desk/copies', here: view.here },
    <div class="columns">
      <div>
        <Facts view={view} />
        {view.writes && <MarkForm view={view} />}
      </div>
      <div>
        {view.plots.map((plot) => (
          <PlotFigure here={view.here} drawn={plot} />
        ))}
        <Defined />
        <ReportTable here={view.here} table={view.history} />
      </div>
    </div>,
  );

const FOUND_WORDS: Readonly<Record<string, string>> = {
  hit: 'A reader’s browser asked for its badge or link',
  claim: 'Somebody told us',
  crawl: 'A check',
  webmention: 'A webmention',
  feed: 'A feed',
  print: 'A reference code in print',
};

const AXES = Object.values(AXIS_WORDS);

const Facts = ({ view: { copy, moment } }: { view: CopyView }) => (
  <section class="panel" aria-labelledby="known">
    <h2 id="known">What is known</h2>
    <dl class="facts">
      <Fact name="Article">
        <a href={`/desk/articles/${copy.article}/reads`}>{copy.title}</a>
      </Fact>
      <Fact name="Partner">
        <a href={partnerHref(copy.partner)}>{copy.partnerName ?? OPEN_TERMS}</a>
      </Fact>
      <Fact name="Permission">
        <a href={`/desk/permissions/${copy.grant}`}>{`No. ${copy.grant}`}</a>
      </Fact>
      <Fact name="Host">
        <bdi>{copy.host}</bdi>
      </Fact>
      <Fact name="Page">
        <Address copy={copy} />
      </Fact>
      {axisCells(copy).map((cell, index) => (
        <Fact name={AXES[index] ?? ''}>
          <State kind={cell.state ?? ''}>{shownIn(cell)}</State>
        </Fact>
      ))}
      <Fact name="Found by">{FOUND_WORDS[copy.foundBy] ?? copy.foundBy}</Fact>
      <Fact name="First seen">{shownIn(moment(copy.firstSeen))}</Fact>
      <Fact name="Last seen">{shownIn(moment(copy.lastSeen))}</Fact>
    </dl>
  </section>
);

const Address = ({ copy }: { copy: Copy }) => {
  const url = webUrl(copy);
  if (url === null) return <>Not known: browsers tell us the host alone.</>;
  return (
    <a href={url} rel="nofollow noreferrer">
      {url}
    </a>
  );
};

const MarkForm = ({ view: { copy, reason } }: { view: CopyView }) => (
  <section class="panel" aria-labelledby="marking">
    <h2 id="marking">Mark it</h2>
    <p class="hint">
      Disputed: this is not a copy of ours, or not under this permission. Ignored: nothing is to be done about it.
    </p>
    <form method="post" action={`/desk/copies/${copy.number}/mark`}>
      <Choice
        name="mark"
        label="Mark"
        value={copy.mark}
        options={MARKS.map((mark) => [mark, MARK_WORDS[mark]] as const)}
      />
      <Line name="reason" label="Reason" hint="It is kept in the history." value={reason} max={500} required />
      <p>
        <button type="submit">Save the mark</button>
      </p>
    </form>
  </section>
);
