/**
 * Invariant 5: `kill -9` under load, between tally and ledger, and between ledger and acknowledgement. Every answered view
 * and click is counted once, an unanswered one at most once. KILLS says how often (`node bench/kill-hits.ts`: 200).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { killAgainAndAgain, type Outcome, readInPeace, said } from './kill-run.ts';
import type { Variant } from './kill-service.ts';

const KILLS = Number(process.env.KILLS ?? 12);
const TROUBLED_KILLS = Math.ceil(KILLS / 4);
const CONTROL_KILLS = 1;
const PATIENCE = 60_000 + KILLS * 10_000;
const IN_PEACE = 2000;
const OUT = 'dist/kill';

/** What was written outlives its process wherever it is; in memory far more is written between two kills. */
const FAST = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

const variant = (tally: string): Variant => ({ bundle: `${OUT}/kill-worker.js`, tally });

beforeAll(() => {
  execFileSync(
    process.execPath,
    ['node_modules/wrangler/bin/wrangler.js', 'deploy', 'tests/count/kill-worker.ts', '--dry-run', '--outdir', OUT],
    {
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true' },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
});

async function inFolder<T>(use: (persist: string) => Promise<T>): Promise<T> {
  const persist = mkdtempSync(join(FAST, 'tearsheet-hits-'));
  try {
    return await use(persist);
  } finally {
    rmSync(persist, { recursive: true, force: true });
  }
}

async function run(name: string, chosen: Variant, kills: number): Promise<Outcome> {
  const found = await inFolder((persist) => killAgainAndAgain({ persist, variant: chosen, kills }));
  console.log(said(name, found));
  return found;
}

function expectExact({ received, answered, counted, lost, doubled, wrongSums, struck }: Outcome): void {
  const { forgotten } = struck;
  expect({ lost, doubled, wrongSums, forgotten }).toEqual({ lost: [], doubled: [], wrongSums: [], forgotten: 0 });
  expect(answered).toBeGreaterThan(0);
  expect(counted).toBeGreaterThanOrEqual(answered);
  expect(counted).toBeLessThanOrEqual(received);
}

describe('killing the process while copies are read', () => {
  it(`counts what was answered once and nothing twice, ${KILLS} times`, { timeout: PATIENCE }, async () => {
    expectExact(await run('the Worker', { bundle: 'dist/test/index.js', tally: 'HitTally' }, KILLS));
  });

  it('does so where deliveries are lost, repeated, late and out of order', { timeout: PATIENCE }, async () => {
    expectExact(await run('a troubled ledger', variant('TroubledTally'), TROUBLED_KILLS));
  });
});

it('readers who hang up take nobody with them', { timeout: PATIENCE }, async () => {
  const real = { bundle: 'dist/test/index.js', tally: 'HitTally' };
  const found = await inFolder((persist) => readInPeace({ persist, variant: real }, IN_PEACE));
  const { unanswered, lost, doubled, wrongSums, received, answered } = found;
  expect({ unanswered, lost, doubled, wrongSums }).toEqual({ unanswered: 0, lost: [], doubled: [], wrongSums: [] });
  expect(answered).toBeLessThan(received);
  expect(answered).toBeGreaterThan(received / 2);
});

describe('the same test', () => {
  it('finds hits counted twice where nobody looks for repetitions', { timeout: PATIENCE }, async () => {
    const { doubled, lost } = await run('control, unguarded', variant('UnguardedTally'), CONTROL_KILLS);
    expect(doubled.length).toBeGreaterThan(0);
    expect(lost).toEqual([]);
  });

  it('finds hits lost that were answered too early', { timeout: PATIENCE }, async () => {
    const { doubled, lost } = await run('control, hasty', variant('HastyTally'), CONTROL_KILLS);
    expect(lost.length).toBeGreaterThan(0);
    expect(doubled).toEqual([]);
  });
});
