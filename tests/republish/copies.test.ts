/** The copies on the real Worker, as programs fetch them and as the page holds them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signingKeys } from '../../src/partner/signing-keys.ts';
import { verifyToken } from '../../src/partner/token.ts';
import { byTag, text } from '../page/dom.ts';
import { BASE, named, openWorld, SIGNING_KEYS, type World } from '../world.ts';
import { CREDITS, ENDS, field, HTML, PUBLIC_LICENCE, reposted, TERMED, TOKEN } from './asking.ts';

const TYPES = {
  'copy.html': 'text/html; charset=utf-8',
  'copy.md': 'text/markdown; charset=utf-8',
  'copy.txt': 'text/plain; charset=utf-8',
  'copy.json': 'application/json',
} as const;

let world: World;
const page = async (path: string) => (await world.get(path, HTML)).text();

beforeAll(async () => {
  world = await openWorld({ publication: TERMED });
  await world.put(named('one', { body: '<p>Hello, <a href="/articles/two">harbour</a>.</p>' }));
  await world.put(reposted('passed-on', true));
});
afterAll(() => world.close());

/** What the token in a text says, if it is ours. */
async function attributionIn(copy: string) {
  const keys = await signingKeys(SIGNING_KEYS);
  return keys.ok ? verifyToken(TOKEN.exec(copy)?.[1] ?? '', keys.value) : null;
}

const readable = (html: string): string => text(byTag(html, 'body')[0]);

describe('the copies', () => {
  it.each(ENDS)('%s has its type, its licence, and a token of its own', async (end) => {
    const response = await world.get(`/republish/one/${end}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(TYPES[end]);
    expect(response.headers.get('link')).toBe(`<${PUBLIC_LICENCE}>; rel="license"`);
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
    expect(response.headers.get('cache-control')).toMatch(/^public, max-age=300/);
    expect(await attributionIn(await response.text())).toEqual({
      article: 1,
      grant: expect.any(Number),
      channel: 'api',
    });
  });

  it('are what the page holds, but for the channel in the token', async () => {
    const html = await page('/republish/one');
    const without = (copy: string) => copy.replaceAll(/[A-Za-z0-9_-]{36}(?=[.")\n])/g, 'TOKEN');
    for (const [id, end] of [
      ['copy-html', 'copy.html'],
      ['copy-markdown', 'copy.md'],
      ['copy-text', 'copy.txt'],
    ] as const) {
      expect(without(field(html, id))).toBe(without(await page(`/republish/one/${end}`)));
      expect(await attributionIn(field(html, id))).toMatchObject({ article: 1, channel: 'page' });
    }
  });

  it('lead by old addresses and other spellings to the article', async () => {
    await world.put(named('moved', { slug: 'old-name' }));
    await world.put(named('moved', { slug: 'new-name', aliases: ['old-name'] }));
    const moved = await world.get('/republish/old-name/copy.md');
    expect([moved.status, moved.headers.get('location')]).toEqual([301, `${BASE}/republish/new-name/copy.md`]);
    expect((await world.get('/republish/old-name')).headers.get('location')).toBe(`${BASE}/republish/new-name`);
  });

  it('are in no other form, and take no other method', async () => {
    expect((await world.get('/republish/one/copy.pdf')).status).toBe(404);
    expect((await world.send('POST', '/republish/one/copy.html')).status).toBe(405);
    expect((await world.send('HEAD', '/republish/one/copy.html')).status).toBe(200);
  });

  it('carry both credit lines of a repost of two hops, and ours', async () => {
    const html = await page('/republish/passed-on');
    const { bodies } = JSON.parse(await page('/republish/passed-on/copy.json'));
    const said = [
      readable(field(html, 'copy-html')),
      field(html, 'copy-markdown').replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1'),
      field(html, 'copy-text'),
      readable(bodies[0].value),
      bodies[1].value,
    ];
    for (const copy of said) for (const credit of CREDITS) expect(copy).toContain(credit);
    expect(await attributionIn(field(html, 'copy-html'))).not.toBeNull();
  });
});
