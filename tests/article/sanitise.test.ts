/** One allow-list for all HTML from outside. */
import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { BASE_MARK } from '../../src/article/article.ts';
import { sanitiseBody } from '../../src/article/sanitise.ts';
import { clean, escapeHtml } from '../../src/lib/text.ts';
import { hostile, soup } from '../feed/arbitrary.ts';
import { htmlText } from '../feed/claims.ts';
import { attribute, elements } from '../page/dom.ts';

const BASE = 'https://news.example';
const safe = (html: string): string => {
  const result = sanitiseBody(html, 'the-slug', []);
  return result.ok ? result.value.replaceAll(BASE_MARK, BASE) : `refused: ${result.error.detail}`;
};

describe('what may stand in a body', () => {
  it.each([
    '<p>a <em>b</em> <strong>c</strong> <code>d</code><br>e</p>',
    '<h2>a</h2><h3>b</h3><hr>',
    '<ul><li>a</li></ul><ol start="3" reversed><li value="2">b</li></ol>',
    '<blockquote cite="https://a.example/">a</blockquote>',
    '<table><caption>a</caption><thead><tr><th scope="col">b</th></tr></thead><tbody><tr><td colspan="2">c</td></tr></tbody></table>',
    '<pre><code class="language-ts">a</code></pre>',
    '<p lang="ar" dir="rtl">ا</p>',
    '<details><summary>a</summary>b</details>',
    '<ruby>a<rt>b</rt></ruby>',
    '<a href="mailto:a@b.example">a</a> <a href="tel:+47">b</a>',
    '<p>a&#x3C;b> &#x26;amp;</p>',
  ])('stays as it is: %s', (html) => {
    expect(safe(html)).toBe(html);
  });
});

describe('what may not', () => {
  it.each([
    ['script, with its text', '<p>a</p><script>alert(1)</script>', '<p>a</p>'],
    ['style, with its text', '<style>p{}</style><p style="color:red">a</p>', '<p>a</p>'],
    ['a frame', '<iframe src="https://a.example/"></iframe><p>a</p>', '<p>a</p>'],
    ['an event handler', '<p onclick="x()" ONLOAD=y>a</p>', '<p>a</p>'],
    ['javascript:', '<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['javascript: with a blank before it', '<a href=" \tjava\nscript:alert(1)">a</a>', '<a>a</a>'],
    ['javascript: behind a control character', '<a href="&#1;javascript:alert(1)">a</a>', '<a>a</a>'],
    ['data:', '<a href="data:text/html,x">a</a>', '<a>a</a>'],
    ['an address that is none', '<a href="https://[">a</a>', '<a>a</a>'],
    ['svg, whose text stays', '<svg onload="x"><text>a</text></svg>', 'a'],
    ['math, whose text stays', '<math><mi>a</mi></math>', 'a'],
    ['a form, whose words stay', '<form action="/x"><label>a</label><input value="b"><button>c</button></form>', 'ac'],
    ['an element nobody knows, whose text stays', '<x-evil a="b">a</x-evil>', 'a'],
    ['object, embed and meta', '<object data="x">a</object><embed src="x"><meta http-equiv="refresh">', 'a'],
    ['a comment', '<!-- a --><p>b</p>', '<p>b</p>'],
    ['id and class', '<p id="x" class="y">a</p><code class="evil">b</code>', '<p>a</p><code>b</code>'],
    ['a headline of the page', '<h1>a</h1>', '<h2>a</h2>'],
  ])('%s goes', (_what, html, expected) => {
    expect(safe(html)).toBe(expected);
  });
});

describe('addresses', () => {
  it.each([
    ['/terms', `${BASE}/terms`],
    ['../feeds?a=1#b', `${BASE}/feeds?a=1#b`],
    ['other', `${BASE}/articles/other`],
    ['#note', `${BASE}/articles/the-slug#note`],
    ['?page=2', `${BASE}/articles/the-slug?page=2`],
    ['//cdn.example/x', 'https://cdn.example/x'],
    ['HTTPS://A.example', 'https://a.example/'],
  ])('%s becomes absolute', (href, expected) => {
    const [link] = elements(parseFragment(safe(`<a href="${href}">x</a>`)));
    expect(attribute(link, 'href')).toBe(expected);
  });

  it('of quotes are absolute too', () => {
    expect(safe('<q cite="/a">x</q>')).toBe(`<q cite="${BASE}/a">x</q>`);
  });

  it('can not pretend to be ours by the mark ours start with', () => {
    expect(safe('<a href="&#1;@evil.example/">x</a>')).not.toContain(`${BASE}@`);
    expect(safe('a&#1;b')).toBe('ab');
  });
});

describe('any HTML', () => {
  const tree = (html: string) => elements(parseFragment(html));

  it('never throws, and comes out without script or handler', () => {
    fc.assert(
      fc.property(soup, (html) => {
        for (const { tagName, attrs } of tree(safe(html))) {
          expect(tagName).not.toMatch(/^(script|style|iframe|svg|math|form|input|object|embed|link|meta|base)$/);
          for (const { name, value } of attrs) {
            expect(name).not.toMatch(/^on|^style$|^srcdoc$/);
            if (/^(href|src|cite)$/.test(name)) expect(value).toMatch(/^(https?|mailto|tel):/);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('comes out without a character XML forbids', () => {
    fc.assert(
      fc.property(soup, (html) => {
        const out = safe(html);
        expect(clean(out)).toBe(out);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps every word that is written as text', () => {
    fc.assert(
      fc.property(hostile, soup, (words, rest) => {
        expect(htmlText(safe(`<p>start ${escapeHtml(words)}</p>${rest}`))).toContain(`start ${clean(words)}`.trimEnd());
      }),
      { numRuns: 2000 },
    );
  });

  it('made safe is safe: once more changes nothing', () => {
    fc.assert(
      fc.property(soup, (html) => {
        const once = safe(html);
        expect(safe(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps the line breaks of code, the first one too', () => {
    expect(htmlText(safe('<pre>\n\n  a\n</pre>'))).toBe('\n  a\n');
  });
});
