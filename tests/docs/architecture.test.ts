/** The import table of docs/architecture.md is the code's, and its arrows point one way. */
import { readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codes, read, rowsBelow, sorted } from './documents.ts';

const MAX_LINES = 200;
const BANNED = /^(utils?|helpers?|common|misc|shared|types)\.tsx?$/;

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));

const sources = filesBelow('src');

interface Import {
  readonly from: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const STATEMENT = /^(?:import|export)\b([^;'=]*?)'([^']+)'(?: with [^;]*)?;/gm;

/** `import { type A, type B }` vanishes like `import type`. */
function isTypeOnly(clause: string): boolean {
  if (/^\s*type\b/.test(clause)) return true;
  const names =
    /{(.*)}/s
      .exec(clause)?.[1]
      ?.split(',')
      .filter((name) => name.trim() !== '') ?? [];
  return names.length > 0 && !/^\s*\w+\s*,/.test(clause) && names.every((name) => /^\s*type\b/.test(name));
}

const importsOf = (file: string): readonly Import[] =>
  [...read(file).matchAll(STATEMENT)].map(([, clause = '', target = '']) => ({
    from: file,
    target: target.startsWith('.') ? join(dirname(file), target) : target,
    typeOnly: isTypeOnly(clause),
  }));

/** The folder below src, or the file that stands there itself. */
const partOf = (path: string): string => relative('src', path).split('/')[0] ?? '';

const imports = sources.flatMap(importsOf);
const arrows = imports
  .filter(({ target }) => target.startsWith('src/'))
  .map((each) => ({ ...each, part: partOf(each.from), other: partOf(each.target) }))
  .filter(({ part, other }) => part !== other);

const table = rowsBelow(read('docs/architecture.md'), '## Who imports whom').flatMap(([part = '', others = '']) =>
  codes(part).map((name) => ({ name, imports: codes(others) })),
);
const order = table.map(({ name }) => name);

describe('the import table', () => {
  it('has every folder and file of src', () => {
    expect(sorted(order)).toEqual(sorted(sources.map(partOf)));
  });

  it.each(table.map(({ name, imports: documented }) => [name, documented] as const))(
    'is right about %s',
    (name, documented) => {
      const measured = arrows.filter(({ part }) => part === name).map(({ other }) => other);
      expect(documented).toEqual(sorted(measured));
    },
  );

  it('points upwards, but to what is nothing but types', () => {
    const TYPES = ['env.ts', 'gate.ts'];
    for (const { part, other, from, target } of arrows) {
      if (TYPES.includes(part) || TYPES.includes(other)) continue;
      expect(order.indexOf(other), `${from} imports ${target}`).toBeLessThan(order.indexOf(part));
    }
    for (const { part, from, target, typeOnly } of arrows)
      if (TYPES.includes(part)) expect(typeOnly, `${from} imports ${target}`).toBe(true);
  });
});

const importersOf = (test: (target: string) => boolean): readonly string[] =>
  sorted(imports.filter(({ target }) => test(target)).map(({ from }) => partOf(from)));

describe('libraries', () => {
  it('hono is for addresses and pages', () => {
    expect(importersOf((target) => /^hono(\/|$)/.test(target))).toEqual(['app.ts', 'desk', 'page', 'routes']);
  });

  it('feed is behind src/feed', () => {
    expect(importersOf((target) => target === 'feed')).toEqual(['feed']);
  });
});

describe('files', () => {
  const all = [...sources, ...filesBelow('scripts')];

  it.each(all)('%s is short, and named after what it says', (file) => {
    expect(read(file).split('\n').length - 1).toBeLessThanOrEqual(MAX_LINES);
    expect(basename(file)).not.toMatch(BANNED);
  });

  it('the clock is read at the edges only', () => {
    const readers = sources.filter((file) => /\bDate\.now\(|new Date\(\)|Math\.random\(/.test(read(file)));
    expect(
      sorted(readers.map(partOf)).filter((part) =>
        ['article', 'catalogue', 'feed', 'http', 'lib', 'page'].includes(part),
      ),
    ).toEqual([]);
  });
});

describe('flows', () => {
  it('name functions that are there', () => {
    const named = [...read('docs/architecture.md').matchAll(/`([\w/-]+\.tsx?):([\w.]+)`/g)];
    expect(named.length).toBeGreaterThan(20);
    for (const [whole, file = '', name = ''] of named) {
      const path = [...sources, ...filesBelow('scripts')].find((each) => each === file || each.endsWith(`/${file}`));
      expect(path, whole).toBeDefined();
      expect(read(path ?? ''), whole).toMatch(new RegExp(`\\b${name.split('.').at(-1)}\\b`));
    }
  });
});
