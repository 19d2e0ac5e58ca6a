/** A partner's feed on the real bundle: who gets it, what is in it, and what never is. */
import { parseFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signingKeys } from '../../src/partner/signing-keys.ts';
import { verifyToken } from '../../src/partner/token.ts';
import { BASE, named, openWorld, SIGNING_KEYS, type World } from '../world.ts';
import { feedKey, givePermission, makePartner } from './partners.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  for (const word of ['one', 'two', 'three']) await world.put(named(word));
  await world.put(named('island', { section: 'islands' }));
  await world.put(named('arabic', { language: 'ar' }));
});
afterAll(() => world.close());

const text = async (path: string, headers: Record<string, string> = {}) => (await world.get(path, headers)).text();

/** What the tokens of a document say, each once. */
async function attributionsIn(body: string) {
  const keys = await signingKeys(SIGNING_KEYS);
  if (!keys.ok) throw new Error(keys.error);
  const tokens = new Set([...body.matchAll(/\/c\/([A-Za-z0-9_-]{36})/g)].map(([, token = '']) => token));
  return Promise.all([...tokens].map((token) => verifyToken(token, keys.value)));
}

function itemCount(body: string): number {
  const { feed } = parseFeed(body);
  const items = 'items' in feed ? feed.items : 'entries' in feed ? feed.entries : [];
  return items?.length ?? 0;
}

describe('a partner’s feed', () => {
  it('is there for its key, in three formats, with the partner’s token in every copy', async () => {
    await makePartner(world, 'north-post');
    const grant = await givePermission(world, 'north-post');
    const key = await feedKey(world, 'north-post');
    for (const format of ['rss', 'atom', 'json']) {
      const response = await world.get(`/partners/${key}/feed.${format}`);
      expect(response.status, format).toBe(200);
      const body = await response.text();
      const said = await attributionsIn(body);
      expect(said).toHaveLength(4);
      for (const each of said) expect(each).toMatchObject({ grant, channel: 'feed' });
      expect(itemCount(body)).toBe(4);
    }
  });

  it('holds one language and the scope that was granted', async () => {
    await makePartner(world, 'isle-radio', { language: 'en' });
    await givePermission(world, 'isle-radio', { scope: 'sections/islands' });
    const key = await feedKey(world, 'isle-radio');
    const body = await text(`/partners/${key}/feed.rss`);
    expect(body).toContain('<title>island</title>');
    expect(body).not.toContain('<title>one</title>');
    expect(body).not.toContain('arabic');
  });

  it('never names the key: not in itself, not in its headers', async () => {
    const key = await feedKey(world, 'north-post');
    for (const format of ['rss', 'atom', 'json']) {
      const response = await world.get(`/partners/${key}/feed.${format}`);
      const headers = JSON.stringify([...response.headers]);
      expect(headers + (await response.text())).not.toContain(key.slice(-64));
      expect(response.headers.get('cache-control')).toBe('private, no-cache');
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  it('answers at its own address with the key as a bearer token', async () => {
    const key = await feedKey(world, 'north-post');
    const path = '/partners/north-post/feed.rss';
    expect((await world.get(path)).status).toBe(401);
    expect((await world.get(path, { authorization: `Bearer ${key}` })).status).toBe(200);
    expect((await world.get('/partners/isle-radio/feed.rss', { authorization: `Bearer ${key}` })).status).toBe(401);
    expect(await text(path, { authorization: `Bearer ${key}` })).toContain(`${BASE}${path}`);
  });

  it('is the same bytes plain and compressed, and a 304 for its own ETag', async () => {
    const key = await feedKey(world, 'north-post');
    const path = `/partners/${key}/feed.rss`;
    const plain = await world.get(path, { 'accept-encoding': 'identity' });
    const gzip = await world.get(path, { 'accept-encoding': 'gzip' });
    expect(await gzip.text()).toBe(await plain.text());
    const etag = plain.headers.get('etag') ?? '';
    const again = await world.get(path, { 'accept-encoding': 'identity', 'if-none-match': etag });
    expect(again.status).toBe(304);
  });

  it.each(['rss', 'atom', 'json'])('in %s loses an article that is withdrawn, and says so', async (format) => {
    const word = `taken-back-${format}`;
    await world.put(named(word, { body: '<p>Words that must go.</p>' }));
    const key = await feedKey(world, 'north-post');
    expect(await text(`/partners/${key}/feed.${format}`)).toContain('Words that must go');
    await world.put(named(word, { status: 'withdrawn', withdrawal: { reason: 'It was wrong.' } }));
    const after = await text(`/partners/${key}/feed.${format}`);
    expect(after).not.toContain('Words that must go');
    expect(after).toContain('It was wrong.');
    expect(after).toContain(`tag:test.example,2026:${word}`);
  });
});
