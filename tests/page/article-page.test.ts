/** The article page: microformats2, provenance, canonical policy, language and direction. */
import { describe, expect, it } from 'vitest';
import { type Article, BASE_MARK } from '../../src/article/article.ts';
import { articlePage } from '../../src/page/article-page.tsx';
import type { Site } from '../../src/page/site.ts';
import { attribute, byClass, byTag, elements, hasClass, jsonLd, links, pageElements, text } from './dom.ts';
import { arabic, article, firstHop, hostileTitle, repost, secondHop, site, twoHops } from './fixtures.ts';

const show = (shown: Article, at: Site = site, body = '<p>Body</p>'): string =>
  articlePage(at, { article: shown, body });
const withPolicy = (canonicalForReposts: 'origin' | 'self'): Site => ({
  ...site,
  publication: { ...site.publication, canonicalForReposts },
});

describe('h-entry', () => {
  const html = show(article);
  const value = (name: string) => text(byClass(html, name)[0]);

  it('has name, summary, content, dates, authors, address, photo and tags', () => {
    expect(value('p-name')).toBe(article.title);
    expect(value('p-summary')).toBe(article.dek);
    expect(value('e-content')).toBe('Body');
    expect(attribute(byClass(html, 'dt-published')[0], 'datetime')).toBe('2026-11-03T06:30:00Z');
    expect(attribute(byClass(html, 'dt-updated')[0], 'datetime')).toBe('2026-11-04T09:00:00Z');
    expect(byClass(html, 'p-author').map(text)).toEqual(['Ines Vold', 'Tomas Brandt']);
    expect(attribute(byClass(html, 'p-author')[0], 'href')).toBe('/authors/ines-vold/');
    expect(attribute(byClass(html, 'u-url')[0], 'href')).toBe(
      'https://news.example/articles/the-night-ferry-runs-again',
    );
    expect(attribute(byClass(html, 'u-photo')[0], 'value')).toBe(`https://news.example/media/${'a'.repeat(64)}.jpg`);
    expect(byClass(html, 'p-category').map(text)).toEqual(article.tags);
  });

  it('is the only one, and everything of it stands inside', () => {
    expect(byClass(html, 'h-entry')).toHaveLength(1);
    const inside = byClass(html, 'h-entry').flatMap(elements);
    for (const name of ['p-name', 'e-content', 'p-author', 'u-url', 'p-category'])
      expect(inside.some((element) => hasClass(element, name))).toBe(true);
  });

  it('shows the caption and credit of the lead photo', () => {
    expect(text(byTag(html, 'figcaption')[0])).toBe(
      'The Marlin at Quay 3 on Monday night. — Tomas Brandt / Harbour Light',
    );
  });

  it('prints dates in the time zone of the publication', () => {
    const late = show({ ...article, published: Date.UTC(2026, 10, 3, 23, 30) });
    expect(text(byClass(late, 'dt-published')[0])).toBe('November 4, 2026');
  });
});

describe('a repost', () => {
  it('says where it came from before the body, and cites every hop after it', () => {
    const html = show(twoHops);
    expect(text(byClass(html, 'origin')[0])).toBe('Reposted from The Sound Review, October 28, 2026, via Coast Wire');
    expect(html.indexOf('class="origin"')).toBeLessThan(html.indexOf('e-content'));
    const cites = byClass(html, 'u-repost-of');
    expect(cites.map(text)).toEqual([firstHop.credit, secondHop.credit]);
    expect(
      cites.map((cite) =>
        elements(cite)
          .filter((el) => el.tagName === 'a')
          .map((a) => attribute(a, 'href')),
      ),
    ).toEqual([[firstHop.url], [secondHop.url]]);
  });

  it('has its provenance in JSON-LD', () => {
    expect(jsonLd(show(twoHops))).toMatchObject({
      '@type': 'NewsArticle',
      headline: twoHops.title,
      mainEntityOfPage: 'https://news.example/articles/lighthouse',
      publisher: { name: 'Harbour Light Press' },
      sourceOrganization: { name: 'The Sound Review' },
      copyrightHolder: { name: 'The Sound Review' },
      creditText: `${firstHop.credit} ${secondHop.credit}`,
      license: firstHop.license,
      isBasedOn: [
        { url: firstHop.url, identifier: firstHop.guid, datePublished: '2026-10-28T08:00:00Z' },
        { url: secondHop.url },
      ],
    });
  });

  it('does not inherit our rights and licence', () => {
    const bare: Article = {
      ...repost,
      origin: { hops: [secondHop], permission: twoHops.origin?.permission ?? never() },
    };
    const data = jsonLd(show(bare));
    expect(data).not.toHaveProperty('license');
    expect(data).toHaveProperty('copyrightNotice', '© Coast Wire');
    expect(data).not.toHaveProperty('acquireLicensePage');
    expect(byTag(show(bare), 'a').filter((a) => attribute(a, 'rel') === 'license')).toEqual([]);
  });
});

const never = (): never => {
  throw new Error('The fixture has an origin.');
};

describe('JSON-LD of our own article', () => {
  it('names us as its source, and credits its photos and corrections', () => {
    const data = jsonLd(show({ ...hostileTitle, photo: article.photo }));
    expect(data).toMatchObject({
      headline: hostileTitle.title,
      sourceOrganization: { name: 'Harbour Light Press' },
      copyrightNotice: '© Harbour Light',
      license: 'https://creativecommons.org/licenses/by-nd/4.0/',
      image: [{ '@type': 'ImageObject', creditText: 'Tomas Brandt / Harbour Light', width: 1600, height: 1000 }],
      correction: [{ '@type': 'CorrectionComment', text: 'The price was wrong.' }, { '@type': 'CorrectionComment' }],
    });
    expect(data).not.toHaveProperty('isBasedOn');
  });
});

describe('canonical', () => {
  const elsewhere = 'https://elsewhere.example/x';
  const own = 'https://news.example/articles/';
  it.each([
    ['own article', article, 'origin', `${own}${article.slug}`],
    ['own article that names a page', { ...article, canonicalUrl: elsewhere }, 'self', elsewhere],
    ['repost, policy origin', repost, 'origin', firstHop.url],
    ['repost, policy self', repost, 'self', `${own}${repost.slug}`],
    ['repost of two hops, policy origin', twoHops, 'origin', firstHop.url],
    ['repost that names a page, policy origin', { ...repost, canonicalUrl: elsewhere }, 'origin', elsewhere],
    ['repost that names a page, policy self', { ...repost, canonicalUrl: elsewhere }, 'self', elsewhere],
  ] as const)('%s', (_, shown, policy, expected) => {
    expect(links(show(shown, withPolicy(policy)), 'canonical')).toEqual([expected]);
  });
});

describe('language', () => {
  it('sets an Arabic page from right to left, in Arabic words', () => {
    const html = show(arabic);
    const [root] = byTag(html, 'html');
    expect([attribute(root, 'lang'), attribute(root, 'dir')]).toEqual(['ar', 'rtl']);
    expect(text(byClass(html, 'skip')[0])).toBe('انتقل إلى المحتوى');
    expect(text(byClass(html, 'corrections')[0])).toContain('تصويبات');
    const nameplate = byClass(html, 'nameplate')[0];
    expect([attribute(nameplate, 'lang'), attribute(nameplate, 'dir')]).toEqual(['en', 'ltr']);
  });

  it('marks English words on a page in a language we have none for', () => {
    const html = show({ ...repost, language: 'fa' });
    expect(attribute(byTag(html, 'html')[0], 'dir')).toBe('rtl');
    expect(attribute(byClass(html, 'origin')[0], 'lang')).toBe('en');
  });
});

describe('the body', () => {
  it('has our base where the mark stood, even one with a dollar sign', () => {
    const html = show(
      article,
      { ...site, base: 'https://x.example/$&' },
      `<p><a href="${BASE_MARK}/articles/a">A</a></p>`,
    );
    expect(
      byClass(html, 'e-content')
        .flatMap(elements)
        .map((el) => attribute(el, 'href')),
    ).toContain('https://x.example/$&/articles/a');
    expect(html).not.toContain(BASE_MARK);
  });

  it('lets tables and code take the focus, and touches no attribute that looks like one', () => {
    const html = show(
      article,
      site,
      '<table><tbody><tr><td title="<pre>">x</td></tr></tbody></table><pre lang="en">y</pre>',
    );
    const inside = byClass(html, 'e-content').flatMap(elements);
    expect(inside.map((el) => el.tagName)).toEqual(['div', 'table', 'tbody', 'tr', 'td', 'pre']);
    expect(attribute(inside[0], 'tabindex')).toBe('0');
    expect(attribute(inside[4], 'title')).toBe('<pre>');
    expect([attribute(inside[5], 'tabindex'), attribute(inside[5], 'lang')]).toEqual(['0', 'en']);
  });
});

it('leads from an article to the feeds of its section, then to those of everything', () => {
  const found = links(show(article), 'alternate');
  expect(found.map((href) => href?.slice(site.base.length))).toEqual([
    '/sections/harbour/feed.rss',
    '/sections/harbour/feed.atom',
    '/sections/harbour/feed.json',
    '/feed.rss',
    '/feed.atom',
    '/feed.json',
  ]);
});

it('has no script but the JSON-LD, and no style of its own', () => {
  const found = pageElements(show(article));
  expect(found.filter((el) => el.tagName === 'script')).toHaveLength(1);
  expect(found.filter((el) => el.tagName === 'style' || attribute(el, 'style') !== undefined)).toEqual([]);
});
