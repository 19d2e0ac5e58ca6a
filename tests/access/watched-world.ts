/**
 * A service on the real bundle as `tests/world.ts` opens it, but with everything the Worker writes to its log kept, and
 * with an outside of our own: whatever it asks of other servers is answered here.
 */
import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { Miniflare, NoOpLog, type Request, type RequestInit, Response } from 'miniflare';
import { inject } from 'vitest';
import { BASE, EDITOR_KEY, migrate, PUBLICATION, SIGNING_KEYS } from '../world.ts';

export interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: NonNullable<RequestInit['body']> | null;
}

export interface WatchedWorld {
  readonly db: D1Database;
  /** All that the runtime and the Worker have written so far. */
  readonly log: () => string;
  /** What is shown at addresses of other servers: `https://host/path` to text. */
  readonly outside: Map<string, string>;
  /** As somebody from somewhere else each time, so that only tests of a rate limit meet it. */
  readonly ask: (method: string, path: string, asked?: Asked) => Promise<Response>;
  readonly asEditor: (method: string, path: string, body?: unknown) => Promise<Response>;
  readonly close: () => Promise<void>;
}

interface Options {
  readonly publication?: object | null;
  readonly bindings?: Readonly<Record<string, string>>;
}

export async function openWatched({ publication = PUBLICATION, bindings = {} }: Options = {}): Promise<WatchedWorld> {
  const lines: string[] = [];
  const outside = new Map<string, string>();
  const worker: Record<string, unknown> & { bindings: object } = JSON.parse(inject('worker'));
  const mf = new Miniflare({
    ...worker,
    cf: false,
    bindings: { ...worker.bindings, BASE_URL: BASE, EDITOR_KEY, SIGNING_KEYS, ...bindings },
    modules: [{ type: 'ESModule', path: 'index.js', contents: readFileSync('dist/test/index.js', 'utf8') }],
    outboundService: (request: Request) => answerOutside(request, outside),
    // The simulator's own lines name every address asked for, as those of the platform would: docs/operating.md.
    log: new NoOpLog(),
    handleRuntimeStdio(stdout: Readable, stderr: Readable) {
      for (const stream of [stdout, stderr]) stream.on('data', (chunk: unknown) => lines.push(String(chunk)));
    },
  });
  const db = await mf.getD1Database('DB');
  await migrate(db);
  let visitors = 0;
  const ask: WatchedWorld['ask'] = (method, path, { headers, body = null } = {}) =>
    mf.dispatchFetch(BASE + path, {
      method,
      redirect: 'manual',
      headers: { 'cf-connecting-ip': `2001:db8::${++visitors}`, ...headers },
      body,
    });
  const asEditor: WatchedWorld['asEditor'] = (method, path, body) => ask(method, path, editors(body));
  if (publication) await asEditor('PUT', '/api/publication', publication);
  return { db, log: () => lines.join('\n'), outside, ask, asEditor, close: () => mf.dispose() };
}

function editors(body: unknown): Asked {
  const headers = { authorization: `Bearer ${EDITOR_KEY}` };
  if (body === undefined) return { headers };
  return { headers, body: body instanceof Uint8Array || typeof body === 'string' ? body : JSON.stringify(body) };
}

function answerOutside(request: Request, outside: ReadonlyMap<string, string>): Response {
  const text = outside.get(request.url);
  return text === undefined ? new Response('Nothing here', { status: 404 }) : new Response(text);
}
