/** What a schema found → what is wrong in plain words, and what to write instead. */
import type * as v from 'valibot';
import { nearest } from './nearest.ts';
import { isRecord, type Path } from './yaml-source.ts';

/** What a kind of file calls its fields, and what its editors may write. */
export interface Vocabulary {
  /** By field without positions: `photos.credit`. */
  readonly examples: Readonly<Record<string, string>>;
  readonly namesInside: Readonly<Record<string, readonly string[]>>;
  /** Groups whose members have names of the author's: `sections`. In the two above each of them is `*`. */
  readonly freely?: readonly string[];
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  number: 'a number',
};

export interface Finding {
  readonly path: Path;
  readonly detail: string;
}

/** Every finding of a parse. The library names only the first unknown member of a group; here each one is named. */
export function findingsOf(
  data: unknown,
  issues: readonly v.BaseIssue<unknown>[],
  vocabulary: Vocabulary,
): readonly Finding[] {
  const strangers = strangersIn(data, [], vocabulary);
  const named = new Set(strangers.map(({ path }) => parentOf(fieldOf(path, vocabulary))));
  const others = issues.filter(
    (issue) => !isStranger(issue) || !named.has(parentOf(fieldOf(pathOf(issue), vocabulary))),
  );
  return [
    ...strangers,
    ...others.map((issue) => ({ path: pathOf(issue), detail: wordsFor(issue, pathOf(issue), vocabulary) })),
  ];
}

function strangersIn(value: unknown, path: Path, vocabulary: Vocabulary): readonly Finding[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => strangersIn(item, [...path, index], vocabulary));
  if (!isRecord(value)) return [];
  const names = vocabulary.namesInside[fieldOf(path, vocabulary)];
  return Object.entries(value).flatMap(([key, member]) =>
    names === undefined || names.includes(key)
      ? strangersIn(member, [...path, key], vocabulary)
      : [{ path: [...path, key], detail: strangerWords(key, names) }],
  );
}

function fieldOf(path: Path, { freely = [] }: Vocabulary): string {
  const steps = path.filter((step) => typeof step === 'string');
  return steps.map((step, index) => (freely.includes(steps.slice(0, index).join('.')) ? '*' : step)).join('.');
}

const isStranger = (issue: v.BaseIssue<unknown>): boolean =>
  issue.type === 'strict_object' && issue.expected === 'never';

export function wordsFor(issue: v.BaseIssue<unknown>, path: Path, vocabulary: Vocabulary): string {
  const field = fieldOf(path, vocabulary);
  const example = vocabulary.examples[field] ?? '';
  if (isStranger(issue)) return unknownWords(path, field, vocabulary);
  if (issue.received === 'undefined') return join('missing', example);
  if (issue.kind === 'schema') return typeWords(issue, example);
  return ruleWords(issue, example);
}

function typeWords(issue: v.BaseIssue<unknown>, example: string): string {
  if (issue.type === 'picklist') return choiceWords(issue);
  const wanted = KINDS[issue.type] ?? 'names with values below it';
  const got = kindOf(issue.input);
  const quoted = issue.type === 'string' && typeof issue.input === 'number' ? `Put it in quotes: "${issue.input}"` : '';
  return join(`is ${got}, and must be ${wanted}`, quoted || example);
}

function choiceWords(issue: v.BaseIssue<unknown>): string {
  const choices = (issue.expected ?? '').replace(/[()"]/g, '').split(' | ');
  const meant = typeof issue.input === 'string' ? nearest(issue.input, choices) : null;
  const hint = meant === null ? '' : ` (did you mean "${meant}"?)`;
  return `${issue.received.slice(0, 60)} is not a choice${hint}. Write one of: ${choices.join(', ')}`;
}

function ruleWords(issue: v.BaseIssue<unknown>, example: string): string {
  if (issue.type === 'min_length') return join('empty', example);
  if (issue.type === 'max_length')
    return Array.isArray(issue.input)
      ? `has ${issue.input.length} entries, and at most ${issue.requirement} are read. Leave some out`
      : `is ${issue.received} characters long, and at most ${issue.requirement} are read. Shorten it`;
  // The library's own words name types and patterns; ours say what to write.
  return issue.message.startsWith('Invalid')
    ? join(`${issue.received.slice(0, 60)} does not fit`, example)
    : issue.message;
}

const unknownWords = (path: Path, field: string, { namesInside }: Vocabulary): string =>
  strangerWords(String(path.at(-1)), namesInside[parentOf(field)] ?? []);

export function strangerWords(written: string, names: readonly string[]): string {
  const meant = nearest(written, names);
  if (meant !== null) return `unknown. Did you mean "${meant}"?`;
  return names.length === 0 ? 'unknown. Remove it' : `unknown. Remove it, or use one of: ${names.join(', ')}`;
}

const parentOf = (field: string): string => field.slice(0, Math.max(0, field.lastIndexOf('.')));

export const pathOf = (issue: v.BaseIssue<unknown>): Path =>
  (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));

/** `photos[2].credit`: positions count from 1, as people do. */
export const printPath = (path: Path): string =>
  path.map((step, index) => (typeof step === 'number' ? `[${step + 1}]` : index === 0 ? step : `.${step}`)).join('');

function kindOf(input: unknown): string {
  if (input === null) return 'empty';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'a group of names and values';
  return { string: 'text', number: 'a number', boolean: 'true or false' }[String(typeof input)] ?? typeof input;
}

const join = (problem: string, advice: string): string => (advice === '' ? problem : `${problem}. ${advice}`);
