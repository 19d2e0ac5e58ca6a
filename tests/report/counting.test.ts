/** `/counting` says what the code does: every class in words, the definitions where reports link to, the words for a notice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLASSES, isPeople } from '../../src/count/request-class.ts';
import { MEASURES } from '../../src/desk/report-counts.ts';
import { CLASS_WORDS } from '../../src/page/counting-classes.ts';
import { attribute, pageElements, text } from '../page/dom.ts';
import { BASE, openWorld, PUBLICATION, type World } from '../world.ts';
import { squeezed } from './screen.ts';

let world: World;
let html = '';
beforeAll(async () => {
  world = await openWorld();
  html = await (await world.get('/counting')).text();
});
afterAll(() => world.close());

const byId = (id: string) => pageElements(html).find((element) => attribute(element, 'id') === id);

describe('/counting', () => {
  it('is a public page like any other', async () => {
    const response = await world.get('/counting');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect((await world.get('/counting/')).status).toBe(404);
  });

  it('has every class in words, and says of each whether it is people', () => {
    expect(Object.keys(CLASS_WORDS).sort()).toEqual([...CLASSES].sort());
    for (const name of CLASSES) {
      expect(CLASS_WORDS[name]?.people).toBe(isPeople(name));
      expect(squeezed(text(byId(name)))).toContain(CLASS_WORDS[name]?.name);
      expect(squeezed(text(byId(name)))).toContain(isPeople(name) ? '(people)' : '(not people)');
    }
  });

  it('defines each of the three numbers where reports link to', () => {
    for (const measure of MEASURES) expect(byId(measure)?.tagName).toBe('dt');
  });

  it('names what is honoured, what is kept, for how long, and who to ask', () => {
    const words = squeezed(text(pageElements(html).find(({ tagName }) => tagName === 'main')));
    for (const word of [
      'Sec-GPC: 1',
      'DNT: 1',
      'No cookie',
      '13 months',
      PUBLICATION.timeZone,
      PUBLICATION.contact,
      `${BASE}/b/…`,
    ])
      expect(words).toContain(word);
  });

  it('has words for a privacy notice that name the publication, the server and this page', () => {
    const notice = squeezed(text(byId('notice-words')));
    for (const word of [PUBLICATION.title, 'news.example', `${BASE}/counting`, 'no cookie'])
      expect(notice).toContain(word);
  });

  it('shows a publication’s words as words', async () => {
    const own = await openWorld({ publication: { ...PUBLICATION, title: '<script>alert(1)</script> & Post' } });
    const page = await (await own.get('/counting')).text();
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; Post');
    await own.close();
  });
});
