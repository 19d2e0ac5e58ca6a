/**
 * Group commit: hits that come to this isolate within a few milliseconds go to a tally together, as one call and one
 * write, and each is answered when that write is durable. A call costs more than all else of a hit, and a tally is billed
 * by calls.
 */
import type { Gate } from '../gate.ts';
import { SECOND } from '../lib/time.ts';
import type { Hit } from './hit.ts';

/** Never renumbered: a tally's name is in what it has handed on. More tallies: raise it, and older hits stay where they are. */
export const SHARDS = 4;
/** Nobody sees so few milliseconds. */
const OPEN_FOR = 5;
const PATIENCE = 10 * SECOND;

interface Batch {
  readonly hits: Hit[];
  readonly durable: Promise<void>;
}

let open: Batch | null = null;
let tally: string | null = null;

/** Resolves when the hit is durable; rejects where that can't be said. */
export function handIn(hit: Hit, gate: Gate): Promise<void> {
  if (open) {
    open.hits.push(hit);
    return inTime(open.durable);
  }
  const hits = [hit];
  const durable = handOver(hits, gate);
  open = { hits, durable };
  // Whoever opened the batch may hang up: the others' hits are in it.
  gate.later(durable.catch(() => undefined));
  return durable;
}

async function handOver(hits: readonly Hit[], { env }: Gate): Promise<void> {
  await scheduler.wait(OPEN_FOR);
  open = null;
  // An isolate keeps to one: an article that everybody reads at once is then counted in several places, not in one.
  tally ??= `hits-${Math.floor(Math.random() * SHARDS)}`;
  await env.HITS.getByName(tally).count(hits);
}

/** A request that only waits for what another has asked looks to the runtime like one that hangs: it needs a clock of its own. */
async function inTime(durable: Promise<void>): Promise<void> {
  const late = scheduler.wait(PATIENCE).then(() => 'late' as const);
  if ((await Promise.race([durable, late])) === 'late') throw new Error('The tally does not answer');
}
