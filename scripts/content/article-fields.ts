/** Front matter as data → its fields, and what is wrong with each. Mistakes in one field hide none in the others. */
import * as v from 'valibot';
import { ARTICLE_WORDS } from './article-words.ts';
import { renameFields } from './field-names.ts';
import { type FrontMatter, frontMatterSchema } from './front-matter-schema.ts';
import { findingsOf, pathOf, printPath } from './wording.ts';
import type { Path, YamlSource } from './yaml-source.ts';

export interface Place {
  readonly line: number;
  readonly field: string;
}

export interface FieldMistake extends Place {
  readonly detail: string;
}

export interface Fields {
  /** With stand-ins for the fields that failed, so that the rest can be checked; null if even that was impossible. */
  readonly value: FrontMatter | null;
  /** As they were written, under our names. */
  readonly raw: Readonly<Record<string, unknown>>;
  readonly failed: ReadonlySet<string>;
  readonly mistakes: readonly FieldMistake[];
  readonly locate: (path: Path) => Place;
}

const STAND_INS: Readonly<Record<string, unknown>> = { title: 'untitled', date: '1900-01-02', authors: ['unnamed'] };

export function readFields(source: YamlSource, timeZone: string): Fields {
  const { fields, writtenAs, problems } = renameFields(source.data);
  const locate = ([first, ...rest]: Path): Place => {
    const path = first === undefined ? [] : [writtenAs(String(first)), ...rest];
    return { line: source.lineOf(path), field: printPath(path) };
  };
  const named = problems.map(({ written, detail }) => ({ line: source.lineOf([written]), field: written, detail }));
  const schema = frontMatterSchema(timeZone);
  const parsed = v.safeParse(schema, fields);
  if (parsed.success) return { value: parsed.output, raw: fields, failed: new Set(), mistakes: named, locate };
  const failed = new Set(parsed.issues.map((issue) => String(pathOf(issue)[0])));
  const mistakes = findingsOf(fields, parsed.issues, ARTICLE_WORDS).map(({ path, detail }) => ({
    ...locate(path),
    detail,
  }));
  const again = v.safeParse(schema, withStandIns(fields, failed));
  return { value: again.success ? again.output : null, raw: fields, failed, mistakes: [...named, ...mistakes], locate };
}

const withStandIns = (fields: Readonly<Record<string, unknown>>, failed: ReadonlySet<string>) =>
  Object.fromEntries(
    [...Object.entries(fields).filter(([name]) => !failed.has(name))].concat(
      Object.entries(STAND_INS).filter(([name]) => failed.has(name)),
    ),
  );
