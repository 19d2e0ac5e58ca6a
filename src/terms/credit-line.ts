/** The credit line as a publication announces it: for every language before there is a copy, for an article without a code. */
import type { Article } from '../article/article.ts';
import { type CreditFacts, creditParts } from '../article/credit-template.ts';
import type { Publication } from '../article/publication.ts';
import type { Terms } from '../article/terms.ts';
import { longDate } from '../lib/time.ts';
import { creditTemplateFor, termsFor } from './standard-terms.ts';

export interface CreditTemplate {
  readonly language: string;
  /** The language's own name, where the publication gives one. */
  readonly name: string;
  readonly template: string;
}

/** One for each language of the publication, and for each the terms name beside them. */
export function creditTemplates(terms: Terms, publication: Publication): readonly CreditTemplate[] {
  const languages = new Set([...Object.keys(publication.languages), ...Object.keys(terms.credit)]);
  return [...languages].map((language) => ({
    language,
    name: publication.languages[language] ?? language,
    template: creditTemplateFor(terms, language, publication),
  }));
}

/** A code belongs to one grant, so before there is a copy there is none; the brackets around it go with it. */
const CODE = /\s*[([]?\{code\}[)\]]?/g;

/** The line an article of ours is to be credited by, as plain text. A repost's credit is its origin's, word for word. */
export function publicCredit(article: Article, publication: Publication): string {
  const template = creditTemplateFor(termsFor(article, publication), article.language, publication);
  const facts: CreditFacts = {
    publication: publication.title,
    title: article.title,
    author: article.byline.map(({ name }) => name).join(', '),
    date: longDate(article.published, article.language, publication.timeZone),
    code: '',
  };
  const parts = creditParts(template.replace(CODE, ''), facts);
  return parts
    .map(({ text }) => text)
    .join('')
    .trim();
}
