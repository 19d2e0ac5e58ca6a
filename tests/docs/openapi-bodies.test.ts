/** The small bodies of the editor API are what the OpenAPI document says they are; and how the document itself is served. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi } from '../../scripts/openapi/document.ts';
import { memberAt } from '../../src/lib/json.ts';
import { openWatched, type WatchedWorld } from '../access/watched-world.ts';
import { mutantsOf } from './mutants.ts';
import { callNamed, sendCall, wrongWith } from './openapi-calls.ts';

let world: WatchedWorld;
beforeAll(async () => {
  world = await openWatched();
});
afterAll(() => world.close());

/** Those whose schemas `src/routes` keeps to itself. */
const SMALL = [
  ['postKey', 'KeyRequest'],
  ['postPartnerKey', 'PartnerKeyRequest'],
  ['postPartnerState', 'PartnerState'],
  ['postGrantState', 'GrantState'],
  ['postDecision', 'DecisionRequest'],
] as const;

describe.each(SMALL)('the body of %s', (id, schema) => {
  it('is refused by the service where the document refuses it, and nowhere else', async () => {
    const call = callNamed(id);
    for (const { words, value } of mutantsOf(call.body?.example)) {
      const response = await sendCall(world, call, {}, JSON.stringify(value));
      await response.body?.cancel();
      // 400 for what is no object at all.
      expect([400, 422].includes(response.status), `${words}: ${response.status}`).toBe(
        wrongWith(schema, value) !== '',
      );
    }
  });
});

/** Texts of a body that have a greatest length. */
const LIMITS = SMALL.flatMap(([id, schema]) =>
  Object.entries(Object(memberAt(openApi(), 'components', 'schemas', schema, 'properties'))).flatMap(
    ([field, inner]) => {
      const max = Number(memberAt(inner, 'maxLength'));
      return Number.isNaN(max) ? [] : [[id, field, max] as const];
    },
  ),
);

it('finds limits to try', () => {
  expect(LIMITS.map(([id, field]) => `${id} ${field}`)).toContain('postPartnerKey label');
});

it.each(LIMITS)('%s takes a %s of %i characters and no more', async (id, field, max) => {
  const call = callNamed(id);
  const statusOf = async (length: number): Promise<number> => {
    const body = { ...Object(call.body?.example), [field]: 'x'.repeat(length) };
    return (await sendCall(world, call, {}, body)).status;
  };
  expect(await statusOf(max - 1)).not.toBe(422);
  expect(await statusOf(max)).not.toBe(422);
  expect(await statusOf(max + 1)).toBe(422);
});

describe('/api/openapi.json', () => {
  it('is for everybody, may be kept, and is asked for again by its ETag', async () => {
    const response = await world.ask('GET', '/api/openapi.json');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('cache-control')).toContain('public');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await response.json()).toEqual(JSON.parse(readFileSync('public/assets/openapi.json', 'utf8')));
    const etag = response.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    const again = await world.ask('GET', '/api/openapi.json', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(again.headers.get('etag')).toBe(etag);
    expect(await again.text()).toBe('');
  });

  it('answers HEAD without a body, and 405 for what would change it', async () => {
    const head = await world.ask('HEAD', '/api/openapi.json');
    expect([head.status, await head.text()]).toEqual([200, '']);
    const put = await world.asEditor('PUT', '/api/openapi.json', {});
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});
