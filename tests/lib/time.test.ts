/** Moments in and out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDay, httpDate, longDate, parseHttpDate, rfc3339 } from '../../src/lib/time.ts';

const MOMENT = Date.UTC(1994, 10, 6, 8, 49, 37);
const moments = fc
  .integer({ min: Date.UTC(1950, 0), max: Date.UTC(2199, 11) })
  .map((ms) => Math.floor(ms / 1000) * 1000);

it('rfc3339 has seconds and Z, also for times before 1970', () => {
  expect(rfc3339(MOMENT + 999)).toBe('1994-11-06T08:49:37Z');
  expect(rfc3339(-1000)).toBe('1969-12-31T23:59:59Z');
});

describe('parseHttpDate', () => {
  it.each(['Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'])(
    'takes the form %s',
    (text) => {
      expect(parseHttpDate(text)).toBe(MOMENT);
    },
  );

  it.each([
    '',
    'Sun',
    'Monkey 5',
    'Sun, 06 Nov 1994',
    'Sun, 06 Nov 1994 08:49:37',
    'Sun, 06 Nov 1994 08:49:37 UTC',
    'Sun, 06 Nov 1994 08:49:37 +0100',
    'Sun, 6 Nov 1994 08:49:37 GMT',
    'Sun, 31 Feb 2026 00:00:00 GMT',
    'Sun, 06 Nov 1994 25:00:00 GMT',
    'sun, 06 nov 1994 08:49:37 gmt',
    '06 Nov 1994 08:49:37 GMT',
    '1994-11-06T08:49:37Z',
    '784111777',
    'Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT',
  ])('does not take %s', (text) => {
    expect(parseHttpDate(text)).toBeNull();
  });

  it('reads what httpDate writes', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        expect(parseHttpDate(httpDate(moment))).toBe(moment);
      }),
    );
  });
});

describe('the days of people', () => {
  it('begin at midnight in the publication’s time zone', () => {
    const evening = Date.UTC(2026, 10, 3, 23, 30);
    expect(civilDay(evening, 'UTC')).toBe('2026-11-03');
    expect(civilDay(evening, 'Europe/Oslo')).toBe('2026-11-04');
    expect(civilDay(evening, 'America/New_York')).toBe('2026-11-03');
    expect(longDate(evening, 'en-GB', 'Europe/Oslo')).toBe('4 November 2026');
  });
});
