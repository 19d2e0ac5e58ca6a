/**
 * Which partner is signed in: a random token in a cookie, its hash in the catalogue. It is read with key and partner at
 * every request, so a revoked key or a suspended partner is out at the next one.
 */
import { PARTNER_COLUMNS, type PartnerRow, partnerFrom } from '../catalogue/partner-rows.ts';
import { fromPrimary } from '../catalogue/state.ts';
import type { Gate } from '../gate.ts';
import { sha256 } from '../lib/hash.ts';
import { randomHex } from '../lib/secret.ts';
import { MINUTE, SECOND } from '../lib/time.ts';
import { type Partner, parsePartnerKey } from '../partner/partner.ts';
import { holderOf } from '../serve/key-memo.ts';

export const PORTAL_SESSION_LIFE = 12 * 60 * MINUTE;
const TOKEN_BYTES = 32;
const TOKEN = /^[0-9a-f]{64}$/;

/** `__Host-` (RFC 6265bis section 4.1.3.2): no subdomain and no plain-text page can set or overwrite it. */
const COOKIE = '__Host-portal';
const ATTRIBUTES = 'Path=/; HttpOnly; Secure; SameSite=Strict';

export interface PortalSession {
  readonly tokenHash: string;
  readonly partner: Partner;
}

export const portalCookie = (token: string): string =>
  `${COOKIE}=${token}; Max-Age=${PORTAL_SESSION_LIFE / SECOND}; ${ATTRIBUTES}`;

export const NO_PORTAL_COOKIE = `${COOKIE}=; Max-Age=0; ${ATTRIBUTES}`;

function tokenIn(request: Request): string | null {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const token = pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? '';
  return TOKEN.test(token) ? token : null;
}

/** Null: no portal key that is in force. */
export async function openPortal(key: string, gate: Gate): Promise<string | null> {
  const { env, now } = gate;
  if (!(await holderOf(key, 'portal', gate))) return null;
  const token = randomHex(TOKEN_BYTES);
  const keyId = parsePartnerKey(key)?.id ?? '';
  await env.DB.batch([
    env.DB.prepare('DELETE FROM portal_session WHERE expires_at <= ?').bind(now),
    env.DB.prepare('INSERT INTO portal_session VALUES (?, ?, ?, ?)').bind(
      await sha256(token),
      keyId,
      now,
      now + PORTAL_SESSION_LIFE,
    ),
  ]);
  return token;
}

const QUERY = `SELECT ${PARTNER_COLUMNS} FROM portal_session JOIN partner_key USING (key_id)
  JOIN partner ON partner.id = partner_key.partner
  WHERE token_hash = ? AND expires_at > ? AND revoked_at IS NULL AND kind = 'portal' AND partner.state = 'active'`;

export async function readPortal(request: Request, { env, now }: Gate): Promise<PortalSession | null> {
  const token = tokenIn(request);
  if (!token) return null;
  const tokenHash = await sha256(token);
  const row = await fromPrimary(env.DB).prepare(QUERY).bind(tokenHash, now).first<PartnerRow>();
  return row && { tokenHash, partner: partnerFrom(row) };
}

export async function closePortal(db: D1Database, tokenHash: string): Promise<void> {
  await db.prepare('DELETE FROM portal_session WHERE token_hash = ?').bind(tokenHash).run();
}
