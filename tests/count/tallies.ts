/** The tallies from outside: made to hand on what they have, and the ledger's rows. */
import type { World } from '../world.ts';

export interface HitRow {
  readonly article: number;
  readonly grant_number: number;
  readonly channel: number;
  readonly kind: number;
  readonly host: string;
  readonly class: number;
  readonly count: number;
}

const SHARDS = ['hits-0', 'hits-1', 'hits-2', 'hits-3'];

export async function flushTallies(world: World): Promise<void> {
  const namespace = await world.mf.getDurableObjectNamespace('HITS');
  for (const shard of SHARDS) {
    const tally: unknown = namespace.get(namespace.idFromName(shard));
    await Reflect.apply(Reflect.get(Object(tally), 'flush'), tally, []);
  }
}

export async function hitsIn(world: World): Promise<readonly HitRow[]> {
  const query = `SELECT article, grant_number, channel, kind, host, class, sum(count) AS count FROM hit
    GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6`;
  return (await world.db.prepare(query).all<HitRow>()).results;
}
