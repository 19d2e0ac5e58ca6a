/**
 * Exact counts against `baseline.json`: CI fails where one is worse, or beyond its limit.
 * `--update` writes what is measured now, for a change that is worth its price.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { bundle } from './lib/bundle.ts';
import { needsLinux } from './lib/cpu.ts';
import { isWithin, rounded } from './lib/table.ts';
import { EXACT } from './measures/all.ts';

const FILE = 'bench/baseline.json';
/** What a small change of wording or code may add without a word about it; counts may add nothing. */
const SLACK: Readonly<Record<string, number>> = {
  bundle_gzip_kib: 1.02,
  delta_bytes_ratio: 1.02,
  gzip_join_size_ratio: 1.02,
};

needsLinux();
bundle();
const update = process.argv.includes('--update');
const baseline: Record<string, number> = update ? {} : JSON.parse(readFileSync(FILE, 'utf8'));
const measured: Record<string, number> = {};
let worse = 0;
for (const measurement of EXACT) {
  const { name, limit } = measurement;
  const result = await measurement.measure();
  const value = rounded(result.value);
  measured[name] = value;
  const most = update ? value : (baseline[name] ?? 0) * (SLACK[name] ?? 1);
  const holds = value <= most && isWithin({ measurement, ...result });
  if (!holds) worse++;
  console.log(`${holds ? 'ok   ' : 'WORSE'} ${name} ${value} (baseline ${baseline[name] ?? value}, limit ${limit})`);
}
if (update) writeFileSync(FILE, `${JSON.stringify(measured, null, 2)}\n`);
process.exit(worse === 0 ? 0 : 1);
