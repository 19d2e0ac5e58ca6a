/**
 * A valibot schema as JSON Schema (2020-12): what the service takes, before anything is cleaned. It knows the kinds our
 * schemas are made of and refuses any other, so that none is left out without a word.
 */
import { memberAt } from '../../src/lib/json.ts';

export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** Schemas that stand under a name of their own, and are referred to. */
export type Named = ReadonlyMap<unknown, string>;

export const refTo = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

export function jsonSchemaOf(schema: unknown, named: Named = new Map()): JsonSchema {
  const name = named.get(schema);
  if (name !== undefined) return refTo(name);
  const pipe = memberAt(schema, 'pipe');
  if (!Array.isArray(pipe)) return plain(schema, named);
  const [first, ...steps]: unknown[] = pipe;
  const made: Record<string, unknown> = { ...jsonSchemaOf(first, named) };
  for (const step of steps) Object.assign(made, stepOf(step, made));
  return made;
}

const typeOf = (schema: unknown): string => String(memberAt(schema, 'type'));

function plain(schema: unknown, named: Named): JsonSchema {
  const inner = (key: string): JsonSchema => jsonSchemaOf(memberAt(schema, key), named);
  switch (typeOf(schema)) {
    case 'string':
    case 'number':
    case 'boolean':
      return { type: typeOf(schema) };
    case 'picklist':
      return { type: 'string', enum: memberAt(schema, 'options') };
    case 'array':
      return { type: 'array', items: inner('item') };
    case 'tuple_with_rest':
      return { type: 'array', items: inner('rest'), minItems: entriesAt(schema, 'items').length };
    case 'record':
      return { type: 'object', propertyNames: inner('key'), additionalProperties: inner('value') };
    case 'strict_object':
      return objectOf(entriesAt(schema, 'entries'), named);
    case 'optional':
      return { ...inner('wrapped'), ...defaultOf(schema) };
    default:
      throw new Error(`scripts/openapi/json-schema.ts does not know the kind "${typeOf(schema)}". Teach it.`);
  }
}

function entriesAt(schema: unknown, key: string): readonly (readonly [string, unknown])[] {
  const found = memberAt(schema, key);
  return typeof found === 'object' && found !== null ? Object.entries(found) : [];
}

function defaultOf(schema: unknown): JsonSchema {
  const value = memberAt(schema, 'default');
  return value === undefined ? {} : { default: value };
}

function objectOf(entries: readonly (readonly [string, unknown])[], named: Named): JsonSchema {
  const required = entries.filter(([, entry]) => typeOf(entry) !== 'optional').map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, entry]) => [name, jsonSchemaOf(entry, named)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

/** What one step of a pipe adds. What JSON Schema has no keyword for is said in words: those of the service's own refusal. */
function stepOf(step: unknown, { type, description, pattern }: JsonSchema): JsonSchema {
  const requirement = memberAt(step, 'requirement');
  const list = type === 'array';
  switch (typeOf(step)) {
    case 'min_length':
      // Texts are cleaned before they are measured: blanks alone are nothing.
      return list ? { minItems: requirement } : { minLength: requirement, pattern: '\\S' };
    case 'max_length':
      return { [list ? 'maxItems' : 'maxLength']: requirement };
    case 'min_value':
      return { minimum: requirement };
    case 'max_value':
      return { maximum: requirement };
    case 'integer':
      return { type: 'integer' };
    case 'email':
      return { format: 'email' };
    case 'regex':
      return { ...matching(String(memberAt(requirement, 'source')), pattern), ...described(step, description) };
    case 'check':
      return described(step, description);
    case 'transform':
    case 'raw_check':
      return {};
    default:
      throw new Error(`scripts/openapi/json-schema.ts does not know the step "${typeOf(step)}". Teach it.`);
  }
}

const matching = (source: string, before: unknown): JsonSchema =>
  before === undefined ? { pattern: source } : { allOf: [{ pattern: source }] };

function described(step: unknown, before: unknown): JsonSchema {
  const message = memberAt(step, 'message');
  if (typeof message !== 'string') return {};
  return { description: typeof before === 'string' && before !== message ? `${before}. ${message}` : message };
}
