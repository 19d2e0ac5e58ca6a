/** Keys of the editor API, and how often feeds were asked for. */
import { type Operation, pathParameter } from './operation.ts';

const key = {
  id: 'd4f668d9b5bb',
  label: 'Desk',
  scopes: ['publish', 'read'],
  createdAt: 1795361893881,
  revokedAt: null,
};

export const KEY_CALLS: readonly Operation[] = [
  {
    id: 'postKey',
    method: 'POST',
    path: '/keys',
    scope: 'keys',
    tag: 'Keys',
    summary: 'Make a key',
    description: 'The answer is the only time it is shown.',
    body: { schema: 'KeyRequest', example: { label: 'Desk', scopes: ['publish', 'read'] } },
    answers: [
      {
        status: 201,
        description: 'It opens what its scopes say, at once.',
        schema: 'MintedKey',
        example: { ...key, key: `ts_d4f668d9b5bb_${'0'.repeat(64)}` },
      },
    ],
    problems: [400, 413, 422],
  },
  {
    id: 'getKeys',
    method: 'GET',
    path: '/keys',
    scope: 'keys',
    tag: 'Keys',
    summary: 'List the keys, without their secrets',
    answers: [{ status: 200, description: 'Also the revoked ones.', schema: 'KeyList', example: { keys: [key] } }],
  },
  {
    id: 'deleteKey',
    method: 'DELETE',
    path: '/keys/{id}',
    scope: 'keys',
    tag: 'Keys',
    summary: 'Revoke a key',
    parameters: [pathParameter('id', 'The middle part of the key', key.id)],
    answers: [
      { status: 200, description: 'It opens nothing any more.', schema: 'Revoked', example: { revoked: true } },
    ],
    problems: [404],
  },
  {
    id: 'getPolls',
    method: 'GET',
    path: '/polls',
    scope: 'read',
    tag: 'Polls',
    summary: 'How often feeds were asked for',
    description: 'By UTC day. Nothing of a reader is in it but the family of its program.',
    answers: [
      {
        status: 200,
        description: 'A crash may lose the last second.',
        schema: 'PollList',
        example: {
          polls: [{ day: '2026-11-22', key: 'feedly unconditional full rss -', count: 1, subscribers: 30 }],
        },
      },
    ],
  },
];
