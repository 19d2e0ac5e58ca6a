/** Badges and credit links, each counted before it is answered, against a Worker that does nothing but answer the same. */
import { signingKeys } from '../../src/partner/signing-keys.ts';
import { signToken } from '../../src/partner/token.ts';
import { bareWorker, teach } from './bare.ts';
import { articleDocument } from './corpus.ts';
import { publish, setPublication } from './editor.ts';
import type { Route } from './load.ts';
import { once } from './once.ts';
import { rawGet } from './raw.ts';
import { type Compared, compare } from './rounds.ts';
import { deployed, EDITOR_KEY, openWorld, type World } from './world.ts';

export const BENCH_SIGNING_KEYS = '1:a-signing-secret-that-only-benchmarks-know';
export const HIT_BINDINGS = {
  BASE_URL: 'https://bench.example',
  HUB_URL: '',
  EDITOR_KEY,
  SIGNING_KEYS: BENCH_SIGNING_KEYS,
};
/**
 * So many ask at once, here and there. A hit waits for a write, and with a few readers the server would mostly wait with
 * them: a processor that idles in between does everything at twice the price.
 */
export const READERS = 64;
/** Copies of so many articles by so many partners are asked for in turn. */
const ARTICLES = 20;
const GRANTS = 5;
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

/** As a browser asks for a picture, and as it follows a link. */
export const browserHeaders = (host: string, kind: 'view' | 'click'): Readonly<Record<string, string>> => ({
  'user-agent': CHROME,
  accept: kind === 'view' ? 'image/avif,image/webp,image/*,*/*;q=0.8' : 'text/html,application/xhtml+xml,*/*;q=0.8',
  'accept-language': 'en',
  referer: `https://${host}/`,
  'sec-fetch-dest': kind === 'view' ? 'image' : 'document',
  'sec-fetch-mode': kind === 'view' ? 'no-cors' : 'navigate',
  'sec-fetch-site': 'cross-site',
});

/** `ratio` and `microseconds` come from this one run. */
export const hitRun = once(async (): Promise<Compared> => {
  const services = [{ ...deployed(), options: { bindings: HIT_BINDINGS } }];
  const world = await openWorld({ services, others: [bareWorker('bare')] });
  try {
    return await measured(world);
  } finally {
    await world.close();
  }
});

async function measured(world: World): Promise<Compared> {
  const [app, bare] = [await world.at('app'), await world.at('bare')];
  await setPublication(app);
  await publish(
    app,
    Array.from({ length: ARTICLES }, (_, index) => articleDocument(index, 1000)),
  );
  const tokens = await copyTokens();
  const badges = tokens.map(({ token, host }) => ({ url: `/b/${token}.svg`, headers: browserHeaders(host, 'view') }));
  const links = tokens.map(({ token, host }) => ({
    url: `/c/${token}`,
    headers: browserHeaders(host, 'click'),
    status: 302,
  }));
  const at = (base: string, routes: readonly Route[]) => routes.map((route) => ({ ...route, url: base + route.url }));
  for (const { url, headers } of [...badges, ...links]) await teach(bare + url, await rawGet(app + url, headers));
  const cases = {
    'bare badge': at(bare, badges),
    'bare badge again': at(bare, badges),
    badge: at(app, badges),
    'bare link': at(bare, links),
    'bare link again': at(bare, links),
    link: at(app, links),
  };
  const pairs = ['badge', 'link'].map((name) => [`bare ${name}`, `bare ${name} again`] as const);
  return compare(world.pid, cases, pairs, READERS);
}

async function copyTokens(): Promise<readonly { readonly token: string; readonly host: string }[]> {
  const keys = await signingKeys(BENCH_SIGNING_KEYS);
  if (!keys.ok) throw new Error(keys.error);
  const copies = Array.from({ length: ARTICLES * GRANTS }, (_, index) => ({
    article: 1 + (index % ARTICLES),
    grant: 1 + Math.floor(index / ARTICLES),
  }));
  return Promise.all(
    copies.map(async ({ article, grant }) => ({
      token: await signToken({ article, grant, channel: 'feed' }, keys.value),
      host: `paper-${grant}.example`,
    })),
  );
}
