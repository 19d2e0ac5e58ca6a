/** The overview: hand-made hits, and what the page says of them. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../src/desk/plot-days.ts';
import { civilDay } from '../../src/lib/time.ts';
import { numberOf, signedIn, type Visitor } from '../desk/visitor.ts';
import { byTag, text } from '../page/dom.ts';
import { named, openWorld, PUBLICATION, type World } from '../world.ts';
import { emptyLedger, fillDays, hit, verify } from './ledger.ts';
import { pageAt, squeezed, tableUnder } from './screen.ts';

let world: World;
let desk: Visitor;
let open = 0;
let coast = 0;
let one = 0;
let two = 0;
beforeAll(async () => {
  world = await openWorld();
  desk = await signedIn(world);
  for (const word of ['one', 'two']) await world.put(named(word));
  await world.send('PUT', '/api/partners/coast', { name: 'Coast', language: 'en' });
  await world.send('POST', '/api/partners/coast/grants', {});
  const number = (where: string) =>
    world.db.prepare(`SELECT number FROM permission_grant WHERE partner ${where}`).first<number>('number');
  [open, coast] = [(await number('IS NULL')) ?? 0, (await number("= 'coast'")) ?? 0];
  [one, two] = [await numberOf(world, 'one'), await numberOf(world, 'two')];
});
afterAll(() => world.close());
beforeEach(() => emptyLedger(world));

const today = () => civilDay(Date.now(), PUBLICATION.timeZone);

describe('the overview', () => {
  it('is the desk’s first page, and says of an empty ledger that nothing was read', async () => {
    const html = await pageAt(desk, '/desk');
    expect(byTag(html, 'h1').map(text)).toEqual(['Overview']);
    expect(tableUnder(html, 'totals')?.rows).toEqual([
      ['Views', '0', '–', '0', '–', '0', '–'],
      ['Clicks back', '0', '–', '0', '–', '0', '–'],
    ]);
    expect(tableUnder(html, 'articles')).toBeNull();
    expect(html).toContain('No copy was read this month.');
    expect(tableUnder(html, 'views-plot')?.rows).toHaveLength(30);
  });

  it('shows all requests, people and verified of the same hits', async () => {
    await hit(world, { article: one, grant: coast, host: 'seen.example', views: 2 });
    await verify(world, 'seen.example');
    await hit(world, { article: one, grant: coast, host: 'seen.example', views: 3, clicks: 2 });
    await hit(world, { article: two, grant: open, host: 'unseen.example', views: 4, clicks: 1, machines: 5 });
    const html = await pageAt(desk, '/desk?days=7');
    expect(tableUnder(html, 'totals')?.rows).toEqual([
      ['Views', '14', 'new', '9', 'new', '3', 'new'],
      ['Clicks back', '3', 'new', '3', 'new', '2', 'new'],
    ]);
    expect(tableUnder(html, 'articles')?.rows).toEqual([
      ['one', '5', '5', '3'],
      ['two', '9', '4', '0'],
    ]);
    expect(tableUnder(html, 'partners')?.rows).toEqual([
      ['Coast', '5', '5', '3'],
      ['Under open terms', '9', '4', '0'],
    ]);
    const days = tableUnder(html, 'views-plot')?.rows ?? [];
    expect(days).toHaveLength(7);
    expect(days.at(-1)?.slice(1)).toEqual(['14', '9', '3']);
  });

  it.each([7, 30, 90, 365])(
    'over %i days counts the first and the last, and compares with as many before',
    async (days) => {
      const first = addDays(today(), 1 - days);
      await fillDays(world, [
        { day: addDays(first, -days - 1), views: [1000, 1000, 1000] },
        { day: addDays(first, -days), views: [10, 8, 0] },
        { day: addDays(first, -1), views: [10, 2, 4], clicks: [4, 4, 4] },
        { day: first, views: [3, 2, 1] },
        { day: today(), views: [7, 3, 1], clicks: [6, 2, 0] },
        { day: addDays(today(), 1), views: [500, 500, 500] },
      ]);
      const html = await pageAt(desk, `/desk?days=${days}`);
      expect(tableUnder(html, 'totals')?.rows).toEqual([
        ['Views', '10', '−50 %', '5', '−50 %', '2', '−50 %'],
        ['Clicks back', '6', '+50 %', '2', '−50 %', '0', '−100 %'],
      ]);
      const rows = tableUnder(html, 'views-plot')?.rows ?? [];
      expect(rows).toHaveLength(days);
      expect(rows[0]?.slice(1)).toEqual(['3', '2', '1']);
      expect(rows.at(-1)?.slice(1)).toEqual(['7', '3', '1']);
    },
  );

  it('takes a period it does not offer for the usual one', async () => {
    for (const days of ['8', '-1', 'x', '1e9', "7' OR 1"])
      expect(await pageAt(desk, `/desk?days=${encodeURIComponent(days)}`)).toContain('The last 30 days');
  });
});

describe('what changed this week', () => {
  const changes = async () =>
    (tableUnder(await pageAt(desk, '/desk'), 'changes')?.rows ?? []).map((row) => row.slice(1));

  it('names new copies, permissions, corrections and withdrawals', async () => {
    await hit(world, { article: one, grant: coast, host: 'new.example', views: 1 });
    const path = `/desk/articles/${two}`;
    await desk.post(`${path}/correct`, { where: 'body', was: 'harbour', now: 'islands', text: 'Not the harbour.' });
    await world.put(named('three'));
    await desk.post(`/desk/articles/${await numberOf(world, 'three')}/withdraw`, { reason: 'It was wrong.' });
    await desk.post(`/desk/permissions/${coast}/state`, { to: 'suspended', reason: 'For a while.' });
    await desk.post(`/desk/permissions/${coast}/state`, { to: 'active', reason: 'Again.' });
    const found = await changes();
    for (const row of [
      ['New copy', 'new.example', 'one (Coast)'],
      ['Correction', 'two', 'Not the harbour.'],
      ['Withdrawn', 'three', 'It was wrong.'],
      ['Permission suspended', 'Coast', 'For a while.'],
      ['Permission given', 'Coast', 'Again.'],
    ])
      expect(found).toContainEqual(row);
  });

  it('leaves out what was before the week', async () => {
    await hit(world, { article: one, grant: coast, host: 'old.example', views: 1 });
    await world.db.prepare('UPDATE repost SET first_seen = first_seen - 8 * 86400000').run();
    expect((await changes()).map(([, about]) => about)).not.toContain('old.example');
    const html = await pageAt(desk, '/desk');
    expect(squeezed(text(byTag(html, 'main')[0]))).toContain('0 new copies this week');
  });

  it('shows ten new copies, and says that there are more', async () => {
    const insert = world.db.prepare(`INSERT INTO repost (article, grant_number, host, found_by, presence, verdict,
      currency, mark, first_seen, last_seen) VALUES (?, ?, ?, 'hit', 'sighted', 'unchecked', 'current', 'none', ?, ?)`);
    const copies = (count: number) =>
      world.db.batch(
        Array.from({ length: count }, (_, n) =>
          insert.bind(one, coast, `h${n}.example`, Date.now() + n, Date.now() + n),
        ),
      );
    await copies(10);
    expect((await changes()).filter(([what]) => what === 'New copy')).toHaveLength(10);
    expect(await pageAt(desk, '/desk')).toContain('10 new copies this week');
    await emptyLedger(world);
    await copies(11);
    expect((await changes()).filter(([what]) => what === 'New copy')).toHaveLength(10);
    expect(await pageAt(desk, '/desk')).toContain('More than 10 new copies this week');
  });
});
