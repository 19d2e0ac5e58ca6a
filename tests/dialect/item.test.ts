/** What each dialect prints into an item, on our own and on somebody else's article. */
import { describe, expect, it } from 'vitest';
import { DIALECT_NAMES, DIALECTS, type DialectName, isDialect } from '../../src/dialect/dialects.ts';
import { itemElements, removalElements } from '../../src/dialect/item.ts';
import { printed } from '../../src/feed/cut.ts';
import type { XmlElement } from '../../src/feed/element.ts';
import { factsOf } from '../../src/feed/facts.ts';
import { unmistakable } from '../../src/feed/guard.ts';
import { renderRss } from '../../src/feed/rss.ts';
import { DAY } from '../../src/lib/time.ts';
import { NOW, published, repost, site } from '../feed/fixtures.ts';
import { all, only, readTree, type Tree } from './feed-tree.ts';
import { itemOf, photo, withArticle } from './samples.ts';

const treeOf = (elements: readonly XmlElement[]): Tree => {
  const tree = readTree(`<x>${unmistakable(printed(elements, '\n'))}</x>`);
  if (typeof tree === 'string') throw new Error(tree);
  return tree;
};
const block = (dialect: DialectName, item = itemOf()): Tree => treeOf(itemElements(dialect, item).elements);
const names = (tree: Tree | undefined): readonly string[] => tree?.children.map(({ name }) => name) ?? [];

const PUBLISHED = Date.UTC(2026, 10, 3, 6, 30);
const MODIFIED = Date.UTC(2026, 10, 4, 9);

describe('the table', () => {
  it('knows its names and no others', () => {
    for (const name of DIALECT_NAMES) expect(isDialect(name)).toBe(true);
    for (const name of ['', 'MSN', 'toString', '__proto__', 'google']) expect(isDialect(name)).toBe(false);
  });

  it('keeps removals for at least 30 days everywhere, and says one format for all but generic', () => {
    for (const name of DIALECT_NAMES) {
      expect(DIALECTS[name].keepRemovalsDays).toBeGreaterThanOrEqual(30);
      expect(DIALECTS[name].formats).toEqual(name === 'generic' ? ['rss', 'atom', 'json'] : ['rss']);
    }
  });
});

describe('an item', () => {
  it('of the generic dialect is what our public feed prints', () => {
    const item = itemOf();
    const { pubDate, elements } = itemElements('generic', item);
    expect(pubDate).toBe(PUBLISHED);
    const ours = renderRss(factsOf({ article: item.article, body: '' }, site));
    for (const line of unmistakable(printed(elements, '\n'))
      .split('\n')
      .filter((text) => text.trim() !== ''))
      expect(ours).toContain(line.trim());
    expect(names(block('generic'))).toEqual(['enclosure', 'atom:updated', 'media:content', 'media:content']);
  });

  it.each<[DialectName, number]>([
    ['generic', PUBLISHED],
    ['msn', PUBLISHED],
    ['smartnews', MODIFIED],
    ['google-news', MODIFIED],
  ])('of %s shows the date that partner looks at', (dialect, moment) => {
    expect(itemElements(dialect, itemOf()).pubDate).toBe(moment);
    expect(only(block(dialect), 'atom:updated')).toBe('2026-11-04T09:00:00Z');
  });

  it('keeps its first date where pubDate shows the last', () => {
    for (const dialect of ['smartnews', 'google-news'] as const)
      expect(only(block(dialect), 'atom:published')).toBe('2026-11-03T06:30:00Z');
  });

  it.each(DIALECT_NAMES)('of %s carries every photo’s credit, holder and licence', (dialect) => {
    const photos = all(block(dialect), 'media:content');
    expect(photos.map((each) => only(each, 'media:credit'))).toEqual(['Tomas Brandt / Harbour Light', 'Lin Hauge']);
    expect(photos.map((each) => only(each, 'media:copyright'))).toEqual(['Harbour Light', '']);
    expect(all(photos[1], 'media:copyright')[0]?.attributes).toEqual({ url: 'https://cc.example/by' });
  });

  it.each(DIALECT_NAMES)('of %s has no photo that partner doesn’t take', (dialect) => {
    const item = itemOf(undefined, {
      photos: [
        { ...photo, syndicate: false },
        { ...photo, credit: '' },
      ],
    });
    expect(names(block(dialect, item)).filter((name) => /media:(content|thumbnail)|enclosure/.test(name))).toEqual([]);
    const avif = itemOf(undefined, { photos: [{ ...photo, type: 'image/avif' }] });
    expect(all(block(dialect, avif), 'media:content')).toHaveLength(dialect === 'msn' ? 0 : 1);
  });

  it('names a photo by the hash of its bytes, so another photo is another address (MSN reloads nothing else)', () => {
    const [first] = all(block('msn'), 'media:content');
    const { photos } = itemOf();
    const other = 'c'.repeat(64);
    const changed = photos.map((each) => ({ ...each, asset: other, url: each.url.replace(each.asset, other) }));
    const [second] = all(block('msn', itemOf(undefined, { photos: changed })), 'media:content');
    expect(first?.attributes.url).toContain(photos[0]?.asset);
    expect(second?.attributes.url).toContain(other);
  });
});

describe('an item for MSN', () => {
  it('says when it changed, when it was written, and of each photo that it may be passed on', () => {
    const tree = block('msn');
    expect(names(tree)).toEqual([
      'dcterms:modified',
      'mi:dateTimeWritten',
      'media:keywords',
      'atom:updated',
      'media:content',
      'media:content',
    ]);
    expect(only(tree, 'dcterms:modified')).toBe('2026-11-04T09:00:00Z');
    expect(only(tree, 'mi:dateTimeWritten')).toBe('2026-11-03T06:30:00Z');
    expect(only(tree, 'media:keywords')).toBe('ferries, winter & wind');
    const [own, cc] = all(tree, 'media:content');
    expect([only(own, 'mi:hasSyndicationRights'), only(cc, 'mi:hasSyndicationRights')]).toEqual(['1', '1']);
    expect(only(own, 'mi:licensorName')).toBe('Harbour Light');
    expect(only(cc, 'mi:licenseId')).toBe('https://cc.example/by');
    expect(only(own, 'media:title')).toBe('The Marlin at Quay 3 & 4.');
    expect(only(cc, 'media:title')).toBe('A net');
    expect(only(own, 'media:text')).toBe('A white ferry, "lit"');
    expect(all(own, 'media:thumbnail')[0]?.attributes.url).toBe(own?.attributes.url);
  });

  it('has an expiry where it has one, and a short title only beyond 150 characters', () => {
    const tree = block('msn', itemOf(undefined, { expiresAt: NOW }));
    expect(only(tree, 'mi:expirationDate')).toBe('2026-11-20T12:00:00Z');
    expect(only(tree, 'dcterms:valid')).toBe('2026-11-20T12:00:00Z');
    expect(only(block('msn', withArticle({ title: 'x'.repeat(150) })), 'mi:shortTitle')).toBeNull();
    const long = only(block('msn', withArticle({ title: `The night ferry ${'x'.repeat(135)}` })), 'mi:shortTitle');
    expect(long).toBe('The night ferry…');
  });

  it('was written when its first publisher published it', () => {
    const tree = block('msn', itemOf(published(repost)));
    expect(only(tree, 'mi:dateTimeWritten')).toBe('2026-10-28T08:00:00Z');
  });
});

describe('an item for SmartNews', () => {
  it('is active and has one thumbnail', () => {
    const tree = block('smartnews');
    expect(all(tree, 'media:status').map(({ text, attributes }) => [text, attributes])).toEqual([
      ['active', { state: 'active' }],
    ]);
    expect(all(tree, 'media:thumbnail')).toHaveLength(1);
  });
});

describe('a removal', () => {
  const { article } = itemOf();
  const gone = (dialect: DialectName, date: number) =>
    removalElements(dialect, article, { kind: 'withdrawn', date, reason: null });
  const LATER = MODIFIED + 60_000;

  it('for MSN is an expiry in the past, with a newer modified and the same pubDate', () => {
    const { pubDate, elements } = gone('msn', LATER);
    const tree = treeOf(elements);
    expect(pubDate).toBe(PUBLISHED);
    expect(only(tree, 'mi:expirationDate')).toBe('2026-11-04T09:01:00Z');
    expect(only(tree, 'dcterms:valid')).toBe('2026-11-04T09:01:00Z');
    expect(only(tree, 'dcterms:modified')).toBe('2026-11-04T09:01:00Z');
  });

  it('for SmartNews is a status and a newer pubDate', () => {
    const { pubDate, elements } = gone('smartnews', LATER);
    expect(pubDate).toBe(LATER);
    expect(only(treeOf(elements), 'media:status')).toBe('deleted');
  });

  it('for Google News is a newer pubDate', () => expect(gone('google-news', LATER).pubDate).toBe(LATER));

  it('for other readers is what our public feed prints', () => {
    expect(gone('generic', LATER).pubDate).toBe(PUBLISHED);
    expect(gone('generic', LATER).elements).toEqual([{ name: 'atom:updated', text: '2026-11-04T09:01:00Z' }]);
  });

  it.each([
    [MODIFIED - DAY, MODIFIED + 1000],
    [MODIFIED, MODIFIED + 1000],
    [MODIFIED + 999, MODIFIED + 1000],
    [MODIFIED + 1000, MODIFIED + 1000],
    [MODIFIED + 5000, MODIFIED + 5000],
  ])('of moment %i is newer than the last change, in seconds', (date, shown) => {
    expect(gone('google-news', date).pubDate).toBe(shown);
    expect(gone('smartnews', date).pubDate).toBe(shown);
    expect(Date.parse(only(treeOf(gone('msn', date).elements), 'dcterms:modified') ?? '')).toBe(shown);
  });

  it('carries no photo and no title of the article', () => {
    for (const dialect of DIALECT_NAMES)
      expect(names(treeOf(gone(dialect, LATER).elements)).join(' ')).not.toMatch(/content|thumbnail|Title|keywords/);
  });
});
