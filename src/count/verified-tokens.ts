/**
 * Tokens that were ours when they were last looked at, in memory only: a copy that is read a thousand times asks with the
 * same token, and an HMAC is a good part of what counting costs. Tokens of others are looked at each time, so a flood of
 * them pushes nothing out.
 */
import type { SigningKeys } from '../partner/signing-keys.ts';
import { type Attribution, verifyToken } from '../partner/token.ts';

export const MAX_HELD = 2000;

/** Under the keys that verified them: where a key is retired, its tokens are forgotten with it. */
let held: { readonly keys: SigningKeys; readonly ours: Map<string, Attribution> } | null = null;

export async function verifiedToken(text: string, keys: SigningKeys): Promise<Attribution | null> {
  if (held?.keys !== keys) held = { keys, ours: new Map() };
  const { ours } = held;
  const known = ours.get(text);
  if (known) return known;
  const attribution = await verifyToken(text, keys);
  if (!attribution) return null;
  if (ours.size >= MAX_HELD) ours.clear();
  ours.set(text, attribution);
  return attribution;
}
