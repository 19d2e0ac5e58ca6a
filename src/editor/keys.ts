/**
 * Who may use the editor API: the deployment's own key (a Worker secret), and keys minted under it with fewer scopes.
 * A key is `ts_<id>_<secret>`; only a hash of the secret is stored, and it is shown once.
 */
import { sha256 } from '../lib/hash.ts';
import { randomHex, sameSecret } from '../lib/secret.ts';

export const SCOPES = ['read', 'publish', 'partners', 'keys', 'export'] as const;
export type KeyScope = (typeof SCOPES)[number];

export const isKeyScope = (text: string): text is KeyScope => SCOPES.some((scope) => scope === text);

export interface KeyInfo {
  readonly id: string;
  readonly label: string;
  readonly scopes: readonly KeyScope[];
  readonly createdAt: number;
  readonly revokedAt: number | null;
}

interface Row {
  key_id: string;
  secret_hash: string;
  label: string;
  scopes: string;
  created_at: number;
  revoked_at: number | null;
}

export type Access = 'granted' | 'no key' | 'wrong key' | 'scope missing';

const ID_BYTES = 6;
const SECRET_BYTES = 32;
const KEY = /^ts_([0-9a-f]{12})_([0-9a-f]{64})$/;
/** A shorter deployment key could be guessed, so it opens nothing. */
const MIN_EDITOR_KEY = 16;

export async function checkKey(
  authorization: string | null,
  needed: KeyScope,
  env: { readonly DB: D1Database; readonly EDITOR_KEY?: string },
): Promise<Access> {
  const key = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
  if (!key) return 'no key';
  if (env.EDITOR_KEY && env.EDITOR_KEY.length >= MIN_EDITOR_KEY && (await sameSecret(key, env.EDITOR_KEY)))
    return 'granted';
  const [, id, secret] = KEY.exec(key) ?? [];
  if (!id || !secret) return 'wrong key';
  const row = await env.DB.prepare('SELECT * FROM editor_key WHERE key_id = ?').bind(id).first<Row>();
  const known = row && row.revoked_at === null && (await sameSecret(await sha256(secret), row.secret_hash));
  if (!known) return 'wrong key';
  return row.scopes.split(' ').includes(needed) ? 'granted' : 'scope missing';
}

export interface MintedKey extends KeyInfo {
  /** Shown once, never stored. */
  readonly key: string;
}

export async function mintKey(
  db: D1Database,
  label: string,
  scopes: readonly KeyScope[],
  now: number,
): Promise<MintedKey> {
  const id = randomHex(ID_BYTES);
  const secret = randomHex(SECRET_BYTES);
  await db
    .prepare('INSERT INTO editor_key VALUES (?, ?, ?, ?, ?, NULL)')
    .bind(id, await sha256(secret), label, scopes.join(' '), now)
    .run();
  return { id, label, scopes, createdAt: now, revokedAt: null, key: `ts_${id}_${secret}` };
}

export async function listKeys(db: D1Database): Promise<readonly KeyInfo[]> {
  const { results } = await db.prepare('SELECT * FROM editor_key ORDER BY created_at, key_id').all<Row>();
  return results.map((row) => ({
    id: row.key_id,
    label: row.label,
    scopes: row.scopes.split(' ').filter(isKeyScope),
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
  }));
}

/** Answers whether there was such a key to revoke. */
export async function revokeKey(db: D1Database, id: string, now: number): Promise<boolean> {
  const query = 'UPDATE editor_key SET revoked_at = coalesce(revoked_at, ?) WHERE key_id = ?';
  return (await db.prepare(query).bind(now, id).run()).meta.changes > 0;
}
