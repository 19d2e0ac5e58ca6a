/** Copies wherever they run, filtered; and one of them with its history and an editor's word on it. */
import { COPIES_PER_PAGE, type Copy } from '../ledger/report-copies.ts';
import { PRESENCES } from '../ledger/reposts.ts';
import type { Frame } from './layout.tsx';
import { Choice, Line } from './parts.tsx';
import type { Table } from './report-cells.ts';
import { PRESENCE_MEANS, PRESENCE_WORDS } from './report-copies.ts';
import { OPEN, OPEN_TERMS } from './report-overview.ts';
import { reportPage } from './report-page.tsx';
import { type Here, hrefOf, ReportTable } from './report-table.tsx';

/** What was typed, as it was typed: empty for what was left open. */
export interface CopiesAsked {
  readonly partner: string;
  readonly article: string;
  readonly presence: string;
  readonly host: string;
  readonly since: string;
}

export interface CopiesView {
  readonly here: Here;
  readonly asked: CopiesAsked;
  readonly partners: readonly { readonly id: string; readonly name: string }[];
  readonly table: Table;
  readonly page: number;
  readonly more: boolean;
}

export const copiesPage = (frame: Frame, view: CopiesView): string =>
  reportPage(
    frame,
    { title: 'Copies', here: view.here },
    <>
      <Filters view={view} />
      <ReportTable here={view.here} table={view.table} />
      <Paging view={view} />
      <details>
        <summary>What the words mean</summary>
        <ul class="meanings">
          {PRESENCES.map((presence) => (
            <li>
              <strong>{PRESENCE_WORDS[presence]}</strong>: {PRESENCE_MEANS[presence]}.
            </li>
          ))}
        </ul>
        <p>
          The verdict says whether the copy keeps our terms, the currency whether it has our corrections, and the mark
          is an editor’s. The four move apart from one another, and each move is in the copy’s history.
        </p>
      </details>
    </>,
  );

const ANY = ['', 'Any'] as const;

const Filters = ({ view: { asked, partners } }: { view: CopiesView }) => (
  <form method="get" action="/desk/copies" class="filters" aria-label="Filter">
    <Choice
      name="partner"
      label="Partner"
      value={asked.partner}
      options={[ANY, [OPEN, OPEN_TERMS], ...partners.map(({ id, name }) => [id, name] as const)]}
    />
    <Line name="article" label="Article: number, or words of the headline" value={asked.article} max={200} />
    <Choice
      name="presence"
      label="Presence"
      value={asked.presence}
      options={[ANY, ...PRESENCES.map((presence) => [presence, PRESENCE_WORDS[presence]] as const)]}
    />
    <Line name="host" label="Host, or a part of it" value={asked.host} max={253} />
    <Line name="since" label="First seen since" type="date" value={asked.since} />
    <p class="field">
      <button type="submit">Show</button> <a href="/desk/copies">All</a>
    </p>
  </form>
);

const Paging = ({ view: { here, page, more, table } }: { view: CopiesView }) =>
  page === 1 && !more ? null : (
    <nav aria-label="Pages" class="paging">
      {page > 1 && (
        <a rel="prev" href={hrefOf(here, { page: String(page - 1) })}>
          Newer
        </a>
      )}
      <span>
        {(page - 1) * COPIES_PER_PAGE + Math.min(1, table.rows.length)}–
        {(page - 1) * COPIES_PER_PAGE + table.rows.length}
      </span>
      {more && (
        <a rel="next" href={hrefOf(here, { page: String(page + 1) })}>
          Older
        </a>
      )}
    </nav>
  );

/** So that a link to what somebody else's site said is a web address and nothing else. */
export const webUrl = ({ url }: Copy): string | null =>
  url !== null && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : null;
