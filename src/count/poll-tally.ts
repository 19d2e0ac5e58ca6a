/** Polls by day and key, exactly as often as they are reported. The ledger takes them from here. */
import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../env.ts';

export interface PollCount {
  /** UTC day: `2026-11-22`. */
  readonly day: string;
  /** Reader family, way of asking, format and feed, separated by spaces (`polls.ts`). */
  readonly key: string;
  readonly count: number;
  /** The most subscribers a fetcher said it stands for; 0 if it says nothing. */
  readonly subscribers: number;
}

/** Keys are made of known feeds, formats and reader families; beyond this many a day they fold into one. */
const MAX_KEYS = 5000;
const OVERFLOW = 'other';

export class PollTally extends DurableObject<Env> {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.storage.sql.exec(
      'CREATE TABLE IF NOT EXISTS poll (day TEXT, key TEXT, count INTEGER NOT NULL, subscribers INTEGER NOT NULL, PRIMARY KEY (day, key)) WITHOUT ROWID',
    );
  }

  record(polls: readonly PollCount[]): void {
    this.ctx.storage.transactionSync(() => {
      for (const poll of polls) this.add({ ...poll, key: this.boundedKey(poll.day, poll.key) });
    });
  }

  read(): PollCount[] {
    return this.ctx.storage.sql
      .exec<{ day: string; key: string; count: number; subscribers: number }>(
        'SELECT day, key, count, subscribers FROM poll ORDER BY day, key',
      )
      .toArray();
  }

  private add({ day, key, count, subscribers }: PollCount): void {
    this.ctx.storage.sql.exec(
      'INSERT INTO poll VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count, subscribers = max(subscribers, excluded.subscribers)',
      day,
      key,
      count,
      subscribers,
    );
  }

  private boundedKey(day: string, key: string): string {
    const sql = this.ctx.storage.sql;
    const known = sql.exec('SELECT 1 FROM poll WHERE day = ? AND key = ?', day, key).toArray().length > 0;
    if (known) return key;
    const keys = sql.exec<{ n: number }>('SELECT count(*) AS n FROM poll WHERE day = ?', day).one().n;
    return keys < MAX_KEYS ? key : OVERFLOW;
  }
}
