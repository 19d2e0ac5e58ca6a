/** Polls of a feed that everything is known of, against Workers that do nothing but answer the same. */
import type { ArticleDocument } from '../../src/article/input.ts';
import { bareWorker, teach } from './bare.ts';
import { bundleWorker } from './bundle.ts';
import { articleDocument } from './corpus.ts';
import { publish, setPublication } from './editor.ts';
import type { Route } from './load.ts';
import { once } from './once.ts';
import { rawGet } from './raw.ts';
import { type Cases, type Compared, compare } from './rounds.ts';
import { deployed, openWorld, type Service, type World } from './world.ts';

const ITEMS = 30;
const BODY_BYTES = 10_000;
const names = (count: number, word: string): string[] =>
  Array.from({ length: count }, (_, index) => `${word} ${index}`);
/** More feeds of 350 KB (these, each in RSS and Atom) than the gateway's memo holds: asked in turn, each is pushed out before it is asked again. */
const TAGS = names(10, 'berth');
const AUTHORS = names(10, 'skipper');
const GZIP = { 'accept-encoding': 'gzip' };

/** Every number of `hot_*`, `not_modified_ratio` and `entrypoint_feed_ratio` comes from this one run. */
export const hotRun = once(async (): Promise<Compared & { readonly bytes: number; readonly gzipBytes: number }> => {
  const services = [deployed(), edgeService()];
  const world = await openWorld({ services, others: [bareWorker('bare')] });
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
  const [bare, edge] = [await world.at('bare'), await world.at('edge')];
  const feed = `${app}/feed.rss`;
  const plain = await rawGet(feed);
  const gzip = await rawGet(feed, GZIP);
  const validator = { 'if-none-match': plain.headers.get('etag') ?? '' };
  await teach(`${bare}/plain`, plain);
  await teach(`${bare}/gzip`, gzip);
  await teach(`${bare}/304`, await rawGet(feed, validator));
  await toTheEntrypoint(edge, bare);
  const cases = {
    ...twice('bare plain', [{ url: `${bare}/plain` }]),
    plain: [{ url: feed }],
    ...twice('bare gzip', [{ url: `${bare}/gzip` }]),
    gzip: [{ url: feed, headers: GZIP }],
    ...twice('bare 304', [{ url: `${bare}/304`, status: 304 }]),
    '304': [{ url: feed, headers: validator, status: 304 }],
    ...twice('bare many', manyFeeds(bare)),
    entrypoint: manyFeeds(edge),
  };
  const pairs = ['plain', 'gzip', '304', 'many'].map((name) => [`bare ${name}`, `bare ${name} again`] as const);
  return { ...(await compare(world.pid, cases, pairs)), bytes: plain.bytes.length, gzipBytes: gzip.bytes.length };
}

const twice = (name: string, routes: readonly Route[]): Cases => ({ [name]: routes, [`${name} again`]: routes });

function manyFeeds(at: string): readonly Route[] {
  const folders = [...TAGS.map((tag) => `tags/${tag}`), ...AUTHORS.map((author) => `authors/${author}`)];
  return folders.flatMap((folder) =>
    ['rss', 'atom'].map((format) => ({ url: `${at}/${folder.replace(' ', '-')}/feed.${format}` })),
  );
}

/** Fills the stand-in, looks that nothing is answered from the gateway's memo, and teaches the bare Worker the same. */
async function toTheEntrypoint(edge: string, bare: string): Promise<void> {
  for (const { url } of manyFeeds(edge)) await rawGet(url);
  for (const { url } of manyFeeds(edge)) {
    const answer = await rawGet(url);
    const status = answer.headers.get('cache-status');
    if (status !== 'tearsheet-edge; hit') throw new Error(`${url} was not answered by the entrypoint: ${status}`);
    await teach(url.replace(edge, bare), answer);
  }
}
