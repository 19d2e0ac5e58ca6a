/** Partners: made, changed, and the keys they come with. */
import type { FieldProblem } from '../article/field-problem.ts';
import { sha256 } from '../lib/hash.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { randomHex } from '../lib/secret.ts';
import { type KeyKind, type PartnerInput, type PartnerState, partnerKey } from '../partner/partner.ts';

export async function createPartner(
  input: PartnerInput,
  db: D1Database,
  now: number,
): Promise<Result<{ readonly id: string }, readonly FieldProblem[]>> {
  const { id, name, language, dialect, contacts } = input;
  const { meta } = await db
    .prepare("INSERT OR IGNORE INTO partner VALUES (?, ?, ?, ?, ?, 'active', 1, ?)")
    .bind(id, name, language, dialect, JSON.stringify(contacts), now)
    .run();
  if (meta.changes === 0) return fail([{ pointer: '/id', detail: `There is a partner "${id}" already.` }]);
  return ok({ id });
}

/** Answers whether there was such a partner. */
export async function changePartner(input: PartnerInput, db: D1Database): Promise<boolean> {
  const { id, name, language, dialect, contacts } = input;
  const query = `UPDATE partner SET name = ?2, language = ?3, dialect = ?4, contacts = ?5, version = version + 1
    WHERE id = ?1`;
  return (await db.prepare(query).bind(id, name, language, dialect, JSON.stringify(contacts)).run()).meta.changes > 0;
}

/** What is ended stays ended: its keys open nothing any more, and its copies go on being counted. */
export async function movePartner(id: string, state: PartnerState, db: D1Database): Promise<boolean> {
  const query = "UPDATE partner SET state = ?2, version = version + 1 WHERE id = ?1 AND state <> 'ended'";
  return (await db.prepare(query).bind(id, state).run()).meta.changes > 0;
}

/** To be in the batch of whatever changes what a partner may have. */
export const touchPartner = (db: D1Database, id: string): D1PreparedStatement =>
  db.prepare('UPDATE partner SET version = version + 1 WHERE id = ?').bind(id);

const ID_BYTES = 6;
const SECRET_BYTES = 32;

export interface MintedPartnerKey {
  readonly id: string;
  readonly kind: KeyKind;
  readonly label: string;
  /** Shown once, never stored. */
  readonly key: string;
}

/** Null: there is no such partner. */
export async function mintPartnerKey(
  partner: string,
  kind: KeyKind,
  label: string,
  db: D1Database,
  now: number,
): Promise<MintedPartnerKey | null> {
  const id = randomHex(ID_BYTES);
  const secret = randomHex(SECRET_BYTES);
  const query = `INSERT INTO partner_key SELECT ?1, id, ?2, ?3, ?4, ?5, NULL FROM partner WHERE id = ?6 AND state <> 'ended'`;
  const { meta } = await db
    .prepare(query)
    .bind(id, kind, await sha256(secret), label, now, partner)
    .run();
  return meta.changes === 0 ? null : { id, kind, label, key: partnerKey(kind, id, secret) };
}

export async function revokePartnerKey(partner: string, id: string, db: D1Database, now: number): Promise<boolean> {
  const query = 'UPDATE partner_key SET revoked_at = coalesce(revoked_at, ?) WHERE key_id = ? AND partner = ?';
  return (await db.prepare(query).bind(now, id, partner).run()).meta.changes > 0;
}
