/** Accept and Accept-Encoding, one test a rule (RFC 9110 section 12.5). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptsGzip, preferredType } from '../../src/http/negotiate.ts';
import { header } from './arbitrary.ts';

const OFFERS = [
  ['application/rss+xml', 'rss'],
  ['application/atom+xml', 'atom'],
  ['application/feed+json', 'json'],
] as const;
const chosen = (accept: string | null): string | null => preferredType(accept, OFFERS);

describe('Accept', () => {
  it('missing means anything: ours first', () => {
    expect(chosen(null)).toBe('rss');
    expect(chosen('*/*')).toBe('rss');
  });

  it('takes what is asked for', () => {
    expect(chosen('application/atom+xml')).toBe('atom');
    expect(chosen('application/feed+json, text/html')).toBe('json');
  });

  it('prefers the higher weight, wherever it stands', () => {
    expect(chosen('application/rss+xml;q=0.5, application/feed+json;q=0.9')).toBe('json');
    expect(chosen('application/feed+json;q=0.9, application/rss+xml;q=0.5')).toBe('json');
    expect(chosen('application/rss+xml; charset=utf-8; q=0.1, application/atom+xml;q=0.2')).toBe('atom');
  });

  it('at equal weight takes our order: RSS, Atom, JSON', () => {
    expect(chosen('application/feed+json, application/atom+xml, application/rss+xml')).toBe('rss');
    expect(chosen('application/feed+json, application/atom+xml')).toBe('atom');
  });

  it('lets the most specific range decide, not the largest weight', () => {
    expect(chosen('*/*, application/rss+xml;q=0.1, application/atom+xml;q=0.2')).toBe('json');
    expect(chosen('application/*;q=0.1, application/atom+xml;q=0.5, */*')).toBe('atom');
  });

  it('q=0 refuses', () => {
    expect(chosen('application/rss+xml;q=0, */*;q=0.1')).toBe('atom');
    expect(chosen('application/*;q=0')).toBeNull();
    expect(chosen('*/*;q=0.000')).toBeNull();
  });

  it('that takes none of ours gets null', () => {
    expect(chosen('text/html')).toBeNull();
    expect(chosen('image/*, application/pdf')).toBeNull();
  });

  it('of a browser is content with ours', () => {
    expect(chosen('text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8')).toBe('rss');
  });

  it('is read without regard to case', () => {
    expect(chosen('Application/ATOM+xml;Q=1.0')).toBe('atom');
  });

  it('takes a weight that is none for 0, never for more than 1', () => {
    expect(chosen('application/rss+xml;q=high, application/atom+xml;q=0.1')).toBe('atom');
    expect(chosen('application/rss+xml;q=9, application/atom+xml;q=0.1')).toBe('atom');
    expect(chosen('application/rss+xml;q=-1, application/atom+xml;q=0.1')).toBe('atom');
  });

  it('is not fooled by a name that only contains ours', () => {
    expect(chosen('application/rss+xmlx, application/atom+xml;q=0.1')).toBe('atom');
  });

  it('of any length is looked at in bounded work', () => {
    expect(() => chosen('text/x,'.repeat(100_000))).not.toThrow();
  });
});

describe('Accept-Encoding', () => {
  it.each(['gzip', 'GZIP', 'x-gzip', 'br, gzip', 'gzip;q=0.1', '*', 'identity;q=0, *', 'deflate, gzip;q=1.0, *;q=0'])(
    '%s takes gzip',
    (value) => {
      expect(acceptsGzip(value)).toBe(true);
    },
  );

  it.each(['', 'identity', 'br', 'gzip;q=0', 'gzip;q=0.000, *', '*;q=0', 'gzippo', 'br;gzip'])(
    '%s does not',
    (value) => {
      expect(acceptsGzip(value)).toBe(false);
    },
  );

  it('missing does not: identity is what everybody understands', () => {
    expect(acceptsGzip(null)).toBe(false);
  });
});

it('no header makes either throw', () => {
  fc.assert(
    fc.property(header, (value) => {
      expect([null, 'rss', 'atom', 'json']).toContain(chosen(value));
      expect(typeof acceptsGzip(value)).toBe('boolean');
    }),
    { numRuns: 3000 },
  );
});
