/** Files of reports: RFC 4180, the cells of the screen, and nothing a spreadsheet would run. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { change, count, grouped, share, shownIn, type Table, text } from '../../src/desk/report-cells.ts';
import { toCsv, toJson } from '../../src/desk/report-export.ts';
import { parseCsv } from './screen.ts';

const tableOf = (...cells: readonly (string | number | null)[]): Table => ({
  id: 't',
  title: 'T',
  columns: cells.map((_, index) => ({ key: `k${index}`, label: `Label ${index}` })),
  rows: [cells.map((value) => ({ value }))],
  empty: '',
});

const firstRow = (table: Table): readonly string[] => parseCsv(toCsv(table))[1] ?? [];

describe('CSV', () => {
  it('has a header, CRLF at the end of each line, and no byte order mark', () => {
    expect(toCsv(tableOf('a', 1, null))).toBe('Label 0,Label 1,Label 2\r\na,1,\r\n');
    expect(new TextEncoder().encode(toCsv(tableOf('a')))[0]).toBe('L'.charCodeAt(0));
  });

  it('quotes what has to be quoted', () => {
    expect(toCsv(tableOf('a,b', 'say "hi"', 'two\nlines', 'plain'))).toContain('"a,b","say ""hi""","two\nlines",plain');
  });

  it('reads back as what it was made of, whatever that is', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', 'a', '=') }),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
        const back = firstRow(tableOf(...cells));
        expect(back.map((words) => words.replace(/^'/, ''))).toEqual(cells.map((words) => words.replace(/^'/, '')));
      }),
    );
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '  =1',
    '＝1',
    '＋1',
    '－1',
    '＠1',
    '-host.example',
    '=',
    '-',
  ])('makes words of the formula %j', (formula) => {
    expect(firstRow(tableOf(formula))[0]).toBe(`'${formula}`);
  });

  it('never has a cell of words that begins a formula', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('=', '+', '-', '@', ' ', '\t', '\r', '\n', '"', ',', 'x', '＝') }),
        (words) => {
          expect(firstRow(tableOf(words))[0]).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
        },
      ),
    );
  });

  it('leaves numbers numbers, below zero too, and other words as they are', () => {
    expect(firstRow(tableOf(-12, 0, 'a=b', 'x-y', "it's", 'É'))).toEqual(['-12', '0', 'a=b', 'x-y', "it's", 'É']);
  });
});

describe('JSON', () => {
  it('has each row by the keys of its columns', () => {
    const parsed = JSON.parse(toJson(tableOf('=1', 2, null)));
    expect(parsed.rows).toEqual([{ k0: '=1', k1: 2, k2: null }]);
    expect(parsed.columns[0]).toEqual({ key: 'k0', label: 'Label 0' });
  });
});

describe('cells', () => {
  it('group thousands', () => {
    expect([0, 999, 1000, 1_234_567, 10_000_000].map(grouped)).toEqual([
      '0',
      '999',
      '1,000',
      '1,234,567',
      '10,000,000',
    ]);
    fc.assert(fc.property(fc.nat(), (value) => grouped(value) === value.toLocaleString('en-GB')));
    expect(shownIn(count(1234))).toBe('1,234');
  });

  it.each([
    [0, 0, '–', null],
    [5, 0, 'new', null],
    [5, 5, '±0 %', 0],
    [10, 5, '+100 %', 100],
    [0, 5, '−100 %', -100],
    [1, 3, '−67 %', -67],
  ])('say how %i compares with %i', (now, before, shown, value) => {
    expect(change(now, before)).toEqual({ value, shown });
  });

  it.each([
    [0, 0, '–'],
    [0, 7, '0 %'],
    [1, 1000, '1 %'],
    [999, 1000, '99 %'],
    [7, 7, '100 %'],
  ])('say that %i of %i are %s', (part, whole, shown) => {
    expect(shownIn(share(part, whole))).toBe(shown);
  });

  it('show nothing as a dash', () => expect(shownIn(text(null))).toBe('–'));
});
