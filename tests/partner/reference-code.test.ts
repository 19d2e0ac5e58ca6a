import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_ARTICLE, MAX_GRANT, parseReferenceCode, referenceCode } from '../../src/partner/reference-code.ts';

const pair = fc.record({ article: fc.nat({ max: MAX_ARTICLE }), grant: fc.nat({ max: MAX_GRANT }) });
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeOf = (of: { article: number; grant: number }): string => referenceCode(of) ?? 'none';

describe('a reference code', () => {
  it('has 8 characters of Crockford’s alphabet and leads back to its article and grant', () => {
    fc.assert(
      fc.property(pair, (of) => {
        const code = codeOf(of);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
        expect(parseReferenceCode(code)).toEqual(of);
      }),
    );
  });

  it('belongs to one pair alone', () => {
    const seen = new Set<string>();
    for (let article = 1; article <= 500; article++)
      for (let grant = 1; grant <= 100; grant++) seen.add(codeOf({ article, grant }));
    expect(seen.size).toBe(50_000);
  });

  it('does not tell its neighbour’s: numbers behind one another have codes far apart', () => {
    const first = Array.from({ length: 100 }, (_, index) => codeOf({ article: index + 1, grant: 1 }).slice(0, 3));
    expect(new Set(first).size).toBeGreaterThan(90);
  });

  it.each([
    [{ article: 0, grant: 0 }, true],
    [{ article: MAX_ARTICLE, grant: MAX_GRANT }, true],
    [{ article: MAX_ARTICLE + 1, grant: 1 }, false],
    [{ article: 1, grant: MAX_GRANT + 1 }, false],
    [{ article: -1, grant: 1 }, false],
    [{ article: 1.5, grant: 1 }, false],
  ])('%j has one: %s', (of, has) => {
    expect(referenceCode(of) !== null).toBe(has);
  });

  it('is understood as people type it', () => {
    const code = codeOf({ article: 4711, grant: 12 });
    const typed = code.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l');
    expect(parseReferenceCode(` ${typed.slice(0, 4)}-${typed.slice(4)} `)).toEqual({ article: 4711, grant: 12 });
    expect(parseReferenceCode(code.replace(/1/g, 'I'))).toEqual({ article: 4711, grant: 12 });
  });

  it('with one wrong character is none', () => {
    fc.assert(
      fc.property(pair, fc.nat({ max: 7 }), fc.integer({ min: 1, max: 31 }), (of, at, by) => {
        const code = codeOf(of);
        const other = ALPHABET[(ALPHABET.indexOf(code[at] ?? '') + by) % 32];
        expect(parseReferenceCode(code.slice(0, at) + other + code.slice(at + 1))).toBeNull();
      }),
    );
  });

  it('with two neighbours exchanged is none', () => {
    fc.assert(
      fc.property(pair, fc.nat({ max: 6 }), (of, at) => {
        const code = codeOf(of);
        const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
        if (swapped !== code) expect(parseReferenceCode(swapped)).toBeNull();
      }),
    );
  });

  it.each(['', 'ABC', '1234567', '123456789', 'U0000000', '0000000💥', 'not a code'])('“%s” is none', (text) => {
    expect(parseReferenceCode(text)).toBeNull();
  });
});
