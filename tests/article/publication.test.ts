/** The publication's own limits, and that nothing in it can break the head of every feed. */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fieldProblems } from '../../src/article/field-problem.ts';
import {
  defaultLanguage,
  MAX_ARCHIVE_ITEMS,
  MAX_FEED_ITEMS,
  publicationSchema,
} from '../../src/article/publication.ts';
import { channelOf, documentOf, publication } from '../feed/fixtures.ts';
import { readXml } from '../feed/strict-xml.ts';

const parse = (fields: Readonly<Record<string, unknown>>) =>
  v.safeParse(publicationSchema, { ...publication, ...fields });
const pointers = (fields: Readonly<Record<string, unknown>>): readonly string[] => {
  const result = parse(fields);
  return result.success ? [] : [...new Set(fieldProblems(result.issues).map(({ pointer }) => pointer))];
};
const x = (length: number): string => 'x'.repeat(length);

it.each([
  ['title', '/title', 200, x],
  ['description', '/description', 500, x],
  ['rights', '/rights', 300, x],
  ['languages', '/languages/en', 60, (n: number) => ({ en: x(n) })],
  ['sections', '/sections/a/name', 100, (n: number) => ({ a: { name: x(n) } })],
  ['sections', '/sections/a/description', 500, (n: number) => ({ a: { name: 'x', description: x(n) } })],
  ['publisher', '/publisher/name', 200, (n: number) => ({ name: x(n) })],
  ['feedItems', '/feedItems', MAX_FEED_ITEMS, (n: number) => n],
  ['archiveItems', '/archiveItems', MAX_ARCHIVE_ITEMS, (n: number) => n],
] as const)('%s: %s takes at most %i', (field, pointer, most, make) => {
  expect(pointers({ [field]: make(most - 1) })).toEqual([]);
  expect(pointers({ [field]: make(most) })).toEqual([]);
  expect(pointers({ [field]: make(most + 1) })).toEqual([pointer]);
});

it.each([
  ['title', '/title', ' '],
  ['authority', '/authority', 'harbourlight.example'],
  ['authority', '/authority', 'Harbour.example,2026'],
  ['languages', '/languages', {}],
  ['languages', '/languages/EN', { EN: 'English' }],
  ['languages', '/languages/not a tag', { 'not a tag': 'x' }],
  ['timeZone', '/timeZone', 'Oslo'],
  ['sections', '/sections/Harbour', { Harbour: { name: 'x' } }],
  ['sections', '/sections/a/name', { a: { name: '<b>' } }],
  ['license', '/license', 'CC BY'],
  ['license', '/license', 'javascript:alert(1)'],
  ['contact', '/contact', 'nobody'],
  ['publisher', '/publisher/url', { name: 'x', url: '//x' }],
  ['canonicalForReposts', '/canonicalForReposts', 'theirs'],
  ['openReposts', '/openReposts', ''],
  ['feedItems', '/feedItems', 0],
  ['feedItems', '/feedItems', 1.5],
  ['archiveItems', '/archiveItems', 0],
  ['base', '/base', 'https://a.example'],
])('%s: a mistake points to %s', (field, pointer, value) => {
  expect(pointers({ [field]: value })).toEqual([pointer]);
});

it('has defaults', () => {
  const { canonicalForReposts, openReposts, feedItems, archiveItems, ...rest } = publication;
  expect([canonicalForReposts, openReposts, feedItems, archiveItems]).toEqual(['origin', 'here', 30, 100]);
  expect(v.parse(publicationSchema, rest)).toEqual(publication);
  expect(defaultLanguage(publication)).toBe('en');
});

it.each(['https://a.example/\u0008x', 'https://a.example/\u0000', ' https://a.example/"<b> \n'])(
  'the licence %j leaves every feed well-formed',
  (license) => {
    const parsed = parse({ license, publisher: { name: 'x', url: license } });
    if (!parsed.success) return;
    expect(parsed.output.license).toMatch(/^https:[!#-;=?-~]+$/);
    for (const format of ['rss', 'atom'] as const) {
      const channel = { ...channelOf(format), license: parsed.output.license ?? null };
      expect(() => readXml(documentOf([], format, channel))).not.toThrow();
    }
  },
);

describe('words', () => {
  it('arrive cleaned', () => {
    const parsed = parse({ title: ' a\u0000\n b ', rights: '\ud800' });
    expect(parsed.success && [parsed.output.title, parsed.output.rights]).toEqual(['a b', '\ufffd']);
  });
});
