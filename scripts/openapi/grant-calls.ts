/** Permissions, and requests for them. */
import { type Operation, pathParameter, queryParameter } from './operation.ts';
import { PARTNER, partnerId } from './partner-calls.ts';

const number = pathParameter('number', 'The permission’s number', 2, { type: 'integer', minimum: 0 });

const frozen = {
  name: 'standard',
  title: 'Standard terms',
  license: 'https://creativecommons.org/licenses/by-nd/4.0/',
  open: true,
  approval: 'desk',
  commercial: true,
  edits: 'style',
  translation: false,
  creditAt: 'end',
  keepLinks: true,
  carriers: 'link+badge',
  canonical: 'canonical',
  delayHours: 0,
  territory: [],
  notify: false,
  corrections: true,
  mining: { search: true, input: false, train: false },
  credit: {},
};

const AGREED = {
  carriers: 'link',
  delayHours: 2,
  credit: { en: 'First published by {publication}, {date}. {code}' },
};

const grant = {
  number: 2,
  partner: PARTNER,
  scope: 'sections/harbour',
  state: 'active',
  terms: { ...frozen, ...AGREED },
  termsVersion: 1,
  from: '2026-11-22T18:49:00Z',
  until: '2027-11-22T00:00:00Z',
  createdAt: '2026-11-22T18:49:58Z',
};

const everybodys = {
  number: 1,
  partner: null,
  scope: 'terms/standard',
  state: 'active',
  terms: frozen,
  termsVersion: 1,
  from: '2026-11-22T18:40:12Z',
  until: null,
  createdAt: '2026-11-22T18:40:12Z',
};

const request = {
  number: 1,
  at: '2026-11-22T18:50:21Z',
  article: 'tag:harbourlight.example,2026-11-22:pilot-boat',
  organisation: 'Fjord Weekly',
  name: 'Mona Vik',
  email: 'mona@fjordweekly.example',
  domain: 'fjordweekly.example',
  message: 'For our issue of 3 December.',
  state: 'open',
  challenge: 'tearsheet-e4d6d3bce4b3e43db149c985d7fc5310',
  method: null,
  reason: null,
  partner: null,
  verifiedAt: null,
  decidedAt: null,
  grant: null,
};

const call = { scope: 'partners', tag: 'Permissions' } as const;

export const GRANT_CALLS: readonly Operation[] = [
  {
    ...call,
    id: 'postGrant',
    method: 'POST',
    path: '/partners/{id}/grants',
    summary: 'Give a partner a permission',
    description:
      'The named terms are frozen as they are now, with what is agreed besides. Later changes of the terms leave it as it is.',
    parameters: [partnerId],
    body: {
      schema: 'GrantRequest',
      example: {
        scope: 'sections/harbour',
        agreed: AGREED,
        until: '2027-11-22T00:00:00Z',
      },
    },
    answers: [{ status: 201, description: 'It is given.', schema: 'GrantGiven', example: { number: 2 } }],
    problems: [400, 409, 413, 422],
  },
  {
    ...call,
    id: 'getGrants',
    method: 'GET',
    path: '/grants',
    scope: 'read',
    summary: 'List permissions, newest first',
    parameters: [queryParameter('partner', 'Only this partner’s', { type: 'string' })],
    answers: [
      {
        status: 200,
        description: 'Also those everybody has under open terms: their `partner` is null.',
        schema: 'GrantList',
        example: { grants: [grant, everybodys] },
      },
    ],
  },
  {
    ...call,
    id: 'getGrant',
    method: 'GET',
    path: '/grants/{number}',
    scope: 'read',
    summary: 'Read a permission with its history',
    parameters: [number],
    answers: [
      {
        status: 200,
        description: 'Every move with who made it and why: `api`, `desk`, `partner`, `rule` or `publication`.',
        schema: 'GrantAnswer',
        example: {
          ...grant,
          history: [{ at: '2026-11-22T18:49:58Z', state: 'active', actor: 'api', reason: 'Given by the publisher.' }],
        },
      },
    ],
    problems: [404],
  },
  {
    ...call,
    id: 'postGrantState',
    method: 'POST',
    path: '/grants/{number}/state',
    summary: 'Suspend a permission, let it go on, or end it',
    description:
      'From `offered` to `active` or `ended`, from `active` to `suspended` or `ended`, from `suspended` to `active` or `ended`. What is ended stays ended.',
    parameters: [number],
    body: { schema: 'GrantState', example: { state: 'suspended', reason: 'They asked for a pause.' } },
    answers: [
      { status: 200, description: 'It is so.', schema: 'GrantMoved', example: { number: 2, state: 'suspended' } },
    ],
    problems: [400, 404, 409, 413, 422],
  },
  {
    ...call,
    id: 'getRequests',
    method: 'GET',
    path: '/requests',
    scope: 'read',
    summary: 'List requests for permission',
    parameters: [
      queryParameter('state', 'Which of them', {
        type: 'string',
        enum: ['open', 'approved', 'declined'],
        default: 'open',
      }),
    ],
    answers: [
      {
        status: 200,
        description: 'Open ones oldest first, the others newest first; at most 200.',
        schema: 'RequestList',
        example: { requests: [request] },
      },
    ],
    problems: [422],
  },
  {
    ...call,
    id: 'postDecision',
    method: 'POST',
    path: '/requests/{number}/decision',
    summary: 'Approve or decline a request',
    description: 'Approving makes the partner, if no partner has the domain verified, and gives the permission.',
    parameters: [pathParameter('number', 'The request’s number', 1, { type: 'integer', minimum: 0 })],
    body: { schema: 'DecisionRequest', example: { decision: 'approve', reason: 'A one-off.' } },
    answers: [
      {
        status: 200,
        description: 'It is decided. After declining, `partner` and `grant` are null.',
        schema: 'Decision',
        example: { request: 1, partner: 'fjord-weekly', grant: 3 },
      },
    ],
    problems: [400, 404, 409, 413, 422],
  },
];
