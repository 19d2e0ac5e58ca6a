/** Whatever a client sends, the answer is its own fault or a right one: never a 5xx, and never a broken service behind it. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { named, openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  for (const word of ['one', 'two']) await world.send('PUT', '/api/articles', named(word));
});
afterAll(() => world.close());

const RUNS = 300;
const PATHS = [
  '/feed',
  '/feed.rss',
  '/feed.atom',
  '/feed.json',
  '/tags/ferries/feed.rss',
  '/',
  '/articles/one',
  '/feeds.opml',
  '/archive/1-1.rss',
];

/** What may stand in a header at all: the client would not send anything else. */
const headerText = (max: number) =>
  fc
    .string({
      unit: fc
        .integer({ min: 0x20, max: 0xff })
        .filter((code) => code !== 0x7f)
        .map((code) => String.fromCharCode(code)),
      maxLength: max,
    })
    .map((text) => text.trim());
const token = fc.constantFrom(
  'feed',
  'gzip',
  'vcdiff',
  '*',
  '""',
  'W/',
  '"1.x.y"',
  'W/"2.0.0.gz"',
  ',',
  ';q=',
  ';q=0',
  'text/html',
  'application/*',
  'application/atom+xml',
  'identity',
  'Sun, 06 Nov 1994 08:49:37 GMT',
  '99999999999999999999',
  '-1',
  '\\',
  '%',
);
const header = fc.oneof(
  headerText(200),
  fc.array(token, { maxLength: 400 }).map((parts) => parts.join(' ')),
  fc.constantFrom('', '"', '"'.repeat(3000), ','.repeat(3000)),
);

async function expectSane(path: string, headers: Record<string, string>): Promise<void> {
  const response = await world.get(path, headers);
  await response.arrayBuffer();
  expect({ path, headers, status: response.status }).toMatchObject({
    status: expect.toSatisfy((status: number) => status < 500),
  });
}

describe('random requests', () => {
  it.each(['if-none-match', 'if-modified-since', 'a-im', 'accept', 'accept-encoding', 'user-agent', 'sec-fetch-dest'])(
    'with any %s are answered below 500',
    async (name) => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...PATHS), header, headerText(60), (path, value, etag) =>
          expectSane(path, {
            [name]: value,
            ...(name === 'a-im' && { 'if-none-match': `"${etag.replace(/"/g, '')}"` }),
          }),
        ),
        { numRuns: RUNS },
      );
    },
  );

  it('for any path and query are answered below 500', async () => {
    const part = fc.oneof(
      fc.webPath(),
      fc.string({ maxLength: 60 }),
      fc.constantFrom(
        '..',
        '%2e%2e',
        '%00',
        '%ff',
        '%',
        'feed.rss',
        'tags',
        'articles',
        '\u0001',
        '🦀',
        'constructor',
        '__proto__',
        'archive/1-1.rss',
        'media',
        'api',
        'api/articles',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 5 }), fc.string({ maxLength: 80 }), (parts, query) =>
        expectSane(
          `/${parts.map((text) => text.toWellFormed().replace(/[?#]/g, '')).join('/')}?${encodeURIComponent(query.toWellFormed())}`,
          {},
        ),
      ),
      { numRuns: RUNS * 2 },
    );
  });
});

describe('random documents', () => {
  const value: fc.Arbitrary<unknown> = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('2026-02-30T00:00:00Z', 'tag:a.example,2026:x', 'https://[::1', '\ud800', '\u0000', 1e308),
  );
  const fields = [
    'id',
    'guid',
    'slug',
    'aliases',
    'title',
    'dek',
    'byline',
    'section',
    'tags',
    'language',
    'body',
    'published',
    'modified',
    'status',
    'withdrawal',
    'embargoedUntil',
    'expiresAt',
    'canonicalUrl',
    'rights',
    'license',
    'photo',
    'photos',
    'corrections',
    'origin',
    'constructor',
  ];

  it('are refused with their fields named, or published, and the feeds stay whole', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fields), value, fc.nat(), async (field, random, index) => {
        const response = await world.send(
          'PUT',
          '/api/articles',
          JSON.stringify({ ...named(`fuzz-${index}`), [field]: random }),
        );
        expect({ field, random, status: response.status }).toMatchObject({
          status: expect.toSatisfy((status: number) => status < 500),
        });
        if (response.status === 422 || response.status === 409) {
          const problem: { errors: { pointer: string; detail: string }[] } = JSON.parse(await response.text());
          expect(problem.errors.length).toBeGreaterThan(0);
          for (const { pointer, detail } of problem.errors)
            expect({ pointer, detail: detail.length > 5 }).toEqual({
              pointer: expect.stringMatching(/^(\/|$)/),
              detail: true,
            });
        }
      }),
      { numRuns: RUNS },
    );
    const feed: unknown = await (await world.get('/feed.json', { 'accept-encoding': 'identity' })).json();
    expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1' });
  });

  it('as lines of a batch never keep a good line back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.json(), fc.string()), { maxLength: 8 }), fc.nat(), async (lines, index) => {
        const good = JSON.stringify(named(`line-${index}`));
        const body = [...lines.map((line) => line.replace(/\n/g, ' ')), good].join('\n');
        const response = await world.send('POST', '/api/articles', body, { 'content-type': 'application/x-ndjson' });
        const answers = (await response.text())
          .trim()
          .split('\n')
          .map((line): { status: number } => JSON.parse(line));
        expect([200, 201]).toContain(answers.at(-1)?.status);
      }),
      { numRuns: 60 },
    );
  });
});
