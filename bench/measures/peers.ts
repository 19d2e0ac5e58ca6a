/** What others make of the same fifty articles: no limit, only for comparison. */
import { compareTasks } from '../lib/inside.ts';
import { tasksOf, taskWorld } from '../lib/task-world.ts';

const OURS = {
  Tearsheet: { worker: 'join', task: 'join' },
  'Tearsheet, compressed': { worker: 'join', task: 'join-gzip' },
  'strings concatenated': { worker: 'join', task: 'concat' },
} as const;
const PEERS = ['feed', 'feedsmith', 'rss', '@astrojs/rss', 'fast-xml-parser'];

/** Microseconds for one document, by who makes it; ours first. */
export async function measurePeers(): Promise<Readonly<Record<string, number>>> {
  const tasks = { ...OURS, ...tasksOf('peers', PEERS) };
  const { us } = await taskWorld(tasks, compareTasks);
  return Object.fromEntries(Object.keys(tasks).map((name) => [name, us[name] ?? 0]));
}
