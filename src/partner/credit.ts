/** The credit a copy carries: the line in the words of its grant, with the token in the link and the code behind it. */
import type { CopyCredit } from '../article/copy-credit.ts';
import { creditParts } from '../article/credit-template.ts';
import type { Publication } from '../article/publication.ts';
import { longDate } from '../lib/time.ts';
import { creditTemplateFor, passedOnTemplate } from '../terms/standard-terms.ts';
import type { Grant } from './grant.ts';
import { referenceCode } from './reference-code.ts';

/** What a credit line says of an article. */
export interface CreditedArticle {
  readonly number: number;
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly published: number;
  /** Did another publisher have it first? Then its own credit lines stand before ours. */
  readonly repost: boolean;
}

export const creditLinkPath = (token: string): string => `/c/${token}`;
export const badgePath = (token: string): string => `/b/${token}.svg`;

/** As it is printed: two groups of four, which are read aloud and typed with fewer mistakes. */
const printedCode = (article: number, grant: number): string => {
  const code = referenceCode({ article, grant });
  return code === null ? '' : `${code.slice(0, 4)}-${code.slice(4)}`;
};

export function creditFor(
  { number, terms }: Pick<Grant, 'number' | 'terms'>,
  article: CreditedArticle,
  token: string,
  { publication, base }: { readonly publication: Publication; readonly base: string },
): CopyCredit {
  const { language, repost } = article;
  const template = repost ? passedOnTemplate(language) : creditTemplateFor(terms, language, publication);
  const parts = creditParts(template, {
    publication: publication.title,
    title: article.title,
    author: article.author,
    code: printedCode(article.number, number),
    // Asked for by few templates, and dearer than all else of a line.
    get date() {
      return longDate(article.published, article.language, publication.timeZone);
    },
  });
  const text = parts
    .map((part) => part.text)
    .join('')
    .trim();
  const badge = terms.carriers === 'link+badge' ? { src: base + badgePath(token), alt: text } : null;
  return { parts, at: terms.creditAt, url: base + creditLinkPath(token), badge };
}
