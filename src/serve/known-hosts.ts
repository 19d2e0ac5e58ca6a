/** The hosts that are vouched for, a minute old at most: for counting, where a name more or less decides nothing. */
import { readKnownHosts } from '../catalogue/known-hosts.ts';
import type { Env } from '../env.ts';
import type { Gate } from '../gate.ts';
import { MINUTE } from '../lib/time.ts';

export const KNOWN_HOSTS = 'https://documents.internal/known-hosts';
const FRESH = MINUTE;

let held: { readonly base: string; readonly at: number; readonly hosts: ReadonlySet<string> } | null = null;

export async function knownHostsResponse(env: Env): Promise<Response> {
  const hosts = await readKnownHosts(env.DB);
  return new Response(JSON.stringify(hosts), {
    headers: { 'content-type': 'application/json', 'cache-control': 'public, max-age=60, stale-if-error=0' },
  });
}

/** Nobody waits for it: what is known is used while a newer list is fetched. */
export function knownHosts(gate: Gate): ReadonlySet<string> {
  const fresh = held?.base === gate.env.BASE_URL && gate.now - held.at < FRESH;
  if (!fresh) gate.later(fetchHosts(gate));
  return held?.base === gate.env.BASE_URL ? held.hosts : new Set();
}

async function fetchHosts(gate: Gate): Promise<void> {
  // Set before the answer is there, so that a hundred requests ask once.
  held = { base: gate.env.BASE_URL, at: gate.now, hosts: held?.base === gate.env.BASE_URL ? held.hosts : new Set() };
  const response = await gate.documents(KNOWN_HOSTS);
  if (!response.ok) return;
  const hosts: readonly string[] = await response.json();
  held = { base: gate.env.BASE_URL, at: gate.now, hosts: new Set(hosts) };
}

/** A host is vouched for with the domain it is in. */
export function isIn(hosts: ReadonlySet<string>, host: string): boolean {
  for (let name = host; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) if (hosts.has(name)) return true;
  return false;
}
