import { smallCatalogue } from '../lib/cold-feed.ts';
import { firstRequest } from '../lib/first-request.ts';
import { rawGet } from '../lib/raw.ts';
import type { Measurement } from '../lib/table.ts';

const coldFeed = async (headers: Readonly<Record<string, string>>) =>
  firstRequest((await smallCatalogue()).file, async (at) => {
    const { status } = await rawGet(`${at}/feed.rss`, headers);
    if (status !== 200) throw new Error(`The cold feed answers ${status}`);
  });

export const coldFeedCpu: readonly Measurement[] = [
  {
    name: 'cold_feed_cpu_ms',
    limit: 10,
    how: "workerd's CPU for a fresh isolate's first request, the 30-item feed, D1 being another process; least of 16 boots; the dearer of gzip and plain",
    measure: async () => {
      const [gzip, plain] = [await coldFeed({ 'accept-encoding': 'gzip' }), await coldFeed({})];
      return {
        value: Math.max(gzip.ms, plain.ms),
        beside: `gzip ${gzip.ms.toFixed(1)}, plain ${plain.ms.toFixed(1)} ms; of the Worker's own thread ${gzip.threadMs.toFixed(1)} and ${plain.threadMs.toFixed(1)}`,
      };
    },
  },
];
