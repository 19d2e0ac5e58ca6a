/**
 * Polls are merged for a second in the isolate and handed on together, so that a feed under load costs one call a
 * second. A crash may lose that second (invariant 5 allows it for polls, and reports say so).
 */
import type { Gate } from '../gate.ts';
import { SECOND } from '../lib/time.ts';
import type { PollCount } from './poll-tally.ts';
import { readerFamily, subscribersIn } from './reader-family.ts';

const MERGED_FOR = SECOND;

export interface Poll {
  /** The feed's scope key; `-` for the whole publication. */
  readonly feed: string;
  readonly format: string;
  readonly answer: 'full' | 'delta' | 'unchanged';
  readonly conditional: boolean;
  readonly userAgent: string | null;
}

interface Pending {
  count: number;
  subscribers: number;
}

let pending = new Map<string, Pending>();

export function countPoll(poll: Poll, gate: Gate): void {
  const family = readerFamily(poll.userAgent);
  const way = poll.conditional ? 'conditional' : 'unconditional';
  const key = `${family} ${way} ${poll.answer} ${poll.format} ${poll.feed || '-'}`;
  if (pending.size === 0) gate.later(handOn(gate));
  const held = pending.get(key) ?? { count: 0, subscribers: 0 };
  held.count++;
  held.subscribers = Math.max(held.subscribers, subscribersIn(poll.userAgent));
  pending.set(key, held);
}

async function handOn(gate: Gate): Promise<void> {
  await scheduler.wait(MERGED_FOR);
  const polls = pending;
  pending = new Map();
  const day = new Date(gate.now).toISOString().slice(0, 10);
  const counts = [...polls].map(([key, { count, subscribers }]): PollCount => ({ day, key, count, subscribers }));
  if (counts.length > 0) await gate.env.POLLS.getByName('polls').record(counts);
}
