/**
 * The service with a stand-in for Workers Cache, which isn't simulated locally: the gateway asks it as it asks the
 * cached entrypoint, over the same kind of hop, and it answers from memory what the entrypoint has answered before.
 */
import { WorkerEntrypoint } from 'cloudflare:workers';
import { createApp } from '../../src/app.ts';
import type { Env } from '../../src/env.ts';
import { STATE_KEY } from '../../src/serve/state-memo.ts';

export { HitTally } from '../../src/count/hit-tally.ts';
export { PollTally } from '../../src/count/poll-tally.ts';
export { Clock } from '../../src/publish/clock.ts';
export { Documents } from '../../src/serve/documents.ts';

interface EdgeEnv extends Env {
  readonly EDGE: Fetcher;
  readonly DOCUMENTS: Fetcher;
}

const app = createApp();
const kept = new Map<string, { readonly bytes: ArrayBuffer; readonly headers: Headers }>();

export class Edge extends WorkerEntrypoint<EdgeEnv> {
  override async fetch(request: Request): Promise<Response> {
    const known = kept.get(request.url);
    if (known) return new Response(known.bytes, { headers: known.headers });
    const response = await this.env.DOCUMENTS.fetch(request.url);
    if (request.url === STATE_KEY || !response.ok) return response;
    const headers = new Headers(response.headers);
    const bytes = await response.arrayBuffer();
    headers.set('cf-cache-status', 'HIT');
    kept.set(request.url, { bytes, headers });
    return new Response(bytes, { headers });
  }
}

export default {
  fetch(request, env, ctx) {
    return app.fetch(request, {
      env,
      documents: (key) => env.EDGE.fetch(key),
      later: (work) => ctx.waitUntil(work),
      now: Date.now(),
    });
  },
} satisfies ExportedHandler<EdgeEnv>;
