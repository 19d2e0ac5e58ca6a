/** Refusals as the service words them. */
import type { JsonSchema } from './json-schema.ts';

const problem = (status: number, title: string, detail: string, errors?: readonly object[]) => ({
  value: { type: 'about:blank', status, title, detail, ...(errors && { errors }) },
});

const languages = { pointer: '/language', detail: 'Write one of: en.' };

export const PROBLEM_EXAMPLES: Readonly<Record<string, JsonSchema>> = {
  400: { notJson: problem(400, 'Not JSON', 'The body is not JSON. Send one JSON object.') },
  401: {
    noKey: problem(401, 'Key needed', 'Send your key: Authorization: Bearer KEY.'),
    wrongKey: problem(401, 'Key needed', 'This key is unknown or revoked.'),
  },
  403: { scope: problem(403, 'Not allowed', 'This key lacks the scope "partners".') },
  404: { partner: problem(404, 'Not found', 'There is no partner with this id.') },
  409: {
    noPublication: problem(409, 'No publication', 'Say first whose articles these are: PUT /api/publication.'),
    move: problem(409, 'Not possible now', 'This permission is suspended. It can become: active, ended.'),
  },
  413: { body: problem(413, 'Too large', 'Send at most 65536 bytes.') },
  415: {
    photo: problem(
      415,
      'Not a photo',
      'These bytes are no JPEG, PNG, GIF, WebP or AVIF. SVG is refused, because it can hold script.',
    ),
  },
  422: { field: problem(422, 'Not valid', `${languages.pointer}: ${languages.detail}`, [languages]) },
  503: {
    away: problem(503, 'The catalogue is away', 'Nothing was changed. Try again in a few seconds.'),
  },
};
