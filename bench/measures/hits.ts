import { hitRun } from '../lib/hit-run.ts';
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

const METHOD =
  "workerd's CPU for a request, the durable count it waits for included, least of 16 rounds in turn, against a bare Worker in the same process with the same";

export const hits: readonly Measurement[] = [
  { name: 'badge_ratio', limit: 3, how: `${METHOD} bytes and headers`, measure: () => against('badge') },
  { name: 'credit_link_ratio', limit: 4.5, how: `${METHOD} 302 and headers`, measure: () => against('link') },
];
