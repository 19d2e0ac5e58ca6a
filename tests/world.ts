/** A fresh service on the real bundle in workerd, with empty storage, and the few calls every test makes. */
import { readdirSync, readFileSync } from 'node:fs';
import { Miniflare, type MiniflareOptions, type RequestInit, Response } from 'miniflare';
import { inject } from 'vitest';
import type { ArticleDocument } from '../src/article/input.ts';

export const BASE = 'https://news.example';
export const EDITOR_KEY = 'a-test-key-of-some-length';
export const SIGNING_KEYS = '1:a-signing-secret-that-only-tests-know';

export interface World {
  readonly mf: Miniflare;
  readonly db: D1Database;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  readonly send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>;
  readonly put: (article: Partial<ArticleDocument>) => Promise<Response>;
  readonly close: () => Promise<void>;
}

export const PUBLICATION = {
  title: 'Test Post',
  description: 'A paper for tests.',
  authority: 'test.example,2026',
  languages: { en: 'English', ar: 'العربية' },
  timeZone: 'Europe/Oslo',
  sections: { harbour: { name: 'Harbour' }, islands: { name: 'Islands', description: 'News from the islands.' } },
  rights: '© Test Post',
  license: 'https://creativecommons.org/licenses/by-nd/4.0/',
  contact: 'desk@test.example',
  publisher: { name: 'Test Post', url: 'https://test.example/' },
};

export const article = (over: Partial<ArticleDocument> = {}): ArticleDocument => ({
  id: 'tag:test.example,2026:one',
  slug: 'one',
  title: 'One',
  dek: 'The first.',
  byline: [{ name: 'Ada Lens' }],
  section: 'harbour',
  tags: ['ferries'],
  language: 'en',
  body: '<p>Hello, harbour.</p>',
  published: '2026-11-01T08:00:00Z',
  ...over,
});

/** An article whose id, slug and title come from one word. */
export const named = (word: string, over: Partial<ArticleDocument> = {}): ArticleDocument =>
  article({ id: `tag:test.example,2026:${word}`, slug: word, title: word, ...over });

interface Options {
  readonly publication?: object | null;
  readonly bindings?: Record<string, string>;
  readonly persist?: string;
  /** Answers what the Worker asks of other servers, by address; without it none of them has anything. */
  readonly outside?: (url: string) => string | null;
}

export async function openWorld(options: Options = {}): Promise<World> {
  const mf = new Miniflare(optionsFor(options));
  const db = await reachable(mf);
  if ((await tableCount(db)) === 0) await migrate(db);
  const world = worldOf(mf, db);
  const { publication = PUBLICATION } = options;
  if (publication) await world.send('PUT', '/api/publication', publication);
  return world;
}

function optionsFor({ bindings = {}, persist, outside = () => null }: Options): MiniflareOptions {
  const worker: Record<string, unknown> & { bindings: object } = JSON.parse(inject('worker'));
  return {
    ...worker,
    cf: false,
    bindings: { ...worker.bindings, BASE_URL: BASE, EDITOR_KEY, SIGNING_KEYS, ...bindings },
    modules: [{ type: 'ESModule', path: 'index.js', contents: readFileSync('dist/test/index.js', 'utf8') }],
    outboundService: ({ url }: { readonly url: string }) => {
      const text = outside(url);
      return new Response(text, { status: text === null ? 404 : 200 });
    },
    ...(persist && { d1Persist: persist, r2Persist: persist, durableObjectsPersist: persist }),
  };
}

function worldOf(mf: Miniflare, db: D1Database): World {
  const send = (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> => {
    const init: RequestInit = {
      method,
      headers: { authorization: `Bearer ${EDITOR_KEY}`, ...headers },
      redirect: 'manual',
    };
    if (body !== undefined)
      init.body = body instanceof Uint8Array || typeof body === 'string' ? body : JSON.stringify(body);
    return mf.dispatchFetch(BASE + path, init);
  };
  return {
    mf,
    db,
    send,
    get: (path, headers = {}) =>
      mf.dispatchFetch(BASE + path, { headers: { ...stranger(), ...headers }, redirect: 'manual' }),
    put: (over) => send('PUT', '/api/articles', article(over)),
    close: () => mf.dispose(),
  };
}

/**
 * The simulator asks its process over connections it keeps. One that was killed may have left some to an address that the
 * next process has again: the first question can then find the other side closed, and is asked once more.
 */
async function reachable(mf: Miniflare): Promise<D1Database> {
  for (let attempt = 1; ; attempt++) {
    try {
      const db = await mf.getD1Database('DB');
      await tableCount(db);
      return db;
    } catch (error) {
      if (attempt === 5) throw error;
    }
  }
}

/** Every request comes from somewhere else, so only tests of the rate limit meet it. */
const stranger = () => ({
  'cf-connecting-ip': `2001:db8::${Math.floor(Math.random() * 0xffff).toString(16)}:${Math.floor(Math.random() * 0xffff).toString(16)}`,
});

async function tableCount(db: D1Database): Promise<number> {
  const query = "SELECT count(*) AS n FROM sqlite_master WHERE type = 'table' AND name = 'state'";
  return (await db.prepare(query).first<number>('n')) ?? 0;
}

export async function migrate(db: D1Database): Promise<void> {
  for (const file of readdirSync('migrations').sort()) {
    const statements = readFileSync(`migrations/${file}`, 'utf8')
      .replace(/--.*$/gm, '')
      .split(';')
      .map((statement) => statement.trim())
      .filter((statement) => statement !== '');
    await db.batch(statements.map((statement) => db.prepare(statement)));
  }
}
