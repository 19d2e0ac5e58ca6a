/**
 * A copy of an article as we hand it out: one tree that all renditions are printed from, so that credit, origin and
 * rights are in every one of them.
 */
import type { Element, ElementContent, Root } from 'hast';
import type { Article, FullArticle, Photo } from '../article/article.ts';
import type { CopyCredit } from '../article/copy-credit.ts';
import type { Publication } from '../article/publication.ts';
import { canonicalUrlOf, publisherOf, rightsOf } from '../article/rights.ts';
import { correctionsHtml, originHtml } from '../article/story.ts';
import type { CanonicalPolicy, NamedTerms } from '../article/terms.ts';
import { directionOf } from '../lib/direction.ts';
import { escapeHtml } from '../lib/text.ts';
import { civilDay, longDate, rfc3339 } from '../lib/time.ts';
import { termsPath } from '../terms/addresses.ts';
import { articleLicense } from '../terms/article-license.ts';
import { licenseName } from '../terms/creative-commons.ts';
import { bodyOf, leadHtml } from './copy-body.ts';
import { copyWords } from './copy-words.ts';
import { creditBlocks } from './credit-html.ts';
import { excerptOf } from './excerpt.ts';
import type { LeftOut } from './left-out.ts';
import { element, link, paragraph, parsed, rootOf, words } from './tree.ts';

export type { CopyCredit } from '../article/copy-credit.ts';
export { copyBodyHtml } from './copy-body.ts';
export { creditHtml } from './credit-html.ts';
export type { LeftOut } from './left-out.ts';

export interface CopyOptions {
  readonly publication: Publication;
  readonly base: string;
  readonly terms: NamedTerms;
  /** Of dates and of the few words that are the copy's own; without one, the article's. */
  readonly language?: string | undefined;
}

/** The pieces of the tree, for formats that have places of their own for some of them. */
export interface CopyParts {
  readonly opening: readonly Element[];
  readonly story: readonly ElementContent[];
  /** A rule, the origin's credit lines, whose it is and under which terms. */
  readonly ending: readonly ElementContent[];
  readonly credit: readonly Element[];
}

export interface Copy {
  readonly tree: Root;
  readonly parts: CopyParts;
  readonly at: CopyCredit['at'];
  readonly language: string;
  /** Lines for the head of the page the copy stands on. */
  readonly head: readonly string[];
  readonly photos: readonly Photo[];
  readonly leftOut: readonly LeftOut[];
  /** The first words only. */
  readonly excerpt: boolean;
}

/** Whether anybody may have this copy is for the caller to have asked (`terms/`, `partner/`). */
export function copyOf(full: FullArticle, credit: CopyCredit, options: CopyOptions): Copy {
  const { article } = full;
  const { publication, base, terms, language = article.language } = options;
  const { nodes, photos, leftOut } = bodyOf(full, base);
  const body = shortened(nodes, article, credit, options);
  const facing = towards(directionOf(article.language));
  const parts: CopyParts = {
    opening: opening(article, publication, language).map(facing),
    story: [
      ...parsed(leadHtml(article), base),
      ...body.nodes,
      ...parsed(correctionsHtml(article, publication), base),
    ].map(facing),
    ending: ending(article, options, language),
    credit: creditBlocks(credit),
  };
  return {
    tree: rootOf(blocksOf(parts, credit.at)),
    parts,
    at: credit.at,
    language,
    head: headLines(canonicalUrlOf(article, publication, base), terms.canonical),
    photos,
    leftOut,
    excerpt: body.cut,
  };
}

function blocksOf({ opening, story, ending, credit }: CopyParts, at: CopyCredit['at']): readonly ElementContent[] {
  const all = at === 'start' ? [opening, credit, story, ending] : [opening, story, ending, credit];
  return all.flat();
}

/** Everything below title, dek and byline, for formats that have members for these. */
export const bodyRoot = ({ parts, at }: Pick<Copy, 'parts' | 'at'>): Root =>
  rootOf(blocksOf({ ...parts, opening: [] }, at));

/** "Author, Publisher", as the policies of publishers want it, and the day it appeared with us. */
function opening(article: Article, publication: Publication, language: string): readonly Element[] {
  const { title, dek, origin, published, modified } = article;
  const { comma, updated } = copyWords(language);
  const names = new Intl.ListFormat(language, { type: 'conjunction' }).format(article.byline.map(({ name }) => name));
  const day = (moment: number): string => civilDay(moment, publication.timeZone);
  const at = (moment: number): Element =>
    element('time', { dateTime: rfc3339(moment) }, words(longDate(moment, language, publication.timeZone)));
  const line: ElementContent[] = [
    words(`${names}${comma}${publisherOf(article, publication)} · ${origin ? publication.title + comma : ''}`),
    at(published),
  ];
  if (day(modified) !== day(published)) line.push(words(` · ${updated} `), at(modified));
  const dekLine = dek === '' ? [] : [paragraph(words(dek))];
  return [element('h1', {}, words(title)), ...dekLine, paragraph(...line)];
}

interface Shortened {
  readonly nodes: readonly ElementContent[];
  readonly cut: boolean;
}

/** The link to the rest is the credit link, so that it says which copy the reader comes from. */
function shortened(
  nodes: readonly ElementContent[],
  article: Article,
  credit: CopyCredit,
  { terms, publication, language = article.language }: CopyOptions,
): Shortened {
  if (terms.excerptWords === undefined) return { nodes, cut: false };
  const excerpt = excerptOf(nodes, terms.excerptWords, article.language);
  if (!excerpt.cut) return excerpt;
  const rest = paragraph(link(credit.url, copyWords(language).rest(publication.title)));
  return { nodes: [...excerpt.nodes, rest], cut: true };
}

/** The lines are in whatever language each publisher wrote them, so each finds its own direction. */
function ending(
  article: Article,
  { publication, base, terms }: CopyOptions,
  language: string,
): readonly ElementContent[] {
  const lines = article.origin ? parsed(originHtml(article), base) : [element('hr', {})];
  const license = articleLicense(article, publication);
  const rights: ElementContent[] = [words(rightsOf(publication, article))];
  if (license !== null)
    rights.push(words(' · '), element('a', { href: license, rel: ['license'] }, words(licenseName(license))));
  rights.push(words(' · '), link(base + termsPath(terms.name), copyWords(language).terms));
  return [...lines, paragraph(...rights)].map((block) => withDirection(block, 'auto'));
}

const towards =
  (direction: 'ltr' | 'rtl') =>
  <Node extends ElementContent>(block: Node): Node =>
    direction === 'rtl' ? withDirection(block, 'rtl') : block;

function withDirection<Node extends ElementContent>(block: Node, dir: 'rtl' | 'auto'): Node {
  if (block.type !== 'element' || block.tagName === 'hr') return block;
  return { ...block, properties: { dir, ...block.properties } };
}

/** Search engines want one of the two, and publishers disagree which: it is a term. */
function headLines(canonical: string, policy: CanonicalPolicy): readonly string[] {
  const link = `<link rel="canonical" href="${escapeHtml(canonical)}">`;
  const robots = '<meta name="robots" content="noindex">';
  return { canonical: [link], noindex: [robots], both: [link, robots], none: [] }[policy];
}
