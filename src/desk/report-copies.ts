/** Copies as rows: where each runs, what is known of it on its four axes, and since when. */
import type { Copy } from '../ledger/report-copies.ts';
import type { Currency, Mark, Presence, RepostEvent, Verdict } from '../ledger/reposts.ts';
import { type Cell, stateOf, type Table, text } from './report-cells.ts';
import { OPEN_TERMS, partnerHref } from './report-overview.ts';

export const PRESENCE_WORDS: Readonly<Record<Presence, string>> = {
  claimed: 'Claimed',
  sighted: 'Sighted',
  live: 'Live',
  blocked: 'Blocked',
  unreachable: 'Unreachable',
  removed: 'Removed',
};

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  unchecked: 'Not checked',
  compliant: 'Keeps the terms',
  partial: 'Keeps them in part',
  noncompliant: 'Breaks the terms',
};

export const CURRENCY_WORDS: Readonly<Record<Currency, string>> = {
  current: 'Up to date',
  stale: 'Older than ours',
  overdue: 'Should be gone',
};

export const MARK_WORDS: Readonly<Record<Mark, string>> = {
  none: 'No mark',
  disputed: 'Disputed',
  ignored: 'Ignored',
};

/** Said once, below the filters: what each word of an axis means. */
export const PRESENCE_MEANS: Readonly<Record<Presence, string>> = {
  claimed: 'somebody told us of it',
  sighted: 'its badge or link was asked for from there; nobody has looked yet',
  live: 'a check has seen it',
  blocked: 'its site does not let us look',
  unreachable: 'its site does not answer',
  removed: 'a check has seen that it is gone',
};

const TONES: Readonly<Record<string, string>> = {
  live: 'yes',
  compliant: 'yes',
  current: 'yes',
  claimed: 'open',
  sighted: 'open',
  partial: 'open',
  stale: 'open',
  disputed: 'open',
  noncompliant: 'no',
  overdue: 'no',
};

const axis = (value: string, words: string): Cell => stateOf(words, TONES[value] ?? 'plain');

export const axisCells = ({ presence, verdict, currency, mark }: Copy): readonly Cell[] => [
  axis(presence, PRESENCE_WORDS[presence]),
  axis(verdict, VERDICT_WORDS[verdict]),
  axis(currency, CURRENCY_WORDS[currency]),
  axis(mark, MARK_WORDS[mark]),
];

export const copiesTable = (copies: readonly Copy[], dayAt: (at: number) => Cell): Table => ({
  id: 'copies',
  title: 'Copies',
  columns: [
    { key: 'host', label: 'Host' },
    { key: 'article', label: 'Article' },
    { key: 'partner', label: 'Partner' },
    { key: 'presence', label: 'Presence' },
    { key: 'verdict', label: 'Verdict' },
    { key: 'currency', label: 'Currency' },
    { key: 'mark', label: 'Mark' },
    { key: 'first_seen', label: 'First seen', moment: true },
    { key: 'last_seen', label: 'Last seen', moment: true },
  ],
  rows: copies.map((copy) => [
    text(copy.host, `/desk/copies/${copy.number}`),
    text(copy.title, `/desk/articles/${copy.article}/reads`),
    text(copy.partnerName ?? OPEN_TERMS, partnerHref(copy.partner)),
    ...axisCells(copy),
    dayAt(copy.firstSeen),
    dayAt(copy.lastSeen),
  ]),
  empty: 'No copy is like that.',
});

export const AXIS_WORDS: Readonly<Record<string, string>> = {
  presence: 'Presence',
  verdict: 'Verdict',
  currency: 'Currency',
  mark: 'Mark',
};

const VALUE_WORDS: Readonly<Record<string, string>> = {
  ...PRESENCE_WORDS,
  ...VERDICT_WORDS,
  ...CURRENCY_WORDS,
  ...MARK_WORDS,
};

export const historyTable = (events: readonly RepostEvent[], moment: (at: number) => Cell): Table => ({
  id: 'history',
  title: 'History',
  columns: [
    { key: 'when', label: 'When', moment: true },
    { key: 'axis', label: 'What' },
    { key: 'value', label: 'Became' },
    { key: 'cause', label: 'Because' },
  ],
  rows: events.map(({ at, axis: name, value, cause }) => [
    moment(at),
    text(AXIS_WORDS[name] ?? name),
    text(VALUE_WORDS[value] ?? value),
    text(cause),
  ]),
  empty: 'Nothing is on record yet.',
});
