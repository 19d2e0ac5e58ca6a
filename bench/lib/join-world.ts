/** A Worker of `bench/workers` that does tasks, with none of the service's bindings. */
import { bundleWorker } from './bundle.ts';
import { readWranglerConfig } from './config.ts';
import { esModule, openWorld } from './world.ts';

export interface TaskWorker {
  readonly pid: number;
  readonly at: string;
}

export async function taskWorld<T>(name: string, use: (worker: TaskWorker) => Promise<T>): Promise<T> {
  const { date, flags } = readWranglerConfig();
  const worker = { name, ...esModule(bundleWorker(name)), compatibilityDate: date, compatibilityFlags: [...flags] };
  const world = await openWorld({ services: [], others: [worker] });
  try {
    return await use({ pid: world.pid, at: await world.at(name) });
  } finally {
    await world.close();
  }
}

export const joinWorld = <T>(use: (worker: TaskWorker) => Promise<T>): Promise<T> => taskWorld('join', use);
