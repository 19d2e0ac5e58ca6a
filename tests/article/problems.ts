/** What the schema and `toArticle` say of a document: pointers and words, or nothing. */
import * as v from 'valibot';
import { type FieldProblem, fieldProblems } from '../../src/article/field-problem.ts';
import { type ArticleInput, articleInputSchema } from '../../src/article/input.ts';
import { type ParseContext, toArticle } from '../../src/article/parse.ts';
import { context, own } from '../feed/fixtures.ts';

/** `own` with fields of any kind in place of its own, as unknown JSON has them. */
export const withFields = (fields: Readonly<Record<string, unknown>>): unknown => ({ ...own, ...fields });

export function problemsOf(document: unknown): readonly FieldProblem[] {
  const result = v.safeParse(articleInputSchema, document);
  return result.success ? [] : fieldProblems(result.issues);
}

/** Each field once, however much is wrong with it. */
export const pointersOf = (document: unknown): readonly string[] => [
  ...new Set(problemsOf(document).map(({ pointer }) => pointer)),
];

export const parsed = (document: unknown): ArticleInput => v.parse(articleInputSchema, document);

/** What `toArticle` refuses in a document the schema takes. */
export function refused(document: unknown, changes: Partial<ParseContext> = {}): readonly FieldProblem[] {
  const result = toArticle(parsed(document), { ...context, ...changes });
  return result.ok ? [] : result.error;
}
