/** Flow 1: the editor API takes articles, keeps what is valid and says what is not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, BASE, EDITOR_KEY, named, openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const ndjson = (lines: readonly (object | string)[]): string =>
  lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');

const post = async (lines: readonly (object | string)[]) => {
  const response = await world.send('POST', '/api/articles', ndjson(lines), { 'content-type': 'application/x-ndjson' });
  const text = await response.text();
  return text
    .split('\n')
    .filter(Boolean)
    .map((line): Record<string, unknown> => JSON.parse(line));
};

const count = async (table: string): Promise<number> =>
  (await world.db.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>('n')) ?? 0;

describe('putting one article', () => {
  it('creates it with 201, answers 200 and changes nothing when it comes again', async () => {
    const first = await world.put({});
    expect(first.status).toBe(201);
    expect(await first.json()).toMatchObject({ changed: true, revision: 1, url: `${BASE}/articles/one` });
    const etag = (await world.get('/feed.rss')).headers.get('etag');
    const again = await world.put({});
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ changed: false, revision: 1 });
    expect((await world.get('/feed.rss')).headers.get('etag')).toBe(etag);
  });

  it('counts a revision and moves the date only when what a reader sees moves', async () => {
    await world.send('PUT', '/api/articles', named('rev'));
    const read = async (): Promise<{ revision: number; modified: string }> => {
      const answer = await world.send('GET', `/api/articles/${encodeURIComponent('tag:test.example,2026:rev')}`);
      const { revision, article }: { revision: number; article: { modified: string } } = JSON.parse(
        await answer.text(),
      );
      return { revision, modified: article.modified };
    };
    const before = await read();
    await world.send('PUT', '/api/articles', named('rev', { aliases: ['older-rev'] }));
    expect(await read()).toMatchObject({ revision: 1, modified: before.modified });
    await world.send('PUT', '/api/articles', named('rev', { aliases: ['older-rev'], title: 'Better' }));
    const after = await read();
    expect(after.revision).toBe(2);
    expect(Date.parse(after.modified)).toBeGreaterThan(Date.parse(before.modified));
  });

  it('refuses a slug and a guid that belong to another, naming the owner', async () => {
    await world.send('PUT', '/api/articles', named('owner', { guid: 'https://cms.example/?p=1' }));
    const response = await world.send(
      'PUT',
      '/api/articles',
      named('thief', { slug: 'owner', guid: 'https://cms.example/?p=1' }),
    );
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      errors: [
        { pointer: '/slug', detail: expect.stringContaining('tag:test.example,2026:owner') },
        { pointer: '/guid', detail: expect.stringContaining('tag:test.example,2026:owner') },
      ],
    });
  });

  it.each([
    ['a body that is missing', { body: undefined }, '/body'],
    ['an unknown field', { colour: 'red' }, '/colour'],
    ['a date without a zone', { published: '2026-11-01T08:00:00' }, '/published'],
    ['a date that is none', { published: '2026-13-41T08:00:00Z' }, '/published'],
    ['a section that is not there', { section: 'sports' }, '/section'],
    ['a language that is not there', { language: 'de' }, '/language'],
    ['an expiry before its time', { expiresAt: '2026-10-01T00:00:00Z' }, '/expiresAt'],
    ['a body of nothing but script', { body: '<script>alert(1)</script>' }, '/body'],
    ['a body nested too deep', { body: '<div>'.repeat(10_000) }, '/body'],
    ['a photo nobody uploaded', { photo: { asset: 'a'.repeat(64), alt: '', credit: 'x' } }, '/photo/alt'],
    ['an image without a credit', { body: '<p>x</p><img src="https://elsewhere.example/x.jpg">' }, '/body'],
  ])('names the field of %s', async (_what, over, pointer) => {
    const before = await count('article');
    const response = await world.send('PUT', '/api/articles', { ...named('bad'), ...over });
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const problem: { errors: { pointer: string }[] } = JSON.parse(await response.text());
    expect(problem.errors.map((error) => error.pointer)).toContain(pointer);
    expect(await count('article')).toBe(before);
  });

  it('refuses what is not JSON, and 20 MB of anything', async () => {
    expect((await world.send('PUT', '/api/articles', 'not json')).status).toBe(400);
    expect((await world.send('PUT', '/api/articles', 'x'.repeat(20 * 1024 * 1024))).status).toBe(413);
  });
});

describe('posting many', () => {
  it('answers each line, and publishes the good ones beside the bad', async () => {
    const answers = await post([
      named('good-1'),
      '{ broken',
      { ...named('bad-2'), title: '' },
      `{"body": "${'x'.repeat(2 * 1024 * 1024)}"}`,
      named('good-2'),
    ]);
    expect(answers.map(({ line, status }) => [line, status])).toEqual([
      [1, 201],
      [2, 400],
      [3, 422],
      [4, 413],
      [5, 201],
    ]);
    expect(answers[2]).toMatchObject({ problem: { errors: [{ pointer: '/title' }] } });
    expect((await world.get('/articles/good-2')).status).toBe(200);
  });

  it('takes 20 lines and not 21', async () => {
    const lines = Array.from({ length: 21 }, (_, index) => named(`many-${index}`));
    expect((await post(lines.slice(0, 20))).length).toBe(20);
    expect((await world.send('POST', '/api/articles', ndjson(lines))).status).toBe(413);
  });

  it('keeps one article for one id sent twice in a batch', async () => {
    await post([named('twin'), named('twin', { title: 'Twin again' })]);
    expect(await world.db.prepare("SELECT count(*) AS n FROM article WHERE slug = 'twin'").first('n')).toBe(1);
  });
});

describe('two editors at once', () => {
  it('lose nothing: each write is whole and seq never repeats', async () => {
    const titles = Array.from({ length: 8 }, (_, index) => `Race ${index}`);
    await Promise.all(titles.map((title) => world.send('PUT', '/api/articles', named('race', { title }))));
    const row = await world.db
      .prepare("SELECT revision, document ->> 'title' AS title FROM article WHERE slug = 'race'")
      .first<{ revision: number; title: string }>();
    expect(titles).toContain(row?.title);
    const revisions = await world.db
      .prepare("SELECT count(*) AS n FROM revision WHERE number = (SELECT number FROM article WHERE slug = 'race')")
      .first('n');
    expect(revisions).toBe(row?.revision);
    expect(await (await world.get('/feed.json')).text()).toContain(row?.title);
  });
});

describe('changing a slug', () => {
  it('keeps the id, and the old address answers 301', async () => {
    await world.send('PUT', '/api/articles', named('moving', { slug: 'old-place' }));
    await world.send('PUT', '/api/articles', named('moving', { slug: 'new-place' }));
    const old = await world.get('/articles/old-place');
    expect(old.status).toBe(301);
    expect(old.headers.get('location')).toBe(`${BASE}/articles/new-place`);
    expect((await world.get('/articles/new-place')).status).toBe(200);
  });
});

describe('reading the catalogue', () => {
  it('lists by number, page by page', async () => {
    const first: { articles: { number: number }[]; next: number } = JSON.parse(
      await (await world.send('GET', '/api/articles?limit=3')).text(),
    );
    expect(first.articles).toHaveLength(3);
    const second: { articles: { number: number }[] } = JSON.parse(
      await (await world.send('GET', `/api/articles?limit=3&after=${first.next}`)).text(),
    );
    expect(second.articles[0]?.number).toBeGreaterThan(first.next);
  });

  it('gives an article in the form it takes one', async () => {
    const full = {
      ...named('there-and-back'),
      guid: 'https://origin.example/?p=1',
      modified: '2026-11-02T08:00:00Z',
      expiresAt: '2199-01-01T00:00:00Z',
      corrections: [{ date: '2026-11-02T08:00:00Z', text: 'A name.', was: 'Ada', now: 'Eda' }],
      origin: {
        hops: [
          {
            role: 'original',
            publisher: 'Origin',
            url: 'https://origin.example/a',
            date: '2026-10-01T00:00:00Z',
            credit: 'From Origin.',
          },
        ],
        permission: { basis: 'written', reference: 'A letter', until: '2027-01-01T00:00:00Z', sublicensable: true },
      },
    };
    await world.send('PUT', '/api/articles', full);
    const at = `/api/articles/${encodeURIComponent(full.id)}`;
    const read: { article: object } = JSON.parse(await (await world.send('GET', at)).text());
    expect(read.article).toMatchObject(full);
    const back = await world.send('PUT', '/api/articles', read.article);
    expect(back.status).toBe(200);
    expect(JSON.parse(await (await world.send('GET', at)).text()).article).toEqual(read.article);
  });

  it('answers 404 for an id it does not know', async () => {
    expect((await world.send('GET', '/api/articles/tag:nobody')).status).toBe(404);
    expect((await world.send('DELETE', '/api/articles/tag:nobody')).status).toBe(404);
  });
});

describe('without a publication', () => {
  it('takes no article and says what to do first', async () => {
    const bare = await openWorld({ publication: null });
    const response = await bare.send('PUT', '/api/articles', article());
    expect(response.status).toBe(409);
    expect(await response.text()).toContain('PUT /api/publication');
    const feed = await bare.get('/feed.rss');
    expect(feed.status).toBe(503);
    expect(feed.headers.get('retry-after')).toBe('10');
    await bare.close();
  });
});

it('keeps the test key out of what it tests', async () => {
  const pages = await Promise.all(
    ['/', '/feed.rss', '/feed.json', '/feeds'].map(async (path) => (await world.get(path)).text()),
  );
  expect(pages.join('')).not.toContain(EDITOR_KEY);
});
