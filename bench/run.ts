/**
 * Every figure we hold ourselves to, with how it was measured.
 * `--json` prints one JSON object; `--only NAME` measures one figure, or `peers`.
 */
import { parseArgs } from 'node:util';
import { bundle } from './lib/bundle.ts';
import { needsLinux } from './lib/cpu.ts';
import { isWithin, printRow, type Row, rounded } from './lib/table.ts';
import { ALL } from './measures/all.ts';
import { measurePeers } from './measures/peers.ts';

const PEERS = 'peers';
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, only: { type: 'string' } } });
const chosen = ALL.filter(({ name }) => values.only === undefined || values.only === name);
if (chosen.length === 0 && values.only !== PEERS) {
  console.error(`There is no ${values.only}. There are: ${[...ALL.map(({ name }) => name), PEERS].join(', ')}.`);
  process.exit(1);
}

needsLinux();
bundle();
const rows: Row[] = [];
for (const measurement of chosen) {
  const row = { measurement, ...(await measurement.measure()) };
  rows.push(row);
  if (!values.json) printRow(row);
}
const peers = values.only === undefined || values.only === PEERS ? await measurePeers() : {};
if (values.json) printJson();
else printRest();
process.exit(rows.every(isWithin) ? 0 : 1);

function printJson(): void {
  const figures = Object.fromEntries(rows.map(({ measurement, value }) => [measurement.name, rounded(value)]));
  const beside = Object.fromEntries(
    rows.flatMap(({ measurement, beside }) => (beside ? [[measurement.name, beside]] : [])),
  );
  const peersUs = Object.fromEntries(Object.entries(peers).map(([name, us]) => [name, Math.round(us)]));
  const noisy = rows.filter((row) => row.noisy).map(({ measurement }) => measurement.name);
  console.log(JSON.stringify({ ...figures, beside, noisy, peers_us: peersUs }));
}

function printRest(): void {
  for (const [name, us] of Object.entries(peers))
    console.log(`${name.padEnd(24)}${us.toFixed(0).padStart(8)} µs for 50 items of 10 KB as RSS, inside workerd`);
  for (const line of rows.flatMap((row) => row.lines ?? [])) console.log(line);
}
