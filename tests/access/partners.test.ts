/** Every address for partners, with every key that does not open it: another partner's, a revoked one, the wrong kind. */
import type { Response } from 'miniflare';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BASE, EDITOR_KEY } from '../world.ts';
import { contentsOf, type Newsroom, openNewsroom, secretsOf } from './newsroom.ts';
import { isRefused, wholeOf } from './refusals.ts';
import { openWatched, type WatchedWorld } from './watched-world.ts';

let world: WatchedWorld;
let newsroom: Newsroom;
beforeAll(async () => {
  world = await openWatched();
  newsroom = await openNewsroom(world);
});
afterAll(() => world.close());

const FORMATS = ['rss', 'atom', 'json'] as const;

const feed = (who: string, format: string, bearer?: string, more: Record<string, string> = {}): Promise<Response> =>
  world.ask('GET', `/partners/${encodeURIComponent(who)}/feed.${format}`, {
    headers: { ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }), ...more },
  });

/** Keys that open no feed at all. */
function closedKeys(): readonly (readonly [string, string])[] {
  const { north, south, paused, over } = newsroom.feed;
  const [, id = '', secret = ''] = north.key.split('_');
  return [
    ['nothing', ''],
    ['a word', 'key'],
    ['a key nobody has', `tf_${'0'.repeat(12)}_${secret}`],
    ['an id with a wrong secret', `tf_${id}_${'0'.repeat(64)}`],
    ['an id with another partner’s secret', `tf_${id}_${south.key.split('_')[2]}`],
    ['an id alone', `tf_${id}_`],
    ['a key and a letter', `${north.key}0`],
    ['a key in capitals', north.key.toUpperCase()],
    ['a revoked key', newsroom.revokedFeed.key],
    ['the key of a suspended partner', paused.key],
    ['the key of a partner that is one no more', over.key],
    ['a portal key', newsroom.portal.north.key],
    ['a portal key called a feed key', newsroom.portal.north.key.replace('tp_', 'tf_')],
    ['an editor’s key', newsroom.editor.read?.key ?? ''],
    ['the deployment’s key', EDITOR_KEY],
  ];
}

describe.each(FORMATS)('the feed.%s of a partner', (format) => {
  it('opens to no other key, in the address or as a bearer token, and nothing changes', async () => {
    const secrets = secretsOf(newsroom);
    const before = await contentsOf(world);
    for (const [words, key] of closedKeys()) {
      if (key !== '') await isRefused(await feed(key, format), 401, secrets, words);
      await isRefused(await feed('north', format, key), 401, secrets, `${words}, as a bearer token`);
      // The right key beside a wrong one in the address does not mend it.
      if (key !== '')
        await isRefused(await feed(key, format, newsroom.feed.north.key), 401, secrets, `${words}, first`);
    }
    expect(await contentsOf(world)).toBe(before);
  });

  it('opens to another partner’s key only as that partner’s own', async () => {
    const { north, south } = newsroom.feed;
    await isRefused(await feed('north', format, south.key), 401, secretsOf(newsroom), 'south at north');
    await isRefused(await feed('south', format, north.key), 401, secretsOf(newsroom), 'north at south');
    const [norths, souths] = [await feed(north.key, format), await feed('south', format, south.key)];
    const [northern, southern] = [await wholeOf(norths), await wholeOf(souths)];
    expect([northern.includes('by-the-quay'), northern.includes('on-the-skerries')]).toEqual([true, false]);
    expect([southern.includes('by-the-quay'), southern.includes('on-the-skerries')]).toEqual([false, true]);
    for (const secret of secretsOf(newsroom)) expect((northern + southern).includes(secret)).toBe(false);
  });

  it('is for one partner alone: kept by nobody in between, its address told to nobody', async () => {
    const { headers } = await feed(newsroom.feed.north.key, format);
    expect(headers.get('cache-control')).toMatch(/^private/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(headers.get('vary')).toContain('Authorization');
    expect(headers.has('access-control-allow-origin')).toBe(false);
  });
});

describe('guessing', () => {
  it('is slowed down after ten wrong keys, and keeps no partner from its feed', async () => {
    const from = { 'cf-connecting-ip': '203.0.113.9' };
    const wrong = `tf_${'0'.repeat(12)}_${'0'.repeat(64)}`;
    for (let guess = 1; guess <= 10; guess++) expect((await feed(wrong, 'rss', undefined, from)).status).toBe(401);
    const slowed = await feed(wrong, 'rss', undefined, from);
    expect([slowed.status, slowed.headers.get('retry-after')]).toEqual([429, '60']);
    expect((await feed(newsroom.feed.north.key, 'rss', undefined, from)).status).toBe(200);
  });
});

const form = (path: string, fields: Record<string, string>, cookie = ''): Promise<Response> =>
  world.ask('POST', path, {
    body: new URLSearchParams(fields),
    headers: { origin: BASE, ...(cookie && { cookie }) },
  });

async function signIn(key: string): Promise<string> {
  const response = await form('/portal/sign-in', { key });
  expect(response.status).toBe(303);
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

describe('the portal', () => {
  it('opens to no key but a portal key in force, and sets no cookie for another', async () => {
    const { north, paused, over } = newsroom.portal;
    const wrong = [
      ...closedKeys().filter(([words]) => words !== 'a portal key'),
      ['a feed key', newsroom.feed.north.key],
      ['a revoked portal key', newsroom.revokedPortal.key],
      ['a portal key of a suspended partner', paused.key],
      ['a portal key of a partner that is one no more', over.key],
      ['a portal key and a letter', `${north.key}0`],
    ] as const;
    const before = await contentsOf(world);
    for (const [words, key] of wrong) {
      const response = await form('/portal/sign-in', { key });
      expect(response.status, words).toBe(403);
      expect(response.headers.has('set-cookie'), words).toBe(false);
      const whole = await wholeOf(response);
      for (const secret of secretsOf(newsroom)) expect(whole.includes(secret), words).toBe(false);
    }
    expect(await contentsOf(world)).toBe(before);
  });

  it('lets no partner act on another’s permission', async () => {
    const cookie = await signIn(newsroom.portal.north.key);
    const before = await contentsOf(world);
    for (const partner of ['south', 'paused', 'over'] as const) {
      const taken = await form(`/portal/permissions/${newsroom.offered[partner]}/accept`, {}, cookie);
      expect(taken.status).toBe(404);
    }
    expect(await contentsOf(world)).toBe(before);
    const own = await form(`/portal/permissions/${newsroom.offered.north}/accept`, {}, cookie);
    expect(own.status).toBe(303);
    expect(await contentsOf(world)).not.toBe(before);
  });

  it('is over for a session when its key is, and a session is no key', async () => {
    const made: { id: string; key: string } = JSON.parse(
      await (await world.asEditor('POST', '/api/partners/south/keys', { kind: 'portal', label: 'A test' })).text(),
    );
    const cookie = await signIn(made.key);
    const copy = '/portal/republish/on-the-skerries/copy.json';
    expect((await world.ask('GET', copy, { headers: { cookie } })).status).toBe(200);
    const token = cookie.split('=')[1] ?? '';
    for (const path of ['/api/articles', '/api/partners', '/partners/south/feed.rss'])
      await isRefused(
        await world.ask('GET', path, { headers: { cookie, authorization: `Bearer ${token}` } }),
        401,
        [token],
        path,
      );
    expect((await world.ask('GET', '/desk/articles', { headers: { cookie: `__Host-desk=${token}` } })).status).toBe(
      303,
    );
    await world.asEditor('DELETE', `/api/partners/south/keys/${made.id}`);
    await isRefused(await world.ask('GET', copy, { headers: { cookie } }), 401, secretsOf(newsroom), 'revoked');
  });
});

it('leaves no secret in the log, also where something goes wrong', async () => {
  await world.db.exec('ALTER TABLE permission_grant RENAME TO grant_away');
  await world.db.exec("UPDATE partner SET version = version + 1 WHERE id = 'north'");
  const broken = await feed(newsroom.feed.north.key, 'atom');
  await world.db.exec('ALTER TABLE grant_away RENAME TO permission_grant');
  const whole = await wholeOf(broken);
  await vi.waitFor(() => expect(world.log()).toContain('permission_grant'));
  for (const secret of secretsOf(newsroom)) expect((world.log() + whole).includes(secret)).toBe(false);
});
