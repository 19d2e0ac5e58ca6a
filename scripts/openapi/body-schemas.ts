/** What the service takes: made from its own schemas, so that neither can change without the other. */
import * as v from 'valibot';
import { guid, id, line, moment, slug, url } from '../../src/article/fields.ts';
import { articleInputSchema } from '../../src/article/input.ts';
import { publicationSchema } from '../../src/article/publication.ts';
import { termsName, termsSchema } from '../../src/article/terms.ts';
import { DIALECT_NAMES } from '../../src/dialect/dialects.ts';
import { memberAt } from '../../src/lib/json.ts';
import { GRANT_STATES, grantSchema } from '../../src/partner/grant.ts';
import { KEY_KINDS, PARTNER_STATES, partnerSchema } from '../../src/partner/partner.ts';
import { type JsonSchema, jsonSchemaOf, type Named } from './json-schema.ts';
import { SCOPE_NAMES } from './schema-atoms.ts';

const FIELDS: readonly (readonly [string, unknown])[] = [
  ['Url', url],
  ['Moment', moment],
  ['Slug', slug],
  ['ArticleId', id],
  ['Guid', guid],
  ['TermsName', termsName],
];

const FIELD_NAMES: Named = new Map(FIELDS.map(([name, schema]) => [schema, name]));
const NAMED: Named = new Map([...FIELD_NAMES, [termsSchema, 'Terms']]);
const unnamedTerms = jsonSchemaOf(termsSchema, FIELD_NAMES);

/** Those `src/routes` keeps to itself; a test compares them with the service, value by value. */
const reason = line(500);
const small = {
  KeyRequest: v.strictObject({
    label: line(100),
    scopes: v.pipe(v.array(v.picklist(SCOPE_NAMES)), v.minLength(1)),
  }),
  PartnerKeyRequest: v.strictObject({ kind: v.picklist(KEY_KINDS), label: line(100) }),
  PartnerState: v.strictObject({ state: v.picklist(PARTNER_STATES) }),
  GrantState: v.strictObject({ state: v.picklist(GRANT_STATES), reason }),
  DecisionRequest: v.strictObject({
    decision: v.picklist(['approve', 'decline']),
    reason: v.optional(reason, 'Decided by the publisher.'),
  }),
};

const made = (schema: unknown): JsonSchema => jsonSchemaOf(schema, NAMED);

function propertiesOf(schema: JsonSchema): Readonly<Record<string, unknown>> {
  const found = memberAt(schema, 'properties');
  return typeof found === 'object' && found !== null ? { ...found } : {};
}

/** The id stands in the address, and which languages there are is for the publication to say. */
function partnerPut(): JsonSchema {
  const { id: _inTheAddress, language: _any, ...rest } = propertiesOf(made(partnerSchema(DIALECT_NAMES, ['en'])));
  const language = { type: 'string', description: 'One of the publication’s languages: the one its feeds are in' };
  return {
    type: 'object',
    properties: { ...rest, language },
    required: ['name', 'language'],
    additionalProperties: false,
  };
}

/** As they are answered: every default is written out. */
function frozenTerms(): JsonSchema {
  const properties = { name: { type: 'string' }, ...propertiesOf(unnamedTerms) };
  const sometimes = ['license', 'excerptWords', 'share', 'removeAfterDays'];
  return { type: 'object', properties, required: Object.keys(properties).filter((name) => !sometimes.includes(name)) };
}

export const BODIES: Readonly<Record<string, JsonSchema>> = {
  ...Object.fromEntries(FIELDS.map(([name, schema]) => [name, jsonSchemaOf(schema)])),
  Terms: unnamedTerms,
  FrozenTerms: frozenTerms(),
  Publication: made(publicationSchema),
  Article: made(articleInputSchema),
  PartnerPutRequest: partnerPut(),
  GrantRequest: made(grantSchema),
  ...Object.fromEntries(Object.entries(small).map(([name, schema]) => [name, made(schema)])),
};
