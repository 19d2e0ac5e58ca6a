/** When the catalogue is away, feeds go on from what is held, and say that it is old. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EDITOR_KEY, named, openWorld, type World } from '../world.ts';

let world: World;
const plain = { 'accept-encoding': 'identity' };

beforeAll(async () => {
  world = await openWorld();
  await world.send('PUT', '/api/articles', named('one'));
});
afterAll(() => world.close());

/** Real errors of the real database: its tables are not where they were. */
async function away(work: () => Promise<void>): Promise<void> {
  for (const table of ['state', 'listing', 'article'])
    await world.db.exec(`ALTER TABLE ${table} RENAME TO ${table}_away`);
  try {
    await work();
  } finally {
    for (const table of ['state', 'listing', 'article'])
      await world.db.exec(`ALTER TABLE ${table}_away RENAME TO ${table}`);
  }
}

describe('while the catalogue is away', () => {
  it('serves the feed it holds, marked as stale once it can’t be renewed', async () => {
    const before = await world.get('/feed.rss', plain);
    const text = await before.text();
    await away(async () => {
      await wait(4500);
      const stale = await world.get('/feed.rss', plain);
      expect(stale.status).toBe(200);
      expect(stale.headers.get('cache-status')).toMatch(/hit; ttl=-\d+/);
      expect(await stale.text()).toBe(text);
      expect(
        (await world.get('/feed.rss', { ...plain, 'if-none-match': before.headers.get('etag') ?? '' })).status,
      ).toBe(304);
    });
    expect((await world.get('/feed.rss', plain)).headers.get('cache-status')).not.toMatch(/ttl=-/);
  });

  it('answers 503 with Retry-After for what it does not hold, and for publishing, and writes nothing', async () => {
    await away(async () => {
      const feed = await world.get('/tags/ferries/feed.atom', plain);
      expect(feed.status).toBe(503);
      expect(feed.headers.get('retry-after')).toBe('5');
      const put = await world.send('PUT', '/api/articles', named('two'));
      expect(put.status).toBe(503);
      expect(put.headers.get('retry-after')).not.toBeNull();
      expect(await put.text()).not.toMatch(/SQL|D1_|no such table/);
    });
    expect((await world.get('/articles/two')).status).toBe(404);
    expect((await world.send('PUT', '/api/articles', named('two'))).status).toBe(201);
  });
});

describe('a client that polls in full too often', () => {
  const from = (address: string, more = {}) => ({
    ...plain,
    'cf-connecting-ip': address,
    'user-agent': 'reader/1',
    ...more,
  });

  it('is asked to wait at the eleventh time, never while it is conditional', async () => {
    const etag = (await world.get('/feed.rss', from('2001:db8::1'))).headers.get('etag') ?? '';
    for (let index = 2; index <= 10; index++)
      expect((await world.get('/feed.rss', from('2001:db8::1'))).status).toBe(200);
    const refused = await world.get('/feed.rss', from('2001:db8::1'));
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(refused.headers.get('cache-control')).toBe('no-store');
    expect(await refused.text()).toContain('If-None-Match');
    for (let index = 0; index < 15; index++)
      expect((await world.get('/feed.rss', from('2001:db8::1', { 'if-none-match': etag }))).status).toBe(304);
    expect((await world.get('/feed.rss', from('2001:db8::2'))).status).toBe(200);
    expect((await world.get('/feed.atom', from('2001:db8::1'))).status).toBe(200);
  });
});

describe('polls', () => {
  it('are counted by family, way, answer, format and feed, with subscribers, and without addresses', async () => {
    const agent = 'Feedbin feed-id:1 - 42 subscribers (+https://reader.example/) secret-platform/9.9';
    const etag = (await world.get('/feed.json', { ...plain, 'user-agent': agent })).headers.get('etag') ?? '';
    await world.get('/feed.json', { ...plain, 'user-agent': agent, 'if-none-match': etag });
    await world.get('/feed.json', { ...plain, 'user-agent': agent, 'if-none-match': etag });
    const polls = async () =>
      (await world.send('GET', '/api/polls', undefined, { authorization: `Bearer ${EDITOR_KEY}` })).text();
    await expect.poll(polls, { timeout: 5000 }).toContain('feedbin conditional unchanged json -');
    const counted: { polls: { key: string; count: number; subscribers: number }[] } = JSON.parse(await polls());
    expect(counted.polls.filter(({ key }) => key.startsWith('feedbin'))).toMatchObject([
      { key: 'feedbin conditional unchanged json -', count: 2, subscribers: 42 },
      { key: 'feedbin unconditional full json -', count: 1, subscribers: 42 },
    ]);
    expect(JSON.stringify(counted)).not.toMatch(/2001:db8|secret-platform/);
  });
});
