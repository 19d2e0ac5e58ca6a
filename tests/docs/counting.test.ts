/** The table of rules in docs/counting.md is the code's. */
import { describe, expect, it } from 'vitest';
import { CLASSES, isPeople, RULES } from '../../src/count/request-class.ts';
import { codes, read, rowsBelow } from './documents.ts';

const text = read('docs/counting.md');
const first = (row: readonly string[]): string => codes(row[0] ?? '')[0] ?? '';

describe('docs/counting.md', () => {
  it('has every class, and says which are people', () => {
    const rows = rowsBelow(text, '## Classes').slice(1, CLASSES.length + 1);
    expect(rows.map(first)).toEqual([...CLASSES]);
    for (const [index, row] of rows.entries())
      expect(row.at(-1)).toBe(isPeople(CLASSES[index] ?? 'crawler') ? 'yes' : 'no');
  });

  it('has every rule in its order, with class and evidence', () => {
    const rows = rowsBelow(text, '### Rules').slice(1);
    expect(rows.map((row) => [first(row), row[1], row.at(-1)])).toEqual([
      ...RULES.map(({ id, class: found, because }) => [id, found, because]),
      ['browser', 'reader', 'No rule said otherwise.'],
    ]);
  });
});
