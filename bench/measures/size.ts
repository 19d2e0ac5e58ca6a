import { gzippedKib } from '../lib/bundle.ts';
import { LIMIT_MS, measureStartup } from '../lib/startup.ts';
import type { Measurement } from '../lib/table.ts';

export const size: readonly Measurement[] = [
  {
    name: 'bundle_gzip_kib',
    limit: 300,
    exact: true,
    how: 'every uploaded module, minified by wrangler and gzipped',
    measure: async () => ({ value: gzippedKib() }),
  },
  {
    name: 'startup_ms',
    limit: LIMIT_MS,
    how: "CPU of a workerd of its own up to its first answer, over an empty Worker's; least of 8 boots in turn",
    measure: async () => {
      const { ms, emptyMs, noiseMs } = await measureStartup();
      return { value: ms, beside: `empty ${emptyMs.toFixed(0)} ms; two empty ones differ by ${noiseMs.toFixed(1)}` };
    },
  },
];
