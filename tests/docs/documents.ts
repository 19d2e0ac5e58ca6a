/** The documents as tests read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const read = (path: string): string => readFileSync(path, 'utf8');

const AT_TOP = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];

export const DOCUMENTS: readonly string[] = [
  ...AT_TOP,
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** The cells of every table row below a heading, up to the next heading of its level or a higher one. */
export function rowsBelow(text: string, heading: string): readonly (readonly string[])[] {
  const level = /^#+/.exec(heading)?.[0].length ?? 1;
  const lines = text.split('\n');
  const start = lines.indexOf(heading);
  if (start < 0) throw new Error(`There is no heading "${heading}"`);
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => new RegExp(`^#{1,${level}} `).test(line));
  return rest
    .slice(0, end < 0 ? rest.length : end)
    .filter((line) => line.startsWith('|') && !/^\|[\s|:-]+\|$/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** What stands between backticks, outside of blocks. */
export const codes = (text: string): readonly string[] =>
  [...text.replace(/^ *```.*?^ *```/gms, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);

export const sorted = (list: Iterable<string>): readonly string[] => [...new Set(list)].sort();
