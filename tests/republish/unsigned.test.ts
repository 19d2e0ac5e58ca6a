/** Without the secret that signs tokens there are no copies, and it is said which secret is missing. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { byTag, text } from '../page/dom.ts';
import { named, openWorld, type World } from '../world.ts';
import { HTML, TERMED } from './asking.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ publication: TERMED, bindings: { SIGNING_KEYS: '' } });
  await world.put(named('one'));
  await world.put(named('asked', { terms: 'asked' }));
});
afterAll(() => world.close());

it.each(['copy.html', 'copy.md', 'copy.txt', 'copy.json'])('%s is 503 and names the secret', async (end) => {
  const response = await world.get(`/republish/one/${end}`);
  expect(response.status).toBe(503);
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.text()).toContain('SIGNING_KEYS');
});

it('the page has the rules without copies, and who must be asked can be asked', async () => {
  const html = await (await world.get('/republish/one', HTML)).text();
  expect(byTag(html, 'textarea')).toEqual([]);
  expect(text(byTag(html, 'main')[0])).toContain('Copies can’t be made at the moment');
  expect(html).not.toContain('SIGNING_KEYS');
  expect(byTag(await (await world.get('/republish/asked', HTML)).text(), 'form')).toHaveLength(1);
});
