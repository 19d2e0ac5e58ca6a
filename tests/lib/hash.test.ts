/** Equal values, equal text, equal hash. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, sha256 } from '../../src/lib/hash.ts';
import { memberAt } from '../../src/lib/json.ts';

describe('sha256', () => {
  it('is that of the bytes, or of a text’s UTF-8', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        const expected = createHash('sha256').update(text, 'utf8').digest('hex');
        expect(await sha256(text)).toBe(expected);
        expect(await sha256(Uint8Array.from(new TextEncoder().encode(text)))).toBe(expected);
      }),
    );
  });
});

function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, turned(member)]),
  );
}

describe('canonicalJson', () => {
  it('is the same whatever the order of members', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 500 },
    );
  });

  it('leaves undefined out, and the order of lists alone', () => {
    expect(canonicalJson({ b: [2, 1], a: undefined })).toBe('{"b":[2,1]}');
  });
});

it('memberAt follows a path as far as it goes, and takes no text apart', () => {
  const value = { a: [{ b: 1 }], c: 'text' };
  expect(memberAt(value, 'a', 0, 'b')).toBe(1);
  expect(memberAt(value, 'a', 1, 'b')).toBeUndefined();
  expect(memberAt(value, 'c', 'length')).toBeUndefined();
  expect(memberAt(null, 'a')).toBeUndefined();
  expect(memberAt(value)).toBe(value);
});
