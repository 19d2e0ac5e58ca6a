/** No input makes a feed ill-formed, adds an element or loses text (invariant 2). Every article goes the real way. */
import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { allPhotos, type FullArticle } from '../../src/article/article.ts';
import { type ArticleDocument, MAX_BODY } from '../../src/article/input.ts';
import { type Format, renderEntries } from '../../src/feed/formats.ts';
import { articles, hostile } from './arbitrary.ts';
import { atomClaims, type Claims, claimsOf, htmlText, jsonClaims, rssClaims } from './claims.ts';
import { atomCounts, countsIn, rssCounts } from './counts.ts';
import { channelOf, documentOf, eachFormat, entryOf, own, published, QUAY, repost, site } from './fixtures.ts';
import { entriesIn, readXml, textsOf } from './strict-xml.ts';

/** Many articles share a document: parsing one at a time would take minutes. */
const LIST = { minLength: 25, maxLength: 25 };
const LISTS = { numRuns: 300 };
/** Titles, bodies, names and credits, in each format. */
const AT_LEAST = 40_000;
const MINUTES = 120_000;

function documentsOf(fulls: readonly FullArticle[]): Readonly<Record<Format, string>> {
  const entries = fulls.map((full) => renderEntries(full, null, site));
  const [rss = '', atom = '', json = ''] = eachFormat((format) => format).map((format, index) =>
    documentOf(
      entries.map((entry) => entry[index] ?? ''),
      format,
    ),
  );
  return { rss, atom, json };
}

const wordsIn = ({ article }: FullArticle): number =>
  2 + article.byline.length + allPhotos(article).length + (article.origin?.hops.length ?? 0);

const same = (found: unknown, expected: unknown): void => {
  // Text first: comparing long lists member by member is slow, and only worth it for the message.
  if (JSON.stringify(found) !== JSON.stringify(expected)) expect(found).toEqual(expected);
};

describe('hostile text', () => {
  it(
    'comes out of all three formats as it went in, in elements we wrote',
    () => {
      let words = 0;
      fc.assert(
        fc.property(articles(LIST), (list) => {
          const fulls = list.map((document) => published(document));
          const documents = documentsOf(fulls);
          const expected = fulls.map(claimsOf);
          judgeRss(documents.rss, fulls, expected);
          judgeAtom(documents.atom, fulls, expected);
          judgeJson(documents.json, expected);
          words += fulls.reduce((sum, full) => sum + wordsIn(full), 0);
        }),
        LISTS,
      );
      expect(words).toBeGreaterThanOrEqual(AT_LEAST);
    },
    MINUTES,
  );

  it('in what a channel says of itself can not leave its element either', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { article } = published({ ...own, title: `x${text}` });
        const said = { title: article.title, description: article.title, author: article.title, rights: article.title };
        const rss = readXml(documentOf([], 'rss', { ...channelOf('rss'), ...said }));
        const atom = readXml(documentOf([], 'atom', { ...channelOf('atom'), ...said }));
        expect(textsOf(rss.children[0], 'title')).toEqual([article.title]);
        expect(textsOf(atom, 'title')).toEqual([article.title]);
        expect(textsOf(atom, 'subtitle')).toEqual([article.title]);
        expect(JSON.parse(documentOf([], 'json', { ...channelOf('json'), ...said })).title).toBe(article.title);
      }),
      { numRuns: 500 },
    );
  });
});

const feedsmithGuid = (item: { readonly guid?: { readonly value?: string | undefined } | undefined }) =>
  item.guid?.value;

function judgeRss(document: string, fulls: readonly FullArticle[], expected: readonly Claims[]): void {
  if (XMLValidator.validate(document) !== true) throw new Error('Not well-formed');
  const root = readXml(document);
  same(rssClaims(root, expected), expected);
  same(entriesIn(root).map(countsIn), fulls.map(rssCounts));
  const items = parseRssFeed(document).items ?? [];
  same(
    items.map((item) => [feedsmithGuid(item), item.title]),
    expected.map(({ guid, title }) => [guid, title]),
  );
}

function judgeAtom(document: string, fulls: readonly FullArticle[], expected: readonly Claims[]): void {
  if (XMLValidator.validate(document) !== true) throw new Error('Not well-formed');
  const root = readXml(document);
  same(atomClaims(root, expected), expected);
  same(entriesIn(root).map(countsIn), fulls.map(atomCounts));
  same(
    parseAtomFeed(document).entries?.map((entry) => entry.id),
    expected.map(({ guid }) => guid),
  );
}

function judgeJson(document: string, expected: readonly Claims[]): void {
  const parsed: unknown = JSON.parse(document);
  same(jsonClaims(parsed, expected), expected);
  same(
    parseJsonFeed(parsed).items?.map((item) => item.id),
    expected.map(({ guid }) => guid),
  );
}

describe('text as long as the limits allow', () => {
  const endless = (part: string, length: number): string =>
    part.repeat(Math.ceil(length / part.length)).slice(0, length);
  const LONG: readonly (readonly [string, Partial<ArticleDocument>])[] = [
    ['attribute', { body: `<p title="${endless(']]>', MAX_BODY - 100)}">x</p>` }],
    ['body of ]]>', { body: `<p>${endless(']]>', MAX_BODY - 100)}</p>` }],
    ['body of references', { body: `<p>${endless('&#8;]]&gt;', 150_000)}</p>` }],
    ['title', { title: endless('<&]]>', 300) }],
    ['names', { byline: [{ name: endless('&amp;', 200) }] }],
    ['credit', { photo: { asset: QUAY.asset, alt: endless('"<', 1000), credit: endless(']]>&', 300) } }],
  ];

  it.each(LONG)('%s: well-formed and whole in all three', (_name, changes) => {
    const full = published({ ...repost, photos: [], ...changes });
    const expected = [claimsOf(full)];
    const documents = documentsOf([full]);
    judgeRss(documents.rss, [full], expected);
    judgeAtom(documents.atom, [full], expected);
    judgeJson(documents.json, expected);
    expect(htmlText(full.body).length).toBeGreaterThan(0);
  });

  it('a megabyte of credit is refused by the field that holds it', () => {
    const photo = { asset: QUAY.asset, alt: 'x', credit: 'y'.repeat(1_000_000) };
    expect(() => published({ ...own, photo })).toThrow('/photo/credit');
    expect(() => published({ ...own, title: 'y'.repeat(1_000_000) })).toThrow('/title');
  });

  it('an entry has one form only: rendered twice, the same bytes', () => {
    for (const format of eachFormat((one) => one))
      expect(entryOf(published(own), format)).toBe(entryOf(published(own), format));
  });
});
