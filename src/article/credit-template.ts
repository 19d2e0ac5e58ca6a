/**
 * The sentence a copy names us by, as a template: words around `{publication}` (which becomes the credit link),
 * `{title}`, `{author}`, `{date}` and `{code}` (the reference code).
 */
import * as v from 'valibot';
import { line } from './fields.ts';

export const MAX_TEMPLATE = 300;

const NAMES = ['publication', 'title', 'author', 'date', 'code'] as const;
export type CreditField = (typeof NAMES)[number];

const FIELD = /\{([^{}]*)\}/g;

const isField = (name: string): name is CreditField => NAMES.some((known) => known === name);

const fieldsIn = (template: string): readonly string[] => [...template.matchAll(FIELD)].map(([, name = '']) => name);

export const creditTemplate = v.pipe(
  line(MAX_TEMPLATE),
  v.check((template) => fieldsIn(template).every(isField), `Write only {${NAMES.join('}, {')}}`),
  v.check(
    (template) => fieldsIn(template).filter((name) => name === 'publication').length === 1,
    'Name {publication} once: it becomes the link to the article',
  ),
);

/** One stretch of a credit line: plain words, the link, or the reference code. */
export interface CreditPart {
  readonly kind: 'words' | 'link' | 'code';
  readonly text: string;
}

export type CreditFacts = Readonly<Record<CreditField, string>>;

/** A line always ends with its code, where the template doesn't say another place for it. Only what it names is asked for. */
export function creditParts(template: string, facts: CreditFacts): readonly CreditPart[] {
  const whole = template.includes('{code}') || facts.code === '' ? template : `${template} ({code})`;
  const parts: CreditPart[] = [];
  let from = 0;
  for (const match of whole.matchAll(FIELD)) {
    const name = match[1] ?? '';
    if (match.index > from) parts.push({ kind: 'words', text: whole.slice(from, match.index) });
    if (isField(name)) parts.push({ kind: kindOf(name), text: facts[name] });
    from = match.index + match[0].length;
  }
  if (from < whole.length) parts.push({ kind: 'words', text: whole.slice(from) });
  return parts.filter(({ text }) => text !== '');
}

const kindOf = (name: CreditField): CreditPart['kind'] =>
  name === 'publication' ? 'link' : name === 'code' ? 'code' : 'words';
