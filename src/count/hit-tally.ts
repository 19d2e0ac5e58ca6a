/**
 * Hits of a part of the isolates, each counted exactly once if it was answered. What is written goes to the ledger by a
 * numbered outbox: made durable first, handed on until the ledger says it has it, then forgotten. A crash repeats a step and
 * never an effect (tests/count/kill.test.ts).
 */
import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../env.ts';
import { flushHits } from '../ledger/flush.ts';
import { MINUTE, SECOND } from '../lib/time.ts';
import { type Hit, type HitKey, hitKey, MAX_UNKNOWN_HOSTS, OTHER_HOST } from './hit.ts';
import { CLASSES, isPeople } from './request-class.ts';

/** Classes that are readers, by their places. */
const PEOPLE = CLASSES.flatMap((found, place) => (isPeople(found) ? [place] : []));
/**
 * Every key handed on is written to the ledger, and in sums beside it, and what is written there is paid for. So what is
 * read seldom is handed on soon, and the more keys there were the last time, the longer the next waits.
 */
const FLUSH_AFTER = { least: 10 * SECOND, most: 5 * MINUTE, eachKey: SECOND / 2 };
const RETRY_AFTER = 30 * SECOND;
/** A D1 value holds 2 MB; a key is at most some 400 bytes. */
const MAX_KEYS = 2000;

const ADD_PENDING = 'INSERT INTO pending VALUES (?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count';

export class HitTally extends DurableObject<Env> {
  private readonly sql = this.ctx.storage.sql;
  /** By day, those told apart that nobody vouches for. */
  private readonly hosts = new Map<string, Set<string>>();
  private flushing: Promise<void> | null = null;
  private armed = false;
  private flushAfter = FLUSH_AFTER.least;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.sql.exec(`CREATE TABLE IF NOT EXISTS pending (key TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS outbox (no INTEGER PRIMARY KEY AUTOINCREMENT, hits TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS host (day TEXT, host TEXT, PRIMARY KEY (day, host)) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS tally (name TEXT NOT NULL);`);
    // Another life of this object starts numbering at 1 again: by its epoch the ledger knows the two apart.
    const name = `${ctx.id.name ?? ctx.id.toString()}:${crypto.randomUUID()}`;
    this.sql.exec('INSERT INTO tally SELECT ? WHERE NOT EXISTS (SELECT 1 FROM tally)', name);
  }

  /** All of them or none. Whoever asked is answered when they are durable: the runtime lets no answer out before. */
  async count(hits: readonly Hit[]): Promise<void> {
    const counts = new Map<HitKey, number>();
    for (const hit of hits) {
      const key = hitKey({ ...hit, host: this.boundedHost(hit) });
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    this.ctx.storage.transactionSync(() => {
      for (const [key, count] of counts) this.sql.exec(ADD_PENDING, key, count);
    });
    if (this.armed) return;
    this.armed = true;
    await this.ctx.storage.setAlarm(Date.now() + this.flushAfter);
  }

  private boundedHost({ day, host, known }: Hit): string {
    if (known) return host;
    const hosts = this.hostsOf(day);
    if (hosts.has(host)) return host;
    if (hosts.size >= MAX_UNKNOWN_HOSTS) return OTHER_HOST;
    this.sql.exec('INSERT INTO host VALUES (?, ?)', day, host);
    hosts.add(host);
    return host;
  }

  private hostsOf(day: string): Set<string> {
    const held = this.hosts.get(day);
    if (held) return held;
    const rows = this.sql.exec<{ host: string }>('SELECT host FROM host WHERE day = ?', day).toArray();
    const hosts = new Set(rows.map(({ host }) => host));
    this.hosts.set(day, hosts);
    return hosts;
  }

  override async alarm(): Promise<void> {
    this.armed = false;
    try {
      await this.flush();
    } catch (error) {
      // The ledger is away. What it has not said it has stays in the outbox.
      console.error(error);
      this.armed = true;
      await this.ctx.storage.setAlarm(Date.now() + RETRY_AFTER);
    }
  }

  /** Hands everything on. One at a time: two would number the same hits twice. */
  flush(): Promise<void> {
    this.flushing ??= this.handOn().finally(() => {
      this.flushing = null;
    });
    return this.flushing;
  }

  private async handOn(): Promise<void> {
    const { name } = this.sql.exec<{ name: string }>('SELECT name FROM tally').one();
    const { keys } = this.sql.exec<{ keys: number }>('SELECT count(*) AS keys FROM pending').one();
    this.flushAfter = Math.min(FLUSH_AFTER.most, Math.max(FLUSH_AFTER.least, keys * FLUSH_AFTER.eachKey));
    for (let next = this.nextFlush(); next; next = this.nextFlush()) {
      await flushHits(this.env.DB, { tally: name, ...next }, PEOPLE, Date.now());
      this.sql.exec('DELETE FROM outbox WHERE no = ?', next.no);
    }
    // Yesterday's hosts may be counted afresh.
    this.sql.exec('DELETE FROM host WHERE day < (SELECT max(day) FROM host)');
    this.hosts.clear();
  }

  /** What waits in the outbox, oldest first; else what is pending becomes its next row. */
  private nextFlush(): { readonly no: number; readonly hits: string } | null {
    const [row] = this.sql
      .exec<{ no: number; hits: string }>('SELECT no, hits FROM outbox ORDER BY no LIMIT 1')
      .toArray();
    return row ?? this.ctx.storage.transactionSync(() => this.fillOutbox());
  }

  private fillOutbox(): { readonly no: number; readonly hits: string } | null {
    const some = `SELECT key, count FROM pending ORDER BY key LIMIT ${MAX_KEYS}`;
    const { n } = this.sql.exec<{ n: number }>(`SELECT count(*) AS n FROM (${some})`).one();
    if (n === 0) return null;
    const insert = `INSERT INTO outbox (hits) SELECT json_group_object(key, count) FROM (${some}) RETURNING no, hits`;
    const row = this.sql.exec<{ no: number; hits: string }>(insert).one();
    this.sql.exec(`DELETE FROM pending WHERE key IN (SELECT key FROM (${some}))`);
    return row;
  }
}
