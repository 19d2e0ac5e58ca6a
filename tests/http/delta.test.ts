/** RFC 3229 with the instance manipulation `feed`: when may the answer be a delta, and from which tag. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deltaBase } from '../../src/http/delta.ts';
import { header } from './arbitrary.ts';

const base = (im: string | null, tags: string | null = '"7.abc"'): string | null =>
  deltaBase(new Headers({ ...(im !== null && { 'a-im': im }), ...(tags !== null && { 'if-none-match': tags }) }));

describe('a delta', () => {
  it('needs A-IM: feed and If-None-Match, both', () => {
    expect(base('feed')).toBe('"7.abc"');
    expect(base(null)).toBeNull();
    expect(base('feed', null)).toBeNull();
  });

  it('is found among other manipulations, in any case', () => {
    expect(base('vcdiff, feed, gzip')).toBe('"7.abc"');
    expect(base('Feed')).toBe('"7.abc"');
    expect(base('diffe,feed;q=0.5')).toBe('"7.abc"');
  });

  it.each(['vcdiff', 'feeds', 'xfeed', 'identity', '', 'feed;q=0', 'feed; q=0.0', 'feed;q=0.000', '*'])(
    'is never of a manipulation the client did not list: %s',
    (im) => {
      expect(base(im)).toBeNull();
    },
  );

  it('starts from a weak tag as from a strong one', () => {
    expect(base('feed', 'W/"7.abc"')).toBe('"7.abc"');
  });

  it('starts from one tag only: of several nobody could say which without Delta-Base', () => {
    expect(base('feed', '"7.abc", "6.abc"')).toBeNull();
    expect(base('feed', '*')).toBeNull();
    expect(base('feed', 'rubbish')).toBeNull();
  });

  it('whatever the headers say, never makes this throw', () => {
    fc.assert(
      fc.property(header, header, (im, tags) => {
        const found = base(im, tags);
        expect(found === null || /^"[^"]*"$/.test(found)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
