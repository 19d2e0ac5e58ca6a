/**
 * The Worker with tallies that meet trouble, and with two that are wrong on purpose: a test that can't fail proves nothing.
 */
import { HitTally as Tally } from '../../src/count/hit-tally.ts';
import type { Env } from '../../src/env.ts';

export { Clock, Documents, default, HitTally, PollTally } from '../../src/index.ts';

type Statements = Parameters<D1Database['batch']>[0];

const LATEST = 300;
const later = (): Promise<void> => scheduler.wait(Math.random() * LATEST);

/** Between the ledger and the tally anything can happen to a delivery but that it is made up. */
const FATES: readonly (<T>(send: () => Promise<T>) => Promise<T>)[] = [
  // It never arrives.
  () => Promise.reject(new Error('the delivery was lost')),
  // It arrives, and nobody is told.
  (send) => send().then(() => Promise.reject(new Error('the answer was lost'))),
  // It arrives twice at once.
  (send) => Promise.all([send(), send()]).then(([first]) => first),
  // It is held up, given up for lost, and arrives after what was sent later.
  async (send) => {
    void later().then(send);
    throw new Error('the delivery took too long');
  },
  // It arrives, and once more when nobody expects it.
  (send) => {
    void later().then(send);
    return send();
  },
  (send) => send(),
  (send) => send(),
];

/** A database with some of its methods replaced. */
function changed(db: D1Database, methods: Partial<D1Database>): D1Database {
  return new Proxy(db, {
    get(target, name) {
      const own: unknown = Reflect.get(methods, name);
      if (own !== undefined) return own;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

const troubled = (db: D1Database): D1Database =>
  changed(db, {
    batch: <T>(statements: Statements): Promise<D1Result<T>[]> => {
      const fate = FATES[Math.floor(Math.random() * FATES.length)];
      const send = (): Promise<D1Result<T>[]> => db.batch<T>(statements);
      return fate ? fate(send) : send();
    },
  });

const GUARD = 'NOT EXISTS (SELECT 1 FROM flushed WHERE tally = ?2 AND no >= ?3)';

const unguarded = (db: D1Database): D1Database =>
  changed(db, {
    prepare: (sql) => {
      if (/INSERT INTO hit\b/.test(sql) && !sql.includes(GUARD)) throw new Error('The guard reads otherwise now');
      return db.prepare(sql.replaceAll(GUARD, '?2 IS NOT NULL AND ?3 IS NOT NULL'));
    },
  });

/** The tally of the product, and a ledger that loses, repeats, delays and reorders what it is sent. */
export class TroubledTally extends Tally {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, { ...env, DB: troubled(env.DB) });
  }
}

/** The same trouble, and nobody looks whether a delivery was counted before. */
export class UnguardedTally extends Tally {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, { ...env, DB: unguarded(troubled(env.DB)) });
  }
}

/** Answers before hits are durable. */
export class HastyTally extends Tally {
  override async count(hits: Parameters<Tally['count']>[0]): Promise<void> {
    void scheduler.wait(LATEST).then(() => super.count(hits));
  }
}
