/**
 * Whose a partner's key is, at most 8 seconds old: 4 at the edge and 4 in an isolate, so that a revoked key, a suspended
 * partner or a changed permission is felt everywhere within 10. Asked for by the key's id; the secret goes nowhere.
 */
import { findKeyHolder, type KeyHolder } from '../catalogue/partner-rows.ts';
import type { Env } from '../env.ts';
import type { Gate } from '../gate.ts';
import { sha256 } from '../lib/hash.ts';
import { sameSecret } from '../lib/secret.ts';
import { SECOND } from '../lib/time.ts';
import { type KeyKind, parsePartnerKey } from '../partner/partner.ts';

const KEY_PATH = 'https://documents.internal/partner-key/';
const FRESH_SECONDS = 4;
const MAX_HELD = 1000;

interface Held {
  readonly base: string;
  readonly holder: KeyHolder;
  readonly at: number;
}

const held = new Map<string, Held>();

/** A change in this isolate is felt by it at once. */
export const forgetKeys = (): void => held.clear();

/** The id in the name of an internal document; null: another document's name. */
export const keyIdIn = (name: string): string | null =>
  name.startsWith(KEY_PATH) ? name.slice(KEY_PATH.length) : null;

/** For the cached entrypoint. An unknown key is not kept: it may be known in a second, and others can't be guessed. */
export async function keyResponse(keyId: string, env: Env): Promise<Response> {
  const holder = await findKeyHolder(env.DB, keyId);
  const cache = holder ? `public, max-age=${FRESH_SECONDS}, stale-if-error=0` : 'no-store';
  return new Response(JSON.stringify(holder), {
    headers: { 'content-type': 'application/json', 'cache-control': cache },
  });
}

/** The holder of a whole key of this kind; null for any other text. */
export async function holderOf(text: string, kind: KeyKind, gate: Gate): Promise<KeyHolder | null> {
  const key = parsePartnerKey(text);
  if (key?.kind !== kind) return null;
  const holder = heldHolder(key.id, gate) ?? (await askForHolder(key.id, gate));
  const right = holder?.kind === kind && (await sameSecret(await sha256(key.secret), holder.secretHash));
  return right ? holder : null;
}

function heldHolder(keyId: string, { env, now }: Gate): KeyHolder | null {
  const found = held.get(keyId);
  const fresh = found?.base === env.BASE_URL && now - found.at < FRESH_SECONDS * SECOND;
  return fresh ? found.holder : null;
}

async function askForHolder(keyId: string, gate: Gate): Promise<KeyHolder | null> {
  const response = await gate.documents(KEY_PATH + keyId);
  if (!response.ok) throw new Error(`The document answers ${response.status}`);
  const holder: KeyHolder | null = await response.json();
  if (holder) {
    if (held.size >= MAX_HELD) held.clear();
    held.set(keyId, { base: gate.env.BASE_URL, holder, at: gate.now });
  }
  return holder;
}
