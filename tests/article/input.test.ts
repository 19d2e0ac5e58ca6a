/** What the editor API takes for an article: every limit at, below and above it, and a reason by field. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MAX_AUTHORS,
  MAX_BODY,
  MAX_CORRECTIONS,
  MAX_DEK,
  MAX_HOPS,
  MAX_PHOTOS,
  MAX_TAGS,
  MAX_TITLE,
} from '../../src/article/input.ts';
import { hostile } from '../feed/arbitrary.ts';
import { own, QUAY, repost } from '../feed/fixtures.ts';
import { parsed, pointersOf, problemsOf, withFields } from './problems.ts';

const photo = { asset: QUAY.asset, alt: 'x', credit: 'y' };
const hop = repost.origin?.hops[0];
const permission = repost.origin?.permission;
const correction = { date: '2026-11-04T09:00:00Z', text: 'x' };
const ID = 'tag:a.example,2026:';

const x = (length: number): string => 'x'.repeat(length);
const list = (length: number, make: (index: number) => unknown): unknown[] => Array.from({ length }, (_, i) => make(i));
const hops = (length: number): unknown => ({ hops: list(length, () => hop), permission });

/** Field, where its problem points, the most it takes, and a value of a given size. */
const MOST: readonly (readonly [string, string, number, (size: number) => unknown])[] = [
  ['id', '/id', 500, (n) => ID + x(n - ID.length)],
  ['guid', '/guid', 1000, (n) => `x:${x(n - 2)}`],
  ['slug', '/slug', 80, x],
  ['aliases', '/aliases', 20, (n) => list(n, (i) => `a${i}`)],
  ['title', '/title', MAX_TITLE, x],
  ['dek', '/dek', MAX_DEK, x],
  ['byline', '/byline', MAX_AUTHORS, (n) => list(n, () => ({ name: 'x' }))],
  ['byline', '/byline/0/name', 200, (n) => [{ name: x(n) }]],
  ['byline', '/byline/0/url', 2048, (n) => [{ name: 'x', url: `https://a.example/${x(n - 18)}` }]],
  ['tags', '/tags', MAX_TAGS, (n) => list(n, (i) => `t${i}`)],
  ['tags', '/tags/0', 60, (n) => [x(n)]],
  ['body', '/body', MAX_BODY, x],
  ['rights', '/rights', 300, x],
  ['photos', '/photos', MAX_PHOTOS, (n) => list(n, () => photo)],
  ['photo', '/photo/alt', 1000, (n) => ({ ...photo, alt: x(n) })],
  ['photo', '/photo/caption', 1000, (n) => ({ ...photo, caption: x(n) })],
  ['photo', '/photo/credit', 300, (n) => ({ ...photo, credit: x(n) })],
  ['photo', '/photo/holder', 200, (n) => ({ ...photo, holder: x(n) })],
  ['corrections', '/corrections', MAX_CORRECTIONS, (n) => list(n, () => correction)],
  ['corrections', '/corrections/0/text', 1000, (n) => [{ ...correction, text: x(n) }]],
  ['origin', '/origin/hops', MAX_HOPS, hops],
  ['origin', '/origin/hops/0/publisher', 200, (n) => ({ hops: [{ ...hop, publisher: x(n) }], permission })],
  ['origin', '/origin/hops/0/credit', 500, (n) => ({ hops: [{ ...hop, credit: x(n) }], permission })],
  [
    'origin',
    '/origin/permission/reference',
    500,
    (n) => ({ hops: [hop], permission: { ...permission, reference: x(n) } }),
  ],
];

describe.each(MOST)('%s', (field, pointer, most, make) => {
  it(`${pointer} takes ${most - 1} and ${most}, and not ${most + 1}`, () => {
    expect(problemsOf(withFields({ [field]: make(most - 1) }))).toEqual([]);
    expect(problemsOf(withFields({ [field]: make(most) }))).toEqual([]);
    expect(pointersOf(withFields({ [field]: make(most + 1) }))).toEqual([pointer]);
  });
});

const BAD: readonly (readonly [string, string, unknown])[] = [
  ['id', '/id', 'night-ferry'],
  ['id', '/id', 'tag:a.example,2026:<b>'],
  ['id', '/id', 'urn:uuid:2F1C6A1E-7A06-4B0A-8F5C-111111111111'],
  ['guid', '/guid', 'no-scheme'],
  ['guid', '/guid', 'https://a.example/a b'],
  ['guid', '/guid', 'https://a.example/<b>'],
  ['guid', '/guid', 'http://['],
  ['guid', '/guid', 'http://a:99999/'],
  ['slug', '/slug', 'with.dot'],
  ['slug', '/slug', 'Upper'],
  ['slug', '/slug', ''],
  ['slug', '/slug', 'a/b'],
  ['aliases', '/aliases/1', ['ok', 'not ok']],
  ['title', '/title', ' \u0000\n '],
  ['byline', '/byline/0', []],
  ['byline', '/byline/0/name', [{ name: '' }]],
  ['byline', '/byline/0/email', [{ name: 'x', email: 'not one' }]],
  ['byline', '/byline/0/url', [{ name: 'x', url: 'javascript:alert(1)' }]],
  ['tags', '/tags/0', ['  ']],
  ['body', '/body', ' \n '],
  ['published', '/published', '2026-11-03'],
  ['published', '/published', '2026-11-03T07:30:00'],
  ['published', '/published', '2026-02-30T07:30:00Z'],
  ['published', '/published', '2026-13-01T07:30:00Z'],
  ['published', '/published', '1899-12-31T23:59:59Z'],
  ['published', '/published', '2200-01-01T00:00:00Z'],
  ['published', '/published', 1_762_153_800],
  ['status', '/status', 'deleted'],
  ['status', '/withdrawal', 'withdrawn'],
  ['withdrawal', '/withdrawal', { reason: 'x' }],
  ['canonicalUrl', '/canonicalUrl', '/relative'],
  ['license', '/license', 'CC BY'],
  ['photo', '/photo/asset', { ...photo, asset: 'quay.jpg' }],
  ['photo', '/photo/credit', { ...photo, credit: '' }],
  ['photo', '/photo/credit', { asset: photo.asset, alt: 'x' }],
  ['photo', '/photo/alt', { asset: photo.asset, credit: 'x' }],
  ['photo', '/photo/license', { ...photo, rights: 'cc' }],
  ['origin', '/origin/hops', { hops: [{ ...hop, role: 'wire' }], permission }],
  ['origin', '/origin/hops/0', { hops: [], permission }],
  ['origin', '/origin/permission', { hops: [hop] }],
  ['origin', '/origin/hops/0/date', { hops: [{ ...hop, date: 'October' }], permission }],
  ['pubDate', '/pubDate', '2026-11-03T07:30:00Z'],
];

describe('a field that is not right', () => {
  it.each(BAD)('%s: the problem points to %s', (field, pointer, value) => {
    const problems = problemsOf(withFields({ [field]: value }));
    expect(problems.map((problem) => problem.pointer)).toContain(pointer);
    for (const { detail } of problems) expect(detail).toMatch(/\S+ \S+/);
  });

  it('is reported with all the others at once', () => {
    const pointers = pointersOf(withFields({ title: '', slug: 'A', published: 'x', extra: 1 }));
    expect([...pointers].sort()).toEqual(['/extra', '/published', '/slug', '/title']);
  });

  it.each(['id', 'slug', 'title', 'byline', 'body', 'published'])('is one when %s is missing', (field) => {
    expect(pointersOf(withFields({ [field]: undefined }))).toEqual([`/${field}`]);
  });
});

describe('a field that is right', () => {
  it('arrives cleaned: one line, no control character, no lone half', () => {
    expect(parsed(withFields({ title: ' a\u0000\u0008\n b\t\ud800 ' })).title).toBe('a b \ufffd');
    expect(parsed(withFields({ body: 'a\r\nb\u0001' })).body).toBe('a\nb');
  });

  it('keeps a guid char by char', () => {
    const guid = 'HTTP://Example.COM:80/%7e?a=1&b=é';
    expect(parsed(withFields({ guid })).guid).toBe(guid);
  });

  it('is a moment to the second, whatever its zone', () => {
    for (const published of ['2026-11-03T07:30:00+01:00', '2026-11-03T06:30:00.999Z', '2026-11-03T06:30Z'])
      expect(parsed(withFields({ published, modified: undefined })).published).toBe(Date.UTC(2026, 10, 3, 6, 30));
  });

  it('is a URL without a character that could leave an attribute or a header', () => {
    const { canonicalUrl } = parsed(withFields({ canonicalUrl: 'https://a.example/"<b>\n\u0008é' }));
    expect(canonicalUrl).toMatch(/^[!#-;=?-~]+$/);
  });

  it('has a slug in any script', () => {
    for (const slug of ['عبارة-الليل', '한국', 'йод', 'हिन्दी', 'が', 'night-ferry-2'])
      expect(pointersOf(withFields({ slug })), slug).toEqual([]);
  });
});

it('no JSON value makes the schema throw', () => {
  const value = fc.oneof(fc.jsonValue(), hostile, fc.constantFrom(null, [], {}, 0, -1, true));
  const field = fc.constantFrom(...Object.keys(own), ...Object.keys(repost), '__proto__', 'constructor');
  fc.assert(
    fc.property(fc.dictionary(field, value), fc.jsonValue(), (fields, other) => {
      expect(() => problemsOf(withFields(fields))).not.toThrow();
      expect(() => problemsOf(other)).not.toThrow();
    }),
    { numRuns: 1000 },
  );
});
