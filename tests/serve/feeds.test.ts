import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { named, openWorld, type World } from '../world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
  for (const word of ['one', 'two', 'three']) await world.send('PUT', '/api/articles', named(word));
});
afterAll(() => world.close());

describe('a feed', () => {
  it.each([
    ['/feed.rss', 'application/rss+xml; charset=utf-8'],
    ['/feed.atom', 'application/atom+xml; charset=utf-8'],
    ['/feed.json', 'application/feed+json; charset=utf-8'],
    ['/sections/harbour/feed.rss', 'application/rss+xml; charset=utf-8'],
    ['/tags/ferries/feed.atom', 'application/atom+xml; charset=utf-8'],
    ['/authors/ada-lens/feed.json', 'application/feed+json; charset=utf-8'],
    ['/languages/en/feed.rss', 'application/rss+xml; charset=utf-8'],
  ])('%s', async (path, type) => {
    const response = await world.get(path, { 'accept-encoding': 'identity' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.text()).toContain('Hello, harbour.');
    const etag = response.headers.get('etag') ?? '';
    expect((await world.get(path, { 'if-none-match': etag, 'accept-encoding': 'identity' })).status).toBe(304);
  });
});
