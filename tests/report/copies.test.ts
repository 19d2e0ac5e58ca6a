/** Copies: each filter, the page of one, an editor's mark; reads of an article and of a partner. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../src/desk/plot-days.ts';
import { COPIES_PER_PAGE } from '../../src/ledger/report-copies.ts';
import { civilDay } from '../../src/lib/time.ts';
import { mintedKey, numberOf, signedIn, type Visitor } from '../desk/visitor.ts';
import { attribute, byClass, byTag, pageElements, text } from '../page/dom.ts';
import { named, openWorld, PUBLICATION, type World } from '../world.ts';
import { hit, verify } from './ledger.ts';
import { pageAt, squeezed, tableUnder } from './screen.ts';

const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(1)>`;

let world: World;
let desk: Visitor;
let open = 0;
let coast = 0;
let one = 0;
let two = 0;
beforeAll(async () => {
  world = await openWorld();
  desk = await signedIn(world);
  await world.put(named('one', { title: 'One ferry' }));
  await world.put(named('two', { title: `Two 100% ${HOSTILE}` }));
  await world.send('PUT', '/api/partners/coast', { name: `Coast ${HOSTILE}`, language: 'en' });
  await world.send('POST', '/api/partners/coast/grants', {});
  const number = (where: string) =>
    world.db.prepare(`SELECT number FROM permission_grant WHERE partner ${where}`).first<number>('number');
  [open, coast] = [(await number('IS NULL')) ?? 0, (await number("= 'coast'")) ?? 0];
  [one, two] = [await numberOf(world, 'one'), await numberOf(world, 'two')];
  await hit(world, { article: one, grant: coast, host: 'a.coast.example', views: 2, clicks: 1 });
  await hit(world, { article: two, grant: coast, host: 'b.coast.example', views: 1 });
  await hit(world, { article: one, grant: open, host: 'blog.example', views: 4, machines: 3 });
  await verify(world, 'a.coast.example');
  await hit(world, { article: one, grant: coast, host: 'a.coast.example', views: 1 });
  await world.db
    .prepare("UPDATE repost SET first_seen = first_seen - 20 * 86400000 WHERE host = 'b.coast.example'")
    .run();
});
afterAll(() => world.close());

const hosts = async (query: string): Promise<readonly string[]> =>
  (tableUnder(await pageAt(desk, `/desk/copies${query}`), 'copies')?.rows ?? []).map(([host]) => host ?? '').sort();
const today = () => civilDay(Date.now(), PUBLICATION.timeZone);
const copyAt = async (host: string) =>
  (await world.db.prepare('SELECT number FROM repost WHERE host = ?').bind(host).first<number>('number')) ?? 0;

describe('the list of copies', () => {
  it.each([
    ['', ['a.coast.example', 'b.coast.example', 'blog.example']],
    ['?partner=coast', ['a.coast.example', 'b.coast.example']],
    ['?partner=-', ['blog.example']],
    ['?partner=nobody', []],
    ['?article=One%20f', ['a.coast.example', 'blog.example']],
    ['?article=FERRY', ['a.coast.example', 'blog.example']],
    ['?article=100%25', ['b.coast.example']],
    ['?article=%25ferry', []],
    ['?article=_', []],
    ['?presence=live', ['a.coast.example']],
    ['?presence=sighted', ['b.coast.example', 'blog.example']],
    ['?presence=removed', []],
    ['?presence=nonsense', ['a.coast.example', 'b.coast.example', 'blog.example']],
    ['?host=coast', ['a.coast.example', 'b.coast.example']],
    ['?host=BLOG.example', ['blog.example']],
    ['?host=%25', []],
    ['?partner=coast&presence=sighted&host=b', ['b.coast.example']],
    ['?partner=%27%20OR%201%3D1--', []],
  ])('filtered by “%s” has %j', async (query, expected) => {
    expect(await hosts(query)).toEqual(expected);
  });

  it('is filtered by an article’s number', async () => {
    expect(await hosts(`?article=${two}`)).toEqual(['b.coast.example']);
  });

  it('counts “since” from midnight in the publication’s time zone', async () => {
    const long = ['a.coast.example', 'b.coast.example', 'blog.example'];
    expect(await hosts(`?since=${addDays(today(), -19)}`)).toEqual(['a.coast.example', 'blog.example']);
    expect(await hosts(`?since=${addDays(today(), -20)}`)).toEqual(long);
    expect(await hosts(`?since=${addDays(today(), 1)}`)).toEqual([]);
    for (const no of ['2026-02-30', 'yesterday', '0']) expect(await hosts(`?since=${no}`)).toEqual(long);
  });

  it('keeps in the form what was asked, and gives the same rows as files', async () => {
    const html = await pageAt(desk, '/desk/copies?partner=coast&host=coast&since=2020-01-01');
    const value = (name: string) =>
      attribute(
        byTag(html, 'input').find((input) => attribute(input, 'name') === name),
        'value',
      );
    expect([value('host'), value('since')]).toEqual(['coast', '2020-01-01']);
    const chosen = byTag(html, 'option').filter((option) => attribute(option, 'selected') !== undefined);
    expect(chosen.map((option) => attribute(option, 'value'))).toContain('coast');
    const csv = byTag(html, 'a')
      .map((a) => attribute(a, 'href') ?? '')
      .find((href) => href.includes('format=csv'));
    expect((await (await desk.get(csv ?? '')).text()).split('\r\n')).toHaveLength(4);
  });

  it('takes hostile words for words', async () => {
    const html = await pageAt(
      desk,
      `/desk/copies?host=${encodeURIComponent(HOSTILE)}&article=${encodeURIComponent(HOSTILE)}`,
    );
    expect(byTag(html, 'script')).toEqual([]);
    expect(byTag(html, 'img')).toEqual([]);
    const all = await pageAt(desk, '/desk/copies');
    expect(byTag(all, 'script')).toEqual([]);
    expect(squeezed(text(byTag(all, 'main')[0]))).toContain('<script>alert(1)</script>');
  });

  it('has 50 on a page, and leads to older ones if there are any', async () => {
    const insert = world.db.prepare(`INSERT INTO repost (article, grant_number, host, found_by, presence, verdict,
      currency, mark, first_seen, last_seen) VALUES (?, ?, ?, 'hit', 'removed', 'unchecked', 'current', 'none', ?, ?)`);
    const add = (from: number, to: number) =>
      world.db.batch(
        Array.from({ length: to - from }, (_, n) =>
          insert.bind(one, coast, `p${from + n}.paged.example`, 1000 + n, 1000),
        ),
      );
    const links = async (path: string) =>
      byTag(await pageAt(desk, path), 'a')
        .filter((a) => ['next', 'prev'].includes(attribute(a, 'rel') ?? ''))
        .map((a) => attribute(a, 'href'));
    await add(0, COPIES_PER_PAGE);
    expect(await hosts('?host=paged')).toHaveLength(COPIES_PER_PAGE);
    expect(await links('/desk/copies?host=paged')).toEqual([]);
    await add(COPIES_PER_PAGE, COPIES_PER_PAGE + 1);
    expect(await hosts('?host=paged')).toHaveLength(COPIES_PER_PAGE);
    expect(await links('/desk/copies?host=paged')).toEqual(['/desk/copies?host=paged&page=2']);
    expect(await hosts('?host=paged&page=2')).toHaveLength(1);
    await world.db.prepare("DELETE FROM repost WHERE host LIKE '%.paged.example'").run();
  });
});

describe('one copy', () => {
  it('shows its axes, its reads and its history', async () => {
    const html = await pageAt(desk, `/desk/copies/${await copyAt('a.coast.example')}`);
    expect(byClass(html, 'state').map(text)).toEqual(['Live', 'Not checked', 'Up to date', 'No mark']);
    expect(tableUnder(html, 'views-plot')?.rows.map((row) => row.slice(1))).toEqual([['3', '3', '3']]);
    expect(tableUnder(html, 'clicks-plot')?.rows.map((row) => row.slice(1))).toEqual([['1', '1', '1']]);
    expect(tableUnder(html, 'history')?.rows.map((row) => row.slice(1, 3))).toEqual([['Presence', 'Sighted']]);
    expect((await desk.get('/desk/copies/99999')).status).toBe(404);
  });

  it('links to a web address alone', async () => {
    const number = await copyAt('blog.example');
    const links = async (url: string) => {
      await world.db.prepare('UPDATE repost SET url = ? WHERE number = ?').bind(url, number).run();
      return byTag(await pageAt(desk, `/desk/copies/${number}`), 'a').map((a) => attribute(a, 'href'));
    };
    expect(await links('https://blog.example/a')).toContain('https://blog.example/a');
    for (const url of ['javascript:alert(1)', 'data:text/html,x', '//x', 'not an address'])
      expect(await links(url)).not.toContain(url);
    await world.db.prepare('UPDATE repost SET url = NULL WHERE number = ?').bind(number).run();
  });

  it('is marked with a reason, and that is on record', async () => {
    const path = `/desk/copies/${await copyAt('b.coast.example')}`;
    const marked = await desk.post(`${path}/mark`, { mark: 'disputed', reason: `Not ours ${HOSTILE}` });
    expect([marked.status, marked.headers.get('location')]).toEqual([303, `${path}?done=moved`]);
    const html = await pageAt(desk, path);
    expect(tableUnder(html, 'history')?.rows.at(-1)?.slice(1)).toEqual(['Mark', 'Disputed', `Not ours ${HOSTILE}`]);
    expect(byTag(html, 'script')).toEqual([]);
    expect((await desk.post(`${path}/mark`, { mark: 'none', reason: 'A mistake.' })).status).toBe(303);
  });

  it.each([
    [{ mark: 'ignored', reason: ' ' }, 'Write a reason.'],
    [{ mark: 'ignored' }, 'Write a reason.'],
    [{ mark: 'gone', reason: 'x' }, 'Choose a mark.'],
    [{ reason: 'x' }, 'Choose a mark.'],
    [{ mark: 'none', reason: 'x' }, 'It has this mark already.'],
  ])('refuses %j, says why and changes nothing', async (fields: Record<string, string>, why) => {
    const path = `/desk/copies/${await copyAt('blog.example')}`;
    const before = await world.db.prepare('SELECT count(*) AS n FROM repost_event').first('n');
    const response = await desk.post(`${path}/mark`, fields);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(why);
    expect(await world.db.prepare('SELECT count(*) AS n FROM repost_event').first('n')).toBe(before);
  });

  it('takes a reason of 500 characters, and cuts a longer one', async () => {
    const number = await copyAt('blog.example');
    await desk.post(`/desk/copies/${number}/mark`, { mark: 'ignored', reason: 'x'.repeat(501) });
    const query = "SELECT cause FROM repost_event WHERE number = ? AND axis = 'mark'";
    expect(await world.db.prepare(query).bind(number).first('cause')).toBe('x'.repeat(500));
    await desk.post(`/desk/copies/${number}/mark`, { mark: 'none', reason: 'Done.' });
  });

  it('shows no form to whoever may only read', async () => {
    const reader = await signedIn(world, (await mintedKey(world, ['read'])).key);
    const html = await pageAt(reader, `/desk/copies/${await copyAt('blog.example')}`);
    const actions = byTag(html, 'form').map((form) => attribute(form, 'action'));
    expect(actions.filter((action) => action?.endsWith('/mark'))).toEqual([]);
  });
});

describe('reads of an article', () => {
  it('come by month, place, copy and class', async () => {
    const html = await pageAt(desk, `/desk/articles/${one}/reads`);
    expect(tableUnder(html, 'totals')?.rows).toEqual([['Reads elsewhere', '10', '7', '1', '1', '1', '0']]);
    expect(tableUnder(html, 'places')?.rows.map((row) => row.slice(1))).toEqual([
      ['a.coast.example', '3', '3', '3', '1', '1', '1'],
      ['blog.example', '7', '4', '0', '0', '0', '0'],
    ]);
    expect(
      tableUnder(html, 'copies')
        ?.rows.map(([host]) => host)
        .sort(),
    ).toEqual(['a.coast.example', 'blog.example']);
    const classes = tableUnder(html, 'classes')?.rows ?? [];
    expect(classes.find(([who]) => who === 'Readers')).toEqual(['Readers', '7', '1']);
    expect(classes.reduce((sum, [, views]) => sum + Number(views), 0)).toBe(10);
    expect(tableUnder(html, 'views-plot')?.rows.map((row) => row.slice(1))).toEqual([['10', '7', '1']]);
  });

  it('are none where no copy was read, and nothing where there is no article', async () => {
    await world.put(named('unread'));
    const html = await pageAt(desk, `/desk/articles/${await numberOf(world, 'unread')}/reads`);
    expect(html).toContain('No copy has been read yet.');
    expect(tableUnder(html, 'views-plot')?.rows.map((row) => row.slice(1))).toEqual([['0', '0', '0']]);
    expect((await desk.get('/desk/articles/99999/reads')).status).toBe(404);
  });

  it('are one click from the article, and the article from them', async () => {
    const links = async (path: string) => byTag(await pageAt(desk, path), 'a').map((a) => attribute(a, 'href'));
    expect(await links(`/desk/articles/${one}`)).toContain(`/desk/articles/${one}/reads`);
    expect(await links(`/desk/articles/${one}/reads`)).toContain(`/desk/articles/${one}`);
    expect(await links('/desk/partners/coast')).toContain('/desk/partners/coast/reads');
  });
});

describe('reads of a partner', () => {
  it('come by month, host and copy', async () => {
    const html = await pageAt(desk, '/desk/partners/coast/reads');
    expect(tableUnder(html, 'totals')?.rows).toEqual([['Reads elsewhere', '4', '4', '1', '1', '1', '0']]);
    expect(tableUnder(html, 'hosts')?.rows).toEqual([
      ['a.coast.example', '3', '3', '1', '1', '1', '0'],
      ['b.coast.example', '1', '1', '0', '0', '0', '0'],
    ]);
    expect(tableUnder(html, 'copies')?.rows).toHaveLength(2);
    expect(byTag(html, 'script')).toEqual([]);
    for (const element of pageElements(html)) expect(element.attrs.map(({ name }) => name).join()).not.toMatch(/\bon/);
    expect((await desk.get('/desk/partners/nobody/reads')).status).toBe(404);
  });

  it('has a host that is called like a property of every object', async () => {
    await hit(world, { article: two, grant: coast, host: 'constructor', views: 1 });
    const rows = tableUnder(await pageAt(desk, '/desk/partners/coast/reads'), 'hosts')?.rows ?? [];
    expect(rows.map(([host]) => host)).toContain('constructor');
  });
});
