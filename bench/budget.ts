/** Is the Worker small enough, and does it start fast enough? CI runs this; it ends with 1 where it isn't. */
import { bundle, gzippedKib } from './lib/bundle.ts';
import { needsLinux } from './lib/cpu.ts';
import { LIMIT_MS, measureStartup } from './lib/startup.ts';

const MAX_KIB = 300;

needsLinux();
bundle();
const kib = gzippedKib();
const { ms, emptyMs, noiseMs } = await measureStartup();
const lines = [
  { within: kib <= MAX_KIB, text: `Worker, minified and gzipped: ${kib.toFixed(1)} KiB (at most ${MAX_KIB})` },
  {
    within: ms <= LIMIT_MS,
    text: `CPU to start it, over an empty Worker's ${emptyMs.toFixed(0)} ms: ${ms.toFixed(1)} ms (at most ${LIMIT_MS}; two empty ones differ by ${noiseMs.toFixed(1)})`,
  },
];
for (const { within, text } of lines) console.log(`${within ? 'ok    ' : 'BEYOND'} ${text}`);
if (lines.some(({ within }) => !within)) process.exitCode = 1;
