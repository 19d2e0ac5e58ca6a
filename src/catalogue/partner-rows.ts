/** Partners, their domains and keys as the catalogue holds them. */
import type { KeyKind, Partner, PartnerDomain, PartnerState } from '../partner/partner.ts';
import { fromPrimary } from './state.ts';

export interface PartnerRow {
  id: string;
  name: string;
  language: string;
  dialect: string;
  contacts: string;
  state: PartnerState;
  version: number;
  created_at: number;
}

export const PARTNER_COLUMNS =
  'partner.id, name, language, dialect, contacts, partner.state, version, partner.created_at';

const contactsIn = (text: string): readonly string[] => JSON.parse(text);

export const partnerFrom = (row: PartnerRow): Partner => ({
  id: row.id,
  name: row.name,
  language: row.language,
  dialect: row.dialect,
  contacts: contactsIn(row.contacts),
  state: row.state,
  version: row.version,
  createdAt: row.created_at,
});

const MAX_PARTNERS = 1000;

export async function listPartners(db: D1Database): Promise<readonly Partner[]> {
  const query = `SELECT ${PARTNER_COLUMNS} FROM partner ORDER BY name, id LIMIT ${MAX_PARTNERS}`;
  return (await db.prepare(query).all<PartnerRow>()).results.map(partnerFrom);
}

export async function findPartner(db: D1Database, id: string): Promise<Partner | null> {
  const row = await db.prepare(`SELECT ${PARTNER_COLUMNS} FROM partner WHERE id = ?`).bind(id).first<PartnerRow>();
  return row && partnerFrom(row);
}

export async function listDomains(db: D1Database, partner: string): Promise<readonly PartnerDomain[]> {
  const query = 'SELECT * FROM partner_domain WHERE partner = ? ORDER BY domain';
  const { results } = await db.prepare(query).bind(partner).all<{
    domain: string;
    challenge: string;
    verified_at: number | null;
    method: 'dns' | 'file' | null;
    checked_at: number | null;
  }>();
  return results.map((row) => ({
    domain: row.domain,
    challenge: row.challenge,
    verifiedAt: row.verified_at,
    method: row.method,
    checkedAt: row.checked_at,
  }));
}

export interface PartnerKeyInfo {
  readonly id: string;
  readonly kind: KeyKind;
  readonly label: string;
  readonly createdAt: number;
  readonly revokedAt: number | null;
}

export async function listPartnerKeys(db: D1Database, partner: string): Promise<readonly PartnerKeyInfo[]> {
  const query = `SELECT key_id, kind, label, created_at, revoked_at FROM partner_key WHERE partner = ?
    ORDER BY created_at, key_id`;
  const { results } = await db.prepare(query).bind(partner).all<{
    key_id: string;
    kind: KeyKind;
    label: string;
    created_at: number;
    revoked_at: number | null;
  }>();
  return results.map((row) => ({
    id: row.key_id,
    kind: row.kind,
    label: row.label,
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
  }));
}

export interface KeyHolder {
  readonly kind: KeyKind;
  readonly secretHash: string;
  readonly partner: Partner;
}

/** Whose key this is. Null: nobody's, or revoked, or the partner isn't one any more. */
export async function findKeyHolder(db: D1Database, keyId: string): Promise<KeyHolder | null> {
  const query = `SELECT kind, secret_hash, ${PARTNER_COLUMNS} FROM partner_key JOIN partner ON partner.id = partner_key.partner
    WHERE key_id = ? AND revoked_at IS NULL AND partner.state = 'active'`;
  const row = await fromPrimary(db)
    .prepare(query)
    .bind(keyId)
    .first<PartnerRow & { kind: KeyKind; secret_hash: string }>();
  return row && { kind: row.kind, secretHash: row.secret_hash, partner: partnerFrom(row) };
}
