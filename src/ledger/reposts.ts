/** Reposts: where copies run, as far as is known. Four axes move apart from one another; every move is on record. */
export const PRESENCES = ['claimed', 'sighted', 'live', 'blocked', 'unreachable', 'removed'] as const;
export type Presence = (typeof PRESENCES)[number];
export const VERDICTS = ['unchecked', 'compliant', 'partial', 'noncompliant'] as const;
export type Verdict = (typeof VERDICTS)[number];
export const CURRENCIES = ['current', 'stale', 'overdue'] as const;
export type Currency = (typeof CURRENCIES)[number];
export const MARKS = ['none', 'disputed', 'ignored'] as const;
export type Mark = (typeof MARKS)[number];

export interface RepostEvent {
  readonly at: number;
  readonly axis: string;
  readonly value: string;
  readonly cause: string;
}

export async function repostHistory(db: D1Database, number: number): Promise<readonly RepostEvent[]> {
  const query = 'SELECT at, axis, value, cause FROM repost_event WHERE number = ? ORDER BY at, rowid';
  return (await db.prepare(query).bind(number).all<RepostEvent>()).results;
}

/** An editor's word on a copy: with a reason, and on record. Answers whether there was such a copy. */
export async function markRepost(
  db: D1Database,
  number: number,
  mark: Mark,
  reason: string,
  now: number,
): Promise<boolean> {
  const [marked] = await db.batch([
    db.prepare('UPDATE repost SET mark = ? WHERE number = ?').bind(mark, number),
    db
      .prepare("INSERT INTO repost_event SELECT number, ?, 'mark', ?, ? FROM repost WHERE number = ?")
      .bind(now, mark, reason, number),
  ]);
  return (marked?.meta.changes ?? 0) > 0;
}
