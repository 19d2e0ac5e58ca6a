/** What a schema found, by JSON Pointer and in words that say what to write instead. */
import type * as v from 'valibot';

export interface FieldProblem {
  /** JSON Pointer (RFC 6901) to the field. */
  readonly pointer: string;
  readonly detail: string;
}

export const fieldProblems = (issues: readonly v.BaseIssue<unknown>[]): readonly FieldProblem[] =>
  issues.map((issue) => ({ pointer: pointerTo(issue), detail: wordsFor(issue) }));

const pointerTo = (issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? []).map((step) => `/${String(step.key).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  tuple_with_rest: 'a list',
  strict_object: 'an object',
  record: 'an object',
};

function wordsFor(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'Unknown field. Remove it.';
  if (issue.received === 'undefined') return 'Missing. Write it.';
  if (issue.type === 'min_length') return 'Empty. Write something.';
  if (issue.type === 'max_length')
    return `Too long. Write at most ${issue.requirement} ${Array.isArray(issue.input) ? 'entries' : 'characters'}.`;
  if (issue.type === 'picklist')
    return `Write one of: ${(issue.expected ?? '').replace(/[()"]/g, '').split(' | ').join(', ')}.`;
  if (issue.kind === 'schema') return `Write ${KINDS[issue.type] ?? 'another kind of value'}.`;
  return issue.message;
}
