/** Permissions, and requests for them, in the editor API. */
import * as v from 'valibot';
import { fieldProblems } from '../article/field-problem.ts';
import { line } from '../article/fields.ts';
import { findGrant, grantHistory, listGrants } from '../catalogue/grant-rows.ts';
import { listRequests, type PermissionRequest, REQUEST_STATES } from '../catalogue/request-rows.ts';
import { readState } from '../catalogue/state.ts';
import type { Gate } from '../gate.ts';
import { rfc3339 } from '../lib/time.ts';
import { GRANT_STATES, type Grant, grantSchema, movesFrom } from '../partner/grant.ts';
import { giveGrant, moveGrant } from '../permit/grants.ts';
import { approveRequest, type DecisionProblem, declineRequest } from '../permit/requests.ts';
import { forgetKeys } from '../serve/key-memo.ts';
import { invalid, json, noPublication, noSuch, problem } from './api-answer.ts';
import { readJson } from './api-body.ts';

const API = 'api';

/** As the API shows it: moments in RFC 3339. */
export const grantOut = ({ from, until, createdAt, ...grant }: Grant) => ({
  ...grant,
  from: rfc3339(from),
  until: until === null ? null : rfc3339(until),
  createdAt: rfc3339(createdAt),
});

export async function getGrants(request: Request, gate: Gate): Promise<Response> {
  const partner = new URL(request.url).searchParams.get('partner');
  const grants = await listGrants(gate.env.DB, partner);
  return json({ grants: grants.map(grantOut) });
}

export async function getGrant(number: string, gate: Gate): Promise<Response> {
  const grant = await findGrant(gate.env.DB, Number(number));
  if (!grant) return problem(noSuch('permission with this number'));
  const history = await grantHistory(gate.env.DB, grant.number);
  return json({ ...grantOut(grant), history: history.map((event) => ({ ...event, at: rfc3339(event.at) })) });
}

export async function postGrant(partner: string, request: Request, gate: Gate): Promise<Response> {
  const { DB, BASE_URL } = gate.env;
  const state = await readState(DB, BASE_URL);
  if (!state) return problem(noPublication);
  const body = await readJson(request);
  if (!body.ok) return problem(body.error);
  const parsed = v.safeParse(grantSchema, body.value, { abortPipeEarly: true });
  if (!parsed.success) return problem(invalid(fieldProblems(parsed.issues)));
  const granting = { db: DB, publication: state.publication, now: gate.now };
  const given = await giveGrant(partner, parsed.output, granting, { actor: API, reason: 'Given by the publisher.' });
  forgetKeys();
  return given.ok ? json(given.value, 201) : problem(invalid(given.error));
}

const moveSchema = v.strictObject({
  state: v.picklist(GRANT_STATES, `Write one of: ${GRANT_STATES.join(', ')}`),
  reason: line(500),
});

export async function postGrantState(number: string, request: Request, gate: Gate): Promise<Response> {
  const body = await readJson(request);
  if (!body.ok) return problem(body.error);
  const parsed = v.safeParse(moveSchema, body.value);
  if (!parsed.success) return problem(invalid(fieldProblems(parsed.issues)));
  const { state, reason } = parsed.output;
  const { DB } = gate.env;
  const moved = await moveGrant(Number(number), state, DB, gate.now, { actor: API, reason });
  forgetKeys();
  if (moved.ok) return json(moved.value);
  if (moved.error === 'no such grant') return problem(noSuch('permission with this number'));
  const grant = await findGrant(DB, Number(number));
  const possible = grant ? movesFrom(grant.state).join(', ') : '';
  const detail = `This permission is ${grant?.state ?? 'gone'}. ${possible ? `It can become: ${possible}.` : 'It stays so: give a new one.'}`;
  return problem({ status: 409, title: 'Not possible now', detail });
}

const instant = (moment: number | null): string | null => (moment === null ? null : rfc3339(moment));

const requestOut = (request: PermissionRequest) => ({
  ...request,
  at: rfc3339(request.at),
  verifiedAt: instant(request.verifiedAt),
  decidedAt: instant(request.decidedAt),
});

export async function getRequests(request: Request, gate: Gate): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('state') ?? 'open';
  const state = REQUEST_STATES.find((each) => each === asked);
  if (!state) return problem({ status: 422, title: 'No such state', detail: `Ask for ${REQUEST_STATES.join(', ')}.` });
  const requests = await listRequests(gate.env.DB, state);
  return json({ requests: requests.map(requestOut) });
}

const decisionSchema = v.strictObject({
  decision: v.picklist(['approve', 'decline'], 'Write approve or decline'),
  reason: v.optional(line(500), 'Decided by the publisher.'),
});

export async function postDecision(number: string, request: Request, gate: Gate): Promise<Response> {
  const { DB, BASE_URL } = gate.env;
  const state = await readState(DB, BASE_URL);
  if (!state) return problem(noPublication);
  const body = await readJson(request);
  if (!body.ok) return problem(body.error);
  const parsed = v.safeParse(decisionSchema, body.value);
  if (!parsed.success) return problem(invalid(fieldProblems(parsed.issues)));
  const decide = parsed.output.decision === 'approve' ? approveRequest : declineRequest;
  const granting = { db: DB, publication: state.publication, now: gate.now };
  const decided = await decide(Number(number), granting, { actor: API, reason: parsed.output.reason });
  forgetKeys();
  return decided.ok ? json(decided.value) : problem(decisionProblem(decided.error));
}

function decisionProblem(reason: DecisionProblem) {
  if (reason === 'no such request') return noSuch('request with this number');
  if (reason === 'already decided')
    return { status: 409, title: 'Already decided', detail: 'This request has been answered. Read it again.' };
  return invalid(reason);
}
