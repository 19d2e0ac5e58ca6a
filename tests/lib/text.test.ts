/** Text that may stand anywhere, and names that may end a URL. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, cleanLine, escapeHtml, slugify } from '../../src/lib/text.ts';
import { hostile } from '../feed/arbitrary.ts';

const anything = fc.oneof(hostile, fc.string({ unit: 'binary' }));

describe('clean', () => {
  it.each([
    ['control characters go', 'a\u0000b\u0008c\u000bd\u000ce\u001ff', 'abcdef'],
    ['tab and line feed stay', 'a\tb\nc', 'a\tb\nc'],
    ['line ends are line feeds', 'a\r\nb\rc', 'a\nb\nc'],
    ['also where a control character stood between', 'a\r\u0000\nb', 'a\nb'],
    ['lone halves become U+FFFD', 'a\ud800b\udc00c', 'a\ufffdb\ufffdc'],
    ['pairs stay', 'a🚢b', 'a🚢b'],
    ['what XML forbids goes', 'a\ufffeb\uffffc', 'abc'],
    ['direction marks stay: they belong to the words', 'a\u202eb\u2066c', 'a\u202eb\u2066c'],
  ])('%s', (_rule, text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  it('leaves nothing to clean', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(clean(clean(text))).toBe(clean(text));
        expect(clean(text).isWellFormed()).toBe(true);
        expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
        expect(cleanLine(text)).not.toMatch(/[\n\t\r]|^\s|\s$/);
      }),
      { numRuns: 2000 },
    );
  });
});

it('escapeHtml leaves no sign that means markup, in text or between double quotes', () => {
  expect(escapeHtml('<a href="x">&amp;')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;amp;');
});

describe('slugify', () => {
  it.each([
    ['The night ferry runs again!', 'the-night-ferry-runs-again'],
    ['  C++ & C#  ', 'c-c'],
    ['A.B.C', 'a-b-c'],
    ['Crème brûlée', 'creme-brulee'],
    ['Tomas Søn', 'tomas-søn'],
    ['İstanbul', 'istanbul'],
    ['ﬁne ½', 'fine-1-2'],
    ['ΑΘΉΝΑ', 'αθηνα'],
    ['عبّارة الليل', 'عبارة-الليل'],
    ['한국 뉴스', '한국-뉴스'],
    ['йод и ёлка', 'йод-и-ёлка'],
    ['हिन्दी', 'हिन्दी'],
    ['が か', 'が-か'],
    ['ภาษาไทย', 'ภาษาไทย'],
    ['日本語', '日本語'],
    ['🚢', ''],
    ['...', ''],
    ['', ''],
  ])('%s → %s', (text, expected) => {
    expect(slugify(text)).toBe(expected.normalize('NFC'));
  });

  it('never has a dot, a slash, a capital or a hyphen at an end, and is a slug itself', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const slug = slugify(text);
        expect(slug).toMatch(/^$|^[\p{L}\p{N}\p{M}]+(-[\p{L}\p{N}\p{M}]+)*$/u);
        expect(slugify(slug)).toBe(slug);
        expect(slug).toBe(slug.toLowerCase());
        expect(slug.length).toBeLessThanOrEqual(80);
      }),
      { numRuns: 3000 },
    );
  });

  it('can always be written into a URL, wherever it was cut', () => {
    for (const start of ['', 'a'])
      for (const sign of ['𠀀', '🚢a', 'é', 'が'.normalize('NFD')]) {
        const slug = slugify(start + sign.repeat(100));
        expect(() => encodeURIComponent(slug)).not.toThrow();
        expect(slug.length).toBeLessThanOrEqual(80);
        expect(slugify(slug)).toBe(slug);
      }
  });

  it('tells words apart that differ in a vowel sign', () => {
    expect(slugify('की')).not.toBe(slugify('कि'));
    expect(slugify('が')).not.toBe(slugify('か'));
  });
});
