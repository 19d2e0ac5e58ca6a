/** Which photos go to whom. */
import { describe, expect, it } from 'vitest';
import { DIALECT_NAMES, type DialectName } from '../../src/dialect/dialects.ts';
import { photosFor, photoWarnings } from '../../src/dialect/photos.ts';
import type { PhotoFacts } from '../../src/feed/facts.ts';
import { photo } from './samples.ts';

const reason = (dialect: DialectName, changes: Partial<PhotoFacts>): string | undefined =>
  photosFor(dialect, [{ ...photo, ...changes }]).dropped[0]?.finding.rule;
const warned = (dialect: DialectName, changes: Partial<PhotoFacts>): readonly string[] =>
  photoWarnings(dialect, [{ ...photo, ...changes }]).map(({ rule }) => rule);

describe.each(DIALECT_NAMES)('%s', (dialect) => {
  it('keeps every photo or says why not', () => {
    const photos = [photo, { ...photo, asset: 'x', syndicate: false }, { ...photo, asset: 'y', credit: '' }];
    const { kept, dropped } = photosFor(dialect, photos);
    expect(kept).toEqual([photo]);
    expect(dropped.map(({ photo: each, finding }) => [each.asset, finding.subject, finding.rule])).toEqual([
      ['x', 'x', 'all/photo-rights'],
      ['y', 'y', 'all/photo-credit'],
    ]);
  });

  it('says one reason a photo, rights first', () =>
    expect(photosFor(dialect, [{ ...photo, syndicate: false, credit: '', type: 'image/avif' }]).dropped).toHaveLength(
      1,
    ));

  it('wants https', () => expect(warned(dialect, { url: 'http://news.example/a.jpg' })).toEqual(['all/https']));
});

describe('MSN', () => {
  it.each([
    ['image/jpeg', undefined],
    ['image/png', undefined],
    ['image/gif', undefined],
    ['image/webp', undefined],
    ['image/avif', 'msn/photo-type'],
  ])('takes %s: %s', (type, rule) => {
    expect(reason('msn', { type })).toBe(rule);
    expect(reason('generic', { type })).toBeUndefined();
  });

  it.each([
    [14_999_999, undefined],
    [15_000_000, undefined],
    [15_000_001, 'msn/photo-bytes'],
  ])('takes %i bytes: %s', (bytes, rule) => expect(reason('msn', { bytes })).toBe(rule));

  it.each([
    [719, 719, ['msn/photo-wished-size']],
    [720, 400, []],
    [720, 720, []],
    [400, 720, []],
  ])('of %i × %i pixels: %j', (width, height, rules) => expect(warned('msn', { width, height })).toEqual(rules));

  it.each([
    [1890, 1000, []],
    [1900, 1000, ['msn/photo-ratio']],
    [1000, 2000, []],
    [1000, 2010, ['msn/photo-ratio']],
  ])('of %i × %i: %j', (width, height, rules) => expect(warned('msn', { width, height })).toEqual(rules));

  it('says in its own terms why', () => {
    const [dropped] = photosFor('msn', [{ ...photo, syndicate: false, rights: 'unknown' }]).dropped;
    expect(dropped?.finding.words).toBe(
      'MSN wants mi:hasSyndicationRights 1; we can’t say that of this photo (rights: unknown).',
    );
    expect(photosFor('msn', [{ ...photo, type: 'image/avif' }]).dropped[0]?.finding.words).toBe(
      'MSN takes JPEG, PNG, GIF, WEBP; this photo is AVIF.',
    );
  });
});

describe('Google News', () => {
  it.each([
    [799, 2000, ['google-news/photo-wished-size']],
    [800, 800, []],
    [2000, 799, ['google-news/photo-wished-size']],
  ])('asks for 800 pixels on the shorter side; %i × %i: %j', (width, height, rules) =>
    expect(warned('google-news', { width, height })).toEqual(rules),
  );
});
