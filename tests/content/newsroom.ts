/** A `content/` folder for a test: made-up, in a temporary place, gone afterwards. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Mistake, printMistake } from '../../scripts/content/mistake.ts';
import { type Content, readContent } from '../../scripts/content/read-content.ts';

export const PUBLICATION = `title: Harbour Light
description: News from the sound and its islands.
authority: harbourlight.example,2026
languages: { en: English, ar: العربية }
timeZone: Europe/Oslo
sections:
  harbour: { name: Harbour, description: Ferries. }
  islands: { name: Islands }
rights: © Harbour Light
contact: desk@harbourlight.example
publisher: { name: Harbour Light }
`;

export const ID = 'tag:harbourlight.example,2026-11-03:night-ferry';

/** A right article; `fields` are lines of front matter, and replace those of the same name. */
export function article(fields = '', body = 'The Marlin crosses the sound.'): string {
  const standard = [`id: ${ID}`, 'title: The night ferry', 'date: 2026-11-03', 'authors: [Ines Vold]'];
  const named = new Set(fields.split('\n').map((line) => line.split(':')[0]));
  const kept = standard.filter((line) => !named.has(line.split(':')[0]));
  return `---\n${[...kept, fields].filter((line) => line !== '').join('\n')}\n---\n\n${body}\n`;
}

export interface Newsroom {
  readonly dir: string;
  readonly write: (path: string, data: string | Uint8Array) => void;
  readonly read: (path: string) => Buffer;
  readonly remove: (path: string) => void;
  readonly check: (ci?: boolean) => Promise<Content>;
  /** The mistakes as they are printed, without the temporary folder. */
  readonly mistakes: (ci?: boolean) => Promise<readonly string[]>;
}

export function newsroom(files: Readonly<Record<string, string | Uint8Array>> = {}): Newsroom {
  const dir = mkdtempSync(join(tmpdir(), 'newsroom-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const write = (path: string, data: string | Uint8Array): void => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), data);
  };
  mkdirSync(join(dir, 'articles'));
  write('publication.yaml', PUBLICATION);
  for (const [path, data] of Object.entries(files)) write(path, data);
  const check = (ci = false) => readContent(dir, { mayMint: !ci, random: zeros, now: Date.UTC(2026, 11) });
  return {
    dir,
    write,
    read: (path) => readFileSync(join(dir, path)),
    remove: (path) => rmSync(join(dir, path)),
    check,
    mistakes: async (ci) => (await check(ci)).mistakes.map((mistake) => printMistake(shorten(mistake, dir))),
  };
}

const shorten = (mistake: Mistake, dir: string): Mistake => ({ ...mistake, file: mistake.file.replace(`${dir}/`, '') });

export const zeros = (length: number): Uint8Array => new Uint8Array(length);

/** The mistakes of one article, without its file name. */
export async function mistakesOf(
  text: string | Uint8Array,
  photos: Readonly<Record<string, Uint8Array>> = {},
): Promise<readonly string[]> {
  const found = await newsroom({ 'articles/a.md': text, ...photos }).mistakes();
  return found.map((line) => line.replace('articles/a.md:', ''));
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
