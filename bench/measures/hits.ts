import { HITS, type Piped, pipeline } from '../lib/hit-pipeline.ts';
import { hitRun, READERS } from '../lib/hit-run.ts';
import type { Measurement, Result } from '../lib/table.ts';

const MAX_CONTROL = 1.15;

async function against(of: string): Promise<Result> {
  const { us, control } = await hitRun();
  const [one = 0, again = 0, ours = 0] = [us[`bare ${of}`], us[`bare ${of} again`], us[of]];
  const base = (one + again) / 2;
  return {
    value: ours / base,
    beside: `${ours.toFixed(0)} µs against ${base.toFixed(0)}; control ${control.toFixed(2)}`,
    noisy: control > MAX_CONTROL,
  };
}

async function piped(value: (run: Piped) => number): Promise<Result> {
  const run = await pipeline();
  const { received, counted, answered, seconds, rowsWritten, deliveries, ledgerRows } = run;
  const each = (received / seconds).toFixed(0);
  return {
    value: value(run),
    beside: `${received} received, ${counted} counted, ${answered} answered in ${seconds.toFixed(0)} s (${each} a second); ${rowsWritten} rows written by ${deliveries} deliveries, ${ledgerRows} rows in the ledger`,
  };
}

const PIPELINE = `${HITS.toLocaleString('en')} requests over sockets (HITS says how many) for 4 copies each of ${HITS / 10_000} articles, by people, a mail proxy, a crawler and an AI; tallies, alarms, deliveries and D1 of the simulator`;

const METHOD = `workerd's CPU for a request, the durable count it waits for included, ${READERS} readers at once, least of 16 rounds in turn, against a bare Worker in the same process with the same`;

export const hits: readonly Measurement[] = [
  { name: 'badge_ratio', limit: 3, how: `${METHOD} bytes and headers`, measure: () => against('badge') },
  { name: 'credit_link_ratio', limit: 4.5, how: `${METHOD} 302 and headers`, measure: () => against('link') },
  {
    name: 'hits_lost',
    limit: 0,
    how: `answered and not counted, key by key; ${PIPELINE}`,
    measure: () => piped(({ lost }) => lost),
  },
  {
    name: 'hits_double',
    limit: 0,
    how: `counted and not received, key by key; ${PIPELINE}`,
    measure: () => piped(({ doubled }) => doubled),
  },
  {
    name: 'd1_rows_per_hit',
    limit: 0.02,
    how: `rows_written of all deliveries, as D1 reports it, indexes included; ${PIPELINE}`,
    measure: () => piped(({ rowsWritten, received }) => rowsWritten / received),
  },
];
