/** Partners, their domains and keys, in the editor API. */
import * as v from 'valibot';
import { fieldProblems } from '../article/field-problem.ts';
import { line } from '../article/fields.ts';
import { listGrants } from '../catalogue/grant-rows.ts';
import {
  findPartner,
  listDomains,
  listPartnerKeys,
  listPartners,
  type PartnerKeyInfo,
} from '../catalogue/partner-rows.ts';
import { readState } from '../catalogue/state.ts';
import { DIALECT_NAMES } from '../dialect/dialects.ts';
import type { Gate } from '../gate.ts';
import { rfc3339 } from '../lib/time.ts';
import {
  domainName,
  KEY_KINDS,
  PARTNER_STATES,
  type Partner,
  type PartnerDomain,
  partnerSchema,
} from '../partner/partner.ts';
import { addDomain, removeDomain, verifyDomain } from '../permit/domains.ts';
import { changePartner, createPartner, mintPartnerKey, movePartner, revokePartnerKey } from '../permit/partners.ts';
import { forgetKeys } from '../serve/key-memo.ts';
import { invalid, json, noPublication, noSuch, problem } from './api-answer.ts';
import { readJson } from './api-body.ts';
import { grantOut } from './api-grants.ts';

const unknown = (): Response => problem(noSuch('partner with this id'));

const instant = (moment: number | null): string | null => (moment === null ? null : rfc3339(moment));

/** As the API shows them: moments in RFC 3339. */
const partnerOut = (partner: Partner) => ({ ...partner, createdAt: rfc3339(partner.createdAt) });
const keyOut = (key: PartnerKeyInfo) => ({
  ...key,
  createdAt: rfc3339(key.createdAt),
  revokedAt: instant(key.revokedAt),
});
const domainOut = (domain: PartnerDomain) => ({
  ...domain,
  verifiedAt: instant(domain.verifiedAt),
  checkedAt: instant(domain.checkedAt),
});

export async function getPartners(gate: Gate): Promise<Response> {
  const partners = await listPartners(gate.env.DB);
  return json({ partners: partners.map(partnerOut) });
}

export async function getPartner(id: string, gate: Gate): Promise<Response> {
  const { DB, BASE_URL } = gate.env;
  const partner = await findPartner(DB, id);
  if (!partner) return unknown();
  const [domains, keys, grants] = await Promise.all([listDomains(DB, id), listPartnerKeys(DB, id), listGrants(DB, id)]);
  return json({
    ...partnerOut(partner),
    feed: `${BASE_URL}/partners/${id}/feed.rss`,
    domains: domains.map(domainOut),
    keys: keys.map(keyOut),
    grants: grants.map(grantOut),
  });
}

export async function putPartner(id: string, request: Request, gate: Gate): Promise<Response> {
  const { DB, BASE_URL } = gate.env;
  const state = await readState(DB, BASE_URL);
  if (!state) return problem(noPublication);
  const body = await readJson(request);
  if (!body.ok) return problem(body.error);
  const schema = partnerSchema(DIALECT_NAMES, Object.keys(state.publication.languages));
  const parsed = v.safeParse(schema, withId(body.value, id), { abortPipeEarly: true });
  if (!parsed.success) return problem(invalid(fieldProblems(parsed.issues)));
  forgetKeys();
  if (await changePartner(parsed.output, DB)) return json({ id, created: false });
  const made = await createPartner(parsed.output, DB, gate.now);
  return made.ok ? json({ id, created: true }, 201) : problem(invalid(made.error));
}

const withId = (value: unknown, id: string): unknown =>
  typeof value === 'object' && value !== null ? { ...value, id } : value;

const stateSchema = v.strictObject({
  state: v.picklist(PARTNER_STATES, `Write one of: ${PARTNER_STATES.join(', ')}`),
});

export async function postPartnerState(id: string, request: Request, gate: Gate): Promise<Response> {
  const body = await readJson(request);
  if (!body.ok) return problem(body.error);
  const parsed = v.safeParse(stateSchema, body.value);
  if (!parsed.success) return problem(invalid(fieldProblems(parsed.issues)));
  const moved = await movePartner(id, parsed.output.state, gate.env.DB);
  forgetKeys();
  return moved ? json({ id, state: parsed.output.state }) : unknown();
}

const keySchema = v.strictObject({
  kind: v.picklist(KEY_KINDS, `Write one of: ${KEY_KINDS.join(', ')}`),
  label: line(100),
});

export async function postPartnerKey(id: string, request: Request, gate: Gate): Promise<Response> {
  const body = await readJson(request);
  if (!body.ok) return problem(body.error);
  const parsed = v.safeParse(keySchema, body.value);
  if (!parsed.success) return problem(invalid(fieldProblems(parsed.issues)));
  const { kind, label } = parsed.output;
  const minted = await mintPartnerKey(id, kind, label, gate.env.DB, gate.now);
  return minted ? json(minted, 201) : unknown();
}

export async function deletePartnerKey(id: string, key: string, gate: Gate): Promise<Response> {
  const revoked = await revokePartnerKey(id, key, gate.env.DB, gate.now);
  forgetKeys();
  return revoked ? json({ revoked: true }) : problem(noSuch('key with this id'));
}

function domainIn(text: string) {
  const parsed = v.safeParse(domainName, text);
  return parsed.success ? parsed.output : null;
}

const notADomain = () =>
  problem({
    status: 422,
    title: 'Not a domain',
    detail: 'Write a domain name of the public internet: partner.example',
  });

export async function putDomain(id: string, text: string, gate: Gate): Promise<Response> {
  const domain = domainIn(text);
  if (!domain) return notADomain();
  const challenge = await addDomain(id, domain, gate.env.DB);
  if (challenge === null) return unknown();
  const record = `_tearsheet.${domain}`;
  return json({ domain, challenge, record, file: `https://${domain}/.well-known/tearsheet.txt` });
}

export async function postDomainCheck(id: string, text: string, gate: Gate): Promise<Response> {
  const domain = domainIn(text);
  if (!domain) return notADomain();
  const asking = {
    fetch: (input: RequestInfo | URL, init?: RequestInit) => fetch(input, init),
    base: gate.env.BASE_URL,
  };
  const verified = await verifyDomain(id, domain, gate.env.DB, gate.now, asking);
  return verified ? json({ domain, ...verified }) : problem(noSuch('such domain of this partner'));
}

export async function deleteDomain(id: string, text: string, gate: Gate): Promise<Response> {
  const domain = domainIn(text);
  if (!domain) return notADomain();
  const removed = await removeDomain(id, domain, gate.env.DB);
  return removed ? json({ removed: true }) : problem(noSuch('such domain of this partner'));
}
