/** Conditional requests, one test a rule (RFC 9110 sections 8.8.3 and 13). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isConditional, isNotModified, opaque, parseTags } from '../../src/http/conditional.ts';
import { header } from './arbitrary.ts';

const etag = '"7.abc.0123"';
const lastModified = Date.UTC(2026, 10, 3, 6, 30, 15);
const AT = 'Tue, 03 Nov 2026 06:30:15 GMT';
const BEFORE = 'Tue, 03 Nov 2026 06:30:14 GMT';
const unchanged = (headers: Record<string, string>, tag = etag): boolean =>
  isNotModified(new Headers(headers), { etag: tag, lastModified });
const inm = (value: string, tag = etag): boolean => unchanged({ 'if-none-match': value }, tag);
const ims = (value: string): boolean => unchanged({ 'if-modified-since': value });

describe('If-None-Match', () => {
  it('matches the same tag', () => {
    expect(inm(etag)).toBe(true);
    expect(inm('"other"')).toBe(false);
  });

  it('compares weakly, whichever side is weak (8.8.3.2)', () => {
    expect(inm(`W/${etag}`)).toBe(true);
    expect(inm(etag, `W/${etag}`)).toBe(true);
    expect(inm(`W/${etag}`, `W/${etag}`)).toBe(true);
  });

  it('compares char by char: case and quotes count', () => {
    expect(inm(etag.toUpperCase())).toBe(false);
    expect(inm('7.abc.0123')).toBe(false);
    expect(inm("'7.abc.0123'")).toBe(false);
  });

  it('takes a list, with or without blanks and empty members', () => {
    expect(inm(`"a", W/"b" ,,${etag}`)).toBe(true);
    expect(inm(`"a",${etag},"b"`)).toBe(true);
    expect(inm('"a","b"')).toBe(false);
  });

  it('takes a tag with a comma in it for one tag', () => {
    expect(inm('"a,b"', '"a,b"')).toBe(true);
    expect(inm('"a,b"', '"a"')).toBe(false);
  });

  it('* matches whatever there is', () => {
    expect(inm('*')).toBe(true);
    expect(inm(' * ')).toBe(true);
  });

  it('"*" in quotes is a tag like any other', () => {
    expect(inm('"*"')).toBe(false);
  });

  it('looks at a bounded number of tags', () => {
    expect(inm(`${'"x",'.repeat(10_000)}${etag}`)).toBe(false);
    expect(parseTags('"x",'.repeat(10_000))?.length).toBeLessThanOrEqual(50);
  });
});

describe('If-Modified-Since', () => {
  it('is met at the moment of the last change and later, not before', () => {
    expect(ims(AT)).toBe(true);
    expect(ims('Wed, 04 Nov 2026 00:00:00 GMT')).toBe(true);
    expect(ims(BEFORE)).toBe(false);
  });

  it('is ignored when there is If-None-Match, even one that does not match or is none (13.1.3)', () => {
    expect(unchanged({ 'if-none-match': '"other"', 'if-modified-since': AT })).toBe(false);
    expect(unchanged({ 'if-none-match': 'rubbish', 'if-modified-since': AT })).toBe(false);
    expect(unchanged({ 'if-none-match': '', 'if-modified-since': AT })).toBe(false);
    expect(unchanged({ 'if-none-match': etag, 'if-modified-since': BEFORE })).toBe(true);
  });

  it.each([
    '',
    'tomorrow',
    '2026-11-04T00:00:00Z',
    'Tue, 03 Nov 2026',
    'Monkey 5',
    'Tue, 03 Nov 2026 23:30:15 +0100',
    'Sun, 31 Feb 2027 00:00:00 GMT',
    '1793000000',
    `${AT}, ${AT}`,
  ])('is ignored when it is no HTTP-date: %s (13.1.3)', (value) => {
    expect(ims(value)).toBe(false);
  });

  it.each(['Tue, 03 Nov 2026 06:30:15 GMT', 'Tuesday, 03-Nov-26 06:30:15 GMT', 'Tue Nov  3 06:30:15 2026'])(
    'takes all three forms of a date: %s (5.6.7)',
    (value) => {
      expect(ims(value)).toBe(true);
    },
  );
});

describe('a request', () => {
  it('without a validator is never answered 304', () => {
    expect(unchanged({})).toBe(false);
    expect(unchanged({ 'if-match': etag, 'if-range': etag })).toBe(false);
  });

  it('is conditional if it brings a validator', () => {
    for (const headers of [{ 'if-none-match': etag }, { 'if-none-match': '*' }, { 'if-modified-since': AT }])
      expect(isConditional(new Headers(headers))).toBe(true);
    expect(isConditional(new Headers({ 'if-none-match': 'x' }))).toBe(false);
    expect(isConditional(new Headers())).toBe(false);
  });

  it('whatever its headers say, never makes this throw', () => {
    fc.assert(
      fc.property(header, header, (tags, date) => {
        const headers = new Headers({ 'if-none-match': tags, 'if-modified-since': date });
        expect(typeof isNotModified(headers, { etag, lastModified })).toBe('boolean');
        expect(typeof isConditional(headers)).toBe('boolean');
      }),
      { numRuns: 3000 },
    );
  });

  it('with a list that holds our tag is always unchanged', () => {
    const tag = fc.stringMatching(/^[!#-~]{0,8}$/).map((inside) => `"${inside}"`);
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 8 }), fc.nat(8), fc.boolean(), (others, at, weak) => {
        const list = others.toSpliced(at, 0, weak ? `W/${etag}` : etag);
        expect(inm(list.join(', '))).toBe(true);
        expect(inm(others.join(', ') || '"x"')).toBe(others.map(opaque).includes(etag));
      }),
    );
  });
});
