/** The whole OpenAPI document. The order is that of the tags and calls as they are written. */
import packageJson from '../../package.json' with { type: 'json' };
import { ANSWERS } from './answer-schemas.ts';
import { ARTICLE_CALLS } from './article-calls.ts';
import { BODIES } from './body-schemas.ts';
import { EXPORT_CALLS } from './export-calls.ts';
import { GRANT_CALLS } from './grant-calls.ts';
import { type JsonSchema, refTo } from './json-schema.ts';
import { KEY_CALLS } from './key-calls.ts';
import { type Answer, type Body, type Operation, type Parameter, PROBLEM_WORDS } from './operation.ts';
import { PARTNER_CALLS } from './partner-calls.ts';
import { PHOTO_CALLS } from './photo-calls.ts';
import { PROBLEM_EXAMPLES } from './problem-examples.ts';
import { PUBLICATION_CALLS } from './publication-calls.ts';
import { SCOPE_NAMES } from './schema-atoms.ts';

export const CALLS: readonly Operation[] = [
  ...PUBLICATION_CALLS,
  ...PHOTO_CALLS,
  ...ARTICLE_CALLS,
  ...KEY_CALLS,
  ...PARTNER_CALLS,
  ...GRANT_CALLS,
  ...EXPORT_CALLS,
];

/** Any call can meet these. */
const ALWAYS = [401, 403, 503] as const;

const JSON_TYPE = 'application/json';
const DESCRIPTION =
  'Publishes articles, and says who may republish them. JSON in, JSON out; no answer but this document is cached. What each call means is told in docs/http.md.';

const schemaOf = (schema: string | JsonSchema): JsonSchema => (typeof schema === 'string' ? refTo(schema) : schema);

function bodyOf({ type = JSON_TYPE, schema, description, example }: Body): JsonSchema {
  return {
    required: true,
    ...(description && { description }),
    content: { [type]: { schema: schemaOf(schema), ...(example !== undefined && { example }) } },
  };
}

/** NDJSON is text to OpenAPI: its example is the text, and the description names the schema of a line. Bytes have none. */
function answerOf({ type = JSON_TYPE, description, schema, example }: Answer): JsonSchema {
  if (example === undefined) return { description, content: { [type]: {} } };
  const media =
    type === JSON_TYPE
      ? { schema: refTo(schema), example }
      : { schema: { type: 'string' }, example: Array.isArray(example) ? linesOf(example) : example };
  return { description, content: { [type]: media } };
}

const linesOf = (values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('');

const parameterOf = ({ name, in: place, description, schema, example, required }: Parameter): JsonSchema => ({
  name,
  in: place,
  required: required ?? place === 'path',
  description,
  schema,
  ...(example !== undefined && { example }),
});

function operationOf(call: Operation): JsonSchema {
  const { id, scope, tag, summary, description, parameters = [], body, answers, problems = [] } = call;
  const statuses = [...ALWAYS, ...problems].sort((a, b) => a - b);
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description && { description }),
    security: [{ editorKey: [scope] }],
    ...(parameters.length > 0 && { parameters: parameters.map(parameterOf) }),
    ...(body && { requestBody: bodyOf(body) }),
    responses: {
      ...Object.fromEntries(answers.map((answer) => [answer.status, answerOf(answer)])),
      ...Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/${status}` }])),
    },
  };
}

function pathsOf(calls: readonly Operation[]): JsonSchema {
  const paths = new Map<string, Record<string, JsonSchema>>();
  for (const call of calls) {
    const path = `/api${call.path}`;
    paths.set(path, { ...paths.get(path), [call.method.toLowerCase()]: operationOf(call) });
  }
  return Object.fromEntries(paths);
}

const problems = (): JsonSchema =>
  Object.fromEntries(
    Object.entries(PROBLEM_WORDS).map(([status, description]) => [
      status,
      {
        description,
        content: { 'application/problem+json': { schema: refTo('Problem'), examples: PROBLEM_EXAMPLES[status] } },
      },
    ]),
  );

export const openApi = (): JsonSchema => ({
  openapi: '3.1.0',
  info: {
    title: 'Tearsheet editor API',
    version: packageJson.version,
    description: DESCRIPTION,
    license: { name: packageJson.license, identifier: packageJson.license },
  },
  servers: [{ url: '/', description: 'The deployment this document comes from' }],
  tags: [...new Set(CALLS.map(({ tag }) => tag))].map((name) => ({ name })),
  paths: pathsOf(CALLS),
  components: {
    securitySchemes: {
      editorKey: {
        type: 'http',
        scheme: 'bearer',
        description: `The deployment’s own key, which may do everything, or one made with \`POST /api/keys\`, which may do what its scopes say: ${SCOPE_NAMES.join(', ')}.`,
      },
    },
    schemas: { ...BODIES, ...ANSWERS },
    responses: problems(),
  },
});
