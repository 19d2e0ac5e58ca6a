/** `/desk/permissions` and `/desk/requests`: what may be republished, and who asks to. */
import * as v from 'valibot';
import { fieldProblems } from '../article/field-problem.ts';
import { findGrant, grantHistory, listGrants } from '../catalogue/grant-rows.ts';
import { listPartners } from '../catalogue/partner-rows.ts';
import { findRequest, listRequests, type PermissionRequest } from '../catalogue/request-rows.ts';
import { findById } from '../catalogue/stored-article.ts';
import { lineOf } from '../desk/form.ts';
import { grantPage } from '../desk/grant-page.tsx';
import { grantsPage, type PartnerNames } from '../desk/grants-page.tsx';
import { grantDocument } from '../desk/read-grant.ts';
import { requestPage } from '../desk/request-page.tsx';
import { requestsPage } from '../desk/requests-page.tsx';
import { type Grant, grantSchema, isGrantState } from '../partner/grant.ts';
import { giveGrant, moveGrant } from '../permit/grants.ts';
import { approveRequest, type DecisionProblem, declineRequest } from '../permit/requests.ts';
import { forgetKeys } from '../serve/key-memo.ts';
import { invalid } from './api-answer.ts';
import { type DeskCall, html, noSuch, numberIn, seeOther, withProblem } from './desk-answer.ts';
import { partnerAnswer, withPartner } from './desk-partners.ts';

const ACTOR = 'desk';
const MAX_REASON = 500;

const grantingOf = ({ gate, site }: DeskCall) => ({
  db: gate.env.DB,
  publication: site.publication,
  now: gate.now,
});

async function partnerNames({ gate }: DeskCall): Promise<PartnerNames> {
  return new Map((await listPartners(gate.env.DB)).map(({ id, name }) => [id, name]));
}

export async function showGrants(call: DeskCall): Promise<Response> {
  const [grants, names] = await Promise.all([listGrants(call.gate.env.DB), partnerNames(call)]);
  return html(grantsPage(call.frame, call.site, grants, names));
}

async function grantAnswer(call: DeskCall, grant: Grant, problem?: string): Promise<Response> {
  const [history, names] = await Promise.all([grantHistory(call.gate.env.DB, grant.number), partnerNames(call)]);
  const frame = problem === undefined ? call.frame : withProblem(call, problem);
  const view = { site: call.site, grant, history, names, now: call.gate.now };
  return html(grantPage(frame, view), problem === undefined ? 200 : 422);
}

export async function showGrant(call: DeskCall): Promise<Response> {
  const grant = await findGrant(call.gate.env.DB, numberIn(call));
  return grant ? grantAnswer(call, grant) : noSuch(call, 'permission with this number');
}

export const giveToPartner = withPartner(async (call, partner) => {
  const typed = Object.fromEntries(call.form);
  const document = grantDocument(call.form, call.site.publication.timeZone);
  const parsed = v.safeParse(grantSchema, document, { abortPipeEarly: true });
  if (!parsed.success)
    return partnerAnswer(call, partner, { problem: invalid(fieldProblems(parsed.issues)).detail, typed });
  const by = {
    actor: ACTOR,
    reason: parsed.output.state === 'offered' ? 'Offered at the desk.' : 'Given at the desk.',
  };
  const given = await giveGrant(partner.id, parsed.output, grantingOf(call), by);
  if (!given.ok) return partnerAnswer(call, partner, { problem: invalid(given.error).detail, typed });
  forgetKeys();
  return seeOther(
    `/desk/permissions/${given.value.number}?done=${parsed.output.state === 'offered' ? 'offered' : 'given'}`,
  );
});

export async function setGrantState(call: DeskCall): Promise<Response> {
  const { DB } = call.gate.env;
  const grant = await findGrant(DB, numberIn(call));
  if (!grant) return noSuch(call, 'permission with this number');
  if (grant.partner === null) return grantAnswer(call, grant, 'Everybody’s permission follows publication.yaml.');
  const to = call.form.get('to') ?? '';
  const reason = lineOf(call.form, 'reason').slice(0, MAX_REASON);
  if (reason === '') return grantAnswer(call, grant, 'Write a reason.');
  const by = { actor: ACTOR, reason };
  const moved = isGrantState(to) && (await moveGrant(grant.number, to, DB, call.gate.now, by)).ok;
  forgetKeys();
  return moved
    ? seeOther(`/desk/permissions/${grant.number}?done=moved`)
    : grantAnswer(call, grant, 'It can’t become that from what it is now.');
}

export async function showRequests({ gate, frame, site }: DeskCall): Promise<Response> {
  const { DB } = gate.env;
  const [open, approved, declined] = await Promise.all([
    listRequests(DB, 'open'),
    listRequests(DB, 'approved'),
    listRequests(DB, 'declined'),
  ]);
  const decided = [...approved, ...declined].sort((a, b) => (b.decidedAt ?? 0) - (a.decidedAt ?? 0));
  return html(requestsPage(frame, site, { open, decided }));
}

async function requestAnswer(call: DeskCall, request: PermissionRequest, problem?: string): Promise<Response> {
  const article = request.article === null ? null : await findById(call.gate.env.DB, request.article);
  const view = { site: call.site, request, article, reason: lineOf(call.form, 'reason') };
  const frame = problem === undefined ? call.frame : withProblem(call, problem);
  return html(requestPage(frame, view), problem === undefined ? 200 : 422);
}

export async function showRequest(call: DeskCall): Promise<Response> {
  const request = await findRequest(call.gate.env.DB, numberIn(call));
  return request ? requestAnswer(call, request) : noSuch(call, 'request with this number');
}

export async function answerRequest(call: DeskCall): Promise<Response> {
  const request = await findRequest(call.gate.env.DB, numberIn(call));
  if (!request) return noSuch(call, 'request with this number');
  const given = lineOf(call.form, 'reason').slice(0, MAX_REASON);
  const answer = call.form.get('answer');
  if (answer !== 'approve' && answer !== 'decline') return requestAnswer(call, request, 'Approve it or decline it.');
  if (answer === 'decline' && given === '') return requestAnswer(call, request, 'Write why you decline.');
  const decide = answer === 'approve' ? approveRequest : declineRequest;
  const by = { actor: ACTOR, reason: given || 'Approved at the desk.' };
  const decided = await decide(request.number, grantingOf(call), by);
  forgetKeys();
  if (!decided.ok) return requestAnswer(call, request, decisionWords(decided.error));
  return seeOther(`/desk/requests/${request.number}?done=${answer === 'approve' ? 'approved' : 'declined'}`);
}

function decisionWords(problem: DecisionProblem): string {
  if (problem === 'no such request') return 'There is no such request any more.';
  return problem === 'already decided' ? 'Somebody has answered it already.' : invalid(problem).detail;
}
