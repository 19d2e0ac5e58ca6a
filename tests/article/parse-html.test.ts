/** HTML that is small to send and huge to build gets a reason, not a crash. */
import { describe, expect, it } from 'vitest';
import { MAX_DEPTH, MAX_REOPENED, parseHtml } from '../../src/article/parse-html.ts';
import { sanitiseBody } from '../../src/article/sanitise.ts';
import { refused, withFields } from './problems.ts';

const reason = (html: string): string | null => {
  const result = parseHtml(html);
  return result.ok ? null : result.error;
};
const many = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

describe('depth', () => {
  it(`is allowed up to ${MAX_DEPTH - 1} levels inside the body`, () => {
    expect(reason('<div>'.repeat(MAX_DEPTH - 1))).toBeNull();
    expect(reason('<div>'.repeat(MAX_DEPTH + 1))).toBe('too deep');
  });

  it.each([
    ['10,000 deep', '<div>'.repeat(10_000)],
    ['10,000 deep with end tags that end nothing', '<div></x>'.repeat(10_000)],
    ['100,000 deep with end tags of another kind', '<div></span>'.repeat(80_000)],
    ['tables in tables', '<table><tr><td>'.repeat(1000)],
    ['lists in lists', '<ul><li>'.repeat(1000)],
    ['formatting left open by a table', many(1000, (index) => `<b title=${index}><table></b></table>`)],
    ['svg in svg', '<svg>'.repeat(1000)],
    ['templates in templates', '<template>'.repeat(1000)],
  ])('%s is refused', (_what, html) => {
    expect(reason(html)).toBe('too deep');
    expect(refused(withFields({ body: html }))).toEqual([
      { pointer: '/body', detail: `The HTML is nested more than ${MAX_DEPTH} levels deep. Flatten it.` },
    ]);
  });

  it('counts what nests, not what stands side by side', () => {
    for (const html of ['<p>x', '<br>', '<li>x', '<svg><path d=""/></svg>', '<div></div>', '<b>x</b>'])
      expect(reason(html.repeat(2000)), html).toBeNull();
  });
});

describe('repair', () => {
  const open = many(100, (index) => `<b title=${index}>`);

  it('of a little is done', () => {
    expect(reason(`<p>${open}</p>${'<p>x'.repeat(MAX_REOPENED / 100 - 10)}`)).toBeNull();
  });

  it('that would make more than the text has is refused', () => {
    const html = `<p>${open}</p>${'<p>x'.repeat(MAX_REOPENED / 100 + 10)}`;
    expect(reason(html)).toBe('too much to repair');
    expect(refused(withFields({ body: html }))[0]?.detail).toContain('unclosed formatting elements');
  });

  it('that would copy a long attribute again and again is refused', () => {
    for (const [length, times] of [
      [10_000, 2000],
      [400_000, 1500],
    ] as const) {
      const html = `<p><b title="${'y'.repeat(length)}"></p>${'<p>x'.repeat(times)}`;
      expect(reason(html)).toBe('too much to repair');
    }
  });

  it('of elements ended in the wrong order is done', () => {
    expect(reason('<p><b><i>x</b>y</i></p>'.repeat(5000))).toBeNull();
  });
});

it('long text, many attributes and unclosed comments are no trouble', () => {
  for (const html of ['<'.repeat(100_000), '&'.repeat(100_000), `<p ${'a '.repeat(50_000)}>x`, '<!--'.repeat(50_000)])
    expect(() => sanitiseBody(html, 'x', [])).not.toThrow();
});
