/** Every image of a body is a figure with its credit in words. */
import { describe, expect, it } from 'vitest';
import { BASE_MARK } from '../../src/article/article.ts';
import { mediaPath } from '../../src/article/figure.ts';
import type { ArticleDocument } from '../../src/article/input.ts';
import { NET, own, published, QUAY } from '../feed/fixtures.ts';
import { refused, withFields } from './problems.ts';

const SRC = `/media/${NET.asset}.png`;
const IMG = `<img src="${SRC}" alt="">`;
const SHOWN = (alt: string) => `<img src="${SRC}" alt="${alt}" width="1600" height="1000">`;
const net = { asset: NET.asset, alt: 'A net', caption: 'Drying <nets>', credit: 'Lin & Hauge' };
const CAPTION = 'Drying &#x3C;nets> — Lin &#x26; Hauge';
const bodyOf = (body: string, photos: ArticleDocument['photos'] = [net]): string =>
  published({ ...own, body, photos }).body.replaceAll(BASE_MARK, '');

describe('an image', () => {
  it('becomes a figure with caption and credit, its size from the store and its alt from the photo', () => {
    expect(bodyOf(IMG)).toBe(`<figure>${SHOWN('A net')}<figcaption>${CAPTION}</figcaption></figure>`);
  });

  it('keeps words of its own for who cannot see it', () => {
    expect(bodyOf(`<img src="${SRC}" alt="Nets &amp; ropes">`)).toContain(SHOWN('Nets &#x26; ropes'));
  });

  it('takes size and addresses from nobody but the store', () => {
    const html = `<img src="${SRC}" alt="" width="1" height="99999" srcset="/evil.jpg" onerror="x()">`;
    expect(bodyOf(html)).toBe(`<figure>${SHOWN('A net')}<figcaption>${CAPTION}</figcaption></figure>`);
  });

  it('without a caption shows the credit alone', () => {
    expect(bodyOf(IMG, [{ ...net, caption: undefined }])).toContain('<figcaption>Lin &#x26; Hauge</figcaption>');
  });

  it('moves out of a paragraph, which may not hold a figure', () => {
    expect(bodyOf(`<p>before ${IMG} behind</p>`)).toBe(
      `<p>before  behind</p><figure>${SHOWN('A net')}<figcaption>${CAPTION}</figcaption></figure>`,
    );
  });

  it('leaves no empty paragraph or link behind', () => {
    expect(bodyOf(`<p><a href="/x">${IMG}</a></p>`)).toBe(
      `<figure>${SHOWN('A net')}<figcaption>${CAPTION}</figcaption></figure>`,
    );
  });

  it.each(['h2', 'pre', 'summary', 'dt'])('moves out of %s too', (name) => {
    const body = bodyOf(`<dl><details><${name}>x${IMG}</${name}></details></dl>`);
    expect(body.indexOf('<figure>')).toBeGreaterThan(body.indexOf(`</${name}>`));
  });

  it('stands where it stands in a list or a table', () => {
    expect(bodyOf(`<ul><li>${IMG}</li></ul>`)).toMatch(/^<ul><li><figure>.*<\/figure><\/li><\/ul>$/);
  });

  it('is found in picture, whose other sources go', () => {
    expect(bodyOf(`<picture><source srcset="/x.webp">${IMG}</picture>`)).toMatch(/^<figure><img /);
  });
});

describe('a figure the author wrote', () => {
  it('keeps its caption, and the credit is added', () => {
    expect(bodyOf(`<figure>${IMG}<figcaption>My <em>words</em></figcaption></figure>`)).toBe(
      `<figure>${SHOWN('A net')}<figcaption>My <em>words</em> — Lin &#x26; Hauge</figcaption></figure>`,
    );
  });

  it('says the credit once if its caption says it', () => {
    const html = `<figure>${IMG}<figcaption>By Lin &amp; Hauge, 2026</figcaption></figure>`;
    expect(bodyOf(html)).toContain('<figcaption>By Lin &#x26; Hauge, 2026</figcaption>');
  });

  it('gets a caption if it has none', () => {
    expect(bodyOf(`<figure>${IMG}</figure>`)).toBe(
      `<figure>${SHOWN('A net')}<figcaption>${CAPTION}</figcaption></figure>`,
    );
  });

  it('of two photos names both', () => {
    const quay = { asset: QUAY.asset, alt: 'Quay', credit: 'Tomas' };
    const html = `<figure>${IMG}<img src="/media/${QUAY.asset}.jpg"><figcaption>Two</figcaption></figure>`;
    expect(bodyOf(html, [net, quay])).toContain('<figcaption>Two — Lin &#x26; Hauge — Tomas</figcaption>');
  });
});

describe('an image without a credit', () => {
  it.each([
    ['elsewhere', 'https://elsewhere.example/x.jpg'],
    ['one of our photos that is not listed', `/media/${'c'.repeat(64)}.jpg`],
    ['one of ours under another name', `/media/${NET.asset}.jpg`],
    ['data', 'data:image/gif;base64,R0lGODlhAQABAAAAACw='],
    ['nothing', ''],
  ])('%s is refused, and the reason says what to do', (_what, src) => {
    const [problem, ...more] = refused(withFields({ body: `<p>x</p><img src="${src}">`, photos: [net] }));
    expect(more).toEqual([]);
    expect(problem?.pointer).toBe('/body');
    expect(problem?.detail).toContain('List it under photos, with its credit.');
  });
});

it('a lead photo may stand in the body as well', () => {
  expect(bodyOf(`<img src="/media/${QUAY.asset}.jpg" alt="">`, [])).toContain('Tomas Brandt / Harbour Light');
});

it('photos are named by what their bytes are', () => {
  expect(
    ['jpeg', 'png', 'gif', 'webp', 'avif'].map((type) => mediaPath({ asset: 'x', type: `image/${type}` })),
  ).toEqual(['/media/x.jpg', '/media/x.png', '/media/x.gif', '/media/x.webp', '/media/x.avif']);
});
