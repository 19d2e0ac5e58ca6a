/** Calls of the OpenAPI document as requests, and what its schemas say of their answers. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Response } from 'miniflare';
import { CALLS, openApi } from '../../scripts/openapi/document.ts';
import type { Operation } from '../../scripts/openapi/operation.ts';
import type { WatchedWorld } from '../access/watched-world.ts';

const FORMATS = {
  uri: (text: string) => URL.canParse(text),
  email: (text: string) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text),
  date: (text: string) => /^\d{4}-\d\d-\d\d$/.test(text),
  'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What we answer has the members that are documented and no other; clients are told to expect more one day. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (!isObject(value)) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, closed(each)]));
  return isObject(inner.properties) && inner.type === 'object' ? { additionalProperties: false, ...inner } : inner;
}

const ajv = new Ajv2020({ strict: false, allErrors: true, formats: FORMATS });
ajv.addSchema({ $id: 'api', components: closed(openApi().components) });

function schemaNamed(name: string): ValidateFunction {
  const found = ajv.getSchema(`api#/components/schemas/${name}`);
  if (!found) throw new Error(`There is no schema ${name}`);
  return found;
}

/** What is wrong with a value, in ajv's words. */
export function wrongWith(name: string, value: unknown): string {
  const validate = schemaNamed(name);
  return validate(value) ? '' : ajv.errorsText(validate.errors);
}

export const callNamed = (id: string): Operation => {
  const found = CALLS.find((call) => call.id === id);
  if (!found) throw new Error(`There is no call ${id}`);
  return found;
};

export type Values = Readonly<Record<string, string | number>>;

/** The address of a call with the examples of its parameters, or with other values. */
export function addressOf({ path, parameters = [] }: Operation, values: Values = {}): string {
  const filled = parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce(
      (text, { name, example }) => text.replace(`{${name}}`, encodeURIComponent(values[name] ?? example ?? '')),
      path,
    );
  const query = parameters
    .filter(({ in: place, name, example }) => place === 'query' && (values[name] ?? example) !== undefined)
    .map(({ name, example }) => `${name}=${encodeURIComponent(values[name] ?? example ?? '')}`);
  return `/api${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}

export const sendCall = (
  world: WatchedWorld,
  call: Operation,
  values: Values = {},
  body: unknown = call.body?.example,
): Promise<Response> => world.asEditor(call.method, addressOf(call, values), call.method === 'GET' ? undefined : body);

/** What differs from run to run is replaced by its kind; all the rest is compared word for word. */
export const settled = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value)
      .replace(/"t([sfp])_[0-9a-f]{12}_[0-9a-f]{64}"/g, '"t$1_key"')
      .replace(/"tearsheet-[0-9a-f]{32}"/g, '"challenge"')
      .replace(/"[0-9a-f]{64}"/g, '"sha256"')
      .replace(/"[0-9a-f]{12}"/g, '"id"')
      .replace(/"(at|from|\w+At|modified)":"[0-9T:-]+Z"/g, '"$1":"moment"')
      .replace(/"marks":\{[^}]*\}/g, '"marks":{}')
      .replace(/"day":"[0-9-]+"/g, '"day":"day"')
      .replace(/:1[78]\d{11}\b/g, ':0'),
  );

/** How a call differs from its example. */
export interface Sent {
  readonly values?: Values;
  readonly body?: unknown;
}
