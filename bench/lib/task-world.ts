/** Tasks of `bench/workers`, each in an isolate of its own: none pays for collecting what another has left. */
import { bundleWorker } from './bundle.ts';
import { readWranglerConfig } from './config.ts';
import { esModule, openWorld } from './world.ts';

export interface Task {
  readonly worker: 'join' | 'partner' | 'peers';
  readonly task: string;
}

export interface TaskWorld {
  readonly pid: number;
  /** Where each task is done; `?times=` says how often. */
  readonly urls: Readonly<Record<string, string>>;
}

export async function taskWorld<T>(
  tasks: Readonly<Record<string, Task>>,
  use: (world: TaskWorld) => Promise<T>,
): Promise<T> {
  const { date, flags } = readWranglerConfig();
  const entries = Object.entries(tasks).map(([label, task], index) => ({ label, ...task, name: `task-${index}` }));
  const bundles = new Map([...new Set(entries.map(({ worker }) => worker))].map((name) => [name, bundleWorker(name)]));
  const options = { compatibilityDate: date, compatibilityFlags: [...flags] };
  const others = entries.map(({ name, worker }) => ({ name, ...esModule(bundles.get(worker) ?? ''), ...options }));
  const world = await openWorld({ services: [], others });
  try {
    const urls: Record<string, string> = {};
    for (const { label, name, task } of entries) urls[label] = `${await world.at(name)}/${task}`;
    return await use({ pid: world.pid, urls });
  } finally {
    await world.close();
  }
}

/** Tasks of one Worker, named as they are there. */
export const tasksOf = (worker: Task['worker'], names: readonly string[]): Readonly<Record<string, Task>> =>
  Object.fromEntries(names.map((task) => [task, { worker, task }]));
