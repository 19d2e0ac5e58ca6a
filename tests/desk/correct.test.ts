/** Words are replaced where they stand once, and nothing around them moves. */
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { sanitiseBody } from '../../src/article/sanitise.ts';
import { correctHtml, correctLine } from '../../src/desk/correct.ts';
import { endOfDay, startOfDay } from '../../src/desk/days.ts';

type Node = DefaultTreeAdapterTypes.Node;

const stretches = (node: Node): readonly string[] =>
  'childNodes' in node ? node.childNodes.flatMap(stretches) : 'value' in node ? [node.value] : [];

/** What is shown, with a mark wherever one stretch of text ends. */
const shown = (html: string): string => stretches(parseFragment(html)).join('\u0001');
const correct = (html: string, was: string, now: string): string => {
  const result = correctHtml(html, was, now);
  return result.ok ? result.value : result.error;
};

describe('a body', () => {
  it.each([
    ['<p>Nine boats.</p>', 'Nine', 'Ten', '<p>Ten boats.</p>'],
    ['<p>A &amp; B</p>', 'A & B', 'C < D', '<p>C &lt; D</p>'],
    ['<p>one\n  two</p>', 'one two', 'three', '<p>three</p>'],
    ['<p>one two</p>', 'one\u00a0two', 'three', '<p>three</p>'],
    ['<p>gone now</p>', ' now', '', '<p>gone </p>'],
    ['<pre>\n\n a</pre>', 'a', 'b', '<pre>\n\n b</pre>'],
    ['<pre>\na</pre>', 'a', 'b', '<pre>\nb</pre>'],
    ['<pre>a\na1</pre>', 'a1', 'b', '<pre>a\nb</pre>'],
    ['<p title="x">y <a href="x">z</a></p>', 'z', '$&$1', '<p title="x">y <a href="x">$&amp;$1</a></p>'],
    ['<p>5 (five) [+] \\ ^$ | {2}?</p>', '(five) [+] \\ ^$ | {2}?', '', '<p>5 </p>'],
    ['<p>🚢 and 🚢🚢</p>', 'and', 'or', '<p>🚢 or 🚢🚢</p>'],
  ])('%j: %j becomes %j', (html, was, now, expected) => {
    expect(correct(html, was, now)).toBe(expected);
  });

  it.each([
    ['<p>x</p>', 'y', 'not found'],
    ['<p title="y">x</p>', 'y', 'not found'],
    ['<p>x</p>', '  ', 'not found'],
    ['<p>x</p>', '<p>', 'not found'],
    ['<p>x</p>', 'X', 'not found'],
    ['<p>x x</p>', 'x', 'found more than once'],
    ['<p>x</p><p>x</p>', 'x', 'found more than once'],
    ['<p>aaa</p>', 'aa', 'found more than once'],
    ['<p>🚢🚢🚢</p>', '🚢🚢', 'found more than once'],
    ['<p>one <em>two</em></p>', 'one two', 'across markup'],
  ])('%j: %j is refused, %s', (html, was, why) => {
    expect(correct(html, was, 'new')).toBe(why);
  });

  const words = fc.stringMatching(/^[a-z<>&"' .(\u00e9🚢]{1,12}$/u).filter((each) => each.trim() !== '');
  const element = fc.constantFrom('p', 'em', 'pre', 'blockquote', 'h2');
  const body = fc
    .array(fc.tuple(element, words), { minLength: 1, maxLength: 6 })
    .map((parts) =>
      parts.map(([name, inner]) => `<${name}>${inner.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</${name}>`).join(''),
    );

  it('shows the new words in place of the old, and is HTML that loses nothing in our sanitiser', () => {
    fc.assert(
      fc.property(body, words, fc.nat(), fc.nat(12), (source, now, at, length) => {
        const clean = sanitiseBody(source, 'x', []);
        if (!clean.ok) return;
        const all = shown(clean.value);
        const was = all.slice(at % all.length, (at % all.length) + length + 1);
        const result = correctHtml(clean.value, was, now);
        if (!result.ok || !was.isWellFormed()) return;
        const [before = '', after = '', ...more] = all.split(
          new RegExp(
            was
              .trim()
              .split(/\s+/)
              .map((word) => word.replace(/[^\w]/gu, '\\$&'))
              .join('\\s+'),
          ),
        );
        expect(more).toEqual([]);
        expect(shown(result.value)).toBe(before + now + after);
        const again = sanitiseBody(result.value, 'x', []);
        expect(again.ok && shown(again.value)).toBe(shown(result.value.trim()));
        expect(result.value.match(/<[^>]*>/g)).toEqual(clean.value.match(/<[^>]*>/g));
      }),
      { numRuns: 500 },
    );
  });
});

it('a headline is corrected as a line', () => {
  expect(correctLine('Nine boats', 'Nine', 'Ten')).toEqual({ ok: true, value: 'Ten boats' });
  expect(correctLine('Nine boats', 'Ten', 'x')).toEqual({ ok: false, error: 'not found' });
  expect(correctLine('no no', 'no', 'x')).toEqual({ ok: false, error: 'found more than once' });
});

describe('a day', () => {
  it.each([
    ['2026-11-22', 'UTC', '2026-11-22T00:00:00Z', '2026-11-23T00:00:00Z'],
    ['2026-11-22', 'Europe/Oslo', '2026-11-21T23:00:00Z', '2026-11-22T23:00:00Z'],
    ['2026-07-01', 'Europe/Oslo', '2026-06-30T22:00:00Z', '2026-07-01T22:00:00Z'],
    ['2026-10-25', 'Europe/Oslo', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
    ['2026-03-29', 'Europe/Oslo', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
    ['2026-12-31', 'America/St_Johns', '2026-12-31T03:30:00Z', '2027-01-01T03:30:00Z'],
    ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00Z', '2026-03-09T04:00:00Z'],
  ])('%s in %s begins at %s and ends at %s', (day, zone, start, end) => {
    expect(startOfDay(day, zone)).toBe(Date.parse(start));
    expect(endOfDay(day, zone)).toBe(Date.parse(end));
  });

  it.each(['', '2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', 'tomorrow', '2026-01-01T00:00'])(
    'is none: %j',
    (day) => {
      expect(startOfDay(day, 'UTC')).toBeNull();
      expect(endOfDay(day, 'UTC')).toBeNull();
    },
  );
});
