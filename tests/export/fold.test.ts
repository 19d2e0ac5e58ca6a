/** After 13 months a hit keeps its month and loses its day: at the border, killed in between, and never a count more or less. */
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { foldOldHits, keptFrom, MAX_FOLDED } from '../../src/ledger/fold.ts';
import { openWorld, PUBLICATION, type World } from '../world.ts';

const TODAY = '2026-11-22';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(() => world.db.batch(['hit', 'flushed', 'hit_host'].map((name) => world.db.prepare(`DELETE FROM ${name}`))));

describe('days are kept', () => {
  it.each([
    ['2026-11-22', '2025-10-22'],
    ['2026-01-05', '2024-12-05'],
    ['2026-02-01', '2025-01-01'],
    // A month that is shorter; in a leap year, and at the end of one.
    ['2026-03-31', '2025-02-28'],
    ['2025-03-31', '2024-02-29'],
    ['2026-12-31', '2025-11-30'],
    ['2028-02-29', '2027-01-29'],
  ])('on %s from %s on', (today, from) => {
    expect(keptFrom(today)).toBe(from);
  });
});

interface Hit {
  readonly article: number;
  readonly day: string;
  readonly host: string;
  readonly class: number;
  readonly count: number;
}

const hit = (over: Partial<Hit> = {}): Hit => ({
  article: 1,
  day: '2025-10-21',
  host: 'a.example',
  class: 0,
  count: 1,
  ...over,
});

const add = (hits: readonly Hit[]): Promise<unknown> =>
  world.db
    .prepare(
      `INSERT INTO hit SELECT value ->> 'article', value ->> 'day', 1, 1, 0, value ->> 'host', value ->> 'class', sum(value ->> 'count')
       FROM json_each(?) GROUP BY 1, 2, 6, 7`,
    )
    .bind(JSON.stringify(hits))
    .run();

const stored = async (): Promise<readonly Hit[]> =>
  (
    await world.db
      .prepare('SELECT article, day, host, class, count FROM hit ORDER BY article, day, host, class')
      .all<Hit>()
  ).results;

/** By all but the day within its month. */
function sums(hits: readonly Hit[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { article, day, host, class: found, count } of hits) {
    const key = `${article} ${day.slice(0, 7)} ${host} ${found}`;
    counts[key] = (counts[key] ?? 0) + count;
  }
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('folding', () => {
  it('takes what is older than 13 months, and not a day more', async () => {
    await add([
      hit({ day: '2025-10-20', count: 5 }),
      hit({ day: '2025-10-21', count: 7 }),
      hit({ day: '2025-10-22', count: 11 }),
      hit({ day: '2025-10-23', count: 13 }),
    ]);
    expect(await foldOldHits(world.db, TODAY)).toBe(2);
    expect(await stored()).toEqual([
      hit({ day: '2025-10', count: 12 }),
      hit({ day: '2025-10-22', count: 11 }),
      hit({ day: '2025-10-23', count: 13 }),
    ]);
  });

  it('goes on the next day, into the same month', async () => {
    await add([
      hit({ day: '2025-10-21', count: 1 }),
      hit({ day: '2025-10-22', count: 2 }),
      hit({ day: '2025-10-23', count: 4 }),
    ]);
    expect(await foldOldHits(world.db, TODAY)).toBe(1);
    expect(await foldOldHits(world.db, '2026-11-23')).toBe(1);
    expect(await stored()).toEqual([hit({ day: '2025-10', count: 3 }), hit({ day: '2025-10-23', count: 4 })]);
    expect(await foldOldHits(world.db, '2026-12-24')).toBe(1);
    expect(await stored()).toEqual([hit({ day: '2025-10', count: 7 })]);
  });

  it('keeps hosts, classes and articles apart, and touches no sums of reports', async () => {
    const hits = [1, 2].flatMap((article) =>
      ['a.example', 'b.example', '-'].flatMap((host) =>
        [0, 3].flatMap((found) =>
          ['2024-02-29', '2025-01-31', '2025-10-01'].map((day) => hit({ article, host, class: found, day })),
        ),
      ),
    );
    await add(hits);
    await world.db.prepare("INSERT INTO hit_host VALUES (1, 'a.example', '2024-02', 0, 9, 8, 7)").run();
    expect(await foldOldHits(world.db, TODAY)).toBe(hits.length);
    expect(sums(await stored())).toEqual(sums(hits));
    expect((await stored()).every(({ day }) => day.length === 7)).toBe(true);
    expect((await world.db.prepare('SELECT raw FROM hit_host').all()).results).toEqual([{ raw: 9 }]);
  });

  it('is done once a day: again it reads one row', async () => {
    await add(Array.from({ length: 50 }, (_, index) => hit({ host: `h${index}.example` })));
    await foldOldHits(world.db, TODAY);
    const { db, asked } = watched();
    expect(await foldOldHits(db, TODAY)).toBe(0);
    expect(await foldOldHits(db, '2026-11-21')).toBe(0);
    expect(asked).toEqual(['read', 'read']);
  });

  it.each([MAX_FOLDED - 1, MAX_FOLDED, MAX_FOLDED + 1, 3 * MAX_FOLDED])(
    'of %i rows of many articles takes few transactions',
    async (rows) => {
      const hits = Array.from({ length: rows }, (_, index) =>
        hit({ article: 1 + (index % 100), host: `h${index}.example` }),
      );
      await add(hits);
      const { db, asked } = watched();
      expect(await foldOldHits(db, TODAY)).toBe(rows);
      // At most one more for what doesn't fill the last.
      const batches = asked.filter((each) => each === 'batch').length;
      expect(batches).toBeGreaterThanOrEqual(Math.ceil(rows / MAX_FOLDED));
      expect(batches).toBeLessThanOrEqual(Math.ceil(rows / MAX_FOLDED) + 1);
      expect(sums(await stored())).toEqual(sums(hits));
    },
  );

  it('of one article with more than that in a month is one transaction too', async () => {
    const hits = Array.from({ length: MAX_FOLDED + 5 }, (_, index) => hit({ host: `h${index}.example` }));
    await add([...hits, hit({ article: 2 })]);
    expect(await foldOldHits(world.db, TODAY)).toBe(MAX_FOLDED + 6);
    expect(sums(await stored())).toEqual(sums([...hits, hit({ article: 2 })]));
  });

  it('leaves what is no day alone, and ends', async () => {
    await add([hit({ day: '2024-01~01' }), hit({ day: '2024-01-15' })]);
    expect(await foldOldHits(world.db, TODAY)).toBe(1);
    expect((await stored()).map(({ day }) => day)).toEqual(['2024-01', '2024-01~01']);
  });

  it('reads old rows and each article once, not all that is newer', async () => {
    const newer = Array.from({ length: 3000 }, (_, index) =>
      hit({ article: index % 10, day: '2026-11-01', host: `h${index}.example` }),
    );
    const old = Array.from({ length: 20 }, (_, index) => hit({ article: index % 10, host: `h${index}.example` }));
    await add([...newer, ...old]);
    let read = 0;
    const tell = (rows: number): void => {
      read += rows;
    };
    const handler: ProxyHandler<D1Database> = {
      get: (db, name) =>
        name === 'batch'
          ? async (statements: D1PreparedStatement[]) => {
              const results = await db.batch(statements);
              read += results.reduce((sum, { meta }) => sum + meta.rows_read, 0);
              return results;
            }
          : (query: string) =>
              // Only what is read by itself: a batch takes statements as they were made.
              query.startsWith('WITH') ? counting(db.prepare(query), tell) : db.prepare(query),
    };
    expect(await foldOldHits(new Proxy(world.db, handler), TODAY)).toBe(20);
    expect(read).toBeGreaterThan(20);
    expect(read).toBeLessThan(600);
  });

  it('is for the clock, which does it when it wakes', async () => {
    const young = await openWorld({ publication: null });
    try {
      await young.db.prepare("INSERT INTO hit VALUES (1, '2020-01-01', 1, 1, 0, '-', 0, 3)").run();
      // A publication that changes wakes it.
      await young.send('PUT', '/api/publication', PUBLICATION);
      const day = () => young.db.prepare('SELECT day FROM hit').first<string>('day');
      await expect.poll(day, { timeout: 15_000, interval: 250 }).toBe('2020-01');
    } finally {
      await young.close();
    }
  });
});

/** A statement that tells how many rows reading it read. */
function counting(statement: D1PreparedStatement, tell: (rows: number) => void): D1PreparedStatement {
  return new Proxy(statement, {
    get: (target, name) => {
      if (name === 'bind') return (...values: unknown[]) => counting(target.bind(...values), tell);
      if (name === 'all')
        return async () => {
          const result = await target.all();
          tell(result.meta.rows_read);
          return result;
        };
      return (...values: unknown[]) => Reflect.apply(Reflect.get(target, name), target, values);
    },
  });
}

type Fault = 'before' | 'after' | null;

/** The catalogue, watched; `fault` says for each transaction whether the process dies before or after it. */
function watched(fault: (nth: number) => Fault = () => null): { readonly db: D1Database; readonly asked: string[] } {
  const asked: string[] = [];
  let batches = 0;
  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    const at = fault(batches++);
    if (at === 'before') throw new Error('killed');
    const result = await work();
    if (at === 'after') throw new Error('killed');
    return result;
  };
  const handler: ProxyHandler<D1Database> = {
    get: (db, name) => {
      if (name === 'batch')
        return (statements: D1PreparedStatement[]) => {
          asked.push('batch');
          return run(() => db.batch(statements));
        };
      return (query: string) => {
        asked.push(/^\s*(SELECT no|WITH)/.test(query) ? 'read' : 'run');
        return db.prepare(query);
      };
    },
  };
  return { db: new Proxy(world.db, handler), asked };
}

const days = ['2024-12-31', '2025-09-30', '2025-10-01', '2025-10-20', '2025-10-21', '2025-10-22', '2026-11-22'];
const anyHit = fc.record({
  article: fc.integer({ min: 1, max: 4 }),
  day: fc.constantFrom(...days),
  host: fc.constantFrom('-', 'other', 'a.example', 'b.example'),
  class: fc.integer({ min: 0, max: 2 }),
  count: fc.integer({ min: 1, max: 1000 }),
});

describe('killed in between', () => {
  it('any number of times, it ends where an undisturbed one does', { timeout: 120_000 }, async () => {
    const faults = fc.array(fc.constantFrom<Fault>('before', 'after', null), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(anyHit, { maxLength: 30 }), faults, async (hits, planned) => {
        await world.db.batch(['hit', 'flushed'].map((name) => world.db.prepare(`DELETE FROM ${name}`)));
        await add(hits);
        for (const fault of planned) {
          await foldOldHits(watched(() => fault).db, TODAY).catch((error: unknown) =>
            expect(String(error)).toContain('killed'),
          );
          expect(sums(await stored())).toEqual(sums(hits));
        }
        await foldOldHits(world.db, TODAY);
        const rows = await stored();
        expect(sums(rows)).toEqual(sums(hits));
        expect(rows.filter(({ day }) => day.length === 10 && day < '2025-10-22')).toEqual([]);
        expect(rows.filter(({ day }) => day.length === 7 && day > '2025-10')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('two at once fold everything once', async () => {
    const hits = Array.from({ length: 60 }, (_, index) =>
      hit({ article: index % 6, day: `2025-0${1 + (index % 9)}-11`, count: index + 1 }),
    );
    await add(hits);
    await Promise.all([foldOldHits(world.db, TODAY), foldOldHits(world.db, TODAY), foldOldHits(world.db, TODAY)]);
    expect(sums(await stored())).toEqual(sums(hits));
  });
});
