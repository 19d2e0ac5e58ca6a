/** The republish page on the real Worker. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attribute, byClass, byTag, links, text } from '../page/dom.ts';
import { BASE, named, openWorld, type World } from '../world.ts';
import { ENDS, field, HTML, hrefs, PUBLIC_LICENCE, reposted, TERMED, TOKEN } from './asking.ts';

const HOSTILE = 'What "</textarea><script>alert(1)</script>" & <b> mean';

let world: World;
const page = async (path: string) => (await world.get(path, HTML)).text();

beforeAll(async () => {
  world = await openWorld({ publication: TERMED });
  for (const article of [
    named('one', { body: '<p>Hello, <a href="/articles/two">harbour</a>.</p>' }),
    named('hostile', { title: HOSTILE }),
    named('later', { terms: 'delayed' }),
    named('asked', { terms: 'asked' }),
    named('arabic', { language: 'ar', title: 'عبّارة الليل' }),
    reposted('passed-on', true),
    reposted('not-ours', false),
  ])
    expect((await world.put(article)).status).toBeLessThan(300);
});
afterAll(() => world.close());

describe('the page', () => {
  it('has the rules, the credit line, all copies, the head, and whom to ask', async () => {
    const html = await page('/republish/one');
    const words = text(byTag(html, 'main')[0]);
    for (const part of ['You may', 'You must', 'You must not', 'The credit line', 'WordPress', 'Ghost', 'Drupal'])
      expect(words).toContain(part);
    expect(field(html, 'copy-html')).toContain('<h1>one</h1>');
    expect(field(html, 'copy-markdown')).toMatch(/^# one\n/);
    expect(field(html, 'copy-text')).toMatch(/^one\n/);
    expect(field(html, 'copy-head')).toBe(`<link rel="canonical" href="${BASE}/articles/one">`);
    expect(hrefs(html)).toEqual(expect.arrayContaining(ENDS.map((end) => `/republish/one/${end}`)));
    expect(hrefs(html)).toEqual(
      expect.arrayContaining(['mailto:desk@test.example', '/license.xml', '/terms/standard.jsonld']),
    );
    expect(byTag(html, 'a').map((a) => [attribute(a, 'rel'), attribute(a, 'href')])).toContainEqual([
      'license',
      PUBLIC_LICENCE,
    ]);
  });

  it('is no page for search engines, names no other canonical one, and runs our script alone', async () => {
    const response = await world.get('/republish/one');
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'$/);
    expect(response.headers.get('link')).toBe(`<${PUBLIC_LICENCE}>; rel="license"`);
    const html = await response.text();
    expect(links(html, 'canonical')).toEqual([]);
    expect(byTag(html, 'script').map((script) => attribute(script, 'src'))).toEqual(['/assets/copy.js']);
  });

  it('answers a conditional request with 304', async () => {
    const first = await world.get('/republish/one');
    const etag = first.headers.get('etag') ?? '';
    expect((await world.get('/republish/one', { 'if-none-match': etag })).status).toBe(304);
    expect(first.headers.get('cache-control')).toMatch(/^public/);
  });

  it('keeps a hostile title in its place', async () => {
    const html = await page('/republish/hostile');
    expect(text(byTag(html, 'h1')[0])).toBe(HOSTILE);
    expect(byTag(html, 'script')).toHaveLength(1);
    expect(field(html, 'copy-html')).toContain('&lt;/textarea>&lt;script>');
    expect(field(html, 'copy-text').split('\n')[0]).toBe(HOSTILE);
    expect(byTag(html, 'textarea').map((area) => attribute(area, 'id'))).toEqual([
      'copy-html',
      'copy-markdown',
      'copy-text',
      'copy-head',
    ]);
  });

  it('shows the credit line without the token that counts', async () => {
    const html = await page('/republish/one');
    const preview = byClass(html, 'credit-line')[0];
    expect(text(preview)).toMatch(/originally appeared on Test Post.*\([0-9A-Z]{4}-[0-9A-Z]{4}\)/);
    expect(hrefs(html).filter((href) => href.includes('/c/'))).toEqual([]);
    expect(byTag(html, 'img').map((img) => attribute(img, 'src'))).toEqual([`${BASE}/b/preview.svg`]);
  });

  it('says from when on a copy may appear, and what the terms want in the head', async () => {
    const html = await page('/republish/later');
    expect(text(byClass(html, 'conditions')[0])).toContain('November 2, 2026 at 9:00 AM');
    expect(field(html, 'copy-head').split('\n')).toHaveLength(2);
  });

  it('is in the language of the article where it has words for it', async () => {
    const html = await page('/republish/arabic');
    const root = byTag(html, 'html')[0];
    expect([attribute(root, 'lang'), attribute(root, 'dir')]).toEqual(['ar', 'rtl']);
    expect(text(byTag(html, 'main')[0])).toContain('سطر الإسناد');
    expect(attribute(byClass(html, 'rule-groups')[0], 'dir')).toBe('ltr');
  });
});

describe('terms that want to be asked', () => {
  it('have the rules and a form, and no copies', async () => {
    const html = await page('/republish/asked');
    expect(byTag(html, 'textarea').map((area) => attribute(area, 'id'))).toEqual(['message']);
    expect(byTag(html, 'form').map((form) => attribute(form, 'action'))).toEqual(['/republish/asked/request']);
    expect(text(byTag(html, 'main')[0])).toContain('Republish anything without our written permission');
    expect(html).not.toMatch(TOKEN);
  });

  it.each(ENDS)('refuse %s to a program, and say where to ask', async (end) => {
    const response = await world.get(`/republish/asked/${end}`);
    expect(response.status).toBe(403);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await response.text()).toContain(`${BASE}/republish/asked`);
  });
});

describe('a repost that is not ours to pass on', () => {
  it('names its publisher and nothing of the article', async () => {
    const response = await world.get('/republish/not-ours', HTML);
    expect(response.status).toBe(403);
    const html = await response.text();
    expect(hrefs(html)).toEqual(expect.arrayContaining(['https://soundreview.example/eelgrass', '/articles/not-ours']));
    for (const words of ['Hello, harbour', 'The first.', 'Ada Lens']) expect(html).not.toContain(words);
  });

  it.each(ENDS)('has no %s', async (end) => {
    const response = await world.get(`/republish/not-ours/${end}`);
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain('harbour');
  });
});

describe('the article’s page', () => {
  it.each([
    ['one', 'Republish this'],
    ['asked', 'Republish this'],
    ['arabic', 'أعد نشر هذا المقال'],
    ['passed-on', 'Republish this'],
  ])('of %s says “%s”', async (slug, words) => {
    const link = byTag(await page(`/articles/${slug}`), 'a').find((a) => attribute(a, 'href') === `/republish/${slug}`);
    expect(text(link)).toBe(words);
  });

  it('says nothing where it may not be passed on', async () => {
    expect(await page('/articles/not-ours')).not.toContain('/republish/');
  });
});
