import { FEED_ITEMS } from '../lib/cold-feed.ts';
import { articleDocument } from '../lib/corpus.ts';
import { publish, setPublication } from '../lib/editor.ts';
import { rawGet } from '../lib/raw.ts';
import type { Measurement, Result } from '../lib/table.ts';
import { openWorld } from '../lib/world.ts';

const BYTES = 10_000;
const CODINGS = { gzip: { 'accept-encoding': 'gzip' }, plain: { 'accept-encoding': 'identity' } } as const;

async function measure(): Promise<Result> {
  const world = await openWorld();
  try {
    const at = await world.at('app');
    await setPublication(at);
    const articles = Array.from({ length: FEED_ITEMS }, (_, index) => articleDocument(index, BYTES));
    await publish(at, articles);
    const etags = await Promise.all(
      Object.values(CODINGS).map(
        async (headers) => (await rawGet(`${at}/feed.rss`, headers)).headers.get('etag') ?? '',
      ),
    );
    const newest = articles.at(-1);
    if (newest) await publish(at, [{ ...newest, title: `${newest.title}, corrected` }]);
    const sizes: number[][] = [];
    for (const [index, headers] of Object.values(CODINGS).entries()) {
      const full = await rawGet(`${at}/feed.rss`, headers);
      const delta = await rawGet(`${at}/feed.rss`, { ...headers, 'a-im': 'feed', 'if-none-match': etags[index] ?? '' });
      if (delta.status !== 226) throw new Error(`The poll with A-IM answers ${delta.status}`);
      sizes.push([delta.bytes.length, full.bytes.length]);
    }
    const [[gzip = 0, ofGzip = 1] = [], [plain = 0, ofPlain = 1] = []] = sizes;
    const beside = `gzip ${gzip} of ${ofGzip} bytes; plain ${plain} of ${ofPlain} (${(plain / ofPlain).toFixed(4)})`;
    return { value: gzip / ofGzip, beside };
  } finally {
    await world.close();
  }
}

export const delta: readonly Measurement[] = [
  {
    name: 'delta_bytes_ratio',
    limit: 0.06,
    exact: true,
    how: 'bytes of the 226 against the 200 after one of 30 items changed, with Accept-Encoding: gzip as readers send it',
    measure,
  },
];
