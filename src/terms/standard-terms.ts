/** Which terms an article is under, and what stands in where the publication has written none. */
import type { Article } from '../article/article.ts';
import { defaultLanguage, type Publication } from '../article/publication.ts';
import { type NamedTerms, STANDARD, type Terms } from '../article/terms.ts';
import { creativeCommonsKind } from './creative-commons.ts';

/** The credit line where a publication has written none for the language. */
const CREDIT: Readonly<Record<string, string>> = {
  en: 'This article by {author} originally appeared on {publication}, reposted with permission.',
  ar: 'نُشرت هذه المقالة من إعداد {author} أولًا في {publication}، ويُعاد نشرها بإذن.',
};
const ENGLISH_CREDIT = 'This article by {author} originally appeared on {publication}, reposted with permission.';

/** A Creative Commons licence lets everybody republish; without any, people have to ask. */
function standardTerms({ license }: Publication): Terms {
  const kind = creativeCommonsKind(license ?? '');
  const kinds = kind?.split('-') ?? [];
  return {
    title: 'Standard terms',
    open: kind !== null,
    ...(license !== undefined && { license }),
    approval: 'desk',
    commercial: kind !== null && !kinds.includes('nc'),
    edits: kind === null || kinds.includes('nd') ? 'style' : 'any',
    translation: kind !== null && !kinds.includes('nd'),
    creditAt: 'end',
    keepLinks: true,
    carriers: 'link+badge',
    canonical: 'canonical',
    delayHours: 0,
    territory: [],
    notify: false,
    corrections: true,
    mining: { search: true, input: false, train: false },
    credit: {},
  };
}

/** All the publication offers, by name; there is always `standard`, and the publication's licence is its licence. */
export function termsOf(publication: Publication): Readonly<Record<string, Terms>> {
  const { terms, license } = publication;
  const written = terms?.[STANDARD];
  return {
    [STANDARD]: standardTerms(publication),
    ...terms,
    ...(written && { [STANDARD]: { ...(license !== undefined && { license }), ...written } }),
  };
}

export function namedTerms(publication: Publication, name: string): NamedTerms {
  const all = termsOf(publication);
  const found = Object.hasOwn(all, name) ? all[name] : undefined;
  // A name that is no longer offered opens nothing: whoever wrote it meant terms of its own.
  return found ? { name, ...found } : { name: STANDARD, ...(all[STANDARD] ?? standardTerms(publication)), open: false };
}

/** An article's own terms count before its section's, and those before the publication's. */
export function termsFor(article: Pick<Article, 'terms' | 'section'>, publication: Publication): NamedTerms {
  const { sections } = publication;
  const section = article.section !== null && Object.hasOwn(sections, article.section) ? article.section : null;
  const name = article.terms ?? (section === null ? undefined : sections[section]?.terms) ?? STANDARD;
  return namedTerms(publication, name);
}

/** What we pass on for another publisher: its own lines name who published it first, ours only the way it came. */
const PASSED_ON: Readonly<Record<string, string>> = {
  en: 'It comes by way of {publication}, passed on with permission.',
  ar: 'وصلت عبر {publication}، ونُقلت بإذن.',
};

export const passedOnTemplate = (language: string): string =>
  (Object.hasOwn(PASSED_ON, language) ? PASSED_ON[language] : undefined) ??
  'It comes by way of {publication}, passed on with permission.';

/** The template for a language: as agreed, else ours for it, else the publication's own language, else English. */
export function creditTemplateFor(terms: Terms, language: string, publication: Publication): string {
  const { credit } = terms;
  const own = Object.hasOwn(credit, language) ? credit[language] : undefined;
  const built = Object.hasOwn(CREDIT, language) ? CREDIT[language] : undefined;
  return own ?? built ?? credit[defaultLanguage(publication)] ?? ENGLISH_CREDIT;
}

/** Why nobody may have a copy of this article from us; null: they may, under its terms. */
export function whyNotRepublishable(article: Article): 'not sublicensable' | null {
  return article.origin && !article.origin.permission.sublicensable ? 'not sublicensable' : null;
}
