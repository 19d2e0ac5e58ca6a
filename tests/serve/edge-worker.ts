/**
 * The Worker with a shared cache of its own in front of Documents, as Workers Cache stands there in production: it keeps
 * what it may (RFC 9111), serves stale while it revalidates (RFC 5861), and no purge ever reaches it.
 */
import { createApp } from '../../src/app.ts';
import type { Env } from '../../src/env.ts';

export { HitTally } from '../../src/count/hit-tally.ts';
export { PollTally } from '../../src/count/poll-tally.ts';
export { Clock } from '../../src/publish/clock.ts';
export { Documents } from '../../src/serve/documents.ts';

interface Kept {
  readonly status: number;
  readonly headers: [string, string][];
  readonly body: ArrayBuffer;
  readonly at: number;
}

/** The types of the main module's exports belong to src; here they are looked up by name. */
const loopback = (exports: object): Fetcher => Reflect.get(exports, 'Documents');

const kept = new Map<string, Kept>();
const app = createApp();

const seconds = (headers: Headers, directive: string): number =>
  Number(new RegExp(`(?:^|[ ,])${directive}=(\\d+)`).exec(headers.get('cache-control') ?? '')?.[1] ?? 0);

async function keep(key: string, response: Response): Promise<Response> {
  const body = await response.arrayBuffer();
  const headers = [...response.headers];
  if (!/no-store|private/.test(response.headers.get('cache-control') ?? 'no-store'))
    kept.set(key, { status: response.status, headers, body, at: Date.now() });
  return new Response(body, { status: response.status, headers });
}

function edgeFetch(
  key: string,
  origin: () => Promise<Response>,
  later: (work: Promise<unknown>) => void,
): Promise<Response> {
  const found = kept.get(key);
  if (!found) return origin().then((response) => keep(key, response));
  const headers = new Headers(found.headers);
  const age = (Date.now() - found.at) / 1000;
  const fresh = seconds(headers, 'max-age');
  if (age >= fresh + seconds(headers, 'stale-while-revalidate'))
    return origin().then((response) => keep(key, response));
  if (age >= fresh) later(origin().then((response) => keep(key, response)));
  headers.set('cf-cache-status', 'HIT');
  return Promise.resolve(new Response(found.body, { status: found.status, headers }));
}

export default {
  fetch(request, env, ctx) {
    const later = (work: Promise<unknown>) => ctx.waitUntil(work);
    return app.fetch(request, {
      env,
      documents: (key) => edgeFetch(key, () => loopback(ctx.exports).fetch(key, { redirect: 'manual' }), later),
      later,
      now: Date.now(),
    });
  },
} satisfies ExportedHandler<Env>;
