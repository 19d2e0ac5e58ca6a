/** Every example of the OpenAPI document is sent to the real service, in order, and every problem it names is met. */
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Response } from 'miniflare';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CALLS } from '../../scripts/openapi/document.ts';
import type { Answer, Operation } from '../../scripts/openapi/operation.ts';
import { memberAt } from '../../src/lib/json.ts';
import { openWatched, type WatchedWorld } from '../access/watched-world.ts';
import { jpeg } from '../editor/photos.ts';
import { migrate } from '../world.ts';
import { addressOf, callNamed, type Sent, sendCall, settled, type Values, wrongWith } from './openapi-calls.ts';

const PHOTO = new Uint8Array(readFileSync('content/articles/harbour-lights/lighthouse.jpg'));
/** For answers that come before the body is read: a longer one could find the connection closed. */
const SMALL_PHOTO = jpeg(20, 30);
const FEEDLY = 'Feedly/1.0 (+http://www.feedly.com/fetcher.html; 30 subscribers)';

let world: WatchedWorld;
/** Without a publication: what an export is restored into, and where most else is refused. */
let empty: WatchedWorld;
/** What earlier answers named, for later addresses. */
const known = { key: '', partnerKey: '' };

beforeAll(async () => {
  [world, empty] = [await openWatched({ publication: null }), await openWatched({ publication: null })];
});
afterAll(() => Promise.all([world.close(), empty.close()]));

const isRestore = (id: string): boolean => /Restore/.test(id);

/** What must have happened before a call, besides the calls above it. */
const BEFORE: Readonly<Record<string, () => Promise<unknown>>> = {
  getPolls: async () => {
    await (await world.ask('GET', '/feed.rss', { headers: { 'user-agent': FEEDLY } })).arrayBuffer();
    await wait(1500);
  },
  checkDomain: async () => {
    const domain = 'sundetnytt.example';
    const challenge = memberAt(await (await sendCall(world, callNamed('putDomain'))).json(), 'challenge');
    world.outside.set(
      `https://cloudflare-dns.com/dns-query?name=_tearsheet.${domain}&type=TXT`,
      JSON.stringify({ Answer: [{ data: `"${challenge}"` }] }),
    );
  },
  getRequests: async () => {
    await sendCall(world, callNamed('putArticle'));
    const form = new URLSearchParams({
      organisation: 'Fjord Weekly',
      name: 'Mona Vik',
      email: 'mona@fjordweekly.example',
      domain: 'fjordweekly.example',
      message: 'For our issue of 3 December.',
    });
    const asked = await world.ask('POST', '/republish/pilot-boat/request', {
      body: form,
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    expect(asked.status).toBe(201);
  },
};

const valuesFor = ({ id }: Operation): Values => {
  if (id === 'deleteKey') return { id: known.key };
  return id === 'deletePartnerKey' ? { key: known.partnerKey } : {};
};

const linesIn = (text: string): unknown =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const takesPhoto = (id: string): boolean => callNamed(id).body?.type === 'image/*';

async function isPhoto(response: Response): Promise<void> {
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(PHOTO);
}

/** Answers the answer. */
async function isAnswer(response: Response, documented: Answer | undefined): Promise<unknown> {
  if (documented?.type === 'image/*') return isPhoto(response);
  const text = await response.text();
  expect(response.status, text).toBe(documented?.status);
  const type = documented?.type ?? 'application/json';
  expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
  const value: unknown = documented?.type ? linesIn(text) : JSON.parse(text);
  for (const each of Array.isArray(value) ? value : [value]) expect(wrongWith(documented?.schema ?? '', each)).toBe('');
  expect(settled(value)).toEqual(settled(documented?.example));
  return value;
}

describe('examples, one after the other', () => {
  it.each(CALLS.map((call) => [call.id, call] as const))('%s answers what is written', async (id, call) => {
    await BEFORE[id]?.();
    const response = await sendCall(
      isRestore(id) ? empty : world,
      call,
      valuesFor(call),
      takesPhoto(id) ? PHOTO : undefined,
    );
    const value = await isAnswer(response, call.answers[0]);
    if (id === 'postKey') known.key = String(memberAt(value, 'id'));
    if (id === 'postPartnerKey') known.partnerKey = String(memberAt(value, 'id'));
  });
});

const UNKNOWN: Values = {
  id: 'nobody',
  hash: '0'.repeat(64),
  key: '0'.repeat(12),
  number: 999_999,
  domain: 'no.example',
  table: 'none',
  export: 'none',
};
const BIG = 64 * 1024 + 1;

/** What provokes a problem: other values in the address, or another body. */
function provoked({ id, body }: Operation, status: number): Sent {
  if (takesPhoto(id)) return { body: PHOTOS[status] };
  if (status === 413 && LINES[id]) return { values: { from: 1 }, body: LINES[id] };
  switch (status) {
    case 400:
      return { body: '{' };
    case 404:
      return { values: UNKNOWN };
    case 409:
      return { body: { state: 'requested', reason: 'A test.' } };
    case 413:
      return { body: 'x'.repeat(id === 'putArticle' ? 2 * 1024 * 1024 + 1 : BIG) };
    default:
      return body
        ? { values: { from: 1 }, body: { 'nobody-knows': 1 } }
        : { values: { domain: 'localhost', state: 'x', after: 'x' } };
  }
}

const LINES: Readonly<Record<string, string>> = {
  postArticles: '{}\n'.repeat(21),
  postRestoreRows: '{}\n'.repeat(501),
};

const PHOTOS: Readonly<Record<number, Uint8Array>> = {
  400: new Uint8Array(),
  413: new Uint8Array(8 * 1024 * 1024 + 1),
  415: new TextEncoder().encode('no photo'),
  422: jpeg(20_001, 1),
};

const problems = CALLS.flatMap((call) => (call.problems ?? []).map((status) => [call.id, status, call] as const));

async function isProblem(response: Response, status: number): Promise<void> {
  const text = await response.text();
  expect(response.status, text).toBe(status);
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const problem: unknown = JSON.parse(text);
  expect(wrongWith('Problem', problem)).toBe('');
  expect(memberAt(problem, 'status')).toBe(status);
}

/** What they answer is not in the catalogue. */
const ELSEWHERE = ['getPolls', 'getExportPhoto'];

describe('problems', () => {
  /** Refused as it is: before there is a publication or, for what is restored, once there is one. */
  const refusedAsItIs = (id: string, status: number): boolean =>
    (status === 409 && id !== 'postGrantState') || id === 'getPublication';

  it.each(problems)('%s is refused with %i', async (id, status, call) => {
    const place = refusedAsItIs(id, status) === isRestore(id) ? world : empty;
    const example = takesPhoto(id) ? SMALL_PHOTO : call.body?.example;
    const { values, body } = refusedAsItIs(id, status) ? { values: {}, body: example } : provoked(call, status);
    await isProblem(await sendCall(place, call, values, body), status);
  });

  it.each(CALLS.map((call) => [call.id, call] as const))('%s is refused with 401 without a key', async (_id, call) => {
    const response = await world.ask(call.method, addressOf(call));
    expect(response.headers.get('www-authenticate')).toContain('Bearer');
    await isProblem(response, 401);
  });

  it('every call that needs the catalogue is refused with 503 while it is away', async () => {
    await empty.db.exec('PRAGMA defer_foreign_keys = on');
    const { results } = await empty.db
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'd1%'",
      )
      .all<{ name: string }>();
    for (const { name } of results) await empty.db.exec(`DROP TABLE ${name}`);
    for (const call of CALLS.filter(({ id }) => !ELSEWHERE.includes(id))) {
      const response = await sendCall(empty, call, {}, takesPhoto(call.id) ? SMALL_PHOTO : undefined);
      await isProblem(response, 503);
      expect(response.headers.get('retry-after'), call.id).not.toBeNull();
    }
    await migrate(empty.db);
  });
});
