/** The service as it is, with an eye on what its tallies write into the ledger. */
import { HitTally as Tally } from '../../src/count/hit-tally.ts';
import type { Env } from '../../src/env.ts';
import service from '../../src/index.ts';

export { Clock, Documents, PollTally } from '../../src/index.ts';

/** As D1 itself reports it, indexes included. The tallies share an isolate with the Worker that answers for them. */
let rowsWritten = 0;
let deliveries = 0;

function watched(db: D1Database): D1Database {
  const batch = async <T>(statements: D1PreparedStatement[]): Promise<D1Result<T>[]> => {
    const results = await db.batch<T>(statements);
    rowsWritten += results.reduce((sum, { meta }) => sum + meta.rows_written, 0);
    deliveries++;
    return results;
  };
  return new Proxy(db, {
    get(target, name) {
      if (name === 'batch') return batch;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

export class HitTally extends Tally {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, { ...env, DB: watched(env.DB) });
  }
}

export default {
  async fetch(request, env, ctx) {
    const { pathname } = new URL(request.url);
    if (pathname === '/-/written') return Response.json({ rowsWritten, deliveries });
    if (!pathname.startsWith('/-/flush/')) return service.fetch(request, env, ctx);
    await env.HITS.getByName(pathname.slice('/-/flush/'.length)).flush();
    return new Response('handed on');
  },
} satisfies ExportedHandler<Env>;
