/** Partners, their keys and domains. */
import { type Operation, pathParameter } from './operation.ts';

export const PARTNER = 'sundet-nytt';
const DOMAIN = 'sundetnytt.example';
const CHALLENGE = 'tearsheet-be261b1c5eeeeaf74d5d64dbcb09b60f';
const KEY = '0a9a02e5fb74';

export const partnerId = pathParameter('id', 'The partner’s id: lower-case letters, digits and hyphens', PARTNER);
const domainName = pathParameter('domain', 'A domain name, without https:// and path', DOMAIN);

const call = { scope: 'partners', tag: 'Partners' } as const;

const profile = {
  name: 'Sundet Nytt',
  language: 'en',
  dialect: 'msn',
  contacts: ['desk@sundetnytt.example'],
};
const partner = { id: PARTNER, ...profile, state: 'active', version: 1, createdAt: '2026-11-22T18:49:58Z' };

export const PARTNER_CALLS: readonly Operation[] = [
  {
    ...call,
    id: 'putPartner',
    method: 'PUT',
    path: '/partners/{id}',
    summary: 'Make a partner, or change it',
    description: 'Replaces what was there: a field that is left out goes back to its default.',
    parameters: [partnerId],
    body: { schema: 'PartnerPutRequest', example: profile },
    answers: [
      { status: 201, description: 'It is new.', schema: 'PartnerPut', example: { id: PARTNER, created: true } },
      { status: 200, description: 'It was there.', schema: 'PartnerPut', example: { id: PARTNER, created: false } },
    ],
    problems: [400, 409, 413, 422],
  },
  {
    ...call,
    id: 'getPartners',
    method: 'GET',
    path: '/partners',
    scope: 'read',
    summary: 'List the partners',
    answers: [{ status: 200, description: 'By name.', schema: 'PartnerList', example: { partners: [partner] } }],
  },
  {
    ...call,
    id: 'postPartnerKey',
    method: 'POST',
    path: '/partners/{id}/keys',
    summary: 'Make a key for a partner',
    description: 'The answer is the only time it is shown. Hand it to the partner over a channel you trust.',
    parameters: [partnerId],
    body: { schema: 'PartnerKeyRequest', example: { kind: 'feed', label: 'Their CMS' } },
    answers: [
      {
        status: 201,
        description: 'It opens what its kind says, at once.',
        schema: 'MintedPartnerKey',
        example: { id: KEY, kind: 'feed', label: 'Their CMS', key: `tf_${KEY}_${'0'.repeat(64)}` },
      },
    ],
    problems: [400, 404, 413, 422],
  },
  {
    ...call,
    id: 'putDomain',
    method: 'PUT',
    path: '/partners/{id}/domains/{domain}',
    summary: 'Name a domain of a partner',
    description: 'Answers what to show there, so that the domain counts as theirs. Asked again, it answers the same.',
    parameters: [partnerId, domainName],
    answers: [
      {
        status: 200,
        description: 'The challenge, and the two places where it may be shown.',
        schema: 'DomainAnswer',
        example: {
          domain: DOMAIN,
          challenge: CHALLENGE,
          record: `_tearsheet.${DOMAIN}`,
          file: `https://${DOMAIN}/.well-known/tearsheet.txt`,
        },
      },
    ],
    problems: [404, 422],
  },
  {
    ...call,
    id: 'checkDomain',
    method: 'POST',
    path: '/partners/{id}/domains/{domain}/check',
    summary: 'Look whether a domain shows the challenge',
    description: 'Asks a DNS resolver and the domain, five seconds at most. What was shown once stays verified.',
    parameters: [partnerId, domainName],
    answers: [
      {
        status: 200,
        description: 'What was found.',
        schema: 'DomainCheck',
        example: { domain: DOMAIN, verified: true, method: 'dns' },
      },
    ],
    problems: [404, 422],
  },
  {
    ...call,
    id: 'getPartner',
    method: 'GET',
    path: '/partners/{id}',
    scope: 'read',
    summary: 'Read a partner with its domains, keys and permissions',
    parameters: [partnerId],
    answers: [
      {
        status: 200,
        description: 'Keys without their secrets.',
        schema: 'PartnerAnswer',
        example: {
          ...partner,
          version: 2,
          feed: `https://news.example/partners/${PARTNER}/feed.rss`,
          domains: [
            {
              domain: DOMAIN,
              challenge: CHALLENGE,
              verifiedAt: '2026-11-22T18:49:58Z',
              method: 'dns',
              checkedAt: '2026-11-22T18:49:58Z',
            },
          ],
          keys: [{ id: KEY, kind: 'feed', label: 'Their CMS', createdAt: '2026-11-22T18:49:58Z', revokedAt: null }],
          grants: [],
        },
      },
    ],
    problems: [404],
  },
  {
    ...call,
    id: 'deleteDomain',
    method: 'DELETE',
    path: '/partners/{id}/domains/{domain}',
    summary: 'Take a domain off a partner',
    parameters: [partnerId, domainName],
    answers: [{ status: 200, description: 'It is gone.', schema: 'Removed', example: { removed: true } }],
    problems: [404, 422],
  },
  {
    ...call,
    id: 'deletePartnerKey',
    method: 'DELETE',
    path: '/partners/{id}/keys/{key}',
    summary: 'Revoke a partner’s key',
    parameters: [partnerId, pathParameter('key', 'The middle part of the key', KEY)],
    answers: [
      {
        status: 200,
        description: 'It opens nothing any more, everywhere within 10 seconds.',
        schema: 'Revoked',
        example: { revoked: true },
      },
    ],
    problems: [404],
  },
  {
    ...call,
    id: 'postPartnerState',
    method: 'POST',
    path: '/partners/{id}/state',
    summary: 'Suspend a partner, let it go on, or end it',
    description:
      'What is ended stays ended. Keys of a partner that is not active open nothing; copies go on being counted.',
    parameters: [partnerId],
    body: { schema: 'PartnerState', example: { state: 'suspended' } },
    answers: [
      {
        status: 200,
        description: 'It is so.',
        schema: 'PartnerMoved',
        example: { id: PARTNER, state: 'suspended' },
      },
    ],
    problems: [400, 404, 413, 422],
  },
];
