/** Hosts that somebody vouches for: partners' domains that were shown to be theirs. */
import { fromPrimary } from './state.ts';

export const MAX_KNOWN_HOSTS = 5000;

export async function readKnownHosts(db: D1Database): Promise<readonly string[]> {
  const query = `SELECT DISTINCT domain FROM partner_domain WHERE verified_at IS NOT NULL ORDER BY domain LIMIT ${MAX_KNOWN_HOSTS}`;
  const { results } = await fromPrimary(db).prepare(query).all<{ domain: string }>();
  return results.map(({ domain }) => domain);
}
