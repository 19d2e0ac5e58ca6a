import { describe, expect, test } from 'vitest';
import { article, mistakesOf } from './newsroom.ts';
import { png } from './photo-bytes.ts';

const many = (count: number, entry: string): string => Array<string>(count).fill(entry).join(', ');
const photo = '{ src: a.png, alt: A, credit: B }';
const correction = '{ date: 2026-11-04, text: A }';
const hop = '{ role: original, publisher: A, url: https://a.example/, date: 2026-11-01, credit: B }';
const origin = (hops: number): string =>
  `origin: { hops: [${many(hops, hop)}], permission: { basis: written, reference: A } }`;

/** What is limited, its limit, and a front matter of a size. */
const limits: readonly (readonly [string, number, (size: number) => string])[] = [
  ['title', 300, (size) => `title: ${'x'.repeat(size)}\nslug: x`],
  ['dek', 1000, (size) => `dek: ${'x'.repeat(size)}`],
  ['slug', 80, (size) => `slug: ${'x'.repeat(size)}`],
  ['authors', 10, (size) => `authors: [${many(size, 'A')}]`],
  ['authors[1].name', 200, (size) => `authors: [{ name: ${'x'.repeat(size)} }]`],
  ['tags', 10, (size) => `tags: [${many(size, 'a')}]`],
  ['tags[1]', 60, (size) => `tags: [${'x'.repeat(size)}]`],
  ['aliases', 20, (size) => `aliases: [${many(size, 'a')}]`],
  ['rights', 300, (size) => `rights: ${'x'.repeat(size)}`],
  ['photo.alt', 1000, (size) => `photo: { src: a.png, credit: A, alt: ${'x'.repeat(size)} }`],
  ['photo.caption', 1000, (size) => `photo: { src: a.png, credit: A, alt: B, caption: ${'x'.repeat(size)} }`],
  ['photo.credit', 300, (size) => `photo: { src: a.png, alt: A, credit: ${'x'.repeat(size)} }`],
  ['photos', 50, (size) => `photos: [${many(size, photo)}]`],
  ['corrections', 50, (size) => `corrections: [${many(size, correction)}]`],
  ['origin.hops', 10, origin],
  ['withdrawal.reason', 500, (size) => `status: withdrawn\nwithdrawal: { reason: ${'x'.repeat(size)} }`],
];

describe('limits are kept to the letter', () => {
  test.each(limits)('%s up to %i', async (field, limit, fields) => {
    const photos = { 'articles/a.png': png() };
    expect(await mistakesOf(article(fields(limit - 1)), photos)).toEqual([]);
    expect(await mistakesOf(article(fields(limit)), photos)).toEqual([]);
    const above = await mistakesOf(article(fields(limit + 1)), photos);
    expect(above[0]).toContain(`  ${field}  `);
    expect(above[0]).toMatch(new RegExp(`${limit}|without a dot`));
  });

  test('a body up to 1,000,000 bytes', async () => {
    // Markdown adds <p></p> and a line end.
    const room = 1_000_000 - 8;
    expect(await mistakesOf(article('', 'x'.repeat(room)))).toEqual([]);
    const above = await mistakesOf(article('', 'x'.repeat(room + 1)));
    expect(above).toEqual([expect.stringMatching(/^7 {2}body {2}.*1000000/)]);
  });
});
