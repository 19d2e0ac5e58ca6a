import { compareTasks } from '../lib/inside.ts';
import { once } from '../lib/once.ts';
import type { Measurement, Result } from '../lib/table.ts';
import { tasksOf, taskWorld } from '../lib/task-world.ts';

const MAX_CONTROL = 1.15;
const run = once(() => taskWorld(tasksOf('partner', ['partner-gzip', 'partner-plain', 'tokens']), compareTasks));

async function milliseconds(name: string, more: readonly string[]): Promise<Result> {
  const { us, control } = await run();
  const shown = more.map((other) => `${other} ${(us[other] ?? 0).toFixed(0)} µs`);
  return { value: (us[name] ?? 0) / 1000, beside: shown.join(', '), noisy: control > MAX_CONTROL };
}

const METHOD = 'CPU inside workerd, each task in an isolate of its own, least of 10 rounds in turn;';

export const partner: readonly Measurement[] = [
  {
    name: 'partner_feed_cpu_ms',
    limit: 1.5,
    how: `${METHOD} 50 items of 10 KB with curly quotes in the dialect msn: tokens signed, credits set in, joined as gzip`,
    measure: () => milliseconds('partner-gzip', ['partner-plain', 'tokens']),
  },
  {
    name: 'sign_50_tokens_ms',
    limit: 1,
    how: `${METHOD} 50 attribution tokens by HMAC-SHA-256`,
    measure: () => milliseconds('tokens', []),
  },
];
