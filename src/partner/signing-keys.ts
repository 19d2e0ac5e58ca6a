/**
 * The keys tokens are signed with: the Worker secret SIGNING_KEYS, `2:secret,1:older secret`. The first one signs, all
 * of them verify, and one that is taken out of the list is revoked.
 */
import { fail, ok, type Result } from '../lib/result.ts';

export interface SigningKey {
  readonly id: number;
  readonly key: CryptoKey;
}

export interface SigningKeys {
  readonly current: SigningKey;
  readonly known: ReadonlyMap<number, SigningKey>;
}

export const MIN_SECRET = 32;
const MAX_ID = 255;
const ENTRY = /^(\d{1,3}):(\S+)$/;
const FORM = `SIGNING_KEYS must read ID:SECRET,ID:SECRET with ids from 0 to ${MAX_ID}, each once, and secrets of at least ${MIN_SECRET} characters.`;

const encoder = new TextEncoder();
const PURPOSE = encoder.encode('tearsheet attribution token 1');

let held: { readonly text: string; readonly keys: Promise<Result<SigningKeys, string>> } | null = null;

/** Parsed once for each isolate. The error tells the operator what to write; it never repeats the secret. */
export function signingKeys(text: string | undefined): Promise<Result<SigningKeys, string>> {
  if (!text) return Promise.resolve(fail(`The secret SIGNING_KEYS is not set. ${FORM}`));
  if (held?.text !== text) held = { text, keys: parse(text) };
  return held.keys;
}

async function parse(text: string): Promise<Result<SigningKeys, string>> {
  const entries = text.split(',').map((entry) => ENTRY.exec(entry.trim()));
  const known = new Map<number, SigningKey>();
  for (const entry of entries) {
    const id = Number(entry?.[1] ?? Number.NaN);
    const secret = entry?.[2] ?? '';
    if (!(id <= MAX_ID) || known.has(id) || secret.length < MIN_SECRET) return fail(FORM);
    known.set(id, { id, key: await derived(secret) });
  }
  const [current] = known.values();
  return current ? ok({ current, known }) : fail(FORM);
}

/** A key of its own for this purpose (HKDF, RFC 5869): what is signed for another can't pass here. */
async function derived(secret: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: PURPOSE },
    material,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign'],
  );
}
