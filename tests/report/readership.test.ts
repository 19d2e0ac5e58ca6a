/** Polls → who reads the feeds: pure sums first, then a page made of real polls. */
import { describe, expect, it } from 'vitest';
import { type PollRow, politeness, type Readership, readerships } from '../../src/desk/report-polls.ts';
import { signedIn } from '../desk/visitor.ts';
import { named, openWorld } from '../world.ts';
import { pageAt, tableUnder } from './screen.ts';

const row = (day: string, key: string, count: number, subscribers = 0): PollRow => ({ day, key, count, subscribers });

const ROWS = [
  row('2026-11-01', 'feedly unconditional full rss -', 100, 900),
  row('2026-11-20', 'feedly conditional unchanged rss -', 8, 50),
  row('2026-11-21', 'feedly conditional delta rss -', 4, 40),
  row('2026-11-21', 'feedly unconditional full rss -', 3, 40),
  row('2026-11-21', 'feedly conditional full atom tags/ferries', 1, 7),
  row('2026-11-21', 'browser unconditional full rss -', 2),
  row('2026-11-21', 'other', 9),
];

describe('polls', () => {
  it('are summed by program, the newest claims of subscribers once for each feed', () => {
    const { families, folded } = readerships(ROWS, '2026-11-15');
    expect(families).toEqual([
      { name: 'feedly', polls: 16, conditional: 13, spared: 12, full: 4, subscribers: 47, feeds: 2, days: 2 },
      { name: 'browser', polls: 2, conditional: 0, spared: 0, full: 2, subscribers: 0, feeds: 1, days: 1 },
    ]);
    expect(folded).toBe(9);
  });

  it('are summed by feed and format, whoever asked', () => {
    const { feeds } = readerships(ROWS, '2026-11-15');
    expect(feeds.map(({ name, polls, subscribers }) => [name, polls, subscribers])).toEqual([
      ['- rss', 17, 40],
      ['tags/ferries atom', 1, 7],
    ]);
  });

  it('begin with the first day asked for', () => {
    const polls = (from: string) => readerships(ROWS, from).families.find(({ name }) => name === 'feedly')?.polls;
    expect([polls('2026-11-01'), polls('2026-11-02'), polls('2026-11-21'), polls('2026-11-22')]).toEqual([
      116,
      16,
      8,
      undefined,
    ]);
  });

  it('of nobody are none', () => expect(readerships([], '2026-01-01')).toEqual({ families: [], feeds: [], folded: 0 }));
});

const reader = (over: Partial<Readership>): Readership => ({
  name: 'x',
  polls: 100,
  conditional: 0,
  spared: 0,
  full: 100,
  subscribers: 0,
  feeds: 1,
  days: 1,
  ...over,
});

describe('politeness', () => {
  it.each([
    [{ polls: 4, conditional: 4 }, 'Too few polls to say'],
    [{ polls: 5, conditional: 4 }, 'Polite: asks whether there is anything new'],
    [{ conditional: 80 }, 'Polite: asks whether there is anything new'],
    [{ conditional: 79 }, 'Mixed: sometimes downloads everything'],
    [{ conditional: 20 }, 'Mixed: sometimes downloads everything'],
    [{ conditional: 19 }, 'Wasteful: downloads everything each time'],
    [
      { conditional: 100, subscribers: 1, polls: 24 * 60 },
      'Wasteful: downloads everything each time; every minute or more often',
    ],
    [
      { conditional: 48, polls: 48, subscribers: 1 },
      'Polite: asks whether there is anything new; about every 30 minutes',
    ],
    [
      { conditional: 48, polls: 48, subscribers: 1, feeds: 4 },
      'Polite: asks whether there is anything new; about every 2 hours',
    ],
    [
      { conditional: 30, polls: 30, subscribers: 1, days: 30 },
      'Polite: asks whether there is anything new; about once a day',
    ],
  ])('of %j is “%s”', (over, words) => expect(politeness(reader(over))).toBe(words));
});

describe('the page', () => {
  it('shows real polls, and says what may be lost', async () => {
    const world = await openWorld();
    await world.put(named('one'));
    const desk = await signedIn(world);
    expect(await pageAt(desk, '/desk/readership')).toContain('Nobody has asked for a feed in these days.');
    const agent = { 'user-agent': 'Feedbin feed-id:1 - 42 subscribers' };
    const first = await world.get('/feed.rss', agent);
    const etag = first.headers.get('etag') ?? '';
    for (let poll = 0; poll < 9; poll++) await world.get('/feed.rss', { ...agent, 'if-none-match': etag });
    await world.get('/tags/ferries/feed.atom', { 'user-agent': 'curl/8.0' });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const html = await pageAt(desk, '/desk/readership?days=7');
    expect(tableUnder(html, 'readers')?.rows).toEqual([
      ['feedbin', '42', '10', '90 %', '90 %', '1', '10', expect.stringMatching(/^Polite: .*; about every 2 hours$/)],
      ['command-line', '0', '1', '0 %', '0 %', '1', '1', 'Too few polls to say'],
    ]);
    expect(tableUnder(html, 'feeds')?.rows).toEqual([
      ['Everything', 'RSS', '42', '10', '90 %', '90 %', '1'],
      ['Topic: ferries', 'Atom', '0', '1', '0 %', '0 %', '1'],
    ]);
    expect(html).toContain('A crash may lose the last second of polls');
    await world.close();
  });
});
