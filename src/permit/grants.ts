/** Permissions: given, and moved from state to state, each move with who did it and why. */
import type { FieldProblem } from '../article/field-problem.ts';
import type { Publication } from '../article/publication.ts';
import type { NamedTerms } from '../article/terms.ts';
import { findGrant } from '../catalogue/grant-rows.ts';
import { findPartner } from '../catalogue/partner-rows.ts';
import { findById } from '../catalogue/stored-article.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { MINUTE } from '../lib/time.ts';
import { articleOf, type GrantInput, type GrantState, mayMove } from '../partner/grant.ts';
import { namedTerms, termsOf, whyNotRepublishable } from '../terms/standard-terms.ts';
import { touchPartner } from './partners.ts';
import { currentVersion } from './record-terms.ts';

export interface Granting {
  readonly db: D1Database;
  readonly publication: Publication;
  readonly now: number;
}

export interface Actor {
  /** `desk`, `api`, `partner` or `rule`. */
  readonly actor: string;
  readonly reason: string;
}

type GrantProblem = readonly FieldProblem[];

/** The terms are frozen as they are now, with what was agreed besides. */
export async function giveGrant(
  partner: string,
  input: GrantInput,
  granting: Granting,
  by: Actor,
): Promise<Result<{ readonly number: number }, GrantProblem>> {
  const { db, publication, now } = granting;
  const refused = await whyNot(partner, input, granting);
  if (refused) return fail([refused]);
  const terms = withAgreed(namedTerms(publication, input.terms), input.agreed);
  const version = await currentVersion(db, input.terms);
  const insert = `INSERT INTO permission_grant (partner, scope, state, terms_name, terms_version, terms, valid_from, valid_until, created_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) RETURNING number`;
  const [made] = await db.batch<{ number: number }>([
    db.prepare(insert).bind(
      partner,
      input.scope,
      input.state,
      terms.name,
      version,
      JSON.stringify(terms),
      // From the minute that has begun: feeds look at the clock in steps, and a permission counts at once.
      input.from ?? now - (now % MINUTE),
      input.until ?? null,
      now,
    ),
    db
      .prepare('INSERT INTO grant_event VALUES (last_insert_rowid(), ?, ?, ?, ?)')
      .bind(now, input.state, by.actor, by.reason),
    touchPartner(db, partner),
  ]);
  return ok({ number: made?.results[0]?.number ?? 0 });
}

function withAgreed(terms: NamedTerms, agreed: GrantInput['agreed']): NamedTerms {
  return {
    ...terms,
    carriers: agreed.carriers ?? terms.carriers,
    canonical: agreed.canonical ?? terms.canonical,
    delayHours: agreed.delayHours ?? terms.delayHours,
    share: agreed.share ?? terms.share,
    removeAfterDays: agreed.removeAfterDays ?? terms.removeAfterDays,
    excerptWords: agreed.excerptWords ?? terms.excerptWords,
    creditAt: agreed.creditAt ?? terms.creditAt,
    credit: { ...terms.credit, ...agreed.credit },
  };
}

async function whyNot(partner: string, input: GrantInput, { db, publication }: Granting): Promise<FieldProblem | null> {
  const known = await findPartner(db, partner);
  if (!known || known.state === 'ended') return { pointer: '/partner', detail: `There is no partner "${partner}".` };
  if (!Object.hasOwn(termsOf(publication), input.terms))
    return { pointer: '/terms', detail: `There are no terms "${input.terms}" in the publication.` };
  const id = articleOf(input.scope);
  if (id === null) return null;
  const stored = await findById(db, id);
  if (!stored) return { pointer: '/scope', detail: 'There is no article with this id.' };
  return whyNotRepublishable(stored.article)
    ? {
        pointer: '/scope',
        detail:
          'The publisher it comes from has not allowed us to pass this article on (origin.permission.sublicensable).',
      }
    : null;
}

export type MoveProblem = 'no such grant' | 'no such move';

export async function moveGrant(
  number: number,
  to: GrantState,
  db: D1Database,
  now: number,
  by: Actor,
): Promise<Result<{ readonly number: number; readonly state: GrantState }, MoveProblem>> {
  const grant = await findGrant(db, number);
  if (!grant) return fail('no such grant');
  if (!mayMove(grant.state, to)) return fail('no such move');
  // The state it is moved from is in the condition, so that of two moves at once only one counts.
  const event = `INSERT INTO grant_event SELECT ?1, ?2, ?3, ?4, ?5 FROM permission_grant WHERE number = ?1 AND state = ?6`;
  const [moved] = await db.batch([
    db.prepare(event).bind(number, now, to, by.actor, by.reason, grant.state),
    db.prepare('UPDATE permission_grant SET state = ?2 WHERE number = ?1 AND state = ?3').bind(number, to, grant.state),
    ...(grant.partner === null ? [] : [touchPartner(db, grant.partner)]),
  ]);
  return moved && moved.meta.changes > 0 ? ok({ number, state: to }) : fail('no such move');
}
