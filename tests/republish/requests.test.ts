/** Asking for permission without script: what is taken, and what is said of what isn't. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attribute, byClass, byTag, text } from '../page/dom.ts';
import { named, openWorld, type World } from '../world.ts';
import { GOOD, sendForm, TERMED } from './asking.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ publication: TERMED });
  for (const terms of ['standard', 'asked', 'proved']) await world.put(named(terms, { terms }));
});
beforeEach(async () => {
  await world.db.prepare('DELETE FROM request').run();
});
afterAll(() => world.close());

const count = () => world.db.prepare('SELECT count(*) AS n FROM request').first<number>('n');
const ask = (over: Readonly<Record<string, string>> = {}, slug = 'asked') =>
  sendForm(world, `/republish/${slug}/request`, { ...GOOD, ...over });

describe('a request', () => {
  it('is taken, and gets a number', async () => {
    const response = await ask();
    expect(response.status).toBe(201);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const row = await world.db.prepare('SELECT * FROM request').first<Record<string, unknown>>();
    expect(row).toMatchObject({
      article: 'tag:test.example,2026:asked',
      organisation: 'Coast Radio',
      name: 'Ana Lima',
      email: 'ana@coastradio.example',
      domain: 'coastradio.example',
      message: 'For our\nwebsite.',
      state: 'open',
    });
    const html = await response.text();
    expect(text(byTag(html, 'main')[0])).toContain(`It has the number ${row?.number}`);
    // A person answers, so there is nothing to prove.
    expect(html).not.toContain(String(row?.challenge));
  });

  it.each([
    ['organisation', 200],
    ['name', 200],
    ['message', 2000],
  ] as const)('has a %s of at most %i characters', async (name, max) => {
    expect((await ask({ [name]: 'x'.repeat(max - 1) })).status).toBe(201);
    expect((await ask({ [name]: 'x'.repeat(max) })).status).toBe(201);
    expect((await ask({ [name]: 'x'.repeat(max + 1) })).status).toBe(422);
  });

  it('keeps what was typed, and says beside each field what to write', async () => {
    const response = await ask({ email: 'nobody', domain: 'https://x.example/a', name: '"><b>Ana', organisation: ' ' });
    expect(response.status).toBe(422);
    const html = await response.text();
    const inputs = byTag(html, 'input').map((input) => [attribute(input, 'name'), attribute(input, 'value')]);
    expect(inputs).toEqual(
      expect.arrayContaining([
        ['name', '"><b>Ana'],
        ['email', 'nobody'],
        ['domain', 'https://x.example/a'],
      ]),
    );
    const wrong = byTag(html, 'input').filter((input) => attribute(input, 'aria-invalid') === 'true');
    expect(wrong.map((input) => attribute(input, 'id'))).toEqual(['organisation', 'email', 'domain']);
    for (const input of wrong) {
      const described = attribute(input, 'aria-describedby')?.split(' ').at(-1) ?? '';
      const words = byClass(html, 'wrong').find((span) => attribute(span, 'id') === described);
      expect(text(words)).toMatch(/^Write /);
    }
    expect(text(byClass(html, 'mend')[0])).toContain('Your request was not sent');
    expect(await count()).toBe(0);
  });

  it.each(['localhost', 'printer.local', '10.0.0.1', 'coastradio', 'a..example', 'coastradio.example:8080'])(
    'names no domain such as %s',
    async (domain) => {
      expect((await ask({ domain })).status).toBe(422);
    },
  );

  it('of a program that fills in every field is not taken', async () => {
    expect((await ask({ website: 'https://spam.example' })).status).toBe(400);
    expect(await count()).toBe(0);
  });

  it.each([{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { 'sec-fetch-site': 'none' }])(
    'is not taken from another site, with %o',
    async (headers) => {
      expect((await sendForm(world, '/republish/asked/request', GOOD, headers)).status).toBe(403);
      expect(await count()).toBe(0);
    },
  );

  it('is a form of ours, of a size a form can have', async () => {
    const type = { 'content-type': 'application/json' };
    expect((await sendForm(world, '/republish/asked/request', GOOD, type)).status).toBe(400);
    expect((await ask({ message: 'x'.repeat(70_000) })).status).toBe(400);
  });

  it('for what anybody may have leads back to it', async () => {
    const response = await ask({}, 'standard');
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      'https://news.example/republish/standard',
    ]);
    expect(await count()).toBe(0);
  });

  it('is kept waiting when the desk has 500', async () => {
    const fill = `INSERT INTO request (at, organisation, name, email, domain, message, state, challenge)
      SELECT 1, 'x', 'x', 'x', 'x', '', 'open', 'x' FROM json_each(?)`;
    await world.db
      .prepare(fill)
      .bind(JSON.stringify(Array.from({ length: 499 }, () => 0)))
      .run();
    expect((await ask()).status).toBe(201);
    expect((await ask()).status).toBe(503);
  });

  it('comes at most ten times a minute from one address', async () => {
    const from = { 'cf-connecting-ip': '203.0.113.9' };
    const send = () => sendForm(world, '/republish/asked/request', GOOD, from);
    for (let sent = 1; sent <= 10; sent++) expect((await send()).status, String(sent)).toBe(201);
    const refused = await send();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect(await count()).toBe(10);
    const other = await sendForm(world, '/republish/asked/request', GOOD, { 'cf-connecting-ip': '203.0.113.10' });
    expect(other.status).toBe(201);
  });

  it('shows its page to whoever reloads the address it was sent to', async () => {
    for (const path of ['request', 'request/check']) {
      const response = await world.get(`/republish/asked/${path}`);
      expect([response.status, response.headers.get('location')]).toEqual([
        303,
        'https://news.example/republish/asked',
      ]);
    }
  });
});
