/** What the service answers, written by hand; a test holds every one to the real answers. */
import { GRANT_STATES } from '../../src/partner/grant.ts';
import { KEY_KINDS, PARTNER_STATES } from '../../src/partner/partner.ts';
import { type JsonSchema, refTo } from './json-schema.ts';

export const SCOPE_NAMES = ['read', 'publish', 'partners', 'keys', 'export'] as const;

/** Every member is there in every answer, but for those named as optional. */
export const object = (properties: JsonSchema, optional: readonly string[] = []): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});

const said = (description: string, schema: JsonSchema): JsonSchema => ({ ...schema, description });
const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const oneOf = (values: readonly string[]): JsonSchema => ({ type: 'string', enum: values });

const text: JsonSchema = { type: 'string' };
const textOrNull: JsonSchema = { type: ['string', 'null'] };
const whole: JsonSchema = { type: 'integer', minimum: 0 };
const yesOrNo: JsonSchema = { type: 'boolean' };
const address: JsonSchema = { type: 'string', format: 'uri' };
const sha256: JsonSchema = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const keyId: JsonSchema = { type: 'string', pattern: '^[0-9a-f]{12}$' };
const milliseconds = said('Milliseconds since 1970, UTC', { type: 'integer' });
const millisecondsOrNull = said('Milliseconds since 1970, UTC; null: never', { type: ['integer', 'null'] });
const instant = said('RFC 3339', { type: 'string', format: 'date-time' });
const instantOrNull = said('RFC 3339; null: without end', { type: ['string', 'null'], format: 'date-time' });
const standing = said('What the article is now', oneOf(['waiting', 'shown', 'held', 'withdrawn', 'expired']));
const challenge = said('To be shown as a TXT record, or as a line of the file', text);
const kind = said('A feed key only reads feeds; a portal key only signs in', oneOf(KEY_KINDS));
const grantState = oneOf(GRANT_STATES);

const fieldProblem = object({ pointer: said('JSON Pointer (RFC 6901) to the field', text), detail: text });

const problemMembers = {
  status: { type: 'integer', minimum: 400, maximum: 599 },
  title: text,
  detail: said('What happened, and what to do', text),
  errors: said('Every field that is wrong', listOf(fieldProblem)),
};

const published = {
  id: text,
  slug: text,
  changed: said('False: exactly this was sent before', yesOrNo),
  revision: said('Moves only when what a reader sees moves', whole),
  url: address,
};

const keyMembers = {
  id: keyId,
  label: text,
  scopes: listOf(oneOf(SCOPE_NAMES)),
  createdAt: milliseconds,
  revokedAt: millisecondsOrNull,
};

const asset = {
  asset: said('SHA-256 of the bytes', sha256),
  type: oneOf(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif']),
  bytes: whole,
  width: whole,
  height: whole,
};

const partner = {
  id: text,
  name: text,
  language: said('The one language of its feeds', text),
  dialect: text,
  contacts: listOf({ type: 'string', format: 'email' }),
  state: oneOf(PARTNER_STATES),
  version: said('Moves with every change of the partner, its domains or its permissions', whole),
  createdAt: milliseconds,
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
  verifiedAt: millisecondsOrNull,
  method: { type: ['string', 'null'], enum: ['dns', 'file', null] },
  checkedAt: millisecondsOrNull,
});

const partnerKey = object({ id: keyId, kind, label: text, createdAt: milliseconds, revokedAt: millisecondsOrNull });

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
  reason: textOrNull,
  partner: textOrNull,
  verifiedAt: millisecondsOrNull,
  decidedAt: millisecondsOrNull,
  grant: said('The permission that came of it', { type: ['integer', 'null'] }),
});

const articleLine = object({
  number: whole,
  id: text,
  slug: text,
  status: oneOf(['usable', 'held', 'withdrawn']),
  standing,
  digest: said('Equal digests: nothing to send', text),
  revision: whole,
});

const event = object({ at: instant, state: grantState, actor: text, reason: text });

const poll = object({
  day: said('UTC', { type: 'string', format: 'date' }),
  key: said('Reader family, way of asking, answer, format, feed', text),
  count: whole,
  subscribers: said('The most that an aggregator said it stands for', whole),
});

/** By the name each has below `#/components/schemas`. */
export const ANSWERS: Readonly<Record<string, JsonSchema>> = {
  Problem: object({ type: said('Always `about:blank`', text), ...problemMembers }, ['errors']),
  PublicationAnswer: object({ publication: refTo('Publication'), digest: sha256 }),
  Changed: object({ changed: yesOrNo }),
  Published: object(published),
  ArticleAnswer: object({ article: refTo('Article'), revision: whole, standing, digest: text, url: address }),
  ArticleList: object({
    articles: listOf(articleLine),
    next: said('For `after`; null at the end', { type: ['integer', 'null'] }),
  }),
  LineAnswer: object(
    { line: whole, status: { type: 'integer' }, ...published, problem: object(problemMembers, ['errors']) },
    [...Object.keys(published), 'problem'],
  ),
  Withdrawn: object({ id: text, slug: text, changed: said('False: it was withdrawn before', yesOrNo) }),
  Asset: object(asset),
  StoredAsset: object({ ...asset, url: said('Answers once an article that is shown uses it', address) }),
  KeyList: object({ keys: listOf(object(keyMembers)) }),
  MintedKey: object({ ...keyMembers, key: said('Shown this once', text) }),
  Revoked: object({ revoked: { const: true } }),
  Removed: object({ removed: { const: true } }),
  PollList: object({ polls: listOf(poll) }),
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
    method: { type: ['string', 'null'], enum: ['dns', 'file', null] },
  }),
  Grant: object(grant),
  GrantAnswer: object({ ...grant, history: listOf(event) }),
  GrantList: object({ grants: listOf(refTo('Grant')) }),
  GrantGiven: object({ number: whole }),
  GrantMoved: object({ number: whole, state: grantState }),
  RequestList: object({ requests: listOf(request) }),
  ExportMarks: object({
    base: address,
    marks: object({ catalogue: text, partners: text, ledger: text, polls: text }),
  }),
  ExportPage: object({
    rows: listOf({ type: 'object' }),
    next: said('For `after`, as JSON; null at the end', { type: ['array', 'null'] }),
  }),
  RestoredRows: object({ rows: whole }),
  RestoredPhoto: object({ asset: sha256 }),
  Decision: object({ request: whole, partner: textOrNull, grant: { type: ['integer', 'null'] } }),
};
