/** CPU of a task that a Worker does a number of times for one request, without the cost of the request. */
import { cpuNanoseconds } from './cpu.ts';
import type { Compared } from './rounds.ts';

const ROUNDS = 10;
const TRIES = 4;
const MAX_CONTROL = 1.15;
const TARGET_US = 30_000;

async function once(pid: number, url: string): Promise<number> {
  const before = cpuNanoseconds(pid);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  await response.arrayBuffer();
  return (cpuNanoseconds(pid) - before) / 1000;
}

/** The least of several rounds in turn, in microseconds; the first task is measured twice, as the control. */
export async function compareTasks(pid: number, at: string, names: readonly string[]): Promise<Compared> {
  const urls = await Promise.all(
    names.map(async (name) => `${at}/${name}?times=${await timesFor(pid, `${at}/${name}`)}`),
  );
  const cases = [...urls, ...urls.slice(0, 1)];
  const labels = [...names, 'control'];
  let best: Compared | null = null;
  for (let discarded = 0; discarded < TRIES; discarded++) {
    const us = await oneRun(pid, cases, labels);
    const [one = 0, two = 0] = [us[names[0] ?? ''], us.control];
    const control = Math.max(one, two) / Math.min(one, two);
    if (!best || control < best.control) best = { us, control, discarded };
    if (control <= MAX_CONTROL) break;
  }
  if (!best) throw new Error('No run was made');
  return best;
}

/** As often as makes the request itself small against it; after that the code is compiled. */
async function timesFor(pid: number, task: string): Promise<number> {
  await once(pid, `${task}?times=1`);
  for (let warm = 0; warm < 3; warm++) await once(pid, `${task}?times=20`);
  const each = (await once(pid, `${task}?times=10`)) / 10;
  return Math.max(5, Math.min(500, Math.ceil(TARGET_US / each)));
}

async function oneRun(
  pid: number,
  cases: readonly string[],
  labels: readonly string[],
): Promise<Record<string, number>> {
  const least: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, url] of cases.entries()) {
      const times = Number(new URL(url).searchParams.get('times'));
      const label = labels[index] ?? '';
      least[label] = Math.min(least[label] ?? Number.POSITIVE_INFINITY, (await once(pid, url)) / times);
    }
  return least;
}
