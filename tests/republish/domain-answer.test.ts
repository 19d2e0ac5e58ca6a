/** Terms under which a domain that shows what we asked for is answer enough. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { byTag, text } from '../page/dom.ts';
import { named, openWorld, type World } from '../world.ts';
import { GOOD, sendForm, TERMED } from './asking.ts';

let world: World;
/** What the web answers, by address. */
const web = new Map<string, string>();
beforeAll(async () => {
  world = await openWorld({ publication: TERMED, outside: (url) => web.get(url) ?? null });
  for (const terms of ['asked', 'proved']) await world.put(named(terms, { terms }));
});
beforeEach(async () => {
  await world.db.prepare('DELETE FROM request').run();
});
afterAll(() => world.close());

const dnsAnswer = (challenge: string): string =>
  JSON.stringify({ Status: 0, Answer: [{ type: 16, data: `"${challenge}"` }] });

describe('a request under such terms', () => {
  async function asked() {
    const response = await sendForm(world, '/republish/proved/request', GOOD);
    const html = await response.text();
    const row = await world.db
      .prepare('SELECT number, challenge FROM request')
      .first<{ number: number; challenge: string }>();
    return { html, number: String(row?.number), challenge: row?.challenge ?? '' };
  }
  const check = (fields: Readonly<Record<string, string>>) =>
    sendForm(world, '/republish/proved/request/check', fields);
  const title = async (response: { text: () => Promise<string> }) => text(byTag(await response.text(), 'h1')[0]);

  it('the page says what to show where', async () => {
    const { html, challenge } = await asked();
    const codes = byTag(html, 'code').map(text);
    expect(codes).toEqual([
      '_tearsheet.coastradio.example',
      challenge,
      'https://coastradio.example/.well-known/tearsheet.txt',
      challenge,
    ]);
    expect(challenge).toMatch(/^tearsheet-[0-9a-f]{32}$/);
  });

  it('the check answers at once, and tells afterwards what came of it', async () => {
    const { number, challenge } = await asked();
    const looking = await check({ number, challenge });
    expect(looking.status).toBe(202);
    expect(await title(looking)).toContain('We are looking');
    await world.db.prepare("UPDATE request SET state = 'approved'").run();
    expect(await title(await check({ number, challenge }))).toContain('You have our permission');
    await world.db.prepare("UPDATE request SET state = 'declined', reason = 'a private word'").run();
    const declined = await check({ number, challenge });
    const html = await declined.text();
    expect(html).toContain('This request has been answered');
    expect(html).not.toContain('a private word');
  });

  it.each([
    ['a TXT record', 'https://cloudflare-dns.com/dns-query?name=_tearsheet.coastradio.example&type=TXT', dnsAnswer],
    ['a file', 'https://coastradio.example/.well-known/tearsheet.txt', (challenge: string) => `hello\n${challenge}\n`],
  ])('a domain that shows the challenge in %s has the permission', async (_name, address, answer) => {
    const { number, challenge } = await asked();
    web.set(address, answer(challenge));
    expect((await check({ number, challenge })).status).toBe(202);
    await vi.waitFor(async () => expect(await title(await check({ number, challenge }))).toContain('You have our'));
    web.clear();
    const grant = await world.db
      .prepare(
        'SELECT scope, permission_grant.state FROM request JOIN permission_grant ON permission_grant.number = grant_number',
      )
      .first();
    expect(grant).toEqual({ scope: 'articles/tag:test.example,2026:proved', state: 'active' });
  });

  it('a domain that shows nothing stays asked', async () => {
    const { number, challenge } = await asked();
    expect((await check({ number, challenge })).status).toBe(202);
    await wait(300);
    expect((await check({ number, challenge })).status).toBe(202);
    await wait(300);
  });

  it.each([
    ['another number', { number: '999999' }],
    ['no number', { number: 'x' }],
    ['another challenge', { challenge: `tearsheet-${'0'.repeat(32)}` }],
  ])('the check tells nothing to whoever brings %s', async (_name, wrong) => {
    const { number, challenge } = await asked();
    expect((await check({ number, challenge, ...wrong })).status).toBe(404);
  });

  it('the check of another article’s request tells nothing', async () => {
    const { number, challenge } = await asked();
    const response = await sendForm(world, '/republish/asked/request/check', { number, challenge });
    expect(response.status).toBe(404);
  });
});
