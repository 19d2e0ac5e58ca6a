/** CPU of a task that a Worker does a number of times for one request, without the cost of the request. */
import { cpuNanoseconds } from './cpu.ts';
import type { Compared } from './rounds.ts';
import type { TaskWorld } from './task-world.ts';

const ROUNDS = 10;
const TRIES = 4;
const MAX_CONTROL = 1.15;
const TARGET_US = 40_000;
const CONTROL = 'control';

interface Case {
  readonly label: string;
  readonly url: string;
  readonly times: number;
}

/** Microseconds of CPU. */
async function ask(pid: number, url: string, times: number): Promise<number> {
  const before = cpuNanoseconds(pid);
  const response = await fetch(`${url}?times=${times}`);
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  await response.arrayBuffer();
  return (cpuNanoseconds(pid) - before) / 1000;
}

/** The least of several rounds in turn, in microseconds; the first task is measured twice, as the control. */
export async function compareTasks({ pid, urls }: TaskWorld): Promise<Compared> {
  const cases: Case[] = [];
  for (const [label, url] of Object.entries(urls)) cases.push({ label, url, times: await timesFor(pid, url) });
  const [first] = cases;
  if (!first) throw new Error('Nothing to compare');
  let best: Compared | null = null;
  for (let discarded = 0; discarded < TRIES; discarded++) {
    const us = await oneRun(pid, [...cases, { ...first, label: CONTROL }]);
    const [one = 0, again = 0] = [us[first.label], us[CONTROL]];
    const control = Math.max(one, again) / Math.min(one, again);
    if (!best || control < best.control) best = { us, control, discarded };
    if (control <= MAX_CONTROL) break;
  }
  if (!best) throw new Error('No run was made');
  return best;
}

/** So often that the request itself is small against it; after that the code is compiled. */
async function timesFor(pid: number, url: string): Promise<number> {
  await ask(pid, url, 1);
  for (let warm = 0; warm < 3; warm++) await ask(pid, url, 20);
  const each = (await ask(pid, url, 20)) / 20;
  return Math.max(5, Math.min(500, Math.ceil(TARGET_US / each)));
}

async function oneRun(pid: number, cases: readonly Case[]): Promise<Record<string, number>> {
  const least: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round++)
    for (const { label, url, times } of cases) {
      const us = (await ask(pid, url, times)) / times;
      least[label] = Math.min(least[label] ?? Number.POSITIVE_INFINITY, us);
    }
  return least;
}
