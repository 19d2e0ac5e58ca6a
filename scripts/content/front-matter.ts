/** An article file's bytes → its front matter and its body as text, with the lines they begin at. */
import { isUtf8 } from 'node:buffer';
import { fail, ok, type Result } from '../../src/lib/result.ts';

export interface Parts {
  readonly head: string;
  readonly headLine: number;
  readonly body: string;
  readonly bodyLine: number;
}

export interface SplitProblem {
  readonly line: number;
  readonly field: string;
  readonly detail: string;
}

const FENCE = /^---[ \t]*\r?$/;

export function splitFrontMatter(bytes: Uint8Array): Result<Parts, SplitProblem> {
  const text = decode(bytes);
  if (!text.ok) return text;
  const lines = text.value.split('\n');
  const opening = openingProblem(lines[0] ?? '');
  if (opening !== null) return fail({ line: 1, field: 'front matter', detail: opening });
  const end = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (end === -1)
    return fail({
      line: 1,
      field: 'front matter',
      detail: 'opened and never closed. Write --- on a line of its own after the last field',
    });
  return ok({
    head: lines
      .slice(1, end)
      .map((line) => line.replace(/\r$/, ''))
      .join('\n'),
    headLine: 2,
    body: lines.slice(end + 1).join('\n'),
    bodyLine: Math.min(end + 2, lines.length),
  });
}

export function decode(bytes: Uint8Array): Result<string, SplitProblem> {
  if (isUtf8(bytes)) return ok(new TextDecoder('utf-8').decode(bytes));
  return fail({
    line: firstBrokenLine(bytes),
    field: 'file',
    detail: 'not UTF-8. Save the file with the encoding UTF-8',
  });
}

/** No sequence of UTF-8 goes over a line end, so each line can be judged alone. */
function firstBrokenLine(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end === -1 ? bytes.length : end;
    if (!isUtf8(bytes.subarray(start, stop))) return line;
    start = stop + 1;
    line += 1;
  }
  return 1;
}

function openingProblem(first: string): string | null {
  if (FENCE.test(first)) return null;
  if (/^\+\+\+\s*$/.test(first))
    return 'is TOML (+++), which is not read here. Write it as YAML, between two lines of ---';
  return 'missing. Begin the file with a line of ---, then the fields, then a line of ---';
}
