/** Requests for permission: taken from anybody, answered by a person, or at once where a rule of the terms says so. */
import * as v from 'valibot';
import type { FieldProblem } from '../article/field-problem.ts';
import { line } from '../article/fields.ts';
import { findRequest, type PermissionRequest } from '../catalogue/request-rows.ts';
import { findById } from '../catalogue/stored-article.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { randomHex } from '../lib/secret.ts';
import { slugify } from '../lib/text.ts';
import { domainProof } from '../outside/domain-proof.ts';
import type { Asking } from '../outside/read-outside.ts';
import { articleScope, grantSchema } from '../partner/grant.ts';
import { domainName } from '../partner/partner.ts';
import { termsFor, whyNotRepublishable } from '../terms/standard-terms.ts';
import { type Actor, type Granting, giveGrant } from './grants.ts';

export const MAX_OPEN_REQUESTS = 500;
const MAX_MESSAGE = 2000;

export const requestSchema = v.strictObject({
  article: v.optional(v.pipe(v.string(), v.maxLength(500))),
  organisation: line(200),
  name: line(200),
  email: v.pipe(v.string(), v.maxLength(254), v.email('Write an email address')),
  domain: domainName,
  message: v.optional(v.pipe(v.string(), v.maxLength(MAX_MESSAGE)), ''),
});

export type RequestInput = v.InferOutput<typeof requestSchema>;

export interface Asked {
  readonly number: number;
  readonly challenge: string;
}

export async function askPermission(
  input: RequestInput,
  { db, now }: Granting,
): Promise<Result<Asked, readonly FieldProblem[] | 'too many'>> {
  const refused = input.article === undefined ? null : await whyNotAskable(input.article, db);
  if (refused) return fail([{ pointer: '/article', detail: refused }]);
  const challenge = `tearsheet-${randomHex(16)}`;
  const query = `INSERT INTO request (at, article, organisation, name, email, domain, message, state, challenge)
    SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, 'open', ?8
    WHERE (SELECT count(*) FROM request WHERE state = 'open') < ${MAX_OPEN_REQUESTS} RETURNING number`;
  const { article, organisation, name, email, domain, message } = input;
  const row = await db
    .prepare(query)
    .bind(now, article ?? null, organisation, name, email, domain, message, challenge)
    .first<{ number: number }>();
  return row ? ok({ number: row.number, challenge }) : fail('too many');
}

/** Only what anybody can see can be asked for: an article under embargo is not spoken of. */
async function whyNotAskable(id: string, db: D1Database): Promise<string | null> {
  const stored = await findById(db, id);
  if (stored?.standing !== 'shown') return 'There is no article with this id.';
  return whyNotRepublishable(stored.article)
    ? 'This article is another publisher’s, and it is not for us to pass on. Ask the publisher its credit line names.'
    : null;
}

export type DecisionProblem = 'no such request' | 'already decided' | readonly FieldProblem[];

export interface Decision {
  readonly request: number;
  readonly partner: string | null;
  readonly grant: number | null;
}

export async function declineRequest(
  number: number,
  granting: Granting,
  by: Actor,
): Promise<Result<Decision, DecisionProblem>> {
  const found = await openRequest(number, granting);
  if (!found.ok) return found;
  if (!(await claim(number, 'declined', granting, by))) return fail('already decided');
  return ok({ request: number, partner: null, grant: null });
}

/** Makes the partner if there is none with this domain, and the grant under the article's terms. */
export async function approveRequest(
  number: number,
  granting: Granting,
  by: Actor,
): Promise<Result<Decision, DecisionProblem>> {
  const found = await openRequest(number, granting);
  if (!found.ok) return found;
  // Claimed before anything is made, so that of two answers at once only one counts.
  if (!(await claim(number, 'approved', granting, by))) return fail('already decided');
  const { publication, db } = granting;
  const stored = found.value.article === null ? null : await findById(db, found.value.article);
  const partner = await partnerFor(found.value, stored?.article.language ?? null, granting);
  const terms = stored ? termsFor(stored.article, publication).name : 'standard';
  const scope = found.value.article === null ? '' : articleScope(found.value.article);
  const grant = await giveGrant(partner, v.parse(grantSchema, { scope, terms }), granting, by);
  if (!grant.ok) {
    await reopen(number, db);
    return fail(grant.error);
  }
  await db
    .prepare('UPDATE request SET partner = ?2, grant_number = ?3 WHERE number = ?1')
    .bind(number, partner, grant.value.number)
    .run();
  return ok({ request: number, partner, grant: grant.value.number });
}

async function openRequest(
  number: number,
  { db }: Granting,
): Promise<Result<PermissionRequest, 'no such request' | 'already decided'>> {
  const request = await findRequest(db, number);
  if (!request) return fail('no such request');
  return request.state === 'open' ? ok(request) : fail('already decided');
}

async function partnerFor(request: PermissionRequest, language: string | null, granting: Granting): Promise<string> {
  const { db, publication, now } = granting;
  const known = await db
    .prepare(
      "SELECT partner FROM partner_domain JOIN partner ON id = partner WHERE domain = ? AND verified_at IS NOT NULL AND state = 'active'",
    )
    .bind(request.domain)
    .first<string>('partner');
  if (known) return known;
  const id = await freePartnerId(request, db);
  const speaks = language ?? Object.keys(publication.languages)[0] ?? 'en';
  await db.batch([
    db
      .prepare("INSERT INTO partner VALUES (?, ?, ?, 'generic', ?, 'active', 1, ?)")
      .bind(id, request.organisation, speaks, JSON.stringify([request.email]), now),
    db
      .prepare('INSERT INTO partner_domain (partner, domain, challenge, verified_at, method) VALUES (?, ?, ?, ?, ?)')
      .bind(id, request.domain, request.challenge, request.verifiedAt, request.method),
  ]);
  return id;
}

async function freePartnerId({ organisation, number }: PermissionRequest, db: D1Database): Promise<string> {
  const word = slugify(organisation)
    .replace(/[^a-z0-9-]/g, '')
    .replace(/^[^a-z]+/, '')
    .replace(/-+/g, '-')
    .slice(0, 30);
  const id = word.replace(/-$/, '') || `partner-${number}`;
  const taken = await db.prepare('SELECT 1 AS n FROM partner WHERE id = ?').bind(id).first('n');
  return taken === null ? id : `${id}-${number}`;
}

async function claim(
  number: number,
  state: 'approved' | 'declined',
  { db, now }: Granting,
  { reason }: Actor,
): Promise<boolean> {
  const query = "UPDATE request SET state = ?2, decided_at = ?3, reason = ?4 WHERE number = ?1 AND state = 'open'";
  return (await db.prepare(query).bind(number, state, now, reason).run()).meta.changes > 0;
}

const reopen = (number: number, db: D1Database): Promise<unknown> =>
  db.prepare("UPDATE request SET state = 'open', decided_at = NULL, reason = NULL WHERE number = ?").bind(number).run();

/**
 * Where the terms let a rule answer: once the domain shows the challenge, the request is granted without a person.
 * Answers null while it doesn't, or where a person decides.
 */
export async function answerByRule(number: number, granting: Granting, asking: Asking): Promise<Decision | null> {
  const { db, publication, now } = granting;
  const request = await findRequest(db, number);
  const stored = request?.article ? await findById(db, request.article) : null;
  if (request?.state !== 'open' || stored?.standing !== 'shown') return null;
  if (termsFor(stored.article, publication).approval !== 'verified') return null;
  const method = await domainProof(request.domain, request.challenge, asking);
  if (method === null) return null;
  await db.prepare('UPDATE request SET verified_at = ?, method = ? WHERE number = ?').bind(now, method, number).run();
  const decided = await approveRequest(number, granting, {
    actor: 'rule',
    reason: `${request.domain} is verified, and these terms ask for no more.`,
  });
  return decided.ok ? decided.value : null;
}
