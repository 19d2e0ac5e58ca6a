/** The small schemas that answers are made of. */
import type { JsonSchema } from './json-schema.ts';

export const SCOPE_NAMES = ['read', 'publish', 'partners', 'keys', 'export'] as const;

/** Every member is there in every answer, but for those named as optional. */
export const object = (properties: JsonSchema, optional: readonly string[] = []): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});

export const said = (description: string, schema: JsonSchema): JsonSchema => ({ ...schema, description });
export const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
export const oneOf = (values: readonly string[]): JsonSchema => ({ type: 'string', enum: values });

export const text: JsonSchema = { type: 'string' };
export const textOrNull: JsonSchema = { type: ['string', 'null'] };
export const whole: JsonSchema = { type: 'integer', minimum: 0 };
export const yesOrNo: JsonSchema = { type: 'boolean' };
export const address: JsonSchema = { type: 'string', format: 'uri' };
export const sha256: JsonSchema = { type: 'string', pattern: '^[0-9a-f]{64}$' };
export const keyId: JsonSchema = { type: 'string', pattern: '^[0-9a-f]{12}$' };
export const milliseconds = said('Milliseconds since 1970, UTC', { type: 'integer' });
export const millisecondsOrNull = said('Milliseconds since 1970, UTC; null: never', { type: ['integer', 'null'] });
export const instant = said('RFC 3339', { type: 'string', format: 'date-time' });
export const instantOrNull = said('RFC 3339; null: without end', { type: ['string', 'null'], format: 'date-time' });
