/** The OpenAPI document is the service's: every call, every scope, every field, every example. */
import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { CALLS, openApi } from '../../scripts/openapi/document.ts';
import { PROBLEM_EXAMPLES } from '../../scripts/openapi/problem-examples.ts';
import { SCOPE_NAMES } from '../../scripts/openapi/schema-atoms.ts';
import { articleInputSchema } from '../../src/article/input.ts';
import { publicationSchema } from '../../src/article/publication.ts';
import { DIALECT_NAMES } from '../../src/dialect/dialects.ts';
import { SCOPES } from '../../src/editor/keys.ts';
import { memberAt } from '../../src/lib/json.ts';
import { grantSchema } from '../../src/partner/grant.ts';
import { partnerSchema } from '../../src/partner/partner.ts';
import { API_ROUTES } from '../../src/routes/api.ts';
import { mutantsOf } from './mutants.ts';
import { callNamed, wrongWith } from './openapi-calls.ts';

vi.mock('cloudflare:workers', () => ({ DurableObject: Object, WorkerEntrypoint: Object }));

const FILE = 'public/assets/openapi.json';

describe('the document', () => {
  it('is the one that npm run openapi writes now', () => {
    expect(JSON.parse(readFileSync(FILE, 'utf8')), 'run npm run openapi').toEqual(
      JSON.parse(JSON.stringify(openApi())),
    );
  });

  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(JSON.parse(readFileSync(FILE, 'utf8')));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('has every call with its scope, and no other', () => {
    const documented = CALLS.map(({ method, path, scope }) => `${method} ${path} ${scope}`);
    const served = API_ROUTES.map(
      ({ method, path, scope }) => `${method} ${path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}')} ${scope}`,
    );
    expect([...documented].sort()).toEqual([...served].sort());
    expect([...SCOPE_NAMES].sort()).toEqual([...SCOPES].sort());
  });

  it('refers only to what is in it, and has nothing that is not referred to', () => {
    const text = JSON.stringify(openApi());
    const wanted = [...text.matchAll(/"#\/components\/(\w+)\/([^"]+)"/g)].map(([, kind, name]) => `${kind}/${name}`);
    const there = ['schemas', 'responses'].flatMap((kind) =>
      Object.keys(Object(memberAt(openApi(), 'components', kind))).map((name) => `${kind}/${name}`),
    );
    expect(new Set(wanted)).toEqual(new Set(there.filter((name) => name !== 'schemas/LineAnswer')));
  });
});

/** What the service's own schema says against a value. */
const against = (schema: v.GenericSchema) => (value: unknown) =>
  (v.safeParse(schema, value).issues ?? []).map(({ message }) => message);

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The id stands in the address. */
const againstPartner = (value: unknown) =>
  against(partnerSchema(DIALECT_NAMES, ['en']))(isObject(value) ? { ...value, id: 'sundet-nytt' } : value);

const OWN: readonly (readonly [string, string, (value: unknown) => readonly string[]])[] = [
  ['putPublication', 'Publication', against(publicationSchema)],
  ['putArticle', 'Article', against(articleInputSchema)],
  ['postGrant', 'GrantRequest', against(grantSchema)],
  ['putPartner', 'PartnerPutRequest', againstPartner],
];

describe.each(OWN)('the body of %s', (id, name, refusals) => {
  const told = JSON.stringify(openApi());
  /** Of the language the document says in words that it is one of the publication’s. */
  const SAID_OTHERWISE = /^Write one of the publication’s languages|^There are no terms/;
  const mutants = mutantsOf(callNamed(id).body?.example);

  it('is taken', () => {
    expect(wrongWith(name, callNamed(id).body?.example)).toBe('');
    expect(refusals(callNamed(id).body?.example)).toEqual([]);
  });

  it('is refused by the service where the document refuses it', () => {
    // valibot takes an empty list for an empty object, which does no harm.
    const wrong = mutants.filter(({ words, value }) => !words.endsWith('= []') && wrongWith(name, value) !== '');
    expect(wrong.length).toBeGreaterThan(30);
    for (const { words, value } of wrong)
      expect(refusals(value), `${words}: ${wrongWith(name, value)}`).not.toEqual([]);
  });

  it('is refused by the document where the service refuses it, if not by a keyword, in words', () => {
    for (const { words, value } of mutants.filter((each) => wrongWith(name, each.value) === ''))
      for (const message of refusals(value).filter((each) => !SAID_OTHERWISE.test(each)))
        expect(told.includes(JSON.stringify(message).slice(1, -1)), `${words}: ${message}`).toBe(true);
  });

  it('names every field there is', () => {
    const { entries } = bodyOf(id);
    const documented = Object.keys(Object(memberAt(openApi(), 'components', 'schemas', name, 'properties')));
    expect(documented.sort()).toEqual(entries.sort());
  });
});

function bodyOf(id: string): { readonly entries: string[] } {
  const schemas: Readonly<Record<string, unknown>> = {
    putPublication: publicationSchema,
    putArticle: articleInputSchema,
    postGrant: grantSchema,
    putPartner: partnerSchema(DIALECT_NAMES, ['en']),
  };
  const schema = schemas[id];
  const entries = Object.keys(Object(memberAt(schema, 'entries')));
  return { entries: id === 'putPartner' ? entries.filter((entry) => entry !== 'id') : entries };
}

describe('examples', () => {
  it.each(CALLS.map((call) => [call.id, call] as const))('%s answers what its schema says', (_id, { answers }) => {
    for (const { schema, example, type } of answers.filter(({ example }) => example !== undefined))
      for (const value of type && Array.isArray(example) ? example : [example])
        expect(wrongWith(schema, value)).toBe('');
  });

  it('every problem is one', () => {
    for (const [status, examples] of Object.entries(PROBLEM_EXAMPLES))
      for (const example of Object.values(examples)) {
        expect(wrongWith('Problem', memberAt(example, 'value'))).toBe('');
        expect(memberAt(example, 'value', 'status')).toBe(Number(status));
      }
  });
});
