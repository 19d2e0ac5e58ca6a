/** The traffic of `soak.ts`, in a process of its own. Prints a line a minute; exits with 1 if any answer was an error. */
import { setTimeout as wait } from 'node:timers/promises';
import { jpeg } from '../tests/serve/photo.ts';
import { articleDocument } from './lib/corpus.ts';
import { send } from './lib/editor.ts';
import { rawGet } from './lib/raw.ts';

const [app = '', bare = '', minutes = '30'] = process.argv.slice(2);
const until = performance.now() + Number(minutes) * 60_000;
const CONNECTIONS = 6;
const PAUSE_MS = 15;
const PUBLISH_EVERY_MS = 10_000;
const BODY_BYTES = 8_000;

interface Kind {
  readonly name: string;
  readonly share: number;
  readonly ask: () => Promise<number>;
}

const FEEDS = ['/feed.rss', '/feed.atom', '/feed.json', '/tags/ferries/feed.rss', '/sections/harbour/feed.atom'];
const PAGES = [
  '/',
  '/articles/article-1',
  '/articles/article-7',
  '/tags/ferries/',
  '/feeds',
  '/feeds.opml',
  '/sitemap-news.xml',
  '/terms',
];
const etags = new Map<string, string>();
let photos: readonly string[] = [];

const anyOf = (list: readonly string[]): string => list[Math.floor(Math.random() * list.length)] ?? '/';

async function poll(headers: Record<string, string>, conditional: boolean): Promise<number> {
  const path = anyOf(FEEDS);
  const known = etags.get(path);
  const validator: Record<string, string> = conditional && known ? { 'if-none-match': known } : {};
  const answer = await rawGet(app + path, { 'accept-encoding': 'gzip', ...headers, ...validator });
  etags.set(path, answer.headers.get('etag') ?? '');
  return answer.status;
}

const status = async (url: string): Promise<number> => (await rawGet(url, { 'accept-encoding': 'gzip' })).status;

const KINDS: readonly Kind[] = [
  { name: 'conditional', share: 45, ask: () => poll({}, true) },
  { name: 'delta', share: 5, ask: () => poll({ 'a-im': 'feed' }, true) },
  { name: 'full', share: 15, ask: () => poll({}, false) },
  { name: 'page', share: 20, ask: () => status(app + anyOf(PAGES)) },
  { name: 'photo', share: 5, ask: () => status(app + anyOf(photos)) },
  { name: 'bare', share: 10, ask: () => status(bare) },
];

const latencies = new Map<string, number[]>(KINDS.map(({ name }) => [name, []]));
const errors: string[] = [];
let requests = 0;
let published = 0;

/** Each kind as often as its share says. */
const LOTS = KINDS.flatMap((kind) => Array.from({ length: kind.share }, () => kind));

async function connection(): Promise<void> {
  while (performance.now() < until) {
    const lot = LOTS[Math.floor(Math.random() * LOTS.length)];
    if (!lot) return;
    const { name, ask } = lot;
    const begun = performance.now();
    const code = await ask().catch((error: unknown) => String(error));
    latencies.get(name)?.push(performance.now() - begun);
    requests++;
    if (typeof code === 'string' || code >= 400) errors.push(`${name}: ${code}`);
    await wait(PAUSE_MS);
  }
}

async function publishing(): Promise<void> {
  for (let index = 0; performance.now() < until; index++) {
    const changed = articleDocument(index % 80, BODY_BYTES, { title: `Edition ${index}` });
    await send(app, 'PUT', '/api/articles', JSON.stringify(changed)).then(
      () => published++,
      (error: unknown) => errors.push(String(error)),
    );
    await wait(PUBLISH_EVERY_MS);
  }
}

function quantile(list: readonly number[], share: number): string {
  const sorted = [...list].sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
}

function report(): void {
  const times = [...latencies]
    .map(([name, list]) => `${name} ${quantile(list, 0.5)}/${quantile(list, 0.99)}`)
    .join('  ');
  console.log(`${requests} requests, ${published} published, ${errors.length} errors; ms p50/p99: ${times}`);
}

async function upload(seed: number): Promise<string> {
  const bytes = jpeg(seed);
  const answer = await fetch(`${app}/api/assets`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${process.env.EDITOR_KEY ?? 'a-key-for-measuring-only'}`,
      'content-type': 'image/jpeg',
    },
    body: bytes,
  });
  const { asset }: { asset: string } = JSON.parse(await answer.text());
  const shown = articleDocument(900 + seed, BODY_BYTES, { photo: { asset, alt: 'A quay', credit: 'Åse Bråten' } });
  await send(app, 'PUT', '/api/articles', JSON.stringify(shown));
  return `/media/${asset}.jpg`;
}

photos = [await upload(1), await upload(2), await upload(3)];
const ticker = setInterval(report, 60_000);
await Promise.all([...Array.from({ length: CONNECTIONS }, connection), publishing()]);
clearInterval(ticker);
report();
for (const error of new Set(errors)) console.log(`error: ${error}`);
process.exit(errors.length > 0 ? 1 : 0);
