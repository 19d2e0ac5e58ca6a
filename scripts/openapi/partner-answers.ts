/** What the service answers about partners, permissions and requests, written by hand; a test holds it to the real answers. */
import { GRANT_STATES } from '../../src/partner/grant.ts';
import { KEY_KINDS, PARTNER_STATES } from '../../src/partner/partner.ts';
import { type JsonSchema, refTo } from './json-schema.ts';
import {
  address,
  instant,
  instantOrNull,
  keyId,
  listOf,
  object,
  oneOf,
  said,
  text,
  textOrNull,
  whole,
  yesOrNo,
} from './schema-atoms.ts';

const challenge = said('To be shown as a TXT record, or as a line of the file', text);
const proof = said('How the domain showed the challenge', { type: ['string', 'null'], enum: ['dns', 'file', null] });
const kind = said('A feed key only reads feeds; a portal key only signs in', oneOf(KEY_KINDS));
const grantState = oneOf(GRANT_STATES);

const partner = {
  id: text,
  name: text,
  language: said('The one language of its feeds', text),
  dialect: text,
  contacts: listOf({ type: 'string', format: 'email' }),
  state: oneOf(PARTNER_STATES),
  version: said('Moves with every change of the partner, its domains or its permissions', whole),
  createdAt: instant,
};

const grant = {
  number: said('Stands in tokens and reference codes; never used again', whole),
  partner: said('Null: everybody, under open terms', textOrNull),
  scope: text,
  state: grantState,
  terms: said('Frozen as they were when it was given, with what was agreed besides', refTo('FrozenTerms')),
  termsVersion: whole,
  from: instant,
  until: instantOrNull,
  createdAt: instant,
};

const domain = object({
  domain: text,
  challenge,
  verifiedAt: instantOrNull,
  method: proof,
  checkedAt: instantOrNull,
});

const partnerKey = object({ id: keyId, kind, label: text, createdAt: instant, revokedAt: instantOrNull });

const request = object({
  number: whole,
  at: instant,
  article: said('Its id; null: more than one', textOrNull),
  organisation: text,
  name: text,
  email: text,
  domain: text,
  message: text,
  state: oneOf(['open', 'approved', 'declined']),
  challenge,
  method: proof,
  reason: textOrNull,
  partner: textOrNull,
  verifiedAt: instantOrNull,
  decidedAt: instantOrNull,
  grant: said('The permission that came of it', { type: ['integer', 'null'] }),
});

const event = object({ at: instant, state: grantState, actor: text, reason: text });

export const PARTNER_ANSWERS: Readonly<Record<string, JsonSchema>> = {
  PartnerList: object({ partners: listOf(object(partner)) }),
  PartnerAnswer: object({
    ...partner,
    feed: said('With a feed key as a bearer token. With the key in the path: /partners/{key}/feed.rss', address),
    domains: listOf(domain),
    keys: listOf(partnerKey),
    grants: listOf(refTo('Grant')),
  }),
  PartnerPut: object({ id: text, created: yesOrNo }),
  PartnerMoved: object({ id: text, state: oneOf(PARTNER_STATES) }),
  MintedPartnerKey: object({ id: keyId, kind, label: text, key: said('Shown this once', text) }),
  DomainAnswer: object({
    domain: text,
    challenge,
    record: said('The name of the TXT record', text),
    file: said('Or the address of the file', address),
  }),
  DomainCheck: object({
    domain: text,
    verified: yesOrNo,
    method: proof,
  }),
  Grant: object(grant),
  GrantAnswer: object({ ...grant, history: listOf(event) }),
  GrantList: object({ grants: listOf(refTo('Grant')) }),
  GrantGiven: object({ number: whole }),
  GrantMoved: object({ number: whole, state: grantState }),
  RequestList: object({ requests: listOf(request) }),
  Decision: object({ request: whole, partner: textOrNull, grant: { type: ['integer', 'null'] } }),
};
