/** Runs `publish` as the command does, with the clock and the dice in the test's hand. */
import { createHash } from 'node:crypto';
import { type PublishOptions, publish, type Report } from '../../scripts/sending/publish.ts';
import { type FakeService, KEY } from './fake-service.ts';
import type { Newsroom } from './newsroom.ts';

export interface Run {
  readonly report: Report;
  /** What was printed, without the temporary folder. */
  readonly said: readonly string[];
  readonly waited: readonly number[];
  /** What the service was asked in this run. */
  readonly requests: readonly string[];
}

export const NOW = Date.UTC(2026, 10, 22);

export async function run(room: Newsroom, service: FakeService, options: Partial<PublishOptions> = {}): Promise<Run> {
  const said: string[] = [];
  const waited: number[] = [];
  const before = service.requests.length;
  const say = (text: string): void => void said.push(text.replaceAll(`${room.dir}/`, ''));
  let draws = 0;
  const report = await publish(
    { to: `${service.base}/`, key: KEY, contentDir: room.dir, check: false, prune: false, ci: false, ...options },
    {
      fetch,
      now: () => NOW,
      wait: async (milliseconds) => void waited.push(milliseconds),
      random: (length) =>
        createHash('sha256').update(`${draws++} ${service.requests.length}`).digest().subarray(0, length),
      terminal: { line: say, progress: say },
    },
  );
  return { report, said, waited, requests: service.requests.slice(before) };
}
