/** What moves a revision, and what only has to be sent again. */
import { describe, expect, it } from 'vitest';
import { contentHash, digest } from '../../src/article/input.ts';
import { own, QUAY, repost } from '../feed/fixtures.ts';
import { parsed, withFields } from './problems.ts';

const photo = { asset: QUAY.asset, alt: 'x', credit: 'y' };
const both = async (fields: Readonly<Record<string, unknown>>) => {
  const input = parsed(withFields(fields));
  return { content: await contentHash(input), whole: await digest(input) };
};

const SHOWN: readonly (readonly [string, unknown])[] = [
  ['title', 'Another'],
  ['dek', 'Another'],
  ['body', '<p>Another</p>'],
  ['byline', [{ name: 'Another' }]],
  ['byline', [{ name: 'Tomas & Søn' }, { name: 'Ines Vold' }]],
  ['section', 'islands'],
  ['tags', ['another']],
  ['language', 'ar'],
  ['photo', photo],
  ['photo', { ...photo, credit: 'z' }],
  ['photos', []],
  ['corrections', []],
  ['origin', repost.origin],
  ['rights', '© Another'],
  ['license', 'https://a.example/'],
];

const BEHIND: readonly (readonly [string, unknown])[] = [
  ['slug', 'another'],
  ['aliases', []],
  ['published', '2026-11-02T07:30:00Z'],
  ['modified', '2026-11-05T07:30:00Z'],
  ['status', 'held'],
  ['embargoedUntil', '2026-11-05T07:30:00Z'],
  ['expiresAt', '2027-11-05T07:30:00Z'],
  ['canonicalUrl', 'https://a.example/'],
  ['guid', 'x:1'],
];

describe('the content hash', () => {
  it.each(SHOWN)('moves with %s, which a reader sees', async (field, value) => {
    const [before, after] = await Promise.all([both({}), both({ [field]: value })]);
    expect(after.content).not.toBe(before.content);
    expect(after.whole).not.toBe(before.whole);
  });

  it.each(BEHIND)('stays with %s, which none sees, though it has to be sent', async (field, value) => {
    const [before, after] = await Promise.all([both({}), both({ [field]: value })]);
    expect(after.content).toBe(before.content);
    expect(after.whole).not.toBe(before.whole);
  });
});

describe('the digest', () => {
  it('is the same whatever the order of the members', async () => {
    const turned = Object.fromEntries(Object.entries(own).reverse());
    expect(await digest(parsed(turned))).toBe(await digest(parsed(own)));
  });

  it('is the same for the same moment in another zone, and for a default that is written out', async () => {
    expect((await both({ published: '2026-11-03T06:30:00Z', status: 'usable' })).whole).toBe((await both({})).whole);
  });

  it('is lower-case hex of SHA-256', async () => {
    expect((await both({})).whole).toMatch(/^[0-9a-f]{64}$/);
  });
});
