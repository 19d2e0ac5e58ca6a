/** The first request of a fresh isolate for a feed: what it asks the catalogue, and what D1 reads for that. */
import { makeCatalogue } from './catalogue.ts';
import { once } from './once.ts';
import { rawGet } from './raw.ts';
import { placeForMiniflare, rowsRead } from './simulated-d1.ts';
import type { Asked } from './sqlite-d1.ts';
import { openWorld } from './world.ts';

export const FEED_ITEMS = 30;
const ARTICLE_BYTES = 10_000;

/** A hundred articles; the last 30 are what the feed holds. */
export const smallCatalogue = once(() => makeCatalogue({ newest: FEED_ITEMS, bytes: ARTICLE_BYTES, older: 70 }));

export const largeCatalogue = once(() => makeCatalogue({ newest: FEED_ITEMS, bytes: ARTICLE_BYTES, older: 99_970 }));

export async function askedCold(file: string, path: string): Promise<readonly Asked[]> {
  const world = await openWorld({ file });
  try {
    const { status } = await rawGet(`${await world.at('app')}${path}`);
    if (status !== 200) throw new Error(`${path} answers ${status}`);
    return world.d1.takeAsked();
  } finally {
    await world.close();
  }
}

export async function rowsOfColdFeed(file: string): Promise<number> {
  const asked = await askedCold(file, '/feed.rss');
  return rowsRead(await placeForMiniflare(file), asked);
}
