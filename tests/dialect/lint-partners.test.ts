/** The rules one partner has and the others don’t, at their limits, below and above. */
import { describe, expect, it } from 'vitest';
import type { DialectName } from '../../src/dialect/dialects.ts';
import type { Finding } from '../../src/dialect/finding.ts';
import type { DialectItem } from '../../src/dialect/item.ts';
import { lint } from '../../src/dialect/lint.ts';
import { DAY } from '../../src/lib/time.ts';
import { NOW, own, published, repost } from '../feed/fixtures.ts';
import { plain as full, itemOf, photo, withArticle } from './samples.ts';

const said = (dialect: DialectName, item: DialectItem, now = NOW): readonly (readonly [string, string])[] =>
  lint(dialect, item, now).map(({ level, rule }) => [level, rule] as const);
const of = (dialect: DialectName, item: DialectItem, rule: string, now = NOW): Finding | undefined =>
  lint(dialect, item, now).find((finding) => finding.rule === rule);
const titled = (length: number): DialectItem => withArticle({ title: 'x'.repeat(length) });
const nested = (levels: number): DialectItem =>
  itemOf(full, { content: `${'<div>'.repeat(levels)}Words${'</div>'.repeat(levels)}` });

describe('MSN', () => {
  it.each([
    [20, 'refused'],
    [21, undefined],
    [150, undefined],
    [151, 'warning'],
  ])('of a title of %i characters: %s', (length, level) => {
    expect(of('msn', titled(length), 'msn/title-length')?.level).toBe(level);
    expect(of('google-news', titled(length), 'google-news/title-length')).toBeUndefined();
  });

  it('says it in its own terms', () => {
    const finding = of('msn', titled(12), 'msn/title-length');
    expect(finding?.words).toBe('MSN takes titles of 21 to 150 characters; this one has 12.');
    expect(of('msn', titled(160), 'msn/title-length')?.words).toContain('a short title of at most 54 goes with it');
  });

  it('counts characters, not UTF-16 units', () => {
    expect(of('msn', withArticle({ title: '🛳'.repeat(20) }), 'msn/title-length')?.level).toBe('refused');
    expect(of('msn', withArticle({ title: '🛳'.repeat(150) }), 'msn/title-length')).toBeUndefined();
  });

  it.each([
    [365 * DAY - 1, undefined],
    [365 * DAY, 'refused'],
    [365 * DAY + 1, 'refused'],
  ])('of an item %i ms old: %s', (age, level) => {
    const old = withArticle({ published: NOW - age, modified: NOW - age });
    expect(of('msn', old, 'msn/date-age')?.level).toBe(level);
    expect(of('smartnews', old, 'smartnews/date-age')).toBeUndefined();
  });

  it.each([
    [8, undefined],
    [9, undefined],
    [10, 'warning'],
    [300, 'warning'],
  ])('of %i levels of elements: %s', (levels, level) => {
    expect(of('msn', nested(levels), 'msn/nesting')?.level).toBe(level);
    expect(of('generic', nested(levels), 'generic/nesting')).toBeUndefined();
  });

  it('names the elements it takes out, and no others', () => {
    const html = '<p><em>x</em></p><pre><code>y</code></pre><hr><figure><img src="https://a.example/b.png"></figure>';
    expect(of('msn', itemOf(full, { content: html }), 'msn/elements')?.words).toContain(': <pre>, <code>.');
    expect(of('generic', itemOf(full, { content: html }), 'generic/elements')).toBeUndefined();
  });

  it('says what an article without photos waits for', () => {
    expect(of('msn', itemOf(full, { photos: [] }), 'msn/no-photo')?.level).toBe('warning');
    expect(of('msn', itemOf(full, { photos: [{ ...photo, syndicate: false }] }), 'msn/no-photo')?.level).toBe(
      'warning',
    );
  });
});

describe('SmartNews', () => {
  it.each([
    ['https://news.example/a?utm_source=x', 'refused'],
    ['https://news.example/a?b=1&utm_medium=x', 'refused'],
    ['https://news.example/a#utm_campaign=x', 'refused'],
    ['https://news.example/a?b=autm_', undefined],
    ['https://news.example/utm_source', undefined],
  ])('of the link %s: %s', (url, level) => {
    expect(of('smartnews', itemOf(full, { url }), 'smartnews/campaign-link')?.level).toBe(level);
    expect(of('smartnews', itemOf(full, { canonical: url }), 'smartnews/campaign-link')?.level).toBe(level);
    expect(of('msn', itemOf(full, { url }), 'msn/campaign-link')).toBeUndefined();
  });

  it('has no thumbnail without a photo', () =>
    expect(of('smartnews', itemOf(full, { photos: [] }), 'smartnews/no-photo')?.words).toContain('<media:thumbnail>'));
});

it('warns where a title reads as markup', () => {
  expect(of('msn', itemOf(published(own)), 'all/title-markup')?.level).toBe('warning');
  expect(of('msn', withArticle({ title: 'Why 3 < 4 and 5 > 4 at the quay' }), 'all/title-markup')).toBeUndefined();
});

describe('Google News', () => {
  const sized = (bytes: number): DialectItem => itemOf(full, { content: `<p>${'é'.repeat((bytes - 8) / 2)} </p>` });
  it.each([
    [999_998, undefined],
    [1_000_000, undefined],
    [1_000_002, 'refused'],
  ])('of an article of %i bytes: %s', (bytes, level) => {
    expect(new TextEncoder().encode(sized(bytes).content)).toHaveLength(bytes);
    expect(of('google-news', sized(bytes), 'google-news/article-bytes')?.level).toBe(level);
    expect(of('msn', sized(bytes), 'msn/article-bytes')).toBeUndefined();
  });
});

describe('a snippet', () => {
  const snippet = itemOf(full, { summary: 'Divers count  the meadows', content: '<p>Divers count the meadows</p>' });
  const extract = itemOf(full, { summary: 'Divers count the meadows', content: '<p>Divers count…</p>' });
  it.each(['msn', 'smartnews', 'google-news'] as const)('is refused by %s', (dialect) => {
    expect(of(dialect, snippet, 'all/full-text')?.level).toBe('refused');
    expect(of(dialect, extract, 'all/full-text')?.level).toBe('refused');
    expect(
      of(dialect, itemOf(full, { ...snippet, content: '<p>Divers count the meadows.</p>' }), 'all/full-text'),
    ).toBeUndefined();
  });
  it('is nothing to other readers', () => expect(of('generic', snippet, 'all/full-text')).toBeUndefined());
});

describe('a repost', () => {
  it('is linted like any other', () => {
    const item = itemOf(published(repost), { photos: [photo] });
    expect(said('generic', item)).toEqual([]);
    expect(said('msn', item)).toEqual([['refused', 'msn/title-length']]);
  });
});
