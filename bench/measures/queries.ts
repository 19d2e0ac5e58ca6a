import { askedCold, FEED_ITEMS, rowsOfColdFeed, smallCatalogue } from '../lib/cold-feed.ts';
import { rawGet } from '../lib/raw.ts';
import type { Measurement } from '../lib/table.ts';
import { openWorld } from '../lib/world.ts';

const FORMATS = ['rss', 'atom', 'json'];

async function hotQueries(): Promise<number> {
  const { file } = await smallCatalogue();
  const world = await openWorld({ file });
  try {
    const at = await world.at('app');
    const first = await rawGet(`${at}/feed.rss`);
    await rawGet(`${at}/feed.rss`, { 'accept-encoding': 'gzip' });
    world.d1.takeAsked();
    for (let poll = 0; poll < 100; poll++) {
      await rawGet(`${at}/feed.rss`);
      await rawGet(`${at}/feed.rss`, { 'accept-encoding': 'gzip' });
      await rawGet(`${at}/feed.rss`, { 'if-none-match': first.headers.get('etag') ?? '' });
    }
    return world.d1.takeAsked().length;
  } finally {
    await world.close();
  }
}

export const queries: readonly Measurement[] = [
  {
    name: 'hot_queries',
    limit: 0,
    exact: true,
    how: 'statements that reach D1 in 300 polls (200, gzip, 304) once the isolate has the feed, within the life of the state',
    measure: async () => ({ value: await hotQueries() }),
  },
  {
    name: 'cold_queries',
    limit: 2,
    exact: true,
    how: 'statements that reach D1 for the first request of a fresh isolate; the most of RSS, Atom and JSON',
    measure: async () => {
      const { file } = await smallCatalogue();
      const counts: number[] = [];
      for (const format of FORMATS) counts.push((await askedCold(file, `/feed.${format}`)).length);
      return { value: Math.max(...counts) };
    },
  },
  {
    name: 'cold_rows_per_item',
    limit: 4,
    exact: true,
    how: `rows_read as D1 reports it for those statements, by the ${FEED_ITEMS} items of the feed`,
    measure: async () => {
      const rows = await rowsOfColdFeed((await smallCatalogue()).file);
      return { value: rows / FEED_ITEMS, beside: `${rows} rows` };
    },
  },
];
