/**
 * Polls of feeds → who reads them by feed, and how politely. Keys are `polls.ts`'s: reader family, way of asking, answer,
 * format and feed. An aggregator polls once for many people and says for how many; everybody else polls for themselves.
 */
export interface PollRow {
  /** UTC day. */
  readonly day: string;
  readonly key: string;
  readonly count: number;
  readonly subscribers: number;
}

export interface Readership {
  /** A reader family, or a feed and format. */
  readonly name: string;
  readonly polls: number;
  readonly conditional: number;
  /** Answered 304 or 226: nothing, or only what was new, was sent. */
  readonly spared: number;
  readonly full: number;
  /** As claimed last for each feed. */
  readonly subscribers: number;
  /** Different feeds in different formats. */
  readonly feeds: number;
  readonly days: number;
}

/** Beyond so many keys a day the tally folds the rest into one, of which only the number of polls is known. */
const FOLDED = 'other';

interface Poll extends PollRow {
  readonly family: string;
  readonly conditional: boolean;
  readonly full: boolean;
  readonly format: string;
  readonly feed: string;
}

function pollOf(row: PollRow): Poll | null {
  const [family = '', way, answer, format = '', feed = ''] = row.key.split(' ');
  if (row.key === FOLDED || feed === '') return null;
  return { ...row, family, conditional: way === 'conditional', full: answer === 'full', format, feed };
}

export interface Readerships {
  readonly families: readonly Readership[];
  readonly feeds: readonly Readership[];
  /** Polls of which only the number is known. */
  readonly folded: number;
}

/** Of the days from one on. */
export function readerships(rows: readonly PollRow[], from: string): Readerships {
  const within = rows.filter(({ day }) => day >= from);
  const polls = within.map(pollOf).filter((poll) => poll !== null);
  return {
    families: grouped(polls, ({ family }) => family),
    feeds: grouped(polls, ({ feed, format }) => `${feed} ${format}`),
    folded: sum(within, ({ count, key }) => (key === FOLDED ? count : 0)),
  };
}

/** Most subscribers first, then most polls. */
const grouped = (polls: readonly Poll[], nameOf: (poll: Poll) => string): readonly Readership[] =>
  [...Map.groupBy(polls, nameOf)]
    .map(([name, group]) => readership(name, group))
    .sort((a, b) => b.subscribers - a.subscribers || b.polls - a.polls || (a.name < b.name ? -1 : 1));

function readership(name: string, polls: readonly Poll[]): Readership {
  return {
    name,
    polls: sum(polls, ({ count }) => count),
    conditional: sum(polls, ({ count, conditional }) => (conditional ? count : 0)),
    spared: sum(polls, ({ count, full }) => (full ? 0 : count)),
    full: sum(polls, ({ count, full }) => (full ? count : 0)),
    subscribers: subscribersOf(polls),
    feeds: new Set(polls.map(({ feed, format }) => `${feed} ${format}`)).size,
    days: new Set(polls.map(({ day }) => day)).size,
  };
}

/** Each fetcher's newest claim for each feed: people leave, so the highest of all would flatter. */
function subscribersOf(polls: readonly Poll[]): number {
  const claims = new Map<string, Poll>();
  for (const poll of polls) {
    const feed = `${poll.family} ${poll.feed} ${poll.format}`;
    const known = claims.get(feed);
    if (poll.subscribers > 0 && (!known || isNewer(poll, known))) claims.set(feed, poll);
  }
  return sum([...claims.values()], ({ subscribers }) => subscribers);
}

/** Of the same day the highest: conditional and full polls are counted apart. */
const isNewer = (a: Poll, b: Poll): boolean => a.day > b.day || (a.day === b.day && a.subscribers > b.subscribers);

function sum<T>(all: readonly T[], value: (each: T) => number): number {
  return all.reduce((total, each) => total + value(each), 0);
}

/** Too few to tell a habit from a chance. */
const FEW = 5;
const OFTEN = 0.8;
const SELDOM = 0.2;
const MINUTES_A_DAY = 24 * 60;
const MINUTES_AN_HOUR = 60;

/** In words. How often it asks is said of aggregators alone: of others nobody knows how many there are. */
export function politeness({ polls, conditional, subscribers, feeds, days }: Readership): string {
  if (polls < FEW) return 'Too few polls to say';
  const habit = conditional / polls;
  const words =
    habit >= OFTEN
      ? 'Polite: asks whether there is anything new'
      : habit >= SELDOM
        ? 'Mixed: sometimes downloads everything'
        : 'Wasteful: downloads everything each time';
  return subscribers > 0 ? `${words}; ${oftenWords(polls / days / feeds)}` : words;
}

function oftenWords(aDay: number): string {
  if (aDay < 1.5) return 'about once a day';
  const minutes = MINUTES_A_DAY / aDay;
  if (minutes >= MINUTES_AN_HOUR * 1.5) return `about every ${Math.round(minutes / MINUTES_AN_HOUR)} hours`;
  return minutes >= 1.5 ? `about every ${Math.round(minutes)} minutes` : 'every minute or more often';
}
