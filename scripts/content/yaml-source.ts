/** YAML text → plain data that still knows on which line each member was written. */
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLError } from 'yaml';
import { fail, ok, type Result } from '../../src/lib/result.ts';

export type Path = readonly (string | number)[];

export interface YamlSource {
  readonly data: Readonly<Record<string, unknown>>;
  /** The line of the member at a path; if it is missing, that of the deepest parent that is there. */
  readonly lineOf: (path: Path) => number;
}

export interface YamlProblem {
  readonly line: number;
  readonly detail: string;
}

/** `firstLine` is the line of the file on which the text begins. */
export function readYaml(text: string, firstLine: number): Result<YamlSource, readonly YamlProblem[]> {
  try {
    return read(text, firstLine);
  } catch {
    // What the parser throws: nesting deeper than the stack, an anchor inside itself, too many aliases.
    return fail([{ line: 1, detail: 'nested too deep, or with anchors that refer to themselves. Write it plainly' }]);
  }
}

function read(text: string, firstLine: number): Result<YamlSource, readonly YamlProblem[]> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const line = (offset: number): number =>
    Math.min(counter.linePos(offset).line, Math.max(1, counter.lineStarts.length)) + firstLine - 1;
  const errors = [...document.errors, ...document.warnings];
  if (errors.length > 0)
    return fail(errors.map((error) => ({ line: line(error.pos[0]), detail: yamlWords(error, text) })));
  const data = withoutEmpty(document.toJS());
  if (data === undefined) return ok({ data: {}, lineOf: () => 1 });
  if (!isRecord(data)) return fail([{ line: firstLine, detail: 'not a list of fields. Write lines of name: value' }]);
  return ok({ data, lineOf: (path) => lineAt(document, path, line) });
}

function lineAt(document: Document.Parsed, path: Path, line: (offset: number) => number): number {
  let node: unknown = document.contents;
  let found = 1;
  for (const step of path) {
    const next = memberAt(isAlias(node) ? node.resolve(document) : node, step);
    if (!next) return found;
    if (next.offset !== undefined) found = line(next.offset);
    node = next.value;
  }
  return found;
}

interface Member {
  readonly offset: number | undefined;
  readonly value: unknown;
}

function memberAt(node: unknown, step: string | number): Member | null {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => (isScalar(key) ? String(key.value) : String(key)) === String(step));
    return pair ? { offset: offsetOf(pair.key), value: pair.value } : null;
  }
  if (isSeq(node) && typeof step === 'number') {
    const item = node.items[step];
    return item === undefined ? null : { offset: offsetOf(item), value: item };
  }
  return null;
}

function offsetOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range?.[0] : undefined;
}

function yamlWords(error: YAMLError, text: string): string {
  const first = (error.message.split('\n')[0] ?? '').replace(/\.$/, '');
  if (error.code === 'DUPLICATE_KEY')
    return `${text.slice(error.pos[0]).match(/^[^\s:]+/)?.[0] ?? 'a field'} is written twice. Keep one`;
  if (error.code === 'TAB_AS_INDENT') return 'indented with a tab. Indent with spaces';
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY') return 'not YAML. Put text that holds a colon and a space in quotes';
  return `not YAML: ${first}. Put text with : # [ ] { } & * ! | > ' " % @ in quotes`;
}

/** `dek:` with nothing behind it is a field left out; an empty `id:` stays, a second line must not be added to it. */
function withoutEmpty(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withoutEmpty(item) ?? null);
  if (isRecord(value))
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, member]) => [key, withoutEmpty(member, key)])
        .filter(([, member]) => member !== undefined),
    );
  return value === null && name !== 'id' ? undefined : value;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
