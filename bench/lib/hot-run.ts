/** Polls of a feed that everything is known of, against Workers that do nothing but answer the same. */
import type { ArticleDocument } from '../../src/article/input.ts';
import { bareWorker, teach } from './bare.ts';
import { bundleWorker } from './bundle.ts';
import { articleDocument } from './corpus.ts';
import { publish, setPublication } from './editor.ts';
import type { Route } from './load.ts';
import { once } from './once.ts';
import { rawGet } from './raw.ts';
import { type Compared, compare } from './rounds.ts';
import { deployed, openWorld, type Service, type World } from './world.ts';

const ITEMS = 30;
const BODY_BYTES = 10_000;
const names = (count: number, word: string): string[] =>
  Array.from({ length: count }, (_, index) => `${word} ${index}`);
/** More feeds of 350 KB (these, each in RSS and Atom) than the gateway's memo holds: asked in turn, each is pushed out before it is asked again. */
const TAGS = names(10, 'berth');
const AUTHORS = names(10, 'skipper');
const GZIP = { 'accept-encoding': 'gzip' };
const BARE = ['bare-plain', 'bare-gzip', 'bare-304'] as const;

/** Every number of `hot_*`, `not_modified_ratio` and `entrypoint_feed_ratio` comes from this one run. */
export const hotRun = once(async (): Promise<Compared & { readonly bytes: number; readonly gzipBytes: number }> => {
  const services = [deployed(), edgeService()];
  const world = await openWorld({ services, others: BARE.map(bareWorker) });
  try {
    const app = await world.at('app');
    await setPublication(app, { feedItems: ITEMS });
    await publish(
      app,
      Array.from({ length: ITEMS }, (_, index) => articleInManyFeeds(index)),
    );
    return await measured(world, app);
  } finally {
    await world.close();
  }
});

function articleInManyFeeds(index: number): ArticleDocument {
  const [first, ...others] = AUTHORS.map((name) => ({ name }));
  return articleDocument(index, BODY_BYTES, { tags: TAGS, ...(first && { byline: [first, ...others] }) });
}

const edgeService = (): Service => ({
  name: 'edge',
  contents: bundleWorker('edge'),
  options: {
    serviceBindings: {
      EDGE: { name: 'edge', entrypoint: 'Edge' },
      DOCUMENTS: { name: 'edge', entrypoint: 'Documents' },
    },
  },
});

async function measured(world: World, app: string) {
  const [plainAt, gzipAt, notModifiedAt] = await Promise.all(BARE.map((name) => world.at(name)));
  if (!plainAt || !gzipAt || !notModifiedAt) throw new Error('A bare Worker is missing');
  const feed = `${app}/feed.rss`;
  const plain = await rawGet(feed);
  const gzip = await rawGet(feed, GZIP);
  const validator = { 'if-none-match': plain.headers.get('etag') ?? '' };
  await teach(plainAt, plain);
  await teach(gzipAt, gzip);
  await teach(notModifiedAt, await rawGet(feed, validator));
  const cases = {
    'bare plain': [{ url: plainAt }],
    plain: [{ url: feed }],
    entrypoint: await throughEntrypoint(await world.at('edge')),
    'bare plain again': [{ url: plainAt }],
    'bare gzip': [{ url: gzipAt }],
    gzip: [{ url: feed, headers: GZIP }],
    'bare gzip again': [{ url: gzipAt }],
    'bare 304': [{ url: notModifiedAt, status: 304 }],
    '304': [{ url: feed, headers: validator, status: 304 }],
    'bare 304 again': [{ url: notModifiedAt, status: 304 }],
  };
  const compared = await compare(world.pid, cases, [
    ['bare plain', 'bare plain again'],
    ['bare gzip', 'bare gzip again'],
    ['bare 304', 'bare 304 again'],
  ]);
  return { ...compared, bytes: plain.bytes.length, gzipBytes: gzip.bytes.length };
}

/** The routes, after a look that none of them is answered from the gateway's memo. */
async function throughEntrypoint(at: string): Promise<readonly Route[]> {
  const folders = [
    ...TAGS.map((tag) => `tags/${tag.replace(' ', '-')}`),
    ...AUTHORS.map((author) => `authors/${author.replace(' ', '-')}`),
  ];
  const routes = folders.flatMap((folder) => [
    { url: `${at}/${folder}/feed.rss` },
    { url: `${at}/${folder}/feed.atom` },
  ]);
  for (const { url } of routes) await rawGet(url);
  for (const { url } of routes) {
    const status = (await rawGet(url)).headers.get('cache-status');
    if (status !== 'tearsheet-edge; hit') throw new Error(`${url} was not answered by the entrypoint: ${status}`);
  }
  return routes;
}
