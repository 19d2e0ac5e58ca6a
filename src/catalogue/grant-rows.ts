/** Grants as the catalogue holds them, and what became of each. */
import type { NamedTerms } from '../article/terms.ts';
import { type Grant, type GrantState, termsScope } from '../partner/grant.ts';
import { fromPrimary } from './state.ts';

interface Row {
  number: number;
  partner: string | null;
  scope: string;
  state: GrantState;
  terms_version: number;
  terms: string;
  valid_from: number;
  valid_until: number | null;
  created_at: number;
}

/** Our own words, written by `permit/` and nothing else. */
const termsIn = (text: string): NamedTerms => JSON.parse(text);

const grantFrom = (row: Row): Grant => ({
  number: row.number,
  partner: row.partner,
  scope: row.scope,
  state: row.state,
  terms: termsIn(row.terms),
  termsVersion: row.terms_version,
  from: row.valid_from,
  until: row.valid_until,
  createdAt: row.created_at,
});

const MAX_LISTED = 1000;

/** All of them, or one partner's, newest first. */
export async function listGrants(db: D1Database, partner: string | null = null): Promise<readonly Grant[]> {
  const query = `SELECT * FROM permission_grant WHERE ?1 IS NULL OR partner = ?1 ORDER BY number DESC LIMIT ${MAX_LISTED}`;
  return (await db.prepare(query).bind(partner).all<Row>()).results.map(grantFrom);
}

export async function findGrant(db: D1Database, number: number): Promise<Grant | null> {
  const row = await db.prepare('SELECT * FROM permission_grant WHERE number = ?').bind(number).first<Row>();
  return row && grantFrom(row);
}

/** A partner's feed takes at most so many permissions into account, the newest first. */
export const MAX_ACTIVE = 20;

export async function activeGrants(db: D1Database, partner: string): Promise<readonly Grant[]> {
  const query = `SELECT * FROM permission_grant WHERE partner = ? AND state = 'active' ORDER BY number DESC LIMIT ${MAX_ACTIVE}`;
  return (await fromPrimary(db).prepare(query).bind(partner).all<Row>()).results.map(grantFrom);
}

/** The permission everybody has under open terms. */
export async function publicGrant(db: D1Database, termsName: string): Promise<Grant | null> {
  const query = `SELECT * FROM permission_grant WHERE partner IS NULL AND state = 'active' AND scope = ? ORDER BY number DESC`;
  const row = await fromPrimary(db).prepare(query).bind(termsScope(termsName)).first<Row>();
  return row && grantFrom(row);
}

export interface GrantEvent {
  readonly at: number;
  readonly state: GrantState;
  readonly actor: string;
  readonly reason: string;
}

export async function grantHistory(db: D1Database, number: number): Promise<readonly GrantEvent[]> {
  const query = 'SELECT at, state, actor, reason FROM grant_event WHERE number = ? ORDER BY at, rowid';
  return (await db.prepare(query).bind(number).all<GrantEvent>()).results;
}
