/** What nobody may see is in no republish page, no copy and no answer to a form, and is answered like what never was. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { named, openWorld, type World } from '../world.ts';
import { HTML, reposted, sendForm, TERMED } from './asking.ts';

const SECRET = 'the-mayor-resigns';
const ENDS = ['', '/copy.html', '/copy.md', '/copy.txt', '/copy.json', '/request', '/request/check'] as const;
const FIELDS = {
  organisation: 'Coast Radio',
  name: 'Ana Lima',
  email: 'ana@coastradio.example',
  domain: 'coastradio.example',
  message: '',
};

let world: World;
beforeAll(async () => {
  world = await openWorld({ publication: TERMED });
  const secret = { title: SECRET, body: `<p>${SECRET}</p>`, dek: SECRET };
  for (const terms of ['standard', 'asked']) {
    await world.put(named(`held-${terms}`, { ...secret, terms, status: 'held' }));
    // Held after it was seen: its address must not say that it ever was.
    await world.put(named(`back-${terms}`, { ...secret, terms }));
    await world.put(named(`back-${terms}`, { ...secret, terms, status: 'held' }));
    await world.put(named(`embargoed-${terms}`, { ...secret, terms, embargoedUntil: '2199-01-01T00:00:00Z' }));
    await world.put(named(`gone-${terms}`, { ...secret, terms }));
    await world.put(
      named(`gone-${terms}`, { ...secret, terms, status: 'withdrawn', withdrawal: { reason: 'It was wrong.' } }),
    );
    await world.put(
      named(`never-${terms}`, {
        ...secret,
        terms,
        status: 'withdrawn',
        embargoedUntil: '2199-01-01T00:00:00Z',
        withdrawal: { reason: SECRET },
      }),
    );
  }
  await world.put({ ...reposted('not-ours', false), ...secret });
});
afterAll(() => world.close());

/** What a client can tell two answers apart by. */
async function answerOf(path: string, accept: string) {
  const response = await world.get(path, { accept });
  const headers = [...response.headers].filter(([name]) => !['date', 'cache-status'].includes(name));
  return { status: response.status, headers, body: await response.text() };
}

describe.each([
  'held-standard',
  'held-asked',
  'back-standard',
  'back-asked',
  'embargoed-standard',
  'embargoed-asked',
  'never-standard',
])('%s', (slug) => {
  it.each(ENDS.slice(0, 5))('is unknown at its address with “%s”', async (end) => {
    for (const accept of ['text/html', '*/*'])
      expect(await answerOf(`/republish/${slug}${end}`, accept)).toEqual(
        await answerOf(`/republish/no-such-article${end}`, accept),
      );
    expect((await world.get(`/republish/${slug}${end}`)).status).toBe(404);
  });

  it('can’t be asked for, and answers a form like what never was', async () => {
    const answers = await Promise.all(
      [slug, 'no-such-article'].map(async (each) => {
        const response = await sendForm(world, `/republish/${each}/request`, FIELDS);
        return [response.status, await response.text()];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.[0]).toBe(404);
  });
});

describe.each(['gone-standard', 'gone-asked'])('%s', (slug) => {
  it('is 410 for the page, as at its own address', async () => {
    const [page, article] = [
      await answerOf(`/republish/${slug}`, 'text/html'),
      await answerOf(`/articles/${slug}`, 'text/html'),
    ];
    expect(page.status).toBe(410);
    expect(page.body).toBe(article.body);
  });

  it.each(ENDS.slice(1, 5))('is 410 for %s', async (end) => {
    const { status, body } = await answerOf(`/republish/${slug}${end}`, '*/*');
    expect(status).toBe(410);
    expect(body).not.toContain(SECRET);
  });
});

it('says nothing of any of them anywhere', async () => {
  const slugs = ['held', 'back', 'embargoed', 'gone', 'never'].flatMap((word) => [`${word}-standard`, `${word}-asked`]);
  for (const slug of [...slugs, 'not-ours'])
    for (const end of ENDS)
      for (const accept of ['text/html', '*/*'])
        expect(JSON.stringify(await answerOf(`/republish/${slug}${end}`, accept)), slug + end).not.toContain(SECRET);
});

it('stores no request for what may not be asked for', async () => {
  for (const slug of ['held-asked', 'back-asked', 'embargoed-asked', 'gone-asked', 'not-ours']) {
    const response = await sendForm(world, `/republish/${slug}/request`, FIELDS, HTML);
    expect([303, 404]).toContain(response.status);
  }
  expect(await world.db.prepare('SELECT count(*) AS n FROM request').first('n')).toBe(0);
});

it('is gone from page and copies once it is withdrawn', async () => {
  await world.put(named('short', { body: '<p>fleeting</p>' }));
  expect(await (await world.get('/republish/short/copy.md')).text()).toContain('fleeting');
  await world.put(named('short', { body: '<p>fleeting</p>', status: 'withdrawn', withdrawal: { reason: 'Wrong.' } }));
  for (const end of ENDS.slice(0, 5)) {
    const response = await world.get(`/republish/short${end}`);
    expect(response.status).toBe(410);
    expect(await response.text()).not.toContain('fleeting');
  }
});
