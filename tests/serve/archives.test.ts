/** RFC 5005 section 4: the current feed and its archives together hold everything, each article once it arrived. */
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE, named, openWorld, PUBLICATION, type World } from '../world.ts';

let world: World;
const plain = { 'accept-encoding': 'identity' };
const TOTAL = 23;

beforeAll(async () => {
  world = await openWorld({ publication: { ...PUBLICATION, feedItems: 5, archiveItems: 10 } });
  for (let index = 1; index <= TOTAL; index++)
    await world.send(
      'PUT',
      '/api/articles',
      named(`n${index}`, { published: `2026-10-${String(index).padStart(2, '0')}T08:00:00Z` }),
    );
});
afterAll(() => world.close());

const read = async (url: string): Promise<string> => (await world.get(new URL(url).pathname, plain)).text();
const ids = (text: string): string[] => [...text.matchAll(/2026:(n\d+)<\/guid>/g)].map((match) => match[1] ?? '');
const link = (text: string, rel: string): string | undefined =>
  new RegExp(`rel="${rel}" href="([^"]*)"`).exec(text)?.[1];

async function walk(): Promise<string[]> {
  const seen: string[] = [];
  for (let url: string | undefined = `${BASE}/feed.rss`; url; ) {
    const text: string = await read(url);
    seen.push(...ids(text));
    url = link(text, 'prev-archive');
  }
  return seen;
}

const all = (): string[] => Array.from({ length: TOTAL }, (_, index) => `n${index + 1}`);

describe('archives', () => {
  it('hold every article, and know their neighbours', async () => {
    expect([...new Set(await walk())].sort()).toEqual(all().sort());
    const second = await read(`${BASE}/archive/2-1.rss`);
    expect(ids(second)).toHaveLength(10);
    expect(second).toContain('<fh:archive/>');
    expect(link(second, 'prev-archive')).toBe(`${BASE}/archive/1-1.rss`);
    expect(link(second, 'next-archive')).toBe(`${BASE}/archive/3-1.rss`);
    expect(link(second, 'current')).toBe(`${BASE}/feed.rss`);
    expect(link(await read(`${BASE}/archive/3-1.rss`), 'next-archive')).toBeUndefined();
  });

  it.each(['rss', 'atom', 'json'])('stream the same document plain and compressed as %s', async (format) => {
    const text = await read(`${BASE}/archive/1-1.${format}`);
    const response = await world.mf.dispatchFetch(`${BASE}/archive/1-1.${format}`, {
      headers: { 'accept-encoding': 'gzip' },
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(bytes[0] === 0x1f ? gunzipSync(bytes).toString() : new TextDecoder().decode(bytes)).toBe(text);
    const etag = response.headers.get('etag') ?? '';
    expect(
      (await world.get(`/archive/1-1.${format}`, { 'if-none-match': etag, 'accept-encoding': 'gzip' })).status,
    ).toBe(304);
  });

  it('are linked by next_url in JSON', async () => {
    const feed: { next_url: string } = JSON.parse(await read(`${BASE}/feed.json`));
    expect(feed.next_url).toBe(`${BASE}/archive/3-1.json`);
  });

  it('are 404 outside what there is', async () => {
    for (const file of ['0-1.rss', '4-1.rss', '1-1.xml', '99999999999999999999-1.rss'])
      expect((await world.get(`/archive/${file}`)).status).toBe(404);
  });

  it('do not renumber for an old article that arrives late', async () => {
    const first = ids(await read(`${BASE}/archive/1-1.rss`));
    await world.send('PUT', '/api/articles', named('n24', { published: '2020-01-01T08:00:00Z' }));
    expect(ids(await read(`${BASE}/archive/1-1.rss`))).toEqual(first);
    expect(ids(await read(`${BASE}/archive/3-1.rss`))).toContain('n24');
  });

  it('move to another address when something is withdrawn, without its text', async () => {
    await world.send('DELETE', `/api/articles/${encodeURIComponent('tag:test.example,2026:n4')}`);
    const old = await world.get('/archive/1-1.rss', plain);
    expect(old.status).toBe(301);
    expect(old.headers.get('location')).toBe(`${BASE}/archive/1-2.rss`);
    expect(ids(await read(`${BASE}/archive/1-2.rss`))).not.toContain('n4');
  });
});
