/** Partners, permissions, requests and keys, by the desk's forms. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byClass, byTag, pageElements, text } from '../page/dom.ts';
import { named, openWorld, PUBLICATION, type World } from '../world.ts';
import { mintedKey, numberOf, signedIn, type Visitor, visitor } from './visitor.ts';

let world: World;
let desk: Visitor;
beforeAll(async () => {
  world = await openWorld();
  await world.put(named('asked-for', { body: '<p>For others too.</p>' }));
  desk = await signedIn(world);
});
afterAll(() => world.close());

const page = async (path: string): Promise<string> => (await desk.get(path)).text();
const outcome = (html: string): string => byClass(html, 'outcome').map(text).join(' ');
const location = (response: { headers: { get: (name: string) => string | null } }) => response.headers.get('location');
const api = async (path: string) => JSON.parse(await (await world.send('GET', `/api${path}`)).text());
const FIELDS = { name: 'Coast Wire', language: 'en', dialect: 'generic', contacts: 'ed@coast.example' };

async function partner(id: string): Promise<string> {
  const response = await desk.post('/desk/partners', { ...FIELDS, id });
  expect(location(response)).toBe(`/desk/partners/${id}?done=added`);
  return `/desk/partners/${id}`;
}

describe('partners', () => {
  it('are added and changed', async () => {
    const path = await partner('added');
    const contacts = 'one@coast.example\ntwo@coast.example, three@coast.example';
    const saved = await desk.post(path, {
      ...FIELDS,
      name: 'Coast & <Wire>',
      language: 'ar',
      dialect: 'msn',
      contacts,
    });
    expect(location(saved)).toBe(`${path}?done=saved`);
    expect(await api('/partners/added')).toMatchObject({
      name: 'Coast & <Wire>',
      language: 'ar',
      dialect: 'msn',
      contacts: ['one@coast.example', 'two@coast.example', 'three@coast.example'],
    });
    for (const each of ['/desk/partners', path]) {
      const html = await page(each);
      expect(byTag(html, 'wire')).toEqual([]);
      expect(text(byTag(html, 'main')[0])).toContain('Coast & <Wire>');
    }
  });

  it.each([
    ['a name that is taken', { id: 'taken' }, 'already'],
    ['no name', { name: ' ' }, '/name'],
    ['a short name of other signs', { id: 'Coast Wire' }, '/id'],
    ['an unknown language', { language: 'fr' }, '/language'],
    ['an unknown dialect', { dialect: 'x' }, '/dialect'],
    ['a contact that is none', { contacts: 'ed at coast' }, '/contacts/0'],
  ])('are refused with %s, and what was typed is kept', async (_what, over, why) => {
    await desk.post('/desk/partners', { ...FIELDS, id: 'taken' });
    const response = await desk.post('/desk/partners', { ...FIELDS, id: 'fresh', ...over });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(outcome(html)).toContain(why);
    if (!('contacts' in over)) expect(html).toContain('ed@coast.example');
    expect((await desk.get('/desk/partners/fresh')).status).toBe(404);
  });

  it('are suspended, taken back, and ended for good after a question', async () => {
    const path = await partner('moved');
    expect(location(await desk.post(`${path}/state`, { to: 'suspended' }))).toBe(`${path}?done=suspended`);
    expect((await api('/partners/moved')).state).toBe('suspended');
    await desk.post(`${path}/state`, { to: 'active' });
    expect((await api('/partners/moved')).state).toBe('active');
    expect(await page(`${path}/end`)).toContain('End this partnership?');
    await desk.post(`${path}/state`, { to: 'ended' });
    expect((await desk.post(`${path}/state`, { to: 'active' })).status).toBe(422);
    expect((await api('/partners/moved')).state).toBe('ended');
    expect(byTag(await page(path), 'form')).toHaveLength(1);
  });
});

describe('domains', () => {
  it('are named, shown with what has to be shown there, and taken away', async () => {
    const path = await partner('domains');
    await desk.post(`${path}/domains`, { domain: 'Coast.Example.' });
    const html = await page(path);
    const [{ challenge }] = (await api('/partners/domains')).domains;
    for (const words of [challenge, '_tearsheet.coast.example', 'https://coast.example/.well-known/tearsheet.txt'])
      expect(text(byTag(html, 'main')[0])).toContain(words);
    expect((await desk.post(`${path}/domain`, { act: 'remove', domain: 'coast.example' })).status).toBe(303);
    expect((await api('/partners/domains')).domains).toEqual([]);
    expect((await desk.post(`${path}/domain`, { act: 'remove', domain: 'coast.example' })).status).toBe(404);
    expect((await desk.post(`${path}/domain`, { act: 'verify', domain: 'coast.example' })).status).toBe(404);
  });

  it.each(['', '127.0.0.1', 'localhost', 'https://coast.example/', 'coast.example:80', 'x.internal'])(
    'are names of the public internet: %j is refused',
    async (domain) => {
      const path = '/desk/partners/taken';
      expect((await desk.post(`${path}/domains`, { domain })).status).toBe(422);
      expect((await api('/partners/taken')).domains).toEqual([]);
    },
  );
});

describe('a partner’s keys', () => {
  it('are shown once, and open nothing once they are revoked', async () => {
    const path = await partner('keys');
    const made = await desk.post(`${path}/keys`, { label: 'Their <CMS>', kind: 'feed' });
    expect(made.status).toBe(201);
    const key = byClass(await made.text(), 'secret').map(text)[0] ?? '';
    expect(key).toMatch(/^tf_[0-9a-f]{12}_[0-9a-f]{64}$/);
    expect(await page(path)).not.toContain(key.split('_')[2] ?? '-');
    expect((await desk.post(`${path}/keys`, { label: ' ', kind: 'feed' })).status).toBe(422);
    expect((await desk.post(`${path}/keys`, { label: 'x', kind: 'editor' })).status).toBe(422);
    const id = key.split('_')[1] ?? '';
    expect(await page(`${path}/keys/${id}/revoke`)).toContain('Revoke this key?');
    const other = await partner('keys-other');
    expect((await desk.post(`${other}/keys/${id}/revoke`)).status).toBe(404);
    expect(location(await desk.post(`${path}/keys/${id}/revoke`))).toBe(`${path}?done=revoked`);
    expect((await api('/partners/keys')).keys).toMatchObject([{ id, label: 'Their <CMS>', kind: 'feed' }]);
    expect((await api('/partners/keys')).keys[0].revokedAt).not.toBeNull();
    expect((await desk.post(`${path}/keys/${id}/revoke`)).status).toBe(404);
  });
});

describe('permissions', () => {
  const give = (path: string, over: Record<string, string> = {}) =>
    desk.post(`${path}/permissions`, { scope: '', terms: 'standard', ...over });

  it('are given with what was agreed, from and until days in the publication’s zone', async () => {
    const path = await partner('granted');
    const response = await give(path, {
      scope: 'sections/harbour',
      from: '2026-11-22',
      until: '2027-06-30',
      carriers: 'link',
      canonical: 'noindex',
      delayHours: '6',
      share: '20',
      removeAfterDays: '30',
      state: 'active',
    });
    const number = /permissions\/(\d+)\?done=given$/.exec(location(response) ?? '')?.[1];
    const grant = await api(`/grants/${number}`);
    expect(grant).toMatchObject({
      partner: 'granted',
      scope: 'sections/harbour',
      state: 'active',
      from: '2026-11-21T23:00:00Z',
      until: '2027-06-30T22:00:00Z',
    });
    expect(grant.terms).toMatchObject({
      carriers: 'link',
      canonical: 'noindex',
      delayHours: 6,
      share: 20,
      removeAfterDays: 30,
    });
    expect(grant.history).toMatchObject([{ state: 'active', actor: 'desk' }]);
    const shown = text(byTag(await page(`/desk/permissions/${number}`), 'main')[0]);
    for (const words of ['Section: Harbour', 'Coast Wire', 'Wait 6 hours after we have published.'])
      expect(shown).toContain(words);
    expect(text(byTag(await page('/desk/permissions'), 'main')[0])).toContain('Section: Harbour');
  });

  it.each([
    ['a scope that is none', { scope: 'other', other: 'harbour' }, '/scope'],
    ['no article of ours', { scope: 'other', other: 'articles/tag:test.example,2026:none' }, '/scope'],
    ['unknown terms', { terms: 'x' }, '/terms'],
    ['a day that is none', { from: '2026-02-30' }, '/from'],
    ['an end before its beginning', { from: '2027-01-02', until: '2027-01-01' }, '/until'],
    ['a share of 101 percent', { share: '101' }, '/agreed/share'],
    ['hours that are no number', { delayHours: 'six' }, '/agreed/delayHours'],
  ])('are refused with %s, and what was typed is kept', async (_what, over, why) => {
    await desk.post('/desk/partners', { ...FIELDS, id: 'refused' });
    const response = await give('/desk/partners/refused', over);
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(outcome(html)).toContain(why);
    expect(byTag(html, 'details').some((each) => each.attrs.some(({ name }) => name === 'open'))).toBe(true);
    expect((await api('/partners/refused')).grants).toEqual([]);
  });

  it('for what we may not pass on are refused', async () => {
    const origin = {
      hops: [
        {
          role: 'original',
          publisher: 'Sound',
          url: 'https://sound.example/x',
          date: '2026-10-01T00:00:00Z',
          credit: 'By Sound.',
        },
      ],
      permission: { basis: 'written', reference: 'A letter', sublicensable: false },
    } as const;
    await world.put(named('theirs', { origin: { ...origin, hops: [origin.hops[0]] } }));
    const path = await partner('sublicence');
    const response = await give(path, { scope: 'other', other: 'articles/tag:test.example,2026:theirs' });
    expect(response.status).toBe(422);
    expect(outcome(await response.text())).toContain('sublicensable');
    expect(await page(`/desk/articles/${await numberOf(world, 'theirs')}`)).toContain('does not let us pass it on');
  });

  it('move as far as they may, each time with a reason', async () => {
    const path = await partner('moves');
    const at = (location(await give(path, { state: 'offered' })) ?? '').split('?')[0] ?? '';
    expect((await desk.post(`${at}/state`, { to: 'active', reason: ' ' })).status).toBe(422);
    expect((await desk.post(`${at}/state`, { to: 'suspended', reason: 'Early.' })).status).toBe(422);
    for (const to of ['active', 'suspended', 'active', 'ended'])
      expect((await desk.post(`${at}/state`, { to, reason: `Now <${to}>.` })).status).toBe(303);
    expect((await desk.post(`${at}/state`, { to: 'active', reason: 'Again.' })).status).toBe(422);
    const html = await page(at);
    expect(byClass(html, 'events').map(text).join()).toContain('Now <suspended>.');
    expect(byTag(html, 'button').map(text)).toEqual(['Sign out']);
  });

  it('everybody’s is moved by the terms alone', async () => {
    const { grants } = await api('/grants');
    const open = grants.find((grant: { partner: string | null }) => grant.partner === null);
    expect(open).toBeDefined();
    expect((await desk.post(`/desk/permissions/${open.number}/state`, { to: 'ended', reason: 'No.' })).status).toBe(
      422,
    );
    expect((await api(`/grants/${open.number}`)).state).toBe('active');
  });
});

const MESSAGE = 'Please.\n<script>alert(1)</script>';

async function request(organisation: string, article: string | null): Promise<string> {
  const query = `INSERT INTO request (at, article, organisation, name, email, domain, message, state, challenge)
    VALUES (?, ?, ?, 'Una', 'una@skerry.example', ?, ?, 'open', 'tearsheet-x') RETURNING number`;
  const domain = `${organisation.toLowerCase().replace(/[^a-z]+/g, '')}.example`;
  const number = await world.db.prepare(query).bind(Date.now(), article, organisation, domain, MESSAGE).first('number');
  return `/desk/requests/${number}`;
}

describe('requests', () => {
  it('wait in the navigation, and make partner and permission when they are approved', async () => {
    const path = await request('Skerry <i>Gazette', 'tag:test.example,2026:asked-for');
    expect(text(byTag(await page('/desk/articles'), 'nav')[0])).toContain('1 waiting');
    const html = await page(path);
    expect(byTag(html, 'script')).toEqual([]);
    expect(pageElements(html).filter(({ tagName }) => tagName === 'i')).toEqual([]);
    expect(text(byTag(html, 'main')[0])).toContain(MESSAGE);
    expect(location(await desk.post(path, { answer: 'approve' }))).toBe(`${path}?done=approved`);
    const after = text(byTag(await page(path), 'main')[0]);
    expect(after).toContain('Approved at the desk.');
    const [grant] = (await api('/grants')).grants;
    expect(grant).toMatchObject({ scope: 'articles/tag:test.example,2026:asked-for', state: 'active' });
    expect(await api(`/partners/${grant.partner}`)).toMatchObject({
      name: 'Skerry <i>Gazette',
      contacts: ['una@skerry.example'],
    });
    expect((await desk.post(path, { answer: 'decline', reason: 'No.' })).status).toBe(422);
    expect(text(byTag(await page('/desk/articles'), 'nav')[0])).not.toContain('waiting');
  });

  it('are declined with a reason, and make nothing', async () => {
    const before = (await api('/partners')).partners.length;
    const path = await request('Declined', null);
    expect((await desk.post(path, { answer: 'decline', reason: '' })).status).toBe(422);
    expect((await desk.post(path, { reason: 'x' })).status).toBe(422);
    expect(location(await desk.post(path, { answer: 'decline', reason: 'Not <now>.' }))).toBe(`${path}?done=declined`);
    expect(text(byTag(await page(path), 'main')[0])).toContain('Not <now>.');
    expect(text(byTag(await page('/desk/requests'), 'main')[0])).toContain('Declined');
    expect((await api('/partners')).partners).toHaveLength(before);
  });
});

describe('a key that only reads', () => {
  it('sees everything of articles and partners, and no form to change it', async () => {
    const path = await partner('read-only');
    const reader = await signedIn(world, (await mintedKey(world, ['read'])).key);
    await request('Reader', null);
    const places = [
      '/desk/articles',
      `/desk/articles/${await numberOf(world, 'asked-for')}`,
      '/desk/partners',
      path,
      '/desk/permissions',
      '/desk/permissions/1',
      '/desk/requests',
      '/desk/requests/1',
      '/desk/terms',
    ];
    for (const place of places) {
      const answer = await reader.get(place);
      expect(answer.status, place).toBe(200);
      const forms = byTag(await answer.text(), 'form').map(
        (form) => form.attrs.find(({ name }) => name === 'method')?.value,
      );
      expect(
        forms.filter((method) => method === 'post'),
        place,
      ).toHaveLength(1);
    }
  });
});

describe('keys', () => {
  it('are made, shown once, and revoked after a question', async () => {
    const made = await desk.post('/desk/keys', { label: 'Night <desk>', scope: 'read' });
    expect(made.status).toBe(201);
    const key = byClass(await made.text(), 'secret').map(text)[0] ?? '';
    expect(key).toMatch(/^ts_[0-9a-f]{12}_[0-9a-f]{64}$/);
    const list = await page('/desk/keys');
    expect(list).not.toContain(key.split('_')[2] ?? '-');
    expect(text(byTag(list, 'main')[0])).toContain('Night <desk>');
    const editor = await signedIn(world, key);
    const id = key.split('_')[1] ?? '';
    expect(await page(`/desk/keys/${id}/revoke`)).toContain('Revoke this key?');
    expect((await editor.get('/desk/articles')).status).toBe(200);
    expect(location(await desk.post(`/desk/keys/${id}/revoke`))).toBe('/desk/keys?done=revoked');
    expect((await editor.get('/desk/articles')).status).toBe(303);
    expect((await visitor(world).post('/desk/sign-in', { key })).status).toBe(403);
    expect((await desk.post(`/desk/keys/${id}/revoke`)).status).toBe(404);
  });

  it.each([[{ label: '', scope: 'read' }], [{ label: 'x' }], [{ label: 'x', scope: 'everything' }]])(
    'are refused without a label and a scope: %j',
    async (fields) => {
      const before = (await api('/keys')).keys.length;
      expect((await desk.post('/desk/keys', { ...fields })).status).toBe(422);
      expect((await api('/keys')).keys).toHaveLength(before);
    },
  );
});

describe('terms', () => {
  it('stand there in words, each with its version', async () => {
    const own = await openWorld({
      publication: { ...PUBLICATION, terms: { wire: { title: 'Wire <terms>', delayHours: 12, excerptWords: 100 } } },
    });
    const html = await (await (await signedIn(own)).get('/desk/terms')).text();
    const shown = text(byTag(html, 'main')[0]);
    for (const words of ['Standard terms', 'Wire <terms>', 'Wait 12 hours', 'version 1', 'On request', 'Everybody may'])
      expect(shown).toContain(words);
    expect(byTag(html, 'terms')).toEqual([]);
    await own.close();
  });
});
