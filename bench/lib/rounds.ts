/**
 * Routes against a baseline in the same workerd: many short rounds in turn, the least CPU of each, the baseline twice.
 * How far the two are apart is what the run can't tell from nothing; too far, and it is thrown away and tried again.
 */
import { CONNECTIONS, cpuPerRequest, type Route } from './load.ts';

export interface Compared {
  /** Least CPU of a request in microseconds, by case. */
  readonly us: Readonly<Record<string, number>>;
  readonly control: number;
  readonly discarded: number;
}

export type Cases = Readonly<Record<string, readonly Route[]>>;

const ROUNDS = 16;
const ROUND_MS = 400;
const MAX_CONTROL = 1.15;
const TRIES = 4;

/** `pairs` names each baseline and the case that is the same again. */
export async function compare(
  pid: number,
  cases: Cases,
  pairs: readonly (readonly [string, string])[],
  connections = CONNECTIONS,
): Promise<Compared> {
  let best: Compared | null = null;
  for (let discarded = 0; discarded < TRIES; discarded++) {
    const us = await oneRun(pid, cases, connections);
    const control = Math.max(...pairs.map(([one, other]) => apart(us[one], us[other])));
    if (!best || control < best.control) best = { us, control, discarded };
    if (control <= MAX_CONTROL) return { us, control, discarded };
  }
  if (!best) throw new Error('No run was made');
  return { ...best, discarded: TRIES };
}

const apart = (a = 0, b = 0): number => Math.max(a, b) / Math.min(a, b);

async function oneRun(pid: number, cases: Cases, connections: number): Promise<Record<string, number>> {
  const least: Record<string, number> = {};
  const names = Object.keys(cases);
  for (const name of names) await cpuPerRequest(pid, cases[name] ?? [], ROUND_MS / 2, connections);
  for (let round = 0; round < ROUNDS; round++)
    for (const name of round % 2 === 0 ? names : names.toReversed())
      least[name] = Math.min(
        least[name] ?? Number.POSITIVE_INFINITY,
        await cpuPerRequest(pid, cases[name] ?? [], ROUND_MS, connections),
      );
  return least;
}
