/** RFC 3229 with `A-IM: feed`: what is new, changed and removed since the client's copy, and nothing else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { named, openWorld, type World } from '../world.ts';

let world: World;
const plain = { 'accept-encoding': 'identity' };
const body = `<p>${'A long paragraph about the harbour. '.repeat(50)}</p>`;

beforeAll(async () => {
  world = await openWorld();
  for (let index = 0; index < 10; index++) await world.send('PUT', '/api/articles', named(`a${index}`, { body }));
});
afterAll(() => world.close());

const etagOf = async (path: string): Promise<string> => (await world.get(path, plain)).headers.get('etag') ?? '';
const poll = (path: string, tag: string, im = 'feed') =>
  world.get(path, { ...plain, 'if-none-match': tag, 'a-im': im });

const titlesIn = (text: string): string[] =>
  [...text.matchAll(/<title(?: type="html")?>(?:<!\[CDATA\[)?([^<\]]*)|"title":"([^"]*)"/g)]
    .map((match) => match[1] ?? match[2] ?? '')
    .slice(1);

describe.each(['/feed.rss', '/feed.atom', '/feed.json', '/tags/ferries/feed.rss'])('%s', (path) => {
  it('sends only what changed, with the tag of the whole', async () => {
    const tag = await etagOf(path);
    await world.send('PUT', '/api/articles', named('a3', { body, title: `changed for ${path}` }));
    await world.send(
      'PUT',
      '/api/articles',
      named(`new-${path.replace(/\W/g, '')}`, { body, title: `new for ${path}` }),
    );
    const delta = await poll(path, tag);
    expect(delta.status).toBe(226);
    expect(delta.headers.get('im')).toBe('feed');
    expect(delta.headers.get('delta-base')).toBe(tag);
    expect(delta.headers.get('cache-control')).toBe('no-store');
    expect(delta.headers.get('etag')).toBe(await etagOf(path));
    const text = await delta.text();
    expect(titlesIn(text).sort()).toEqual([`changed for ${path}`, `new for ${path}`]);
    expect(text.length).toBeLessThan((await (await world.get(path, plain)).text()).length / 3);
  });

  it('answers 304 when there is nothing new, and in full when it can’t say what is', async () => {
    const tag = await etagOf(path);
    expect((await poll(path, tag)).status).toBe(304);
    for (const odd of [
      '"unknown"',
      '"1.0000000000.x"',
      `${tag}, "second"`,
      '"99999999.x.y"',
      `"-1.${tag.split('.')[1]}.x"`,
    ])
      expect([odd, (await poll(path, odd)).status]).toEqual([odd, odd.startsWith(tag) ? 304 : 200]);
    expect((await world.get(path, { ...plain, 'a-im': 'feed' })).status).toBe(200);
  });

  it('is sent only to a client that lists it', async () => {
    const tag = await etagOf(path);
    await world.send('PUT', '/api/articles', named('a4', { body, title: `again for ${path}` }));
    expect((await poll(path, tag, 'vcdiff, gzip')).status).toBe(200);
    expect((await poll(path, tag, 'feed;q=0')).status).toBe(200);
    expect((await poll(path, tag, 'vcdiff, Feed')).status).toBe(226);
  });
});

it('says what was withdrawn and what is gone', async () => {
  const [rss, atom] = [await etagOf('/feed.rss'), await etagOf('/feed.atom')];
  await world.send('DELETE', `/api/articles/${encodeURIComponent('tag:test.example,2026:a5')}?reason=It%20was%20wrong`);
  await world.send('PUT', '/api/articles', named('a6', { body, status: 'held' }));
  const items = await (await poll('/feed.rss', rss)).text();
  expect(items).toContain('<guid isPermaLink="false">tag:test.example,2026:a5</guid>');
  expect(items).toContain('It was wrong');
  const entries = await (await poll('/feed.atom', atom)).text();
  expect(entries).toContain('<at:deleted-entry ref="tag:test.example,2026:a5"');
  expect(entries).toContain('<at:deleted-entry ref="tag:test.example,2026:a6"');
  expect(entries).not.toContain('A long paragraph');
});

it('starts over after the publication itself has changed', async () => {
  const tag = await etagOf('/feed.rss');
  await world.send('PUT', '/api/publication', {
    title: 'Test Post',
    description: 'Another description.',
    authority: 'test.example,2026',
    languages: { en: 'English' },
    timeZone: 'Europe/Oslo',
    sections: { harbour: { name: 'Harbour' } },
    rights: '© Test Post',
    contact: 'desk@test.example',
    publisher: { name: 'Test Post' },
  });
  expect((await poll('/feed.rss', tag)).status).toBe(200);
});
