/** Served partner feeds against each partner's own rules, by a checker that shares no code with the service. */
import { XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECT_NAMES, DIALECTS } from '../../src/dialect/dialects.ts';
import { checkFeed, checkPolls } from '../dialect/judge-rules.ts';
import { named, openWorld, PUBLICATION, type World } from '../world.ts';
import { feedKey, givePermission, makePartner } from './partners.ts';

const TITLE = 'A title of a length that every partner takes';
/** What changes twice in a second is dated a second on, so that partners see the second change. */
const SOON = 3000;
const nextSecond = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 1100));

let world: World;
const keys = new Map<string, string>();

beforeAll(async () => {
  const logo = 'https://test.example/logo.png';
  world = await openWorld({ publication: { ...PUBLICATION, logo } });
  for (const word of ['first', 'second'])
    await world.put(named(word, { title: `${TITLE}: ${word}`, published: '2026-11-01T08:00:00Z' }));
  await world.put(
    named('third', { title: `${TITLE}: third`, status: 'withdrawn', withdrawal: { reason: 'It never was.' } }),
  );
  for (const dialect of DIALECT_NAMES) {
    await makePartner(world, `p-${dialect}`, { dialect });
    await givePermission(world, `p-${dialect}`);
    keys.set(dialect, await feedKey(world, `p-${dialect}`));
  }
});
afterAll(() => world.close());

const feedOf = async (dialect: string): Promise<string> =>
  (await world.get(`/partners/${keys.get(dialect)}/feed.rss`)).text();

describe.each(DIALECT_NAMES)('the dialect %s', (dialect) => {
  it('keeps its partner’s rules', async () => {
    const feed = await feedOf(dialect);
    expect(XMLValidator.validate(feed)).toBe(true);
    expect(checkFeed(dialect, feed, Date.now() + SOON)).toEqual([]);
  });

  it('says what changed, what is gone, and nothing else, as the partner looks for it', async () => {
    const before = await feedOf(dialect);
    const word = `moving-${dialect}`;
    await world.put(named(word, { title: `${TITLE}: moving`, published: '2026-11-02T08:00:00Z' }));
    const first = await feedOf(dialect);
    await nextSecond();
    await world.put(named(word, { title: `${TITLE}: moved`, published: '2026-11-02T08:00:00Z' }));
    const second = await feedOf(dialect);
    await nextSecond();
    const withdrawal = { reason: 'Moved too far.' };
    await world.put(named(word, { title: `${TITLE}: moved`, status: 'withdrawn', withdrawal }));
    const third = await feedOf(dialect);
    expect([checkPolls(dialect, before, first), checkPolls(dialect, first, second)]).toEqual([[], []]);
    expect(checkPolls(dialect, second, third)).toEqual([]);
    expect(checkFeed(dialect, third, Date.now() + SOON)).toEqual([]);
    expect(third).toContain('Moved too far.');
  });

  it('comes in its own formats alone', async () => {
    for (const format of ['rss', 'atom', 'json'] as const) {
      const { status } = await world.get(`/partners/${keys.get(dialect)}/feed.${format}`);
      expect(status, format).toBe(DIALECTS[dialect].formats.includes(format) ? 200 : 404);
    }
  });
});
