/** docs/content.md names the front matter that is read, and no other. */
import { describe, expect, it } from 'vitest';
import { renameFields } from '../../scripts/content/field-names.ts';
import { frontMatterSchema, NAMES_INSIDE } from '../../scripts/content/front-matter-schema.ts';
import { PUBLICATION_WORDS } from '../../scripts/content/publication-words.ts';
import { codes, read, rowsBelow, sorted } from './documents.ts';

const text = read('docs/content.md');
const rows = rowsBelow(text, '### Front matter')
  .map(([name = '', aliases = '']) => ({ name: codes(name)[0], aliases: codes(aliases) }))
  .flatMap(({ name, aliases }) => (name === undefined ? [] : [{ name, aliases }]));

/** The table of the code, as it is written there: it is nobody else's business. */
const ALIASES = [...read('scripts/content/field-names.ts').matchAll(/^ {2}(\w+): \[(.*)\],$/gm)].map(
  ([, name = '', list = '']) => ({ name, aliases: [...list.matchAll(/'(\w+)'/g)].map(([, alias = '']) => alias) }),
);

describe('front matter', () => {
  it('has a row for every field, and no other', () => {
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(frontMatterSchema('UTC').entries));
  });

  it('names the aliases that are read, and no other', () => {
    expect(rows).toEqual(ALIASES);
  });

  it.each(rows.flatMap(({ name, aliases }) => aliases.map((alias) => [alias, name])))(
    'reads %s as %s',
    (alias, name) => {
      expect(renameFields({ [alias]: 'x' })).toMatchObject({ fields: { [name]: 'x' }, problems: [] });
    },
  );

  it('says which fields are required', () => {
    const required = rowsBelow(text, '### Front matter').flatMap(([name = '', , must]) =>
      must === 'yes' ? codes(name) : [],
    );
    const entries = Object.entries(frontMatterSchema('UTC').entries);
    const wanted = entries.filter(([, entry]) => !['optional', 'nullish'].includes(entry.type));
    expect(sorted(required)).toEqual(sorted(wanted.map(([name]) => name)));
  });

  it.each(Object.entries(NAMES_INSIDE))('names what stands inside %s', (_field, names) => {
    for (const name of names) expect(text).toMatch(new RegExp(`\\b${name}\\b`));
  });
});

describe('publication.yaml', () => {
  const block = /## publication\.yaml\n\n```yaml\n(.*?)```/s.exec(text)?.[1] ?? '';

  it('has every field, and no other', () => {
    const fields = [...block.matchAll(/^(\w+):/gm)].map(([, name = '']) => name);
    expect(sorted(fields)).toEqual(sorted(PUBLICATION_WORDS.namesInside[''] ?? []));
  });
});
