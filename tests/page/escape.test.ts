/** No text, wherever it comes from, becomes markup (invariant 2), and none is lost. */

import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import type { Article, FullArticle } from '../../src/article/article.ts';
import { cleanLine } from '../../src/lib/text.ts';
import { articlePage } from '../../src/page/article-page.tsx';
import { feedsPage } from '../../src/page/feeds-page.tsx';
import { scriptJson } from '../../src/page/json-ld.ts';
import { homePage, listPage } from '../../src/page/list-page.tsx';
import { newsSitemap } from '../../src/page/news-sitemap.ts';
import { opml } from '../../src/page/opml.ts';
import type { Site } from '../../src/page/site.ts';
import { gonePage, statusPage } from '../../src/page/status-page.tsx';
import { termsPage } from '../../src/page/terms-page.tsx';
import { attribute, byClass, byTag, type Element, pageElements, text } from './dom.ts';
import { article, firstHop, NOW, photo, secondHop, site } from './fixtures.ts';

const FRAGMENTS = [
  '<x-evil onload=x>',
  '"><x-evil>',
  "' onclick='x",
  '" onclick="x',
  '</script><x-evil>',
  '</title>',
  '</head>',
  '<link rel="stylesheet">',
  '<!--',
  ']]>',
  '&lt;',
  '&amp;',
  '$&',
  '\u2028',
  '🚢',
  'عبّارة',
  'word ',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary' })), { minLength: 1, maxLength: 4 })
  .map((parts) => cleanLine(parts.join('')))
  .filter((line) => line !== '');

const hostileArticle = (t: string): Article => ({
  ...article,
  title: t,
  dek: t,
  byline: [{ name: t, url: 'https://x.example/' }, { name: 'Ada' }],
  section: 'harbour',
  tags: [t],
  guid: t,
  photo: { ...photo, alt: t, caption: t, credit: t, holder: t },
  rights: t,
  corrections: [{ date: NOW, text: t, was: t, now: t }],
  origin: {
    hops: [
      { ...firstHop, publisher: t, credit: `From ${t}.` },
      { ...secondHop, publisher: t, credit: t },
    ],
    permission: { basis: 'written', reference: t, sublicensable: false },
  },
  withdrawal: { reason: t, date: NOW },
});

const hostileSite = (t: string): Site => ({
  ...site,
  publication: {
    ...site.publication,
    title: t,
    description: t,
    rights: t,
    languages: { en: t, ar: t },
    sections: { harbour: { name: t, description: t } },
    publisher: { name: t },
  },
});

const hostilePages = (t: string): readonly string[] => {
  const place = hostileSite(t);
  const full: FullArticle = { article: hostileArticle(t), body: '<p>Body</p>' };
  const scope = { kind: 'tag', value: 'x', name: t } as const;
  return [
    articlePage(place, full),
    homePage(place, [full.article]),
    listPage(place, scope, [full.article]),
    listPage(place, { ...scope, kind: 'author' }, []),
    termsPage(place),
    feedsPage(place, [scope]),
    statusPage(place, { status: 404, title: t, detail: t }),
    statusPage(null, { status: 500, title: t, detail: t }),
    gonePage(place, full.article),
  ];
};

const isForeign = (element: Element): boolean =>
  element.tagName === 'x-evil' ||
  (element.tagName === 'script' && attribute(element, 'type') !== 'application/ld+json') ||
  element.tagName === 'style' ||
  element.attrs.some(({ name }) => name.startsWith('on') || name === 'style');

describe('hostile text', () => {
  it('is text on every page, in every field', () => {
    fc.assert(
      fc.property(hostile, (t) => {
        for (const html of hostilePages(t)) {
          expect(pageElements(html).filter(isForeign)).toEqual([]);
          expect(byTag(html, 'title')).toHaveLength(1);
          expect(byTag(html, 'main')).toHaveLength(1);
          expect(byTag(html, 'link').filter((link) => attribute(link, 'rel') === 'stylesheet')).toHaveLength(1);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is shown whole', () => {
    fc.assert(
      fc.property(hostile, (t) => {
        const html = articlePage(hostileSite(t), { article: hostileArticle(t), body: '<p>Body</p>' });
        expect(text(byClass(html, 'story')[0])).toContain(t);
        expect(text(byTag(html, 'h1')[0])).toBe(t);
        expect(text(byClass(html, 'p-summary')[0])).toBe(t);
        expect(text(byClass(html, 'u-repost-of')[1])).toBe(t);
        expect(attribute(byTag(html, 'img')[0], 'alt')).toBe(t);
        expect(text(byTag(html, 'title')[0])).toContain(t);
      }),
      { numRuns: 150 },
    );
  });

  it('leaves the XML documents well-formed', () => {
    fc.assert(
      fc.property(hostile, (t) => {
        const sitemap = newsSitemap(hostileSite(t), [{ ...article, title: t }], NOW);
        expect(XMLValidator.validate(sitemap)).toBe(true);
        expect(XMLValidator.validate(opml(hostileSite(t), [{ kind: 'tag', value: 'x', name: t }]))).toBe(true);
      }),
    );
  });

  it('cannot end the JSON-LD script', () => {
    const value = { a: '</script><!--\u2028\u2029' };
    expect(scriptJson(value)).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(scriptJson(value))).toEqual(value);
  });
});

it('gives the same bytes for the same input', () => {
  expect(hostilePages('Same')).toEqual(hostilePages('Same'));
});
