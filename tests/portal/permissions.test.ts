/** Permissions in the portal: offered, accepted, stopped, and out of their time. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attribute, byTag } from '../page/dom.ts';
import { TERMED } from '../republish/asking.ts';
import { named, openWorld, type World } from '../world.ts';
import { give, makePartner, mint, signedIn, type Visitor } from './partner.ts';

let world: World;
let coast: Visitor;
const portalOf = async (id: string) => signedIn(world, (await mint(world, id, 'portal')).key);
const html = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();

beforeAll(async () => {
  world = await openWorld({ publication: TERMED });
  await world.put(named('one', { terms: 'asked' }));
  await makePartner(world, 'coast');
  coast = await portalOf('coast');
});
afterAll(() => world.close());

describe('a permission', () => {
  it('that is offered is accepted by the partner alone, once', async () => {
    await makePartner(world, 'offered');
    const number = await give(world, 'offered', { state: 'offered' });
    const offered = await portalOf('offered');
    expect((await offered.get('/portal/republish/one')).status).toBe(403);
    expect(byTag(await html(offered, '/portal'), 'form').map((form) => attribute(form, 'action'))).toContain(
      `/portal/permissions/${number}/accept`,
    );
    expect((await coast.send(`/portal/permissions/${number}/accept`)).status).toBe(404);
    const foreign = await offered.send(`/portal/permissions/${number}/accept`, {}, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
    expect((await offered.get('/portal/republish/one')).status).toBe(403);
    const accepted = await offered.send(`/portal/permissions/${number}/accept`);
    expect([accepted.status, accepted.headers.get('location')]).toEqual([303, '/portal?done=accepted']);
    expect((await offered.get('/portal/republish/one')).status).toBe(200);
    const events = 'SELECT state, actor FROM grant_event WHERE number = ? ORDER BY at DESC, rowid DESC';
    expect(await world.db.prepare(events).bind(number).first()).toEqual({ state: 'active', actor: 'partner' });
    expect((await offered.send(`/portal/permissions/${number}/accept`)).status).toBe(409);
  });

  it('that is suspended or ended can’t be accepted back, and gives nothing', async () => {
    await makePartner(world, 'stopped');
    const number = await give(world, 'stopped', {});
    const stopped = await portalOf('stopped');
    for (const [state, words] of [
      ['suspended', 'Suspended'],
      ['ended', 'Ended'],
    ] as const) {
      await world.send('POST', `/api/grants/${number}/state`, { state, reason: 'A test.' });
      expect((await stopped.send(`/portal/permissions/${number}/accept`)).status).toBe(409);
      expect((await stopped.get('/portal/republish/one')).status).toBe(403);
      expect(await html(stopped, '/portal')).toContain(words);
    }
  });

  it('that begins later or has run out gives nothing, and says so', async () => {
    await makePartner(world, 'timed');
    await give(world, 'timed', { from: '2198-01-01T00:00:00Z' });
    await give(world, 'timed', { from: '2020-01-01T00:00:00Z', until: '2021-01-01T00:00:00Z' });
    const timed = await portalOf('timed');
    const page = await html(timed, '/portal');
    expect(page).toContain('Not yet in force');
    expect(page).toContain('Run out');
    expect((await timed.get('/portal/republish/one')).status).toBe(403);
  });
});
