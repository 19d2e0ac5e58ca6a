/** Credit lines: the words as they came, a link laid around the publisher's name. */
import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { Hop, Origin } from '../../src/article/article.ts';
import { creditHtml, creditText } from '../../src/article/credit.ts';
import { cleanLine } from '../../src/lib/text.ts';
import { hostile } from '../feed/arbitrary.ts';
import { htmlText } from '../feed/claims.ts';
import { attribute, elements, text } from '../page/dom.ts';

const hop = (publisher: string, credit: string): Hop => ({
  role: 'original',
  publisher,
  url: 'https://a.example/?a=1&b="2"',
  date: 0,
  credit,
});
const origin = (...hops: readonly [Hop, ...Hop[]]): Origin => ({
  hops,
  permission: { basis: 'written', reference: 'x', sublicensable: false },
});
const linkIn = (html: string) => elements(parseFragment(html)).find(({ tagName }) => tagName === 'a');

describe('a credit line', () => {
  it('links the publisher’s name to the page it published', () => {
    expect(creditHtml(origin(hop('The Review', 'First in The Review, 2026.')))).toBe(
      '<p>First in <a href="https://a.example/?a=1&amp;b=&quot;2&quot;">The Review</a>, 2026.</p>',
    );
  });

  it('is a link as a whole where it does not say the name', () => {
    const html = creditHtml(origin(hop('The Review', 'Reposted with permission.')));
    expect(text(linkIn(html))).toBe('Reposted with permission.');
  });

  it('stands once for every hop, oldest first', () => {
    const both = origin(hop('A', 'By A.'), hop('B', 'Via B.'));
    expect(creditText(both)).toBe('By A. Via B.');
    expect(creditHtml(both).match(/<p>/g)).toHaveLength(2);
    expect(htmlText(creditHtml(both))).toBe('By A.Via B.');
  });

  it('keeps every word and adds no markup, whatever they are', () => {
    const words = hostile.map((one) => cleanLine(`x${one}`));
    fc.assert(
      fc.property(words, words, words, (publisher, before, after) => {
        const line = `${before}${publisher}${after}`;
        const html = creditHtml(origin(hop(publisher, line)));
        expect(htmlText(html)).toBe(line);
        expect(elements(parseFragment(html)).map(({ tagName }) => tagName)).toEqual(['p', 'a']);
        expect(attribute(linkIn(html), 'href')).toBe('https://a.example/?a=1&b="2"');
      }),
      { numRuns: 2000 },
    );
  });
});
