/** One call of the editor API as the document tells it. */

import type { JsonSchema } from './json-schema.ts';
import type { SCOPE_NAMES } from './schema-atoms.ts';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly description: string;
  readonly schema: JsonSchema;
  readonly example?: string | number;
  readonly required?: boolean;
}

export interface Body {
  /** Media type; JSON if nothing is said. */
  readonly type?: string;
  /** A name below `#/components/schemas`, or a schema. */
  readonly schema: string | JsonSchema;
  readonly description?: string;
  /** Undefined where bytes are sent. */
  readonly example?: unknown;
}

export interface Answer {
  readonly status: 200 | 201;
  readonly type?: string;
  readonly description: string;
  readonly schema: string;
  readonly example: unknown;
}

export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Below `/api`. */
  readonly path: string;
  readonly scope: (typeof SCOPE_NAMES)[number];
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly body?: Body;
  /** The first is what the example leads to. */
  readonly answers: readonly Answer[];
  /** Statuses besides those every call has (401, 403, 503). */
  readonly problems?: readonly (keyof typeof PROBLEM_WORDS)[];
}

export const PROBLEM_WORDS = {
  400: 'The body is not what was to be sent',
  401: 'No key, or one that is unknown or revoked',
  403: 'The key lacks the scope',
  404: 'There is no such thing',
  409: 'Not possible as things are now',
  413: 'Too large',
  415: 'Another type than can be taken',
  422: 'Not valid: `errors` names every field and what to write instead',
  503: 'The catalogue is away, or what was written kept changing: send it again after `Retry-After`',
} as const;

export const pathParameter = (
  name: string,
  description: string,
  example: string | number,
  schema: JsonSchema = { type: 'string' },
): Parameter => ({ name, in: 'path', description, schema, example });

export const queryParameter = (name: string, description: string, schema: JsonSchema): Parameter => ({
  name,
  in: 'query',
  description,
  schema,
});
