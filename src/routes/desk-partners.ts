/** `/desk/partners`: who republishes, from which domains, with which keys. */
import * as v from 'valibot';
import { fieldProblems } from '../article/field-problem.ts';
import { listGrants } from '../catalogue/grant-rows.ts';
import { findPartner, listDomains, listPartnerKeys, listPartners } from '../catalogue/partner-rows.ts';
import { lineOf, textOf } from '../desk/form.ts';
import type { GrantTyped } from '../desk/give-form.tsx';
import { NO_PARTNER, type PartnerTyped } from '../desk/partner-fields.tsx';
import { endPartnerPage, revokePartnerKeyPage } from '../desk/partner-keys.tsx';
import { partnerPage } from '../desk/partner-page.tsx';
import { partnersPage } from '../desk/partners-page.tsx';
import { may } from '../desk/session.ts';
import { DIALECT_NAMES } from '../dialect/dialects.ts';
import {
  domainName,
  KEY_KINDS,
  PARTNER_STATES,
  type Partner,
  type PartnerInput,
  partnerSchema,
} from '../partner/partner.ts';
import { addDomain, MAX_DOMAINS, removeDomain, verifyDomain } from '../permit/domains.ts';
import { changePartner, createPartner, mintPartnerKey, movePartner, revokePartnerKey } from '../permit/partners.ts';
import { forgetKeys } from '../serve/key-memo.ts';
import { invalid } from './api-answer.ts';
import { type DeskCall, html, noSuch, seeOther, withProblem } from './desk-answer.ts';

const MAX_LABEL = 100;

export const showPartners = (call: DeskCall): Promise<Response> => partnersAnswer(call, NO_PARTNER);

async function partnersAnswer(call: DeskCall, typed: PartnerTyped, problem?: string): Promise<Response> {
  const partners = await listPartners(call.gate.env.DB);
  const { publication } = call.site;
  const frame = problem === undefined ? call.frame : withProblem(call, problem);
  const writes = may(call.session, 'partners');
  return html(partnersPage(frame, { publication, partners, typed, writes }), problem === undefined ? 200 : 422);
}

const typedIn = (form: URLSearchParams, id: string): PartnerTyped => ({
  id,
  name: lineOf(form, 'name'),
  language: lineOf(form, 'language'),
  dialect: lineOf(form, 'dialect'),
  contacts: textOf(form, 'contacts'),
});

function parsePartner({ site }: DeskCall, typed: PartnerTyped): PartnerInput | string {
  const schema = partnerSchema(DIALECT_NAMES, Object.keys(site.publication.languages));
  const contacts = typed.contacts.split(/[\s,;]+/).filter((contact) => contact !== '');
  const parsed = v.safeParse(schema, { ...typed, contacts }, { abortPipeEarly: true });
  return parsed.success ? parsed.output : invalid(fieldProblems(parsed.issues)).detail;
}

export async function addPartner(call: DeskCall): Promise<Response> {
  const typed = typedIn(call.form, lineOf(call.form, 'id'));
  const input = parsePartner(call, typed);
  if (typeof input === 'string') return partnersAnswer(call, typed, input);
  const made = await createPartner(input, call.gate.env.DB, call.gate.now);
  return made.ok
    ? seeOther(`/desk/partners/${made.value.id}?done=added`)
    : partnersAnswer(call, typed, invalid(made.error).detail);
}

/** Answers about the partner the address names, if there is one. */
export const withPartner =
  (act: (call: DeskCall, partner: Partner) => Promise<Response>) =>
  async (call: DeskCall): Promise<Response> => {
    const partner = await findPartner(call.gate.env.DB, call.c.req.param('id') ?? '');
    return partner ? act(call, partner) : noSuch(call, 'partner with this name');
  };

interface Extras {
  readonly problem?: string;
  readonly fresh?: string;
  readonly typed?: GrantTyped;
}

export async function partnerAnswer(
  call: DeskCall,
  partner: Partner,
  { problem, fresh = '', typed = {} }: Extras = {},
): Promise<Response> {
  const { DB } = call.gate.env;
  const { id } = partner;
  const [domains, keys, grants] = await Promise.all([listDomains(DB, id), listPartnerKeys(DB, id), listGrants(DB, id)]);
  const view = { site: call.site, partner, domains, keys, grants, fresh: fresh || null, typed };
  const frame = problem === undefined ? call.frame : withProblem(call, problem);
  const status = problem === undefined ? (fresh ? 201 : 200) : 422;
  return html(partnerPage(frame, view), status);
}

export const showPartner = withPartner((call, partner) => partnerAnswer(call, partner));

const back = (partner: Partner, code: string): Response => {
  forgetKeys();
  return seeOther(`/desk/partners/${partner.id}?done=${code}`);
};

export const savePartner = withPartner(async (call, partner) => {
  const input = parsePartner(call, typedIn(call.form, partner.id));
  if (typeof input === 'string') return partnerAnswer(call, partner, { problem: input });
  await changePartner(input, call.gate.env.DB);
  return back(partner, 'saved');
});

export const askEndPartner = withPartner(async ({ frame }, partner) => html(endPartnerPage(frame, partner)));

export const setPartnerState = withPartner(async (call, partner) => {
  const to = PARTNER_STATES.find((state) => state === call.form.get('to'));
  const moved = to !== undefined && (await movePartner(partner.id, to, call.gate.env.DB));
  return moved ? back(partner, to) : partnerAnswer(call, partner, { problem: 'An ended partnership stays ended.' });
});

export const nameDomain = withPartner(async (call, partner) => {
  const parsed = v.safeParse(domainName, lineOf(call.form, 'domain'), { abortPipeEarly: true });
  if (!parsed.success) return partnerAnswer(call, partner, { problem: parsed.issues[0].message });
  const challenge = await addDomain(partner.id, parsed.output, call.gate.env.DB);
  return challenge === null
    ? partnerAnswer(call, partner, { problem: `A partner has at most ${MAX_DOMAINS} domains.` })
    : back(partner, 'domain');
});

/** An editor waits for the other server here, at most its time limit; nobody else does. */
export const actOnDomain = withPartner(async (call, partner) => {
  const { DB, BASE_URL } = call.gate.env;
  const domain = lineOf(call.form, 'domain');
  if (call.form.get('act') === 'remove') {
    const removed = await removeDomain(partner.id, domain, DB);
    return removed ? back(partner, 'taken') : noSuch(call, 'such domain of this partner');
  }
  const asking = { fetch: (input: RequestInfo | URL, init?: RequestInit) => fetch(input, init), base: BASE_URL };
  const result = await verifyDomain(partner.id, domain, DB, call.gate.now, asking);
  if (!result) return noSuch(call, 'such domain of this partner');
  return back(partner, result.verified ? 'verified' : 'unverified');
});

export const makePartnerKey = withPartner(async (call, partner) => {
  const label = lineOf(call.form, 'label').slice(0, MAX_LABEL);
  const kind = KEY_KINDS.find((each) => each === call.form.get('kind'));
  if (label === '' || !kind) return partnerAnswer(call, partner, { problem: 'Write who the key is for.' });
  const minted = await mintPartnerKey(partner.id, kind, label, call.gate.env.DB, call.gate.now);
  return minted
    ? partnerAnswer(call, partner, { fresh: minted.key })
    : partnerAnswer(call, partner, { problem: 'An ended partnership gets no key.' });
});

const keyOf = async (call: DeskCall, partner: Partner) =>
  (await listPartnerKeys(call.gate.env.DB, partner.id)).find(
    ({ id, revokedAt }) => id === call.c.req.param('key') && revokedAt === null,
  );

export const askRevokePartnerKey = withPartner(async (call, partner) => {
  const key = await keyOf(call, partner);
  return key ? html(revokePartnerKeyPage(call.frame, partner.id, key)) : noSuch(call, 'key with this id');
});

export const revokeKeyOfPartner = withPartner(async (call, partner) => {
  const key = await keyOf(call, partner);
  if (!key) return noSuch(call, 'key with this id');
  await revokePartnerKey(partner.id, key.id, call.gate.env.DB, call.gate.now);
  return back(partner, 'revoked');
});
