import { compareTasks } from '../lib/inside.ts';
import { once } from '../lib/once.ts';
import type { Measurement, Result } from '../lib/table.ts';
import { type TaskWorld, tasksOf, taskWorld } from '../lib/task-world.ts';

const MAX_CONTROL = 1.15;
const TASKS = [
  'join',
  'join-gzip',
  'join-from-rows',
  'join-gzip-from-rows',
  'bytes-only',
  'bytes-only-gzip',
  'concat',
  'compress',
  'feed',
];

const SIZED = ['join-gzip', 'compress'];

const joinRun = once(() => taskWorld(tasksOf('join', TASKS), compareTasks));

async function ratio(over: string, under: string, more: readonly string[]): Promise<Result> {
  const { us, control } = await joinRun();
  const shown = [over, under, ...more].map((name) => `${name} ${(us[name] ?? 0).toFixed(0)}`);
  return { value: (us[over] ?? 0) / (us[under] ?? 1), beside: `µs: ${shown.join(', ')}`, noisy: control > MAX_CONTROL };
}

const METHOD =
  'CPU inside workerd, each task in an isolate of its own, least of 10 rounds in turn; 50 items of 10 KB with curly quotes, framed and joined from pieces as the memo holds them,';

export const join: readonly Measurement[] = [
  {
    name: 'join_speedup_vs_feed',
    limit: 30,
    atLeast: true,
    how: `${METHOD} against rendering the same elements from the same articles with feed, as UTF-8`,
    measure: () => ratio('feed', 'join', ['bytes-only', 'join-from-rows']),
  },
  {
    name: 'join_vs_concat_ratio',
    limit: 1,
    how: `${METHOD} against concatenating the same strings, as UTF-8`,
    measure: () => ratio('join', 'concat', []),
  },
  {
    name: 'gzip_join_speedup',
    limit: 100,
    atLeast: true,
    how: `${METHOD} against CompressionStream over the finished document`,
    measure: () => ratio('compress', 'join-gzip', ['bytes-only-gzip', 'join-gzip-from-rows']),
  },
  {
    name: 'gzip_join_size_ratio',
    limit: 1.4,
    exact: true,
    how: 'bytes of the joined gzip stream against those of CompressionStream over the same document',
    measure: () => taskWorld(tasksOf('join', SIZED), sizes),
  },
];

async function sizes({ urls }: TaskWorld): Promise<Result> {
  const [joined = 0, whole = 0] = await Promise.all(
    SIZED.map(async (task) => (await (await fetch(`${urls[task]}?times=1`)).arrayBuffer()).byteLength),
  );
  return { value: joined / whole, beside: `${joined} against ${whole} bytes` };
}
