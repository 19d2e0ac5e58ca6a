/** A partner's domains: named, and shown to be theirs. */
import { listDomains } from '../catalogue/partner-rows.ts';
import { randomHex } from '../lib/secret.ts';
import { domainProof, type Proof } from '../outside/domain-proof.ts';
import type { Asking } from '../outside/read-outside.ts';
import { touchPartner } from './partners.ts';

export const MAX_DOMAINS = 50;

/** The challenge to show at the domain; null: there is no such partner, or it has too many domains. */
export async function addDomain(partner: string, domain: string, db: D1Database): Promise<string | null> {
  const insert = `INSERT OR IGNORE INTO partner_domain (partner, domain, challenge) SELECT id, ?2, ?3 FROM partner
    WHERE id = ?1 AND (SELECT count(*) FROM partner_domain WHERE partner = ?1) < ${MAX_DOMAINS}`;
  await db
    .prepare(insert)
    .bind(partner, domain, `tearsheet-${randomHex(16)}`)
    .run();
  const query = 'SELECT challenge FROM partner_domain WHERE partner = ? AND domain = ?';
  return db.prepare(query).bind(partner, domain).first<string>('challenge');
}

export async function removeDomain(partner: string, domain: string, db: D1Database): Promise<boolean> {
  const [removed] = await db.batch([
    db.prepare('DELETE FROM partner_domain WHERE partner = ? AND domain = ?').bind(partner, domain),
    touchPartner(db, partner),
  ]);
  return (removed?.meta.changes ?? 0) > 0;
}

export type Verified = { readonly verified: boolean; readonly method: Proof | null };

/** Null: the partner has no such domain. What was shown once stays so until the domain is taken away. */
export async function verifyDomain(
  partner: string,
  domain: string,
  db: D1Database,
  now: number,
  asking: Asking,
): Promise<Verified | null> {
  const known = (await listDomains(db, partner)).find((each) => each.domain === domain);
  if (!known) return null;
  const method = await domainProof(domain, known.challenge, asking);
  const query = `UPDATE partner_domain SET checked_at = ?3, verified_at = CASE WHEN ?4 IS NULL THEN verified_at ELSE ?3 END,
    method = coalesce(?4, method) WHERE partner = ?1 AND domain = ?2`;
  await db.batch([db.prepare(query).bind(partner, domain, now, method), touchPartner(db, partner)]);
  return { verified: method !== null || known.verifiedAt !== null, method: method ?? known.method };
}
