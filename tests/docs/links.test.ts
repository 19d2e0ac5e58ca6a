/** Links between the documents lead somewhere, and commands they name exist. */
import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { DOCUMENTS, read } from './documents.ts';

const withoutCode = (text: string): string => text.replace(/^ *```.*?^ *```/gms, '').replace(/`[^`\n]*`/g, 'code');

const linksIn = (path: string): readonly string[] =>
  [...withoutCode(read(path)).matchAll(/]\(([^)\s]+)\)/g)].map(([, target = '']) => target);

/** As GitHub names headings: lower case, signs dropped, blanks as hyphens. */
const anchorsOf = (path: string): readonly string[] =>
  [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe.each(DOCUMENTS)('%s', (path) => {
  const relative = linksIn(path).filter((target) => !/^[a-z]+:/.test(target));

  it('links to files and headings that are there', () => {
    for (const target of relative) {
      const [file = '', anchor] = target.split('#');
      const wanted = file === '' ? path : normalize(join(dirname(path), file));
      expect(existsSync(wanted), `${target} in ${path}`).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(wanted), `${target} in ${path}`).toContain(anchor);
    }
  });

  it('names commands that package.json has', () => {
    const known = Object.keys(packageJson.scripts);
    const named = [...read(path).matchAll(/\bnpm (?:run (?:--silent )?([\w:-]+)|(start|test)\b)/g)];
    for (const [, run, builtIn] of named) expect(known, `in ${path}`).toContain(run ?? builtIn);
  });

  it('names programs of ours that are there', () => {
    const named = [
      ...read(path).matchAll(/`((?:src|scripts|tests|docs|bench|migrations)\/[\w./-]+?\.(?:tsx?|md|sql))\b/g),
    ];
    for (const [, file = ''] of named) expect(existsSync(file), `${file} in ${path}`).toBe(true);
  });
});

describe('README.md', () => {
  it('is short', () => {
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(121);
  });

  it('names no command whose program is missing', () => {
    const commands = Object.entries(packageJson.scripts).filter(([name]) =>
      read('README.md').includes(`npm run ${name}\``),
    );
    for (const [name, command] of commands)
      for (const [, file = ''] of command.matchAll(/\bnode (\S+\.ts)/g)) expect(existsSync(file), name).toBe(true);
  });
});

describe('decisions', () => {
  it.each(DOCUMENTS.filter((path) => path.startsWith('docs/decisions/')))('%s is one page with its parts', (path) => {
    const text = read(path);
    expect(text.split('\n').length).toBeLessThanOrEqual(41);
    for (const part of ['## Context', '## Decision', '## Consequences']) expect(text).toContain(part);
    expect(text).toMatch(/^## (Weighed|Decision and weighed)$/m);
  });
});
