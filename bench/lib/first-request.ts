/** A request to an isolate that has just started: nothing compiled, nothing known. workerd itself is warm. */
import { bareWorker } from './bare.ts';
import { cpuByThread } from './cpu.ts';
import { cpuPerRequest } from './load.ts';
import { openWorld, type World } from './world.ts';

const BOOTS = 16;

export interface FirstRequest {
  /** Milliseconds of the whole process: with V8's compiling and collecting on other threads. */
  readonly ms: number;
  /** Of the thread that ran the Worker: what a platform that bills CPU would see. */
  readonly threadMs: number;
}

/** The least of several boots. */
export async function firstRequest(
  file: string,
  ask: (at: string, boot: number) => Promise<void>,
): Promise<FirstRequest> {
  let least: FirstRequest = { ms: Number.POSITIVE_INFINITY, threadMs: Number.POSITIVE_INFINITY };
  for (let boot = 0; boot < BOOTS; boot++) {
    const world = await openWorld({ file, others: [bareWorker('bare')] });
    try {
      const { ms, threadMs } = await once(world, (at) => ask(at, boot));
      least = { ms: Math.min(least.ms, ms), threadMs: Math.min(least.threadMs, threadMs) };
    } finally {
      await world.close();
    }
  }
  return least;
}

async function once(world: World, ask: (at: string) => Promise<void>): Promise<FirstRequest> {
  await cpuPerRequest(world.pid, [{ url: await world.at('bare') }], 100);
  const at = await world.at('app');
  const before = cpuByThread(world.pid);
  await ask(at);
  const spent = [...cpuByThread(world.pid)].map(([thread, time]) => (time - (before.get(thread) ?? 0)) / 1e6);
  return { ms: spent.reduce((total, time) => total + time, 0), threadMs: Math.max(...spent) };
}
