/**
 * A real feed reader with a home of its own: further visits find nothing new, until there is something.
 * newsboat keeps a validator only of feeds it knew before, so it asks by one from the third visit on.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Demo } from '../demo.ts';
import { expectedItems } from '../items.ts';
import { type Judge, verdict } from '../judge.ts';
import { needs, run } from '../shell.ts';
import { publishOne } from './publish-one.ts';
import { type Exchange, recordingProxy } from './recording-proxy.ts';

const FEEDS = ['/feed.rss', '/feed.atom'];

export const newsboat: Judge = {
  name: 'newsboat',
  missing: needs('newsboat', 'newsboat'),
  async judge(demo) {
    const proxy = await recordingProxy(demo.base);
    try {
      const errors: string[] = [];
      for (const path of FEEDS) errors.push(...(await subscribe(demo, proxy.base, path, proxy.exchanges)));
      return verdict(FEEDS.length * 4, 'visits', errors);
    } finally {
      proxy.close();
    }
  },
};

async function subscribe(
  demo: Demo,
  base: string,
  path: string,
  exchanges: readonly Exchange[],
): Promise<readonly string[]> {
  const visit = reader(demo, base + path, path);
  const held = demo.documents.find(({ url }) => url === demo.base + path);
  // The judges before may have published: what counts is that nothing is lost, and later what is added.
  const least = held ? expectedItems(held, demo).length : 0;
  const first = await visit();
  const second = await visit();
  const third = await visit();
  await publishOne(demo, `newsboat${path.replace(/\W+/g, '-')}`, demo.base + path);
  const fourth = await visit();
  const [fetched, again, asked, renewed] = exchanges.filter((exchange) => exchange.path === path);
  const facts: readonly (readonly [boolean, string])[] = [
    [first >= least, `${first} articles instead of ${least}`],
    [second === first, `the second visit finds ${second - first} new articles`],
    [third === first, `the third visit finds ${third - first} new articles`],
    [fourth === first + 1, `the fourth visit finds ${fourth - first} new articles instead of 1`],
    [
      fetched?.status === 200 && again?.status === 200,
      `the first two are answered ${fetched?.status}, ${again?.status}`,
    ],
    [/\bfeed\b/.test(asked?.aIm ?? ''), 'newsboat sends no A-IM: feed'],
    [asked?.ifNoneMatch !== '', 'newsboat sends no If-None-Match'],
    [asked?.status === 304, `a visit with the current tag is answered ${asked?.status}`],
    [renewed?.status === 226, `a visit with the tag before is answered ${renewed?.status}`],
  ];
  return facts.flatMap(([right, what]) => (right ? [] : [`${path}: ${what}`]));
}

/** Reloads, and returns how many unread articles there are now: nobody reads any. */
function reader(demo: Demo, url: string, path: string): () => Promise<number> {
  const home = join(demo.folder, `newsboat${path}`);
  mkdirSync(home, { recursive: true });
  const files = { urls: join(home, 'urls'), config: join(home, 'config'), cache: join(home, 'cache.db') };
  writeFileSync(files.urls, `${url}\n`);
  writeFileSync(files.config, 'download-retries 1\n');
  const common = ['-u', files.urls, '-C', files.config, '-c', files.cache];
  return async () => {
    const { code, out, err } = await run('newsboat', [...common, '-x', 'reload', 'print-unread'], {
      env: { HOME: home },
    });
    const unread = /(\d+) unread/.exec(out)?.[1];
    if (code !== 0 || unread === undefined) throw new Error(`newsboat: ${out}${err}`);
    return Number(unread);
  };
}
