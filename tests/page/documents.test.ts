/** The small text documents: news sitemap, OPML, robots.txt, security.txt. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { DAY, SECOND } from '../../src/lib/time.ts';
import { newsSitemap } from '../../src/page/news-sitemap.ts';
import { opml } from '../../src/page/opml.ts';
import { robotsTxt } from '../../src/page/robots.ts';
import { securityTxt } from '../../src/page/security-txt.ts';
import { authorScope, languageScope, sectionScope, tagScope } from '../../src/page/urls.ts';
import { arabic, article, NOW, repost, site } from './fixtures.ts';

const scopes = [
  sectionScope(site, 'harbour'),
  languageScope(site, 'ar'),
  tagScope('Winter & ice'),
  authorScope({ name: 'ليلى حداد' }),
];

describe('news sitemap', () => {
  const at = (published: number, more: Partial<Article> = {}): Article => ({ ...article, published, ...more });
  const listed = (articles: readonly Article[]): number => newsSitemap(site, articles, NOW).split('<url>').length - 1;

  it.each([
    ['just under two days', at(NOW - 2 * DAY + SECOND), 1],
    ['exactly two days', at(NOW - 2 * DAY), 1],
    ['just over two days', at(NOW - 2 * DAY - SECOND), 0],
    ['now', at(NOW), 1],
    ['in the future', at(NOW + SECOND), 0],
    ['old, but embargoed until yesterday', at(NOW - 9 * DAY, { embargoedUntil: NOW - DAY }), 1],
    ['embargoed until tomorrow', at(NOW - DAY, { embargoedUntil: NOW + DAY }), 0],
    ['expired', at(NOW - DAY, { expiresAt: NOW }), 0],
    ['held', at(NOW - DAY, { status: 'held' }), 0],
    ['canonical elsewhere', at(NOW - DAY, { canonicalUrl: 'https://x.example/' }), 0],
    ['a repost', { ...repost, published: NOW - DAY }, 0],
  ] as const)('%s', (_, shown, count) => {
    expect(listed([shown])).toBe(count);
  });

  it('lists a repost whose canonical page is here', () => {
    const self = { ...site, publication: { ...site.publication, canonicalForReposts: 'self' } } as const;
    expect(newsSitemap(self, [{ ...repost, published: NOW }], NOW)).toContain('/articles/eelgrass-comes-back<');
  });

  it('lists 1,000 at most, the newest', () => {
    const many = (count: number) => Array.from({ length: count }, (_, n) => at(NOW - n * SECOND, { slug: `n${n}` }));
    expect([listed(many(999)), listed(many(1000)), listed(many(1001))]).toEqual([999, 1000, 1000]);
    expect(newsSitemap(site, many(1001), NOW)).toContain('/articles/n0<');
    expect(newsSitemap(site, many(1001), NOW)).not.toContain('/articles/n1000<');
  });

  it('says what Google asks for', () => {
    const xml = newsSitemap(site, [arabic], NOW);
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(new XMLParser().parse(xml).urlset.url).toEqual({
      loc: `https://news.example/articles/${encodeURIComponent(arabic.slug)}`,
      'news:news': {
        'news:publication': { 'news:name': 'Harbour Light', 'news:language': 'ar' },
        'news:publication_date': '2026-11-03T06:30:00Z',
        'news:title': arabic.title,
      },
    });
  });
});

describe('OPML', () => {
  it('is well-formed and names the feed of each scope once', () => {
    const xml = opml(site, scopes);
    expect(XMLValidator.validate(xml)).toBe(true);
    const outlines = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(xml).opml.body.outline;
    expect(outlines.map((outline: { xmlUrl: string }) => outline.xmlUrl)).toEqual([
      'https://news.example/feed.rss',
      'https://news.example/sections/harbour/feed.rss',
      'https://news.example/languages/ar/feed.rss',
      'https://news.example/tags/winter-ice/feed.rss',
      `https://news.example/authors/${encodeURIComponent('ليلى-حداد')}/feed.rss`,
    ]);
    expect(outlines[3]).toMatchObject({ type: 'rss', text: 'Harbour Light: Winter & ice' });
    expect(xml).not.toContain('<docs>');
  });
});

it('robots.txt names the sitemap', () => {
  expect(robotsTxt(site)).toMatch(/^Sitemap: https:\/\/news\.example\/sitemap-news\.xml$/m);
});

it('security.txt has Contact, one Expires and its own address', () => {
  expect(securityTxt(site, NOW)).toBe(
    'Contact: mailto:desk@harbourlight.example\nExpires: 2026-11-04T12:00:00Z\nPreferred-Languages: en, ar\n' +
      'Canonical: https://news.example/.well-known/security.txt\n',
  );
});
