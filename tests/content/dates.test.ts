import { describe, expect, test } from 'vitest';
import { momentOf } from '../../scripts/content/moment.ts';
import { article, mistakesOf, newsroom } from './newsroom.ts';

const iso = (text: string, zone = 'Europe/Oslo'): string => {
  const moment = momentOf(text, zone);
  return moment.ok ? new Date(moment.value).toISOString() : moment.error;
};

describe('dates', () => {
  test.each([
    ['2026-11-03T07:30:00+01:00', '2026-11-03T06:30:00.000Z'],
    ['2026-11-03T07:30+01:00', '2026-11-03T06:30:00.000Z'],
    ['2026-11-03T07:30:00.999Z', '2026-11-03T07:30:00.000Z'],
    ['2026-11-03 07:30:00 +0100', '2026-11-03T06:30:00.000Z'],
    ['2026-11-03t07:30:00z', '2026-11-03T07:30:00.000Z'],
    ['2026-11-03T07:30:00-03:30', '2026-11-03T11:00:00.000Z'],
  ])('%s', (text, expected) => expect(iso(text)).toBe(expected));

  test.each([
    ['2026-11-03', 'Europe/Oslo', '2026-11-02T23:00:00.000Z'],
    ['2026-07-01', 'Europe/Oslo', '2026-06-30T22:00:00.000Z'],
    ['2026-07-01', 'UTC', '2026-07-01T00:00:00.000Z'],
    ['2026-07-01', 'Pacific/Kiritimati', '2026-06-30T10:00:00.000Z'],
    ['2026-07-01', 'Pacific/Pago_Pago', '2026-07-01T11:00:00.000Z'],
    // Clocks there went from 00:00 to 01:00: the day began at one.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    // And back from 00:00 to 23:00: the day before had two eleven o'clocks.
    ['2018-02-18', 'America/Sao_Paulo', '2018-02-18T03:00:00.000Z'],
  ])('the day %s in %s begins at its first moment', (day, zone, expected) => expect(iso(day, zone)).toBe(expected));

  test('a time without a zone is refused, and what it would be here is offered', () => {
    expect(iso('2026-11-03T07:30:00')).toBe('"2026-11-03T07:30:00" has no time zone. Write 2026-11-03T07:30:00+01:00');
    expect(iso('2026-07-03 07:30')).toContain('Write 2026-07-03T07:30:00+02:00');
    expect(iso('2026-07-03 07:30', 'America/St_Johns')).toContain('Write 2026-07-03T07:30:00-02:30');
  });

  test.each([
    '2026-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-11-03T24:00:00Z',
    '2026-11-03T23:60:00Z',
    '1899-12-31',
    '2200-01-01',
  ])('%s does not exist here', (text) => expect(iso(text)).toContain('does not exist'));

  test.each(['2028-02-29', '2026-04-30', '2026-11-03T23:59:59Z', '1900-01-02', '2199-12-31'])('%s exists', (text) =>
    expect(momentOf(text, 'UTC').ok).toBe(true),
  );

  test('a zone that does not exist', () =>
    expect(iso('2026-11-03T07:30:00+24:00')).toContain('has no time zone there is'));

  test.each([
    ['Jul 08 2022', 'Write 2022-07-08'],
    ['3 November 2026', 'Write 2026-11-03'],
    ['tomorrow', 'or a date alone: 2026-11-03'],
    ['03/11/2026', 'or a date alone: 2026-11-03'],
  ])('%s is not read, and the right form is offered', (text, advice) => expect(iso(text)).toContain(advice));

  test('quoted, unquoted and tagged dates are the same', async () => {
    for (const date of ['2026-11-03', '"2026-11-03"', "'2026-11-03'", '2026-11-02T23:00:00Z']) {
      const { articles } = await newsroom({ 'articles/a.md': article(`date: ${date}`) }).check();
      expect(articles[0]?.ready?.document.published).toBe('2026-11-02T23:00:00Z');
    }
  });

  test('a number is no date', async () => {
    expect(await mistakesOf(article('date: 20261103'))).toEqual([
      '5  date  is a number, and must be text. Put it in quotes: "20261103"',
    ]);
  });

  test('dates in the wrong order', async () => {
    expect((await mistakesOf(article('updated: 2026-11-02')))[0]).toContain(
      '6  updated  It was changed before it was published',
    );
    expect(await mistakesOf(article('updated: 2026-11-03'))).toEqual([]);
    expect((await mistakesOf(article('expiryDate: 2026-11-03')))[0]).toContain('6  expiryDate  It expires before');
    expect(await mistakesOf(article('expiryDate: 2026-11-04'))).toEqual([]);
  });
});
