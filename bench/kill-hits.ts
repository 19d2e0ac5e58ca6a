/**
 * The killing test of hits at length: `kill -9` at 200 random points under load. `node bench/kill-hits.ts [--kills 200]`
 * prints how many reads were received, counted and answered, and where the kills struck.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '200' } } });
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'tests/count/kill.test.ts'], {
  env: { ...process.env, KILLS: values.kills },
  stdio: 'inherit',
});
process.exit(status ?? 1);
