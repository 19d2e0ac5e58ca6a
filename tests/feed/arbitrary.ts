/** Random input: text as an attacker, a broken editor or another alphabet would write it. */
import fc from 'fast-check';
import type { ArticleDocument } from '../../src/article/input.ts';
import { escapeHtml } from '../../src/lib/text.ts';
import { own, QUAY, repost } from './fixtures.ts';
import { FRAGMENTS } from './fragments.ts';

export const hostile: fc.Arbitrary<string> = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...FRAGMENTS) }, fc.string({ unit: 'binary', maxLength: 5 })),
    {
      minLength: 1,
      maxLength: 7,
    },
  )
  .map((parts) => parts.join(''));

/** One line that has something left after cleaning, as the fields of an article want it. */
const line = (max: number): fc.Arbitrary<string> => hostile.map((text) => `x${text}`.slice(0, max));

/** A tag or section that is neither: what the schema takes, `toArticle` may still refuse. */
const tag = line(60).map((text) => text.replace(/[<>]/g, ''));

const TAGS = [
  'p',
  'b',
  'div',
  'a',
  'em',
  'ul',
  'li',
  'table',
  'tr',
  'td',
  'svg',
  'math',
  'script',
  'style',
  'h1',
  'pre',
];
const ATTRIBUTES = [
  '',
  ' href="https://a.example/?x=1&y=2"',
  ' title="]]>&#8;"',
  " onclick='x'",
  ' dir=rtl',
  ' lang="ar"',
];
const tags = fc
  .tuple(fc.constantFrom('', '/'), fc.constantFrom(...TAGS), fc.constantFrom(...ATTRIBUTES))
  .map(([slash, name, attribute]) => `<${slash}${name}${slash === '' ? attribute : ''}>`);

/** HTML soup: tags in no order with hostile text between them. */
export const soup: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 2, arbitrary: tags }, hostile), { maxLength: 10 })
  .map((parts) => parts.join(''));

/** The words that must come out again as they went in, and soup behind them. */
const body = fc.tuple(hostile, soup).map(([words, rest]) => `<p>start ${escapeHtml(words)}</p>${rest}`);

const guid = fc.constantFrom(
  undefined,
  'urn:uuid:2f1c6a1e-7a06-4b0a-8f5c-111111111111',
  'HTTP://Example.COM:80/%7eA?b=1&c=2',
  'https://example.com/é',
  "tag:other.example,2020:it's&amp;$&",
  'x:1',
);

const photo = fc
  .record({ alt: line(1000), caption: fc.option(line(1000), { nil: undefined }), credit: line(300) })
  .map((words) => ({ asset: QUAY.asset, ...words }));

const hop = (role: 'original' | 'wire') =>
  fc
    .record({
      publisher: line(200),
      credit: line(500),
      feed: fc.constantFrom(undefined, 'https://origin.example/feed?a=1&b="2"'),
      license: fc.constantFrom(undefined, 'https://license.example/<by>'),
    })
    .map((words) => ({ ...words, role, url: 'https://origin.example/a?b=1&c=<2>', date: '2026-01-02T03:04:05Z' }));

const origin = fc.tuple(hop('original'), hop('wire'), fc.boolean()).map(([first, second, two]) => ({
  hops: two ? ([first, second] satisfies [unknown, unknown]) : ([first] satisfies [unknown]),
  permission: { basis: 'written' as const, reference: 'Letter' },
}));

/** An article whose every word is hostile; `slug` and `id` are for the caller to number. */
export const article: fc.Arbitrary<ArticleDocument> = fc
  .record({
    title: line(300),
    dek: fc.oneof(line(1000), fc.constant('')),
    byline: fc.array(line(200), { minLength: 1, maxLength: 3 }),
    tags: fc.array(tag, { maxLength: 3 }),
    body,
    guid,
    rights: fc.option(line(300), { nil: undefined }),
    photo: fc.option(photo, { nil: undefined }),
    correction: fc.option(line(1000), { nil: undefined }),
    origin: fc.option(origin, { nil: undefined }),
  })
  .map(({ byline: [first = 'x', ...others], correction, ...rest }) => ({
    ...rest,
    id: own.id,
    slug: own.slug,
    section: 'harbour',
    byline: [{ name: first }, ...others.map((name) => ({ name }))],
    published: repost.published,
    corrections: correction === undefined ? [] : [{ date: repost.published, text: correction }],
  }));

/** Articles of one catalogue: no two share an id, a slug or a guid. */
export const articles = (size: {
  readonly minLength: number;
  readonly maxLength: number;
}): fc.Arbitrary<ArticleDocument[]> =>
  fc.array(article, size).map((list) =>
    list.map((one, index) => ({
      ...one,
      id: `${own.id}-${index}`,
      slug: `${own.slug}-${index}`,
      guid: one.guid && `${one.guid}${index}`,
    })),
  );
