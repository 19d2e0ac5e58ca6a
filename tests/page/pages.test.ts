/** What lists, status pages, the list of feeds and the terms promise. */
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { directionOf } from '../../src/lib/direction.ts';
import { feedsPage } from '../../src/page/feeds-page.tsx';
import { homePage, listPage } from '../../src/page/list-page.tsx';
import { gonePage, statusPage } from '../../src/page/status-page.tsx';
import { termsPage } from '../../src/page/terms-page.tsx';
import { authorScope, languageScope, sectionScope, tagScope } from '../../src/page/urls.ts';
import { licenseName } from '../../src/terms/creative-commons.ts';
import { attribute, byClass, byTag, links, pageElements, text } from './dom.ts';
import { arabic, article, NOW, repost, site } from './fixtures.ts';

const scopes = [
  sectionScope(site, 'harbour'),
  languageScope(site, 'ar'),
  tagScope('Winter & ice'),
  authorScope({ name: 'ليلى حداد' }),
];

describe('lists', () => {
  it('have the feeds of their scope as links and for discovery', () => {
    const html = listPage(site, tagScope('Winter & ice'), [article]);
    const shown = byTag(html, 'a').map((a) => attribute(a, 'href'));
    for (const format of ['rss', 'atom', 'json']) {
      expect(shown).toContain(`/tags/winter-ice/feed.${format}`);
      expect(links(html, 'alternate')).toContain(`https://news.example/tags/winter-ice/feed.${format}`);
    }
    expect(links(html, 'canonical')).toEqual(['https://news.example/tags/winter-ice/']);
  });

  it('have the name of the publication as the one heading of the front page', () => {
    const html = homePage(site, [article, repost]);
    expect(byTag(html, 'h1').map(text)).toEqual(['Harbour Light']);
    expect(byTag(html, 'title').map(text)).toEqual(['Harbour Light']);
    expect(byClass(html, 'h-entry')).toHaveLength(2);
  });

  it('mark an article in another language', () => {
    const [card] = byClass(homePage(site, [arabic]), 'card');
    expect([attribute(card, 'lang'), attribute(card, 'dir')]).toEqual(['ar', 'rtl']);
  });

  it('credit the photo and the origin of a repost', () => {
    const html = homePage(site, [repost]);
    expect(text(byTag(html, 'figcaption')[0])).toBe('Lin Hauge');
    expect(text(byClass(html, 'origin')[0])).toBe('Reposted from The Sound Review');
  });

  it('link nothing for a name that makes no URL', () => {
    const html = homePage(site, [{ ...article, byline: [{ name: '🚢' }] }]);
    expect(byClass(html, 'p-author').map((el) => el.tagName)).toEqual(['span']);
  });
});

describe('answers that are no page', () => {
  it('say what to do next and are not indexed', () => {
    for (const status of [404, 405, 429, 500, 503, 418]) {
      const html = statusPage(site, { status, title: 'Title', detail: 'Detail' });
      expect(text(byTag(html, 'main')[0])).toMatch(/front page|again|Try again/);
      expect(byTag(html, 'meta').map((meta) => attribute(meta, 'content'))).toContain('noindex');
      expect(links(html, 'canonical')).toEqual([]);
    }
  });

  it('can be made without a site', () => {
    const html = statusPage(null, { status: 503, title: 'Away', detail: 'Soon back', language: 'ar' });
    expect(attribute(byTag(html, 'html')[0], 'dir')).toBe('rtl');
    expect(text(byTag(html, 'h1')[0])).toBe('Away');
  });

  it('show the reason and date of a withdrawal, and nothing of the article', () => {
    const withdrawn: Article = { ...article, status: 'withdrawn', withdrawal: { reason: 'Not true.', date: NOW } };
    const html = gonePage(site, withdrawn);
    expect(text(byClass(html, 'notice')[0])).toBe('Not true.Withdrawn on November 4, 2026');
    expect(html).not.toContain(article.title);
    expect(html).not.toContain(article.dek);
    expect(text(byTag(gonePage(site, { ...article, expiresAt: NOW }), 'h1')[0])).toBe(
      'This article is no longer available',
    );
  });
});

it('documents every member of the JSON Feed extension', () => {
  const html = feedsPage(site, scopes);
  const section = pageElements(html).find((el) => attribute(el, 'id') === 'tearsheet');
  const members =
    'about origin credit rights license photos section corrections withdrawn sublicensable size_in_bytes guid';
  for (const member of members.split(' ')) expect(text(section)).toContain(member);
  expect(byTag(html, 'a').map((a) => attribute(a, 'href'))).toContain('/feeds.opml');
});

describe('terms', () => {
  const withLicense = (license: string | undefined) =>
    text(byTag(termsPage({ ...site, publication: { ...site.publication, license } }), 'main')[0]);

  it('say what the licence allows', () => {
    expect(withLicense('https://creativecommons.org/licenses/by-nd/4.0/')).toMatch(
      /You must not.*Publish a version changed in any other way\..*Publish a translation\./,
    );
    expect(withLicense('https://creativecommons.org/licenses/by/4.0/')).toMatch(
      /You must.*Say so if you changed anything/,
    );
    expect(withLicense('https://licence.example/')).toContain(
      'Do all that the licence https://licence.example/ allows',
    );
    expect(withLicense(undefined)).toContain('without our written permission');
    expect(withLicense(undefined)).toContain('desk@harbourlight.example');
  });

  it.each([
    ['https://creativecommons.org/licenses/by-nc-sa/4.0/', 'CC BY-NC-SA 4.0'],
    ['https://creativecommons.org/publicdomain/zero/1.0/', 'CC0 1.0'],
    ['https://licence.example/x', 'https://licence.example/x'],
  ])('%s is %s', (url, name) => {
    expect(licenseName(url)).toBe(name);
  });
});

it.each([
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['ur', 'rtl'],
  ['fa', 'rtl'],
  ['en', 'ltr'],
  ['az-Arab', 'rtl'],
  ['ku-Latn', 'ltr'],
  ['ar-Latn', 'ltr'],
])('%s is written %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});
