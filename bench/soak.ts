/**
 * Half an hour of mixed traffic from a second process: polls with and without validators, deltas, pages, photos, and an
 * article published every ten seconds. No answer may be an error, and the server's memory must not grow.
 * `node bench/soak.ts [--minutes 30]`
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { bareWorker, teach } from './lib/bare.ts';
import { bundle } from './lib/bundle.ts';
import { articleDocument } from './lib/corpus.ts';
import { needsLinux, residentMib } from './lib/cpu.ts';
import { publish, setPublication } from './lib/editor.ts';
import { rawGet } from './lib/raw.ts';
import { openWorld } from './lib/world.ts';

needsLinux();
bundle();
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '30' } } });
const minutes = Number(values.minutes);
/** Memory is compared from here on: caches and compiled code have filled by then. */
const WARM_MINUTES = Math.min(5, minutes / 3);
const BODY_BYTES = 8_000;
const FIRST_ARTICLES = 60;

const world = await openWorld({ others: [bareWorker('bare')] });
const app = await world.at('app');
const bare = await world.at('bare');
await setPublication(app);
await publish(
  app,
  Array.from({ length: FIRST_ARTICLES }, (_, index) => articleDocument(index, BODY_BYTES)),
);
const feed = await rawGet(`${app}/feed.rss`, { 'accept-encoding': 'gzip' });
await teach(bare, feed);

const client = spawn(process.execPath, ['bench/soak-client.ts', app, bare, String(minutes)], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const memory: { readonly minute: number; readonly mib: number }[] = [];
const started = performance.now();
for await (const line of createInterface({ input: client.stdout })) {
  const minute = (performance.now() - started) / 60_000;
  memory.push({ minute, mib: residentMib(world.pid) });
  console.log(`${minute.toFixed(1).padStart(5)} min  ${residentMib(world.pid).toFixed(0).padStart(5)} MiB  ${line}`);
}
await world.close();

const average = (list: readonly number[]): number => list.reduce((sum, mib) => sum + mib, 0) / Math.max(1, list.length);
const warm = memory.filter(({ minute }) => minute >= WARM_MINUTES).map(({ mib }) => mib);
const third = Math.ceil(warm.length / 3);
const [early, late] = [average(warm.slice(0, third)), average(warm.slice(-third))];
console.log(
  `memory: ${early.toFixed(0)} MiB in the first third after ${WARM_MINUTES} min, ${late.toFixed(0)} MiB in the last`,
);
process.exit(client.exitCode ?? 0);
