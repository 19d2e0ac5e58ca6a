/** What wrangler.toml binds is what the code expects (src/env.ts) and what docs/operating.md explains. */
import { describe, expect, it } from 'vitest';
import { codes, read, rowsBelow, sorted } from './documents.ts';

interface Section {
  readonly head: string;
  readonly lines: string;
}

const sections: readonly Section[] = read('wrangler.toml')
  .split(/^(?=\[)/m)
  .map((part) => ({ head: part.split('\n', 1)[0] ?? '', lines: part.replace(/^\s*#.*$/gm, '') }));

const valuesOf = ({ lines }: Section, key: string): readonly string[] =>
  [...lines.matchAll(new RegExp(`^${key} = "(.*)"$`, 'gm'))].map(([, value = '']) => value);

/** The name a section gives the Worker: most call it `binding`, some `name`. */
function boundBy(section: Section): readonly string[] {
  if (section.head === '[vars]') return [...section.lines.matchAll(/^(\w+) =/gm)].map(([, name = '']) => name);
  if (/^\[\[(durable_objects\.bindings|ratelimits)]]/.test(section.head)) return valuesOf(section, 'name');
  return valuesOf(section, 'binding');
}

const bound = sorted(sections.flatMap(boundBy));
const SECRETS = ['EDITOR_KEY', 'SIGNING_KEYS'];

describe('bindings', () => {
  it('are found in wrangler.toml', () => {
    expect(bound).toContain('DB');
    expect(bound).toContain('BASE_URL');
  });

  it('are those of src/env.ts, with the secrets', () => {
    const expected = [...read('src/env.ts').matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, name = '']) => name);
    expect(sorted(expected)).toEqual(sorted([...bound, ...SECRETS]));
  });

  it('are explained in docs/operating.md, and no other', () => {
    const rows = rowsBelow(read('docs/operating.md'), '## What the Worker is bound to');
    expect(sorted(rows.flatMap(([name = '']) => codes(name)))).toEqual(sorted([...bound, ...SECRETS]));
  });
});
