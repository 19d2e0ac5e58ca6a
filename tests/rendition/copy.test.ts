/** What is in a copy, in which order, and what is not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleDocument } from '../../src/article/input.ts';
import { MIN_EXCERPT } from '../../src/article/terms.ts';
import { factsOf } from '../../src/feed/facts.ts';
import { type CopyOptions, copyBodyHtml, copyOf, creditHtml } from '../../src/rendition/copy.ts';
import { renderHtml } from '../../src/rendition/html.ts';
import { renderMarkdown } from '../../src/rendition/markdown.ts';
import { renderText } from '../../src/rendition/text.ts';
import { hostile } from '../feed/arbitrary.ts';
import {
  arabic,
  BASE,
  BUOY,
  CODE,
  copied,
  creditOf,
  DOCUMENTS,
  full,
  NET,
  optionsFor,
  own,
  publication,
  QUAY,
  repost,
  rich,
} from './fixtures.ts';
import { fragment } from './read-back.ts';

const tags = (document: ArticleDocument, name?: string): readonly string[] =>
  [...fragment(renderHtml(copied(document, name))).children].map(({ tagName, textContent }) =>
    `${tagName.toLowerCase()} ${(textContent ?? '').slice(0, 12)}`.trim(),
  );

describe('the order of a copy', () => {
  it('has the credit and the badge at the end', () => {
    expect(tags(own)).toEqual([
      'h1 What "<b>" &',
      'p After two wi',
      'p Ines Vold an',
      'figure The Marlin a',
      'p It sails at',
      'figure Lin Hauge',
      'hr',
      'p 2026-11-04:',
      'hr',
      'p © Harbour Li',
      'p This article',
      'p',
    ]);
  });

  it('has them before the body where the terms say so', () => {
    expect(tags(own, 'hidden').slice(2, 6)).toEqual(['p Ines Vold an', 'p This article', 'p', 'figure The Marlin a']);
    expect(tags(own, 'hidden').at(-1)).toBe('p © Harbour Li');
    expect(renderText(copied(own, 'hidden')).indexOf('/c/')).toBeLessThan(
      renderText(copied(own, 'hidden')).indexOf('[Photo'),
    );
  });

  it('has the credit lines of the origin before ours, the oldest first', () => {
    const [first, second] = repost.origin?.hops.map(({ credit }) => credit) ?? [];
    const text = renderText(copied(repost));
    const places = [first, second, CODE].map((line) => text.indexOf(line ?? '-'));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('without a badge has none', () => {
    const whole = full(own);
    const html = renderHtml(copyOf(whole, creditOf(whole, 'standard', false), optionsFor()));
    expect(html).not.toContain('/b/');
    expect(html).toContain('/c/');
  });

  it('turns the article around where it is written from right to left, and lets credits find their own way', () => {
    const blocks = [...fragment(renderHtml(copied(arabic))).children].filter(({ tagName }) => tagName !== 'HR');
    expect(blocks.map((block) => block.getAttribute('dir'))).toEqual([...Array(6).fill('rtl'), 'auto', 'auto', null]);
    expect(renderHtml(copied(own))).not.toContain('rtl');
  });

  it('gives the same bytes each time', async () => {
    expect(renderHtml(copied(rich))).toBe(renderHtml(copied(rich)));
    expect(renderText(copied(rich))).toBe(renderText(copied(rich)));
    expect(await renderMarkdown(copied(rich))).toBe(await renderMarkdown(copied(rich)));
  });
});

describe('lines for the head', () => {
  const NOINDEX = '<meta name="robots" content="noindex">';
  const canonical = (url: string) => `<link rel="canonical" href="${url}">`;
  const HERE = canonical(`${BASE}/articles/the-night-ferry`);

  it.each([
    ['standard', [HERE]],
    ['hidden', [NOINDEX]],
    ['both', [HERE, NOINDEX]],
    ['free', []],
  ] as const)('follow the policy of %s', (name, lines) => {
    expect(copied(own, name).head).toEqual(lines);
  });

  it('name the first publisher of a repost, or what its article says', () => {
    expect(copied(DOCUMENTS.oneHop).head).toEqual([canonical('https://sahil.example/eelgrass?a=1&amp;b=2')]);
    expect(copied(repost).head).toEqual([canonical('https://soundreview.example/2026/10/eelgrass')]);
  });

  it('name us where the publication has it so', () => {
    const whole = full(DOCUMENTS.oneHop);
    const options: CopyOptions = { ...optionsFor(), publication: { ...publication, canonicalForReposts: 'self' } };
    expect(copyOf(whole, creditOf(whole), options).head).toEqual([canonical(`${BASE}/articles/one-hop`)]);
  });
});

describe('photos that stay here', () => {
  const all = async (document: ArticleDocument) => {
    const copy = copied(document);
    return [
      renderHtml(copy),
      await renderMarkdown(copy),
      renderText(copy),
      copyBodyHtml(full(document), publication, BASE).html,
    ];
  };

  it('are in no rendition, not even as a link, and the reason is given', async () => {
    for (const text of await all(rich)) {
      expect(text).not.toContain(BUOY.asset);
      expect(text).not.toContain('outer buoy');
      expect(text).toContain(NET.asset);
      expect(text).toContain('the buoy');
    }
    const { leftOut, photos } = copied(rich);
    expect(leftOut).toEqual([
      { asset: BUOY.asset, what: 'The outer buoy.', why: expect.stringContaining('somebody else') },
    ]);
    expect(photos.map(({ asset }) => asset)).toEqual([NET.asset]);
  });

  it('leave nothing empty behind', () => {
    expect(renderHtml(copied(rich))).toContain('<ul><li>kept</li></ul>');
  });

  it('may be the lead', async () => {
    for (const text of await all(repost)) expect(text).not.toContain(QUAY.asset);
    expect(copied(repost).leftOut).toMatchObject([
      { what: 'Eelgrass', why: expect.stringContaining('licensed to us') },
    ]);
  });

  it('take others with them that stand in the same figure', async () => {
    const img = (asset: string, end: string) => `<img src="/media/${asset}.${end}" alt="">`;
    const pair = `<p>Words.</p><figure>${img(BUOY.asset, 'webp')}${img(NET.asset, 'png')}<figcaption>Both</figcaption></figure>`;
    for (const text of await all({ ...rich, body: pair })) expect(text).not.toMatch(/\/media\//);
    const { leftOut, photos } = copied({ ...rich, body: pair });
    expect(photos).toEqual([]);
    expect(leftOut.map(({ asset, why }) => [asset, why.includes('one figure')])).toEqual([
      [NET.asset, true],
      [BUOY.asset, false],
    ]);
  });

  it.each(['own', 'cc', 'licensed', 'third-party', 'unknown'] as const)('say why: %s', (rights) => {
    const photo = {
      asset: QUAY.asset,
      alt: 'A ferry',
      credit: 'C',
      rights,
      license: 'https://l.example/',
      syndicate: false,
    };
    const [left, ...others] = copied({ ...own, photo, photos: [], body: '<p>x</p>' }).leftOut;
    expect(others).toEqual([]);
    expect(left?.what).toBe('A ferry');
    expect(left?.why).toMatch(/^It |^Its |^We /);
  });

  it('are refused everywhere when refused once', () => {
    const [lead, inBody] = [true, false].map((syndicate) => ({ asset: QUAY.asset, alt: 'a', credit: 'C', syndicate }));
    const copy = copied({ ...own, photo: lead, photos: inBody ? [inBody] : [], body: '<p>x</p>' });
    expect(renderHtml(copy)).not.toContain(QUAY.asset);
    expect(copy.leftOut).toHaveLength(1);
  });
});

describe('the pieces for partner feeds', () => {
  it('are the words of the public feed, where nothing is left out', () => {
    for (const document of [own, DOCUMENTS.oneHop, arabic]) {
      const whole = full(document);
      const { html, leftOut } = copyBodyHtml(whole, publication, BASE);
      expect(leftOut).toEqual([]);
      expect(html).toBe(factsOf(whole, { publication, base: BASE }).content);
    }
  });

  it('are those of the copy', () => {
    for (const document of Object.values(DOCUMENTS)) {
      const inFeed = fragment(copyBodyHtml(full(document), publication, BASE).html);
      const inCopy = fragment(renderHtml(copied(document)));
      for (const block of inFeed.children) expect(inCopy.textContent).toContain(block.textContent);
      const images = (body: HTMLElement) => [...body.querySelectorAll('img')].map(({ src }) => src);
      expect(images(inCopy).filter((src) => !src.includes('/b/'))).toEqual(images(inFeed));
    }
  });

  it('has the credit of the copy, whatever is in it', () => {
    const whole = full(own);
    const part = fc.record({ kind: fc.constantFrom('words', 'link', 'code'), text: hostile });
    const arbitrary = fc.record({
      parts: fc.array(part, { minLength: 1, maxLength: 4 }),
      alt: hostile,
      badge: fc.boolean(),
    });
    fc.assert(
      fc.property(arbitrary, ({ parts, alt, badge }) => {
        const url = `${BASE}/c/x?a="&b=<`;
        const credit = { parts, at: 'end', url, badge: badge ? { src: `${BASE}/b/"&.svg`, alt } : null } as const;
        const { children } = fragment(renderHtml(copyOf(whole, credit, optionsFor())));
        const ending = [...children].slice(badge ? -2 : -1).map(({ outerHTML }) => outerHTML);
        expect(fragment(creditHtml(credit)).innerHTML).toBe(ending.join(''));
      }),
      { numRuns: 300 },
    );
  });
});

describe('an excerpt', () => {
  const words = (count: number, from = 0): string =>
    Array.from({ length: count }, (_, index) => `w${index + from}`).join(' ');
  const limit = MIN_EXCERPT;
  const REST = 'Read the rest at Harbour Light';
  const text = (body: string): string => renderText(copied({ ...own, photos: [], body, corrections: [] }, 'short'));

  it.each([limit - 1, limit])('of %d words is the whole article', (count) => {
    const shown = text(`<p>${words(count)}</p>`);
    expect(shown).toContain(`w${count - 1}`);
    expect(shown).not.toContain(REST);
  });

  it('ends behind the last word allowed, and links to the rest', () => {
    const shown = text(`<p>${words(limit + 1)}</p>`);
    expect(shown).toContain(`w${limit - 1}…\n\n${REST} [1]`);
    expect(shown).toContain(`[1] ${BASE}/c/`);
    expect(shown).not.toContain(`w${limit}`);
  });

  it('ends at a block where half of it is there, and inside one where it is not', () => {
    const half = Math.ceil(limit / 2);
    const long = `<p>${words(limit, 100)}</p>`;
    expect(text(`<p>${words(half)}</p>${long}`)).not.toContain('w100');
    expect(text(`<p>${words(half - 1)}</p>${long}`)).toContain(`w${100 + limit - half}…`);
  });

  it('counts words where they are not parted by spaces', () => {
    const sentence = '船在夜里再次开航。';
    const shown = renderText(copied({ ...own, photos: [], body: `<p>${sentence.repeat(30)}</p>` }, 'short'));
    expect(shown.split(sentence).length).toBeLessThan(limit);
    expect(shown).toContain(REST);
  });

  it('keeps the credit, the origin and the corrections', () => {
    const shown = renderText(copied({ ...repost, body: `<p>${words(99)}</p>` }, 'short'));
    for (const part of ['/c/', 'Coast Wire', 'The Sound & Sea Review', CODE])
      expect(shown).toContain(part === 'Coast Wire' ? 'wire of the coast' : part);
    expect(renderText(copied({ ...own, body: `<p>${words(99)}</p>` }, 'short'))).toContain('not 23:30');
  });
});
