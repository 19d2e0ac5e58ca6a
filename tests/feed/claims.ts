/**
 * What an article says, read back from each format in one shape, so that three feeds and the article itself can be
 * compared with one `toEqual`.
 */
import { parseFragment } from 'parse5';
import { allPhotos, type FullArticle } from '../../src/article/article.ts';
import { memberAt } from '../../src/lib/json.ts';
import { text } from '../page/dom.ts';
import { publication } from './fixtures.ts';
import { entriesIn, named, textsOf, type XmlNode } from './strict-xml.ts';

export interface Claims {
  readonly guid: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly terms: readonly string[];
  readonly rights: string;
  readonly credits: readonly string[];
  readonly captions: readonly string[];
  readonly publishers: readonly string[];
  /** The text of the whole story, credit lines included. */
  readonly words: string;
  /** A dek, if there is one: what is made from the body is not the author's. */
  readonly dek: string | null;
}

export const htmlText = (html: string): string => text(parseFragment(html));

export function claimsOf({ article, body }: FullArticle): Claims {
  const photos = allPhotos(article);
  const hops = article.origin?.hops ?? [];
  const section = article.section === null ? [] : [publication.sections[article.section]?.name ?? ''];
  return {
    guid: article.guid,
    title: article.title,
    authors: article.byline.map(({ name }) => name),
    terms: [...section, ...article.tags],
    rights: article.rights ?? (hops[0] ? `© ${hops[0].publisher}` : publication.rights),
    credits: photos.map(({ credit }) => credit),
    captions: photos.flatMap(({ caption }) => caption ?? []),
    publishers: hops.map(({ publisher }) => publisher),
    words: [
      article.photo ? [article.photo.caption, article.photo.credit].filter(Boolean).join(' — ') : '',
      htmlText(body),
      ...article.corrections.map((correction) => `2026-11-10: ${correction.text}`),
      ...hops.map(({ credit }) => credit),
    ].join(''),
    dek: article.dek === '' ? null : article.dek,
  };
}

const only = (values: readonly string[]): string => {
  if (values.length !== 1) throw new Error(`Expected one, found ${values.length}`);
  return values[0] ?? '';
};

const photosIn = (item: XmlNode) => ({
  credits: named(item, 'media:content').map((photo) => only(textsOf(photo, 'media:credit'))),
  captions: named(item, 'media:content').flatMap((photo) => textsOf(photo, 'media:description')),
});

const viaIn = (item: XmlNode, name: string): readonly string[] =>
  named(item, name)
    .filter((link) => link.attributes.rel === 'via')
    .map((link) => link.attributes.title ?? '');

export const rssClaims = (root: XmlNode, expected: readonly Claims[]): readonly Claims[] =>
  entriesIn(root).map((item, index) => ({
    guid: only(textsOf(item, 'guid')),
    title: only(textsOf(item, 'title')),
    authors: textsOf(item, 'dc:creator'),
    terms: textsOf(item, 'category'),
    rights: only(textsOf(item, 'dc:rights')),
    ...photosIn(item),
    publishers: viaIn(item, 'atom:link'),
    words: htmlText(only(textsOf(item, 'content:encoded'))),
    dek: expected[index]?.dek === null ? null : htmlText(only(textsOf(item, 'description'))),
  }));

export const atomClaims = (root: XmlNode, expected: readonly Claims[]): readonly Claims[] =>
  entriesIn(root).map((entry, index) => ({
    guid: only(textsOf(entry, 'id')),
    title: htmlText(only(textsOf(entry, 'title'))),
    authors: named(entry, 'author').map((author) => only(textsOf(author, 'name'))),
    terms: named(entry, 'category').map((category) => category.attributes.term ?? ''),
    rights: only(textsOf(entry, 'rights')),
    ...photosIn(entry),
    publishers: viaIn(entry, 'link'),
    words: htmlText(only(textsOf(entry, 'content'))),
    dek: expected[index]?.dek === null ? null : htmlText(only(textsOf(entry, 'summary'))),
  }));

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const string = (value: unknown): string => (typeof value === 'string' ? value : `not a string: ${typeof value}`);
const strings = (value: unknown, ...path: string[]): readonly string[] =>
  list(value).flatMap((member) => {
    const found = memberAt(member, ...path);
    return found === undefined ? [] : [string(found)];
  });

export const jsonClaims = (document: unknown, expected: readonly Claims[]): readonly Claims[] =>
  list(memberAt(document, 'items')).map((item, index) => ({
    guid: string(memberAt(item, 'id')),
    title: string(memberAt(item, 'title')),
    authors: strings(memberAt(item, 'authors'), 'name'),
    terms: strings(memberAt(item, 'tags')),
    rights: string(memberAt(item, '_tearsheet', 'rights')),
    credits: strings(memberAt(item, '_tearsheet', 'photos'), 'credit'),
    captions: strings(memberAt(item, '_tearsheet', 'photos'), 'caption'),
    publishers: strings(memberAt(item, '_tearsheet', 'origin', 'hops'), 'publisher'),
    words: htmlText(string(memberAt(item, 'content_html'))),
    dek: expected[index]?.dek === null ? null : string(memberAt(item, 'summary')),
  }));
