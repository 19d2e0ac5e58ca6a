/** The overview's numbers → its tables and plots. Pure: what was read comes in, what is shown goes out. */
import { type ArticleChange, CHANGES, type NewCopy, type PermissionMove } from '../ledger/report-week.ts';
import type { Best, BestPartner, Counts } from '../ledger/reports.ts';
import type { DrawnPlot } from './plot.tsx';
import { addDays, daysFrom } from './plot-days.ts';
import { type Cell, change, count, type Table, text } from './report-cells.ts';
import { KIND_WORDS, KINDS, MEASURE_WORDS, MEASURES, measureCells, measureColumns, totalOf } from './report-counts.ts';
import { countPlots } from './report-page.tsx';

export interface OverviewFacts {
  readonly days: number;
  /** The publication's day at this moment. */
  readonly today: string;
  readonly moment: (at: number) => Cell;
  readonly counts: ReadonlyMap<string, Counts>;
  /** Of as many days before. */
  readonly before: Counts;
  readonly articles: readonly Best[];
  readonly partners: readonly BestPartner[];
  readonly copies: readonly NewCopy[];
  readonly permissions: readonly PermissionMove[];
  readonly removals: readonly ArticleChange[];
  readonly corrections: readonly ArticleChange[];
}

export interface Overview {
  readonly totals: Table;
  readonly plots: readonly DrawnPlot[];
  readonly articles: Table;
  readonly partners: Table;
  readonly changes: Table;
}

export const OPEN_TERMS = 'Under open terms';
/** In an address: the copies that are under open terms. */
export const OPEN = '-';
/** "This week" is today and the six days before. */
export const WEEK = 7;

export const firstDay = (today: string, days: number): string => addDays(today, 1 - days);

export const overviewOf = (facts: OverviewFacts): Overview => ({
  totals: totalsTable(facts),
  plots: countPlots(daysFrom(firstDay(facts.today, facts.days), facts.today), facts.counts),
  articles: articlesTable(facts),
  partners: partnersTable(facts),
  changes: changesTable(facts),
});

function totalsTable({ days, counts, before }: OverviewFacts): Table {
  const now = totalOf(counts.values());
  return {
    id: 'totals',
    title: `The last ${days} days`,
    columns: [
      { key: 'what', label: 'What' },
      ...MEASURES.flatMap((key) => [
        { key, label: MEASURE_WORDS[key], numeric: true },
        { key: `${key}_change`, label: `${MEASURE_WORDS[key]}, change`, numeric: true },
      ]),
    ],
    rows: KINDS.map((kind) => [
      text(KIND_WORDS[kind]),
      ...MEASURES.flatMap((key) => [count(now[kind][key]), change(now[kind][key], before[kind][key])]),
    ]),
    empty: '',
    note: `Today so far is one of them. Changes are in per cent of the ${days} days before.`,
  };
}

const articlesTable = ({ articles }: OverviewFacts): Table => ({
  id: 'articles',
  title: 'Most read articles this month',
  columns: [{ key: 'article', label: 'Article' }, ...measureColumns],
  rows: articles.map((best) => [text(best.title, `/desk/articles/${best.id}/reads`), ...measureCells(best)]),
  empty: 'No copy was read this month.',
  note: 'Views of copies on other sites.',
});

export const partnerHref = (partner: string | null): string =>
  partner === null ? `/desk/copies?partner=${OPEN}` : `/desk/partners/${partner}/reads`;

const partnersTable = ({ partners }: OverviewFacts): Table => ({
  id: 'partners',
  title: 'Most read partners this month',
  columns: [{ key: 'partner', label: 'Partner' }, ...measureColumns],
  rows: partners.map((best) => [text(best.name ?? OPEN_TERMS, partnerHref(best.partner)), ...measureCells(best)]),
  empty: 'No partner’s copy was read this month.',
  note: 'Views of copies on other sites.',
});

const MOVE_WORDS: Readonly<Record<string, string>> = {
  requested: 'Permission asked for',
  offered: 'Permission offered',
  active: 'Permission given',
  suspended: 'Permission suspended',
  ended: 'Permission ended',
};

interface Change {
  readonly at: number;
  readonly cells: readonly Cell[];
}

const copyChange = ({ at, number, host, title, partner }: NewCopy): Change => ({
  at,
  cells: [text('New copy'), text(host, `/desk/copies/${number}`), text(`${title} (${partner ?? OPEN_TERMS})`)],
});

const moveChange = ({ at, number, state, reason, partner }: PermissionMove): Change => ({
  at,
  cells: [
    text(MOVE_WORDS[state] ?? state),
    text(partner ?? 'Everybody, under open terms', `/desk/permissions/${number}`),
    text(reason),
  ],
});

const articleChange =
  (word: (change: ArticleChange) => string) =>
  (change: ArticleChange): Change => ({
    at: change.at,
    cells: [text(word(change)), text(change.title, `/desk/articles/${change.number}`), text(change.reason ?? '')],
  });

function changesTable({ moment, copies, permissions, removals, corrections }: OverviewFacts): Table {
  const changes = [
    ...copies.slice(0, CHANGES).map(copyChange),
    ...permissions.map(moveChange),
    ...removals.map(articleChange(({ standing }) => (standing === 'expired' ? 'Expired' : 'Withdrawn'))),
    ...corrections.map(articleChange(() => 'Correction')),
  ].sort((a, b) => b.at - a.at);
  return {
    id: 'changes',
    title: 'What changed this week',
    columns: [
      { key: 'when', label: 'When', moment: true },
      { key: 'what', label: 'What' },
      { key: 'about', label: 'About' },
      { key: 'details', label: 'Details' },
    ],
    rows: changes.map(({ at, cells }) => [moment(at), ...cells]),
    empty: 'Nothing changed in the last seven days.',
    note: `Up to ${CHANGES} of each kind, the newest first.`,
  };
}
