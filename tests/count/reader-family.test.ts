/** Of a User-Agent only a family and a number are kept. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readerFamily, subscribersIn } from '../../src/count/reader-family.ts';
import { header } from '../http/arbitrary.ts';

const AGENTS: readonly (readonly [string, string, number])[] = [
  ['Feedly/1.0 (+http://www.feedly.com/fetcher.html; 42 subscribers; like FeedFetcher-Google)', 'feedly', 42],
  ['Mozilla/5.0 (compatible; inoreader.com-like FeedFetcher-Google)', 'inoreader', 0],
  ['NewsBlur Feed Fetcher - 1 subscriber - https://www.newsblur.com', 'newsblur', 1],
  ['Feedbin feed-id:1296379 - 1234 subscribers', 'feedbin', 1234],
  ['Mozilla/5.0 (compatible; theoldreader.com; 3 subscribers; feed-id=x)', 'theoldreader', 3],
  ['Mozilla/5.0 (compatible; Miniflux/2.2.0; +https://miniflux.app)', 'miniflux', 0],
  ['FreshRSS/1.24.0 (Linux; https://freshrss.org)', 'freshrss', 0],
  ['Tiny Tiny RSS/24.01 (https://tt-rss.org/)', 'tt-rss', 0],
  ['NetNewsWire (RSS Reader; https://netnewswire.com/)', 'netnewswire', 0],
  ['newsboat/2.30 (Linux x86_64)', 'newsboat', 0],
  ['Mozilla/5.0 (X11; Linux) Thunderbird/128.0', 'thunderbird', 0],
  ['UniversalFeedParser/6.0 +https://github.com/kurtmckee/feedparser/', 'feedparser', 0],
  ['SimplePie/1.8.0 (Feed Parser; http://simplepie.org)', 'wordpress', 0],
  ['curl/8.5.0', 'command-line', 0],
  ['python-requests/2.31.0', 'library', 0],
  ['Go-http-client/2.0', 'library', 0],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'browser', 0],
  ['Zeitung/1.0', 'other', 0],
  ['', 'none', 0],
  ['   ', 'none', 0],
];

describe('a User-Agent', () => {
  it.each(AGENTS)('%s is of the family %s and stands for %i', (agent, family, subscribers) => {
    expect(readerFamily(agent)).toBe(family);
    expect(subscribersIn(agent)).toBe(subscribers);
  });

  it('that is missing is "none"', () => {
    expect(readerFamily(null)).toBe('none');
    expect(subscribersIn(null)).toBe(0);
  });

  it.each([
    ['17 readers', 17],
    ['1 Reader', 1],
    ['12 SUBSCRIBERS', 12],
    ['subscribers 12', 0],
    ['12subscribers', 0],
    ['12 subscribersx', 0],
    ['99999999 subscribers', 10_000_000],
  ])('"%s" stands for %i', (agent, subscribers) => {
    expect(subscribersIn(agent)).toBe(subscribers);
  });

  it('whatever it says, is one of a fixed set of families and a number within bounds', () => {
    const families = new Set<string>();
    fc.assert(
      fc.property(header, fc.nat(), (noise, number) => {
        const agent = `${noise}${number} subscribers`;
        families.add(readerFamily(agent));
        expect(readerFamily(agent)).toMatch(/^[a-z-]{1,20}$/);
        expect(subscribersIn(agent)).toBeGreaterThanOrEqual(0);
        expect(subscribersIn(agent)).toBeLessThanOrEqual(10_000_000);
      }),
      { numRuns: 1000 },
    );
    expect(families.size).toBeLessThan(5);
  });

  it('is looked at only so far', () => {
    expect(readerFamily(`${'x'.repeat(300)}feedly`)).toBe('other');
    expect(subscribersIn(`${'x'.repeat(300)}5 subscribers`)).toBe(0);
  });
});
