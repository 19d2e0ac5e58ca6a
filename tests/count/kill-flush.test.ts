/** Deliveries to the ledger themselves: repeated, late, of a tally that began anew, and flooded with hosts. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { flushHits, MAX_SIGHTED } from '../../src/ledger/flush.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  const tables = ['hit', 'hit_day', 'hit_article', 'hit_grant', 'hit_host', 'repost', 'repost_event', 'flushed'];
  await world.db.batch(tables.map((table) => world.db.prepare(`DELETE FROM ${table}`)));
});

interface Made {
  readonly article?: number;
  readonly grant?: number;
  readonly host?: string;
}

const key = ({ article = 1, grant = 1, host = '-' }: Made = {}): string =>
  JSON.stringify(['2026-11-22', article, grant, 1, 0, host, 0]);

const deliver = (tally: string, no: number, hits: Readonly<Record<string, number>>): Promise<void> =>
  flushHits(world.db, { tally, no, hits: JSON.stringify(hits) }, [0, 1], 1);

const sum = async (sql: string): Promise<number> => (await world.db.prepare(sql).first<number>('n')) ?? 0;
const counted = (): Promise<number> => sum('SELECT sum(count) AS n FROM hit');

describe('a delivery', () => {
  it('is counted once however often it comes, also after later ones', async () => {
    await deliver('a:1', 1, { [key()]: 3 });
    await deliver('a:1', 1, { [key()]: 3 });
    await deliver('a:1', 2, { [key()]: 5 });
    await deliver('a:1', 1, { [key()]: 3 });
    await deliver('a:1', 2, { [key()]: 5 });
    expect(await counted()).toBe(8);
    for (const table of ['hit_day', 'hit_article', 'hit_grant', 'hit_host'])
      expect(await sum(`SELECT sum(raw) AS n FROM ${table}`)).toBe(8);
  });

  it('is counted once where it comes many times at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => deliver('a:1', 1, { [key()]: 1 })));
    expect(await counted()).toBe(1);
  });

  it('of another tally, or of the same that began anew, is another', async () => {
    await deliver('a:1', 1, { [key()]: 1 });
    await deliver('b:1', 1, { [key()]: 1 });
    await deliver('a:2', 1, { [key()]: 1 });
    expect(await counted()).toBe(3);
  });
});

describe('sightings', () => {
  const flood = (count: number, grant: number): Record<string, number> =>
    Object.fromEntries(Array.from({ length: count }, (_, host) => [key({ grant, host: `h${host}.example` }), 1]));
  const sighted = (grant: number): Promise<number> =>
    sum(`SELECT count(*) AS n FROM repost WHERE grant_number = ${grant}`);

  it.each([MAX_SIGHTED - 1, MAX_SIGHTED, MAX_SIGHTED + 1, 5 * MAX_SIGHTED])(
    'are bounded by grant where one delivery brings %i',
    async (count) => {
      await deliver('a:1', 1, { ...flood(count, 1), ...flood(1, 2) });
      expect([await sighted(1), await sighted(2)]).toEqual([Math.min(count, MAX_SIGHTED), 1]);
      expect(await sum('SELECT count(*) AS n FROM repost_event')).toBe(1 + Math.min(count, MAX_SIGHTED));
      expect(await counted()).toBe(count + 1);
    },
  );

  it('are bounded by grant where many deliveries bring a few each', async () => {
    for (let no = 1; no <= 5; no++) {
      const hosts = Array.from({ length: 30 }, (_, host) => [key({ host: `h${no}-${host}.example` }), 1]);
      await deliver('a:1', no, Object.fromEntries(hosts));
    }
    expect(await sighted(1)).toBe(MAX_SIGHTED);
  });

  it('are one for each copy, however often it is read', async () => {
    await deliver('a:1', 1, { [key({ host: 'north.example' })]: 2, [key({ article: 2, host: 'north.example' })]: 1 });
    await deliver('a:1', 2, { [key({ host: 'north.example' })]: 2, [key()]: 1 });
    expect(await sighted(1)).toBe(2);
    expect(await sum('SELECT count(*) AS n FROM repost_event')).toBe(2);
  });
});
