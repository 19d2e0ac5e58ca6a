/** Badges and credit links on the real bundle: what is counted, what never is, and that answers tell nobody which. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MAX_UNKNOWN_HOSTS } from '../../src/count/hit.ts';
import { CLASSES } from '../../src/count/request-class.ts';
import { signingKeys } from '../../src/partner/signing-keys.ts';
import { type Attribution, signToken } from '../../src/partner/token.ts';
import { BASE, named, openWorld, SIGNING_KEYS, type World } from '../world.ts';
import { flushTallies, type HitRow, hitsIn } from './tallies.ts';

const BROWSER =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

let world: World;
let grant = 0;

beforeAll(async () => {
  world = await openWorld();
  await world.put(named('one'));
  await world.db
    .prepare(
      "INSERT INTO partner_domain (partner, domain, challenge, verified_at) VALUES ('p', 'vouched.example', '', 1)",
    )
    .run();
  grant = (await world.db.prepare('SELECT number FROM permission_grant').first<number>('number')) ?? 0;
});
afterAll(() => world.close());
beforeEach(async () => {
  await flushTallies(world);
  const tables = ['hit', 'hit_day', 'hit_article', 'hit_grant', 'hit_host', 'repost', 'repost_event'];
  await world.db.batch(tables.map((table) => world.db.prepare(`DELETE FROM ${table}`)));
});

async function token(over: Partial<Attribution> = {}, secret = SIGNING_KEYS): Promise<string> {
  const keys = await signingKeys(secret);
  if (!keys.ok) throw new Error(keys.error);
  return signToken({ article: 1, grant, channel: 'feed', ...over }, keys.value);
}

const reader = (host: string | null = 'north.example', more: Record<string, string> = {}): Record<string, string> => ({
  'user-agent': BROWSER,
  'sec-fetch-dest': 'image',
  accept: 'image/avif,image/webp,*/*',
  ...(host !== null && { referer: `https://${host}/` }),
  ...more,
});

const hits = async (): Promise<readonly HitRow[]> => {
  await flushTallies(world);
  return hitsIn(world);
};

describe('a badge and a credit link', () => {
  it('are counted once each, by article, grant, channel, host and class', async () => {
    const text = await token();
    expect((await world.get(`/b/${text}.svg`, reader())).status).toBe(200);
    expect((await world.get(`/b/${text}.gif`, reader())).status).toBe(200);
    const link = await world.get(`/c/${text}`, reader('north.example', { 'sec-fetch-dest': 'document' }));
    expect([link.status, link.headers.get('location')]).toEqual([302, `${BASE}/articles/one`]);
    const common = { article: 1, grant_number: grant, channel: 1, host: 'north.example', class: 0 };
    expect(await hits()).toEqual([
      { ...common, kind: 0, count: 2 },
      { ...common, kind: 1, count: 1 },
    ]);
    const days = await world.db.prepare('SELECT kind, raw, people FROM hit_day ORDER BY kind').all();
    expect(days.results).toEqual([
      { kind: 0, raw: 2, people: 2 },
      { kind: 1, raw: 1, people: 1 },
    ]);
  });

  it('answer the same whatever the signature, and count only ours', async () => {
    const good = await token();
    const others = [
      await token({}, `1:${'x'.repeat(40)}`),
      await token({}, `9:${'x'.repeat(40)}`),
      `${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}`,
    ];
    const answers = await Promise.all(
      [good, ...others].map(async (text) => {
        const [badge, link] = [await world.get(`/b/${text}.svg`, reader()), await world.get(`/c/${text}`, reader())];
        return [badge.status, await badge.text(), [...badge.headers], link.status, link.headers.get('location')];
      }),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect((await hits()).reduce((sum, { count }) => sum + count, 0)).toBe(2);
  });

  it('are kept by a browser alone, for half an hour', async () => {
    const text = await token();
    for (const path of [`/b/${text}.svg`, `/b/${text}.gif`, `/c/${text}`]) {
      const { headers } = await world.get(path, reader());
      expect(headers.get('cache-control')).toBe('private, max-age=1800');
      expect(headers.get('set-cookie')).toBeNull();
    }
    const badge = await world.get(`/b/${text}.svg`, reader());
    expect(badge.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(badge.headers.get('timing-allow-origin')).toBeNull();
  });

  it('explain themselves to whoever asks', async () => {
    const ask = { 'x-tearsheet-explain': '1' };
    const good = await world.get(`/b/${await token()}.svg`, reader('a.example', ask));
    expect(good.headers.get('x-tearsheet-explain')).toMatch(/class=reader; rule=.*; host=a\.example; grant=/);
    const bad = await world.get(`/b/${'A'.repeat(36)}.svg`, reader('a.example', ask));
    expect(bad.headers.get('x-tearsheet-explain')).toBe('no token of ours');
  });

  it('count no HEAD, no preflight and no other method', async () => {
    const text = await token();
    for (const method of ['HEAD', 'OPTIONS', 'POST']) await world.send(method, `/b/${text}.svg`);
    expect(await hits()).toEqual([]);
  });

  it.each([
    ['https://www.north.example/a/b?c=d#e', 'north.example'],
    ['https://NORTH.example:8443/', 'north.example'],
    ['not an address', '-'],
    ['about:blank', '-'],
    ['', '-'],
  ])('from “%s” are counted under %s', async (referer, host) => {
    await world.get(`/b/${await token()}.svg`, { 'user-agent': BROWSER, referer });
    expect((await hits()).map((hit) => hit.host)).toEqual([host]);
  });

  it.each([{ 'sec-gpc': '1' }, { dnt: '1' }])(
    'are counted without the host for who asks with %j not to be tracked',
    async (asked) => {
      await world.get(`/b/${await token()}.svg`, reader('north.example', asked));
      expect((await hits()).map((hit) => hit.host)).toEqual(['-']);
    },
  );

  it('lead home where the token names no article that was shown, and say gone of one that is withdrawn', async () => {
    await world.put(named('held-one', { status: 'held' }));
    await world.put(named('gone-one'));
    await world.put(named('gone-one', { status: 'withdrawn', withdrawal: { reason: 'It was wrong.' } }));
    const number = async (slug: string) =>
      (await world.db.prepare('SELECT number FROM article WHERE slug = ?').bind(slug).first<number>('number')) ?? 0;
    const locations = [];
    for (const article of [await number('held-one'), 99_999])
      locations.push((await world.get(`/c/${await token({ article })}`, reader())).headers.get('location'));
    locations.push((await world.get('/c/nonsense', reader())).headers.get('location'));
    expect(locations).toEqual([`${BASE}/`, `${BASE}/`, `${BASE}/`]);
    const gone = await world.get(`/c/${await token({ article: await number('gone-one') })}`, reader());
    expect(gone.status).toBe(410);
    expect(await gone.text()).not.toContain('Hello, harbour');
  });
});

describe('a sighting', () => {
  it('is a host’s first hit under a token, opens one repost, and is on record', async () => {
    const text = await token();
    for (let time = 0; time < 3; time++) await world.get(`/b/${text}.svg`, reader('new.example'));
    await flushTallies(world);
    await world.get(`/c/${text}`, reader('new.example'));
    await world.get(`/b/${text}.svg`, reader(null));
    await flushTallies(world);
    const { results } = await world.db
      .prepare('SELECT article, grant_number, host, url, presence, verdict, currency, mark FROM repost')
      .all();
    expect(results).toEqual([
      {
        article: 1,
        grant_number: grant,
        host: 'new.example',
        url: null,
        presence: 'sighted',
        verdict: 'unchecked',
        currency: 'current',
        mark: 'none',
      },
    ]);
    const events = await world.db.prepare('SELECT axis, value FROM repost_event').all();
    expect(events.results).toEqual([{ axis: 'presence', value: 'sighted' }]);
  });

  it('is not a verified host: only raw and people move', async () => {
    await world.get(`/b/${await token()}.svg`, reader('new.example'));
    await flushTallies(world);
    const day = await world.db.prepare('SELECT raw, people, verified FROM hit_day').first();
    expect(day).toEqual({ raw: 1, people: 1, verified: 0 });
  });

  it('moves verified totals only where a check has seen the copy', async () => {
    await world.get(`/b/${await token()}.svg`, reader('seen.example'));
    await flushTallies(world);
    await world.db.prepare("UPDATE repost SET presence = 'live' WHERE host = 'seen.example'").run();
    for (const host of ['seen.example', 'unseen.example']) await world.get(`/b/${await token()}.svg`, reader(host));
    await flushTallies(world);
    const day = await world.db.prepare('SELECT raw, people, verified FROM hit_day').first();
    expect(day).toEqual({ raw: 3, people: 3, verified: 1 });
  });
});

describe('floods', () => {
  it('of made-up hosts grow no table beyond the limit, and never fold a host that is vouched for', async () => {
    // A world of its own: a tally remembers a day's hosts.
    const fresh = await openWorld();
    await fresh.db
      .prepare(
        "INSERT INTO partner_domain (partner, domain, challenge, verified_at) VALUES ('p', 'vouched.example', '', 1)",
      )
      .run();
    const text = await token();
    // The list of hosts that are vouched for is fetched behind the first answer.
    await fresh.get(`/b/${text}.svg`, reader('first.example'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    const flood = Array.from({ length: MAX_UNKNOWN_HOSTS + 50 }, (_, index) => `h${index}.example`);
    await Promise.all(flood.map((host) => fresh.get(`/b/${text}.svg`, reader(host))));
    await fresh.get(`/b/${text}.svg`, reader('news.vouched.example'));
    await flushTallies(fresh);
    const rows = await hitsIn(fresh);
    await fresh.close();
    const hosts = rows.map(({ host }) => host);
    expect(new Set(hosts).size).toBe(MAX_UNKNOWN_HOSTS + 2);
    expect(hosts).toContain('news.vouched.example');
    expect(rows.find(({ host }) => host === 'other')?.count).toBe(51);
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(MAX_UNKNOWN_HOSTS + 52);
  });

  it('of made-up tokens leave no trace', async () => {
    const made = Array.from({ length: 300 }, () =>
      Buffer.from(crypto.getRandomValues(new Uint8Array(27))).toString('base64url'),
    );
    await Promise.all(made.map((text) => world.get(`/b/${text}.svg`, reader())));
    expect(await hits()).toEqual([]);
  });
});

it('every class has a place that is stored, so their order is fixed', () => {
  expect(CLASSES).toEqual(['reader', 'proxy', 'preview', 'crawler', 'ai', 'editor', 'prefetch']);
});
