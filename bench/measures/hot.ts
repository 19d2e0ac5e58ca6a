import { hotRun } from '../lib/hot-run.ts';
import type { Measurement, Result } from '../lib/table.ts';

const MAX_CONTROL = 1.15;

async function against(of: string, bare: string): Promise<Result> {
  const { us, control, bytes, gzipBytes } = await hotRun();
  const [one = 0, again = 0, ours = 0] = [us[bare], us[`${bare} again`], us[of]];
  // Of the two alike neither is the better: the least of both would be the least of twice as many rounds.
  const base = (one + again) / 2;
  return {
    value: ours / base,
    beside: `${ours.toFixed(0)} µs against ${base.toFixed(0)}; control ${control.toFixed(2)}; feed of ${bytes} bytes, ${gzipBytes} compressed`,
    noisy: control > MAX_CONTROL,
  };
}

const METHOD =
  "workerd's CPU for a request, least of 16 rounds in turn, against a bare Worker in the same process with the same";

export const hot: readonly Measurement[] = [
  {
    name: 'hot_feed_ratio',
    limit: 1.5,
    how: `${METHOD} bytes and headers; 30 items of 10 KB from the gateway's memo, polls counted`,
    measure: () => against('plain', 'bare plain'),
  },
  {
    name: 'hot_feed_gzip_ratio',
    limit: 1.5,
    how: `${METHOD} compressed bytes and headers; Accept-Encoding: gzip`,
    measure: () => against('gzip', 'bare gzip'),
  },
  {
    name: 'entrypoint_feed_ratio',
    limit: 2.5,
    how: `${METHOD} bytes and headers; 40 feeds in turn here and there, too many for the gateway's memo, from a stand-in for Workers Cache behind the same hop`,
    measure: () => against('entrypoint', 'bare many'),
  },
  {
    name: 'not_modified_ratio',
    limit: 1.3,
    how: `${METHOD} 304 and headers; polls counted`,
    measure: () => against('304', 'bare 304'),
  },
];
