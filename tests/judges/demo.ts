/** Every public document of the demo, fetched once and kept as files, so that all judges read the same bytes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoService } from './demo-service.ts';
import { type Answer, ask } from './http.ts';
import { partnerFeeds } from './partners.ts';

export type Kind = 'rss' | 'atom' | 'json' | 'html' | 'xml';

export interface Held {
  readonly url: string;
  readonly kind: Kind;
  readonly status: number;
  readonly headers: Answer['headers'];
  readonly text: string;
  /** The file that holds it. */
  readonly path: string;
}

export interface Demo {
  readonly base: string;
  readonly editorKey: string;
  /** Scratch space of the judges. */
  readonly folder: string;
  readonly documents: readonly Held[];
}

const FORMATS = ['rss', 'atom', 'json'] as const;
/** Nobody links to what isn't there, but it is a page too. */
const UNLINKED = [
  '/',
  '/feeds.opml',
  '/sitemap-news.xml',
  '/license.xml',
  '/counting',
  '/desk',
  '/portal',
  '/no-such-page',
];
const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/^application\/rss\+xml/, 'rss'],
  [/^application\/atom\+xml/, 'atom'],
  [/^application\/feed\+json/, 'json'],
  [/^text\/html/, 'html'],
  [/^(application\/xml|text\/x-opml)/, 'xml'],
];

export async function fetchDemo(service: DemoService, folder: string): Promise<Demo> {
  const { base, editorKey } = service;
  mkdirSync(join(folder, 'documents'), { recursive: true });
  const wanted = new Set([...UNLINKED.map((path) => base + path), ...(await partnerFeeds(service))]);
  const documents: Held[] = [];
  // What is found on the way is visited too: a set may grow while it is walked.
  for (const url of wanted) {
    const held = await hold(url, join(folder, 'documents', String(documents.length)));
    if (!held) continue;
    documents.push(held);
    for (const link of linksIn(held)) if (link.startsWith(`${base}/`)) wanted.add(link);
  }
  return { base, editorKey, folder, documents };
}

async function hold(url: string, stem: string): Promise<Held | null> {
  const { status, headers, body } = await ask(url, { headers: { accept: '*/*;q=0.1, text/html' } });
  const kind = KINDS.find(([type]) => type.test(headers['content-type'] ?? ''))?.[1];
  // Redirects, photos and stylesheets are no documents; what they lead to is linked by its own name as well.
  if (!kind || (status >= 300 && status < 400)) return null;
  const path = `${stem}.${kind}`;
  writeFileSync(path, body);
  return { url, kind, status, headers, text: body.toString(), path };
}

const LINKS: Readonly<Record<Kind, readonly RegExp[]>> = {
  html: [/ href="([^"#]*)/g],
  xml: [/ xmlUrl="([^"]*)"/g],
  rss: [/<link>([^<]*)/g, / href="([^"]*)"/g],
  atom: [/ href="([^"]*)"/g],
  json: [/"next_url":"([^"]*)"/g],
};

function linksIn({ text, url, kind }: Held): readonly string[] {
  const found = LINKS[kind].flatMap((pattern) => [...text.matchAll(pattern)].map(([, link = '']) => link));
  return found.map((link) => new URL(link.replaceAll('&amp;', '&'), url).href).flatMap(inAllFormats);
}

/** The list of feeds names one format of each; all three are judged. */
const inAllFormats = (link: string): readonly string[] =>
  /\/feed\.(rss|atom|json)$/.test(link)
    ? FORMATS.map((format) => link.replace(/\.[a-z]+$/, `.${format}`))
    : [link.replace(/#.*/, '')];

export const ofKind = (demo: Demo, ...kinds: readonly Kind[]): readonly Held[] =>
  demo.documents.filter((held) => kinds.includes(held.kind));

/** Feeds whose items are known from their JSON form; partners' dialects have none. */
export function feedsOf(demo: Demo, ...kinds: readonly Kind[]): readonly Held[] {
  const json = new Set(ofKind(demo, 'json').map(({ url }) => url));
  const wanted = kinds.length > 0 ? kinds : (['rss', 'atom', 'json'] as const);
  return ofKind(demo, ...wanted).filter(({ url }) => json.has(url.replace(/\.[a-z]+$/, '.json')));
}

/** For one partner alone: kept by no cache, and naming itself without its key. */
export const isPartnerFeed = ({ url }: Held): boolean => url.includes('/partners/');

export const pathsOf = (documents: readonly Held[]): readonly string[] => documents.map((held) => held.path);

/** A complaint names a file; people know the address. */
export const withUrls = (errors: readonly string[], { documents }: Demo): readonly string[] => {
  const urls = new Map(documents.map((held) => [held.path, held.url]));
  return errors.map((error) => error.replace(/\S+\/documents\/\d+\.[a-z]+/, (path) => urls.get(path) ?? path));
};
