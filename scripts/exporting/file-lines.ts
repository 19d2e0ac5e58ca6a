/** A file read once, line by line and never whole, with its hash when it ends. */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';

export interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** Is there no end of line behind it? */
  readonly cut: boolean;
}

/** Only a line feed ends a line: in JSON text U+2028 stands for itself. */
export async function* linesOf(path: string, hash: Hash | null = null): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let rest = '';
  let number = 0;
  for await (const chunk of createReadStream(path)) {
    hash?.update(chunk);
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    for (const text of parts) {
      number += 1;
      yield { text, number, cut: false };
    }
  }
  if (rest !== '') yield { text: rest, number: number + 1, cut: true };
}

export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}
