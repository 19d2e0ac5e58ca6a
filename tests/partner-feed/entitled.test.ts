/** What a permission entitles a partner to: nothing before its time, after it, beside it, or against an origin's will. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleDocument } from '../../src/article/input.ts';
import { rfc3339 } from '../../src/lib/time.ts';
import { jpeg } from '../editor/photos.ts';
import { named, openWorld, type World } from '../world.ts';
import { feedKey, givePermission, makePartner } from './partners.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ago = (milliseconds: number): string => rfc3339(Date.now() - milliseconds);

const origin = (sublicensable: boolean): ArticleDocument['origin'] => ({
  hops: [
    {
      role: 'original',
      publisher: 'Far Gazette',
      url: 'https://far.example/a',
      date: '2026-10-30T08:00:00Z',
      credit: 'Originally appeared on Far Gazette, reposted with permission.',
    },
  ],
  permission: { basis: 'written', reference: 'A letter.', sublicensable },
});

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** A partner with one permission; answers its feeds' texts. */
async function partnerWith(id: string, permission: object): Promise<() => Promise<string>> {
  await makePartner(world, id);
  await givePermission(world, id, permission);
  const key = await feedKey(world, id);
  return async () => {
    const texts = ['rss', 'atom', 'json'].map(async (format) =>
      (await world.get(`/partners/${key}/feed.${format}`)).text(),
    );
    return (await Promise.all(texts)).join('\n');
  };
}

/** Answers the hash of a photo so many pixels wide. */
async function photoOf(width: number): Promise<string> {
  const sent = await world.send('PUT', '/api/assets', jpeg(width, 30), { 'content-type': 'image/jpeg' });
  const { asset }: { asset: string } = JSON.parse(await sent.text());
  return asset;
}

describe('time', () => {
  it('holds an article back for the delay that was agreed, and no longer', async () => {
    await world.put(named('early-bird', { published: ago(2 * HOUR - 60_000) }));
    await world.put(named('late-bird', { published: ago(2 * HOUR + 60_000) }));
    const feeds = await partnerWith('slow', { agreed: { delayHours: 2 } });
    const text = await feeds();
    expect(text).toContain('late-bird');
    expect(text).not.toContain('early-bird');
  });

  it('takes an article out when it is to be removed', async () => {
    await world.put(named('nearly-over', { published: ago(3 * DAY - 60_000) }));
    await world.put(named('over-now', { published: ago(3 * DAY + 60_000) }));
    const feeds = await partnerWith('short', { agreed: { removeAfterDays: 3 } });
    const text = await feeds();
    expect(text).toContain('nearly-over');
    expect(text).not.toContain('over-now');
  });

  it.each([
    ['not begun', { from: rfc3339(Date.now() + HOUR) }, false],
    ['in force', { from: ago(HOUR), until: rfc3339(Date.now() + HOUR) }, true],
    ['over', { from: ago(2 * HOUR), until: ago(HOUR) }, false],
    ['only offered', { state: 'offered' }, false],
  ])('a permission that is %s', async (name, permission, entitled) => {
    await world.put(named('any-day'));
    const feeds = await partnerWith(`p-${name.replaceAll(' ', '-')}`, permission);
    expect((await feeds()).includes('any-day')).toBe(entitled);
  });
});

describe('an end', () => {
  it.each(['suspended', 'ended'])('a permission %s is felt at once', async (state) => {
    await world.put(named('any-day'));
    const id = `grant-${state}`;
    await makePartner(world, id);
    const number = await givePermission(world, id);
    const key = await feedKey(world, id);
    const feed = async () => (await world.get(`/partners/${key}/feed.rss`)).text();
    expect(await feed()).toContain('any-day');
    await world.send('POST', `/api/grants/${number}/state`, { state, reason: 'A test.' });
    expect(await feed()).not.toContain('any-day');
  });

  it.each(['suspended', 'ended'])('a partner %s has no feed', async (state) => {
    const id = `partner-${state}`;
    await makePartner(world, id);
    const key = await feedKey(world, id);
    expect((await world.get(`/partners/${key}/feed.rss`)).status).toBe(200);
    await world.send('POST', `/api/partners/${id}/state`, { state });
    expect((await world.get(`/partners/${key}/feed.rss`)).status).toBe(401);
  });

  it('a revoked key opens nothing, its partner’s other key still does', async () => {
    await makePartner(world, 'two-keys');
    const [first, second] = [await feedKey(world, 'two-keys'), await feedKey(world, 'two-keys')];
    const id = first.split('_')[1];
    expect((await world.get(`/partners/${first}/feed.rss`)).status).toBe(200);
    await world.send('DELETE', `/api/partners/two-keys/keys/${id}`);
    expect((await world.get(`/partners/${first}/feed.rss`)).status).toBe(401);
    expect((await world.get(`/partners/${second}/feed.rss`)).status).toBe(200);
  });

  it.each([
    ['no key at all', 'north'],
    ['a made-up key', `tf_${'0'.repeat(12)}_${'0'.repeat(64)}`],
    ['an editor’s key', 'a-test-key-of-some-length'],
    ['nothing', '%20'],
  ])('%s is refused', async (_name, key) => {
    expect((await world.get(`/partners/${key}/feed.rss`)).status).toBe(401);
  });

  it('a portal key reads no feed', async () => {
    await makePartner(world, 'signs-in');
    const made = await world.send('POST', '/api/partners/signs-in/keys', { kind: 'portal', label: 'Them' });
    const { key }: { key: string } = JSON.parse(await made.text());
    expect((await world.get(`/partners/${key}/feed.rss`)).status).toBe(401);
  });
});

describe('what is never passed on', () => {
  it('articles under embargo, held, or another publisher’s without its leave', async () => {
    await world.put(named('embargoed-one', { embargoedUntil: rfc3339(Date.now() + DAY) }));
    await world.put(named('held-one', { status: 'held' }));
    await world.put(named('theirs-alone', { origin: origin(false) }));
    await world.put(named('theirs-to-share', { origin: origin(true) }));
    const feeds = await partnerWith('careful', {});
    const text = await feeds();
    for (const never of ['embargoed-one', 'held-one', 'theirs-alone']) expect(text).not.toContain(never);
    expect(text).toContain('theirs-to-share');
    expect(text).toContain('Originally appeared on');
  });

  it('photos whose rights don’t allow it', async () => {
    const [own, other] = [await photoOf(40), await photoOf(41)];
    const shown = (asset: string) => `<img src="/media/${asset}.jpg" alt="">`;
    await world.put(
      named('two-photos', {
        body: `<p>Words.</p>${shown(own)}${shown(other)}`,
        photos: [
          { asset: own, alt: 'Ours', credit: 'A. Lens', rights: 'own' },
          { asset: other, alt: 'Bought', credit: 'B. Agency', rights: 'third-party' },
        ],
      }),
    );
    const text = await (await partnerWith('no-photos', {}))();
    expect(text).toContain(own);
    expect(text).not.toContain(other);
    expect(text).not.toContain('B. Agency');
  });

  it('more than the share that was agreed', async () => {
    const fresh = await openWorld();
    for (let index = 0; index < 10; index++)
      await fresh.put(named(`share-${index}`, { published: ago(HOUR * (index + 1)) }));
    for (const [share, items] of [
      [1, 1],
      [20, 2],
      [29, 2],
      [30, 3],
      [100, 10],
    ] as const) {
      const id = `share-of-${share}`;
      await makePartner(fresh, id);
      await givePermission(fresh, id, { agreed: { share } });
      const text = await (await fresh.get(`/partners/${await feedKey(fresh, id)}/feed.rss`)).text();
      expect(text.split('<item>').length - 1, `${share} %`).toBe(items);
    }
    await fresh.close();
  });
});
