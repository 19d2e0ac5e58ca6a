import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MAX_PHOTO_BYTES } from '../../src/editor/photo-bytes.ts';
import { article, hashOf, mistakesOf, newsroom } from './newsroom.ts';
import { avif, gif, jpeg, png, svg, webp } from './photo-bytes.ts';

const lead = (src: string): string => `photo:\n  src: ${src}\n  alt: A ferry\n  credit: Tomas Brandt`;
const mistakesWith = (name: string, bytes: Uint8Array) =>
  mistakesOf(article(lead(name)), { [`articles/${name}`]: bytes });

describe('a photo file', () => {
  test.each([
    ['a.jpg', jpeg()],
    ['a.JPEG', jpeg()],
    ['a.png', png()],
    ['a.gif', gif()],
    ['a.webp', webp()],
    ['a.avif', avif()],
  ])('%s is taken', async (name, bytes) => expect(await mistakesWith(name, bytes)).toEqual([]));

  test('that is missing', async () => {
    const [line] = await mistakesOf(article(lead('quay.jpg')));
    expect(line).toMatch(
      /^7 {2}photo\.src {2}there is no file "quay\.jpg"\. Looked for .*articles\/quay\.jpg and .*quay\.jpg$/,
    );
  });

  test('whose bytes are of another type than its name', async () => {
    expect(await mistakesWith('a.jpg', png())).toEqual([
      '7  photo.src  "a.jpg" holds PNG data. Rename the file so that it ends in .png',
    ]);
  });

  test('that is no photo', async () => {
    const expected = '7  photo.src  "a.png" is not a photo, or damaged. Use JPEG, PNG, GIF, WebP or AVIF';
    expect(await mistakesWith('a.png', Buffer.from('hello'))).toEqual([expected]);
    expect(await mistakesWith('a.png', Buffer.alloc(0))).toEqual([expected]);
    expect(await mistakesWith('a.png', png().subarray(0, 12))).toEqual([expected]);
  });

  test.each(['a.svg', 'a.png'])('that is SVG, as %s', async (name) => {
    expect(await mistakesWith(name, svg())).toEqual([
      `7  photo.src  "${name}" is SVG, which can carry scripts. Save it as PNG or WebP`,
    ]);
  });

  test('below, at and above 8 MB', async () => {
    const room = MAX_PHOTO_BYTES - png().length;
    expect(await mistakesWith('a.png', png(room - 1))).toEqual([]);
    expect(await mistakesWith('a.png', png(room))).toEqual([]);
    expect(await mistakesWith('a.png', png(room + 1))).toEqual([
      '7  photo.src  "a.png" has 8.0 MB, and a photo may have 8. Make it smaller',
    ]);
  });

  test('below, at and above 20,000 pixels', async () => {
    const wide = (side: number): Buffer => {
      const bytes = png();
      bytes.writeUInt32BE(side, 16);
      return bytes;
    };
    expect(await mistakesWith('a.png', wide(19_999))).toEqual([]);
    expect(await mistakesWith('a.png', wide(20_000))).toEqual([]);
    expect(await mistakesWith('a.png', wide(20_001))).toEqual([
      '7  photo.src  "a.png" is wider or higher than 20000 pixels. Make it smaller',
    ]);
  });

  test('beside the article, or below content/', async () => {
    const room = newsroom({ 'articles/f/a.md': article(lead('/shared/a.png')), 'shared/a.png': png() });
    expect(await room.mistakes()).toEqual([]);
    room.write('articles/f/a.md', article(lead('shared/a.png')));
    expect(await room.mistakes()).toEqual([]);
    room.write('articles/f/a.md', article(lead('../../shared/a.png')));
    expect(await room.mistakes()).toEqual([]);
  });

  test('outside of content/, by path or by link', async () => {
    const room = newsroom({ 'articles/a.md': article(lead('../../../../../../etc/hostname')) });
    expect((await room.mistakes())[0]).toContain('photo.src');
    room.write('articles/a.md', article(lead('linked.png')));
    symlinkSync('/etc/hostname', join(room.dir, 'articles/linked.png'));
    expect((await room.mistakes())[0]).toContain('is a link out of');
  });
});

describe('what must be said beside a photo', () => {
  const photos = { 'articles/a.png': png() };

  test('credit and alt', async () => {
    expect(await mistakesOf(article('photo: a.png'), photos)).toEqual([
      '6  photo.alt  missing. Write what the photo shows, for those who cannot see it: alt: A white ferry at the quay',
      "6  photo.credit  missing. Write the photographer's name: credit: Ada Lens / Harbour Light",
    ]);
    expect(await mistakesOf(article('heroImage:\n  src: a.png\n  alt: "  "\n  credit: A'), photos)).toEqual([
      '8  heroImage.alt  empty. Write what the photo shows, for those who cannot see it: alt: A white ferry at the quay',
    ]);
  });

  test('the licence of a cc photo, also while the credit is missing', async () => {
    const cc = 'photos:\n  - src: a.png\n    alt: A\n    rights: cc';
    const found = await mistakesOf(article(cc), photos);
    expect(found).toHaveLength(2);
    expect(found[0]).toContain('photos[1].credit  missing');
    expect(found[1]).toContain('photos[1].license  missing, and rights are cc');
    const whole = `${cc}\n    credit: B\n    license: https://creativecommons.org/licenses/by/4.0/`;
    expect(await mistakesOf(article(whole), photos)).toEqual([]);
    expect(await mistakesOf(article(whole.replace('cc', 'own')), photos)).toEqual([]);
  });

  test('names inside a photo', async () => {
    expect(await mistakesOf(article(`${lead('a.png')}\n  licens: x\n  zoom: 3`), photos)).toEqual([
      '10  photo.licens  unknown. Did you mean "license"?',
      '11  photo.zoom  unknown. Remove it, or use one of: src, alt, caption, credit, rights, license, holder, syndicate',
    ]);
  });
});

describe('images in the body', () => {
  const listed = 'photos:\n  - src: my quay.png\n    alt: A quay\n    credit: B';
  const photos = { 'articles/my quay.png': png() };
  const media = `/media/${hashOf(png())}.png`;

  test('become the address of the uploaded photo', async () => {
    const body =
      '![The quay](my%20quay.png)\n\n<img class="x" src="my quay.png">\n\n<!-- <img src="gone.png"> -->\nText <img src=\'my quay.png\' alt="a > b">';
    const { articles, mistakes } = await newsroom({ 'articles/a.md': article(listed, body), ...photos }).check();
    expect(mistakes).toEqual([]);
    const html = articles[0]?.ready?.document.body ?? '';
    expect(html.split(`src="${media}"`)).toHaveLength(4);
    expect(html).toContain(`<p><img src="${media}" alt="The quay"></p>`);
  });

  test('that are not listed are reported with the line they stand on', async () => {
    const body =
      'One\ntwo ![b](b.png)\n\n| a | b |\n|---|---|\n| c | ![d](d.png) |\n\n<div>\n<img src="e.png">\n</div>\n\n![f](https://elsewhere.example/f.png)';
    const found = await mistakesOf(article(listed, body), photos);
    expect(found.map((line) => line.split(' has no credit')[0])).toEqual([
      '13  body  the image "b.png"',
      '17  body  the image "d.png"',
      '20  body  the image "e.png"',
      '23  body  the image "https://elsewhere.example/f.png"',
    ]);
  });

  test('a missing file is reported once, not again for the body', async () => {
    expect(await mistakesOf(article(listed, '![The quay](my%20quay.png)'))).toHaveLength(1);
  });

  test('an image without an address', async () => {
    expect(await mistakesOf(article(listed, 'Text <img alt="x">'), photos)).toHaveLength(1);
    expect(await mistakesOf(article(listed, 'Text ![x]()'), photos)).toHaveLength(1);
  });
});
