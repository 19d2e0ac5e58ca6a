/** Who reads the feeds: programs by their families, how many people they say they stand for, and how politely they ask. */
import type { Publication } from '../article/publication.ts';
import type { Frame } from './layout.tsx';
import { type Cell, count, share, type Table, text } from './report-cells.ts';
import { Periods, reportPage } from './report-page.tsx';
import { politeness, type Readership, type Readerships } from './report-polls.ts';
import { type Here, ReportTable } from './report-table.tsx';
import { scopeWords } from './scope-words.ts';

export const READERSHIP_DAYS = [7, 30, 90] as const;

const columns = [
  { key: 'subscribers', label: 'Subscribers claimed', numeric: true },
  { key: 'polls', label: 'Polls', numeric: true },
  { key: 'conditional', label: 'Conditional (per cent)', numeric: true },
  { key: 'spared', label: 'Answered 304 or 226 (per cent)', numeric: true },
  { key: 'full', label: 'Full fetches', numeric: true },
] as const;

const cells = ({ subscribers, polls, conditional, spared, full }: Readership): readonly Cell[] => [
  count(subscribers),
  count(polls),
  share(conditional, polls),
  share(spared, polls),
  count(full),
];

/** A day's polls of a whole family: several readers, where it isn't an aggregator. */
const perDay = ({ polls, days }: Readership): Cell => count(Math.round(polls / days));

const NONE = 'Nobody has asked for a feed in these days.';

export const familiesTable = ({ families, folded }: Readerships): Table => ({
  id: 'readers',
  title: 'By program',
  columns: [
    { key: 'program', label: 'Program' },
    ...columns,
    { key: 'per_day', label: 'Polls a day', numeric: true },
    { key: 'politeness', label: 'Politeness' },
  ],
  rows: families.map((family) => [text(family.name), ...cells(family), perDay(family), text(politeness(family))]),
  empty: NONE,
  ...(folded > 0 && { note: `${folded} more polls were counted without their program, because there were too many.` }),
});

export const feedsTable = ({ feeds }: Readerships, publication: Publication): Table => ({
  id: 'feeds',
  title: 'By feed and format',
  columns: [{ key: 'feed', label: 'Feed' }, { key: 'format', label: 'Format' }, ...columns],
  rows: feeds.map((feed) => {
    const [key = '', format = ''] = feed.name.split(' ');
    return [feedCell(key, publication), text(FORMAT_WORDS.get(format) ?? format), ...cells(feed)];
  }),
  empty: NONE,
});

const FORMAT_WORDS: ReadonlyMap<string, string> = new Map([
  ['rss', 'RSS'],
  ['atom', 'Atom'],
  ['json', 'JSON Feed'],
]);

const PARTNERS = 'partners/';

function feedCell(key: string, publication: Publication): Cell {
  if (key.startsWith(PARTNERS)) return text(`Partner: ${key.slice(PARTNERS.length)}`, `/desk/${key}/reads`);
  return text(scopeWords(key === '-' ? '' : key, publication));
}

export interface ReadershipView {
  readonly here: Here;
  readonly days: number;
  readonly tables: readonly Table[];
}

export const readershipPage = (frame: Frame, { here, days, tables }: ReadershipView): string =>
  reportPage(
    frame,
    { title: 'Feed readers', here },
    <>
      <Periods here={here} choices={READERSHIP_DAYS} days={days} />
      <p>
        A poll is one request for a feed. Aggregators poll once for many people and say for how many; we show what they
        say. Days are counted in UTC. A crash may lose the last second of polls, which views and clicks never lose.
      </p>
      {tables.map((table) => (
        <ReportTable here={here} table={table} />
      ))}
      <p class="hint">
        Conditional: the program says what it has, and gets only what is new. 304: nothing is. 226: only what is new was
        sent. A full fetch is everything again.
      </p>
    </>,
  );
