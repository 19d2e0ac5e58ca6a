/**
 * Who is signed in: a random token in a cookie, its hash in the catalogue. A session is worth what the key that opened it
 * is worth at this moment: its scopes are that key's, and it ends when that key is revoked or the deployment's is changed.
 */
import { checkKey, isKeyScope, type KeyScope, SCOPES } from '../editor/keys.ts';
import { sha256 } from '../lib/hash.ts';
import { randomHex, sameSecret } from '../lib/secret.ts';
import { MINUTE, SECOND } from '../lib/time.ts';

export const SESSION_LIFE = 12 * 60 * MINUTE;
const TOKEN_BYTES = 32;
const TOKEN = /^[0-9a-f]{64}$/;

/** `__Host-` (RFC 6265bis section 4.1.3.2): no subdomain and no plain-text page can set or overwrite it. */
const COOKIE = '__Host-desk';
const ATTRIBUTES = 'Path=/; HttpOnly; Secure; SameSite=Strict';

export interface Session {
  readonly tokenHash: string;
  /** Null: the deployment's own key. */
  readonly keyId: string | null;
  readonly label: string;
  readonly scopes: readonly KeyScope[];
}

interface Store {
  readonly DB: D1Database;
  readonly EDITOR_KEY?: string;
}

interface Row {
  key_id: string | null;
  proof: string | null;
  label: string | null;
  scopes: string | null;
  revoked_at: number | null;
}

export const sessionCookie = (token: string): string =>
  `${COOKIE}=${token}; Max-Age=${SESSION_LIFE / SECOND}; ${ATTRIBUTES}`;

export const NO_SESSION_COOKIE = `${COOKIE}=; Max-Age=0; ${ATTRIBUTES}`;

function tokenIn(request: Request): string | null {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const token = pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? '';
  return TOKEN.test(token) ? token : null;
}

/** A key opens a session whatever its scopes are: they decide what the session may do. Null: no key of ours. */
export async function openSession(key: string, env: Store, now: number): Promise<string | null> {
  const access = await checkKey(`Bearer ${key}`, 'read', env);
  if (access !== 'granted' && access !== 'scope missing') return null;
  const own = env.EDITOR_KEY !== undefined && (await sameSecret(key, env.EDITOR_KEY));
  const token = randomHex(TOKEN_BYTES);
  const keyId = own ? null : (key.split('_')[1] ?? '');
  const proof = own ? await proofOf(token, key) : null;
  await env.DB.batch([
    env.DB.prepare('DELETE FROM desk_session WHERE expires_at <= ?').bind(now),
    env.DB.prepare('INSERT INTO desk_session VALUES (?, ?, ?, ?, ?)').bind(
      await sha256(token),
      keyId,
      proof,
      now,
      now + SESSION_LIFE,
    ),
  ]);
  return token;
}

/** Not a hash of the key alone: whoever reads the table could try keys against that. */
const proofOf = (token: string, key: string): Promise<string> => sha256(`${token} ${key}`);

export async function readSession(request: Request, env: Store, now: number): Promise<Session | null> {
  const token = tokenIn(request);
  if (!token) return null;
  const tokenHash = await sha256(token);
  const query = `SELECT desk_session.key_id, proof, label, scopes, revoked_at FROM desk_session
    LEFT JOIN editor_key USING (key_id) WHERE token_hash = ? AND expires_at > ?`;
  const row = await env.DB.prepare(query).bind(tokenHash, now).first<Row>();
  if (!row) return null;
  if (row.key_id === null) return (await holds(row, token, env)) ? ownSession(tokenHash) : null;
  if (row.scopes === null || row.revoked_at !== null) return null;
  const scopes = row.scopes.split(' ').filter(isKeyScope);
  return { tokenHash, keyId: row.key_id, label: row.label ?? '', scopes };
}

const holds = async ({ proof }: Row, token: string, { EDITOR_KEY }: Store): Promise<boolean> =>
  proof !== null && EDITOR_KEY !== undefined && sameSecret(proof, await proofOf(token, EDITOR_KEY));

const ownSession = (tokenHash: string): Session => ({
  tokenHash,
  keyId: null,
  label: 'Deployment key',
  scopes: SCOPES,
});

export async function endSession(db: D1Database, tokenHash: string): Promise<void> {
  await db.prepare('DELETE FROM desk_session WHERE token_hash = ?').bind(tokenHash).run();
}

export const may = (session: Session, scope: KeyScope): boolean => session.scopes.includes(scope);
