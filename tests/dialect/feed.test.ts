/** Whole dialect feeds, judged by their bytes; and the judge itself, on feeds with one thing wrong each. */
import { describe, expect, it } from 'vitest';
import { DIALECT_NAMES, type DialectName } from '../../src/dialect/dialects.ts';
import type { Removal } from '../../src/feed/notice.ts';
import { NOW, own, published } from '../feed/fixtures.ts';
import { checkFeed, checkPolls } from './judge-rules.ts';
import { feedXml, full, itemOf, removalXml, xmlOf } from './samples.ts';

const removal: Removal = { kind: 'withdrawn', date: NOW - 3_600_000, reason: 'The figures were wrong.' };
const fine = (dialect: DialectName): string => feedXml(dialect, [xmlOf(dialect, itemOf())]);
const gone = (dialect: DialectName): string => feedXml(dialect, [removalXml(dialect, itemOf(), removal)]);

describe.each(DIALECT_NAMES)('a %s feed', (dialect) => {
  it('is what the partner takes', () => expect(checkFeed(dialect, fine(dialect), NOW)).toEqual([]));

  it('with a removal is what the partner takes', () => expect(checkFeed(dialect, gone(dialect), NOW)).toEqual([]));

  it('is the same feed when nothing has changed', () =>
    expect(checkPolls(dialect, fine(dialect), fine(dialect))).toEqual([]));

  it('tells of a change where the partner looks for one', () => {
    const later = {
      ...full,
      article: { ...full.article, modified: full.article.modified + 1000 },
      body: '<p>New.</p>',
    };
    const after = feedXml(dialect, [xmlOf(dialect, itemOf(later))]);
    expect(checkPolls(dialect, fine(dialect), after)).toEqual([]);
  });

  it('tells of a removal where the partner looks for one, even in the second of the last change', () => {
    const now = { ...removal, date: full.article.modified };
    const after = feedXml(dialect, [removalXml(dialect, itemOf(), now)]);
    const problems = checkPolls(dialect, fine(dialect), dialect === 'generic' ? gone(dialect) : after);
    expect(problems).toEqual([]);
  });
});

describe('the partners disagree: the same change in another’s dialect is lost', () => {
  const later = { ...full, article: { ...full.article, modified: full.article.modified + 1000 }, body: '<p>New.</p>' };
  const [before, after] = [itemOf(), itemOf(later)];
  const polls = (judged: string, written: DialectName) =>
    checkPolls(judged, feedXml(written, [xmlOf(written, before)]), feedXml(written, [xmlOf(written, after)]));

  it('Google sees nothing in MSN’s feed, which keeps its pubDate', () =>
    expect(polls('google-news', 'msn')).toEqual([`${own.id}: changed, but pubDate did not move`]));

  it('MSN finds no dcterms:modified in Google’s', () =>
    expect(polls('msn', 'google-news')).toEqual([`${own.id}: no dcterms:modified`]));

  it('a removal in the generic dialect takes nothing down at MSN or SmartNews', () => {
    expect(checkFeed('msn', gone('generic'), NOW)).toContain(`${own.id}: no text in content:encoded`);
    expect(checkFeed('smartnews', gone('generic'), NOW)).toContain(`${own.id}: media:status is `);
  });
});

describe('the judge', () => {
  const broken = (dialect: DialectName, from: string | RegExp, to: string): readonly string[] => {
    const before = fine(dialect);
    const after = before.replace(from, to);
    if (before === after) throw new Error(`${String(from)} is not in the feed`);
    return checkFeed(dialect, after, NOW);
  };
  const PUBLISHED = 'Tue, 03 Nov 2026 06:30:00 GMT';

  it.each<[DialectName, string | RegExp, string, string]>([
    ['generic', '</channel>', '', 'not well-formed'],
    ['generic', 'isPermaLink="false"', '', 'isPermaLink=false'],
    ['generic', PUBLISHED, 'Mon, 03 Nov 2026 06:30:00 GMT', 'no pubDate'],
    ['generic', PUBLISHED, 'Tue, 03 Nov 2026 07:30:00 +0100', 'no pubDate'],
    ['generic', PUBLISHED, 'Fri, 20 Nov 2026 12:00:01 GMT', 'in the future'],
    ['generic', 'src="https://news.example/', 'src="/', 'is not absolute'],
    ['generic', '<dc:language>en<', '<dc:language>ar<', 'language of the feed'],
    ['generic', /<media:credit[^>]*>[^<]*</, '<media:credit><', 'without credit'],
    ['msn', /<dcterms:modified>.*<\/dcterms:modified>/, '', 'no dcterms:modified'],
    ['msn', /<dcterms:modified>[^<]*/, '<dcterms:modified>2026-11-03T06:29:59Z', 'modified before'],
    ['msn', /<dcterms:modified>[^<]*/, '<dcterms:modified>2026-11-03T07:30:00+01:00', 'no dcterms:modified in UTC'],
    ['msn', /<title>What[^<]*/, '<title>Twenty characters it', 'title of 20 characters'],
    ['msn', '<mi:hasSyndicationRights>1', '<mi:hasSyndicationRights>yes', 'hasSyndicationRights is yes'],
    ['msn', 'type="image/jpeg"', 'type="image/avif"', 'image/avif'],
    ['msn', '<p>It sails', `<p>${'<b>'.repeat(9)}${'</b>'.repeat(9)}It sails`, 'ten levels'],
    ['msn', '<p>It sails', '<script></script><p>It sails', 'markup MSN strips'],
    ['msn', 'ingestion.microsoft.com/common/"', 'ingestion.microsoft.com/common"', 'is declared as'],
    ['smartnews', /<media:status.*<\/media:status>/, '', 'media:status is'],
    ['smartnews', /<snf:logo>[\s\S]*<\/snf:logo>/, '', 'no snf:logo'],
    ['smartnews', /<ttl>15/, '<ttl>0', 'no ttl'],
    ['smartnews', /<description>[^<]{1,30}</, `<description>${'x'.repeat(31)}<`, 'description of 31'],
    ['smartnews', /articles\/the-night-ferry</, 'articles/the-night-ferry?utm_source=x<', 'utm_'],
    ['smartnews', '<p>It sails', `<p>${'x'.repeat(1_000_000)}It sails`, 'bytes'],
    ['google-news', /<pubDate>[^<]*/, `<pubDate>${PUBLISHED}`, 'not the date of the last change'],
    ['google-news', '<p>It sails', `<p>${'x'.repeat(1_000_001)}It sails`, 'over 1 MB'],
    ['google-news', '<p>It sails', `<p>${'x'.repeat(2_000_000)}It sails`, 'bytes'],
  ])('sees in %s what %s → %s breaks', (dialect, from, to, problem) => {
    expect(broken(dialect, from, to).join('\n')).toContain(problem);
  });

  it('sees a dialect in another’s feed', () => {
    expect(checkFeed('generic', fine('msn'), NOW)).toContain('mi: belongs to another dialect');
    expect(checkFeed('msn', fine('smartnews'), NOW)).toContain('snf: belongs to another dialect');
  });

  it('sees a guid twice, and how many items are too many', () => {
    const twice = feedXml('generic', [xmlOf('generic', itemOf()), xmlOf('generic', itemOf())]);
    expect(checkFeed('generic', twice, NOW)).toContain(`${own.id} is there twice`);
    const items = (dialect: DialectName, number: number): readonly string[] =>
      Array.from({ length: number }, (_, index) =>
        xmlOf(
          dialect,
          itemOf(published({ ...own, id: `${own.id}-${index}`, slug: `s-${index}`, photos: [], body: '<p>x</p>' })),
        ),
      );
    expect(checkFeed('msn', feedXml('msn', items('msn', 20)), NOW)).toEqual([]);
    expect(checkFeed('msn', feedXml('msn', items('msn', 21)), NOW)).toEqual(['21 items, 20 are read']);
    expect(checkFeed('google-news', feedXml('google-news', items('google-news', 60)), NOW)).toEqual([]);
    expect(checkFeed('google-news', feedXml('google-news', items('google-news', 61)), NOW)).toEqual([
      '61 items, 60 are read',
    ]);
  });

  it('sees a date that moves though nothing has changed', () => {
    const moved = fine('msn').replace(/<dcterms:modified>[^<]*/, '<dcterms:modified>2026-11-05T00:00:00Z');
    expect(checkPolls('msn', fine('msn'), moved)).toEqual([`${own.id}: dcterms:modified moved, but nothing changed`]);
    expect(checkPolls('msn', moved, fine('msn'))).toEqual([`${own.id}: dcterms:modified goes back`]);
  });
});
