/** The rules that hold for a whole feed, at their limits. */
import { describe, expect, it } from 'vitest';
import { channelDescription, channelElements, type DialectChannel } from '../../src/dialect/channel.ts';
import { DIALECT_NAMES, type DialectName } from '../../src/dialect/dialects.ts';
import { type FeedFacts, lintFeed } from '../../src/dialect/lint-feed.ts';
import { channelOf } from '../feed/fixtures.ts';
import { LOGO } from './samples.ts';

const channel: DialectChannel = { ...channelOf('rss'), description: 'News from the sound', logo: LOGO };
const items = (number: number): FeedFacts['items'] =>
  Array.from({ length: number }, (_, index) => ({ guid: `urn:x:${index}`, language: 'en' }));
const feed = (changes: Partial<FeedFacts> = {}): FeedFacts => ({ items: items(3), bytes: 1000, channel, ...changes });
const level = (dialect: DialectName, facts: FeedFacts, rule: string): string | undefined =>
  lintFeed(dialect, facts).find((finding) => finding.rule === rule)?.level;

describe.each(DIALECT_NAMES)('%s', (dialect) => {
  it('has nothing to say of a feed as it should be', () => expect(lintFeed(dialect, feed())).toEqual([]));

  it('takes one language a feed, regions apart', () => {
    const mixed = (language: string): FeedFacts => feed({ items: [...items(1), { guid: 'urn:x:y', language }] });
    expect(lintFeed(dialect, mixed('en-GB'))).toEqual([]);
    expect(level(dialect, mixed('ar'), 'all/one-language')).toBe('refused');
  });

  it('takes each guid once', () => {
    expect(level(dialect, feed({ items: [...items(2), ...items(1)] }), 'all/guid-twice')).toBe('refused');
  });

  it('wants a description and a language', () => {
    expect(level(dialect, feed({ channel: { ...channel, description: '' } }), 'all/description')).toBe('refused');
    expect(level(dialect, feed({ channel: { ...channel, language: 'english!' } }), 'all/language')).toBe('refused');
  });
});

it.each<[DialectName, number]>([
  ['generic', 50],
  ['msn', 20],
  ['smartnews', 20],
  ['google-news', 60],
])('%s reads %i items', (dialect, max) => {
  expect(level(dialect, feed({ items: items(max - 1) }), `${dialect}/feed-items`)).toBeUndefined();
  expect(level(dialect, feed({ items: items(max) }), `${dialect}/feed-items`)).toBeUndefined();
  expect(level(dialect, feed({ items: items(max + 1) }), `${dialect}/feed-items`)).toBe('warning');
});

it.each<[DialectName, number | null]>([
  ['generic', null],
  ['msn', null],
  ['smartnews', 1_000_000],
  ['google-news', 2_000_000],
])('%s reads %s bytes', (dialect, max) => {
  const said = (bytes: number): string | undefined => level(dialect, feed({ bytes }), `${dialect}/feed-bytes`);
  expect(said(50_000_000)).toBe(max === null ? undefined : 'refused');
  if (max !== null) expect([said(max - 1), said(max), said(max + 1)]).toEqual([undefined, undefined, 'refused']);
});

describe('SmartNews’ channel', () => {
  const described = (length: number): FeedFacts => feed({ channel: { ...channel, description: 'x'.repeat(length) } });

  it('has a description of at most 30 characters, cut where ours is longer', () => {
    const rule = 'smartnews/description-length';
    expect([29, 30, 31].map((length) => level('smartnews', described(length), rule))).toEqual([
      undefined,
      undefined,
      'warning',
    ]);
    expect(lintFeed('smartnews', described(34))[0]?.words).toBe(
      'SmartNews takes channel descriptions of at most 30 characters; this one has 34 and is cut.',
    );
    expect(channelDescription('smartnews', 'News from the sound & its islands.')).toBe('News from the sound & its…');
    expect(channelDescription('msn', 'News from the sound & its islands.')).toBe('News from the sound & its islands.');
  });

  it.each([
    [LOGO, undefined],
    [null, 'refused'],
    ['http://news.example/logo.png', 'refused'],
    ['/logo.png', 'refused'],
  ])('of the logo %s: %s', (logo, expected) => {
    expect(level('smartnews', feed({ channel: { ...channel, logo } }), 'smartnews/logo')).toBe(expected);
    expect(lintFeed('msn', feed({ channel: { ...channel, logo } }))).toEqual([]);
  });

  it('has its logo as PNG', () => {
    const jpeg = feed({ channel: { ...channel, logo: 'https://news.example/logo.jpg' } });
    expect(level('smartnews', jpeg, 'smartnews/logo-type')).toBe('warning');
  });

  it('has a copyright', () =>
    expect(level('smartnews', feed({ channel: { ...channel, rights: ' ' } }), 'smartnews/copyright')).toBe('warning'));

  it('has ttl and logo; the others have nothing of their own', () => {
    expect(channelElements('smartnews', channel)).toEqual([
      { name: 'ttl', text: '15' },
      { name: 'snf:logo', children: [{ name: 'url', text: LOGO }] },
    ]);
    expect(channelElements('smartnews', { ...channel, logo: null })).toEqual([{ name: 'ttl', text: '15' }]);
    for (const dialect of ['generic', 'msn', 'google-news'] as const)
      expect(channelElements(dialect, channel)).toEqual([]);
  });
});

it('MSN fetches over https only', () => {
  const plain = feed({ channel: { ...channel, self: 'http://news.example/feed.rss?secret' } });
  expect(level('msn', plain, 'msn/https')).toBe('refused');
  expect(JSON.stringify(lintFeed('msn', plain))).not.toContain('secret');
  expect(level('generic', plain, 'generic/https')).toBeUndefined();
});
