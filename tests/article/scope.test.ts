/** Parts of the catalogue: which an article is in, and how they are named. */
import { describe, expect, it } from 'vitest';
import {
  isScopeValue,
  kindOf,
  namedScope,
  parseScopeKey,
  scopeKey,
  scopeLanguage,
  scopesOf,
} from '../../src/article/scope.ts';
import { own, publication, published } from '../feed/fixtures.ts';

const keysOf = (changes: Partial<typeof own>): readonly string[] =>
  scopesOf(published({ ...own, ...changes }).article).map(scopeKey);

describe('scopesOf', () => {
  it('is the publication, language, section, tags and authors', () => {
    expect(keysOf({})).toEqual([
      '',
      'languages/en',
      'sections/harbour',
      'tags/ferries',
      'tags/winter-wind',
      'authors/ines-vold',
      'authors/tomas-søn',
    ]);
  });

  it('has no scope for a name that makes no URL', () => {
    expect(keysOf({ byline: [{ name: '🚢' }], tags: [], section: undefined })).toEqual(['', 'languages/en']);
  });

  it('has two names of one URL once', () => {
    expect(
      keysOf({ byline: [{ name: 'Ines Vold' }, { name: 'INES VOLD' }] }).filter((key) => /^authors/.test(key)),
    ).toEqual(['authors/ines-vold']);
  });

  it('makes addresses that can be written as URLs, however strange the name', () => {
    const name = `a${'𠀀'.repeat(60)}`;
    for (const key of keysOf({ byline: [{ name }] })) expect(() => encodeURI(key)).not.toThrow();
  });
});

describe('scope keys', () => {
  it('come back as what they were made of', () => {
    const scopes = scopesOf(published({ ...own, language: 'pt-BR' }).article);
    for (const { kind, value } of scopes) expect(parseScopeKey(scopeKey({ kind, value }))).toEqual({ kind, value });
  });

  it.each(['x/y', 'tags', 'tags/', '/tags/a', 'tags/a/b', 'constructor/x', '__proto__/x'])('%s is none', (key) => {
    expect(parseScopeKey(key)).toBeNull();
  });

  it('know four folders and nothing every object has', () => {
    expect(['sections', 'tags', 'authors', 'languages'].map(kindOf)).toEqual(['section', 'tag', 'author', 'language']);
    for (const folder of ['toString', 'section', '', undefined]) expect(kindOf(folder)).toBeNull();
  });
});

describe('namedScope', () => {
  it('takes the names of sections and languages from the publication, before anything is in them', () => {
    expect(namedScope({ kind: 'all', value: '' }, null, publication)?.name).toBe('Harbour Light');
    expect(namedScope({ kind: 'section', value: 'islands' }, null, publication)?.name).toBe('Islands');
    expect(namedScope({ kind: 'language', value: 'pt-BR' }, null, publication)?.name).toBe('Português');
  });

  it('takes those of tags and authors from what is in them, so that they are no more when they are empty', () => {
    expect(namedScope({ kind: 'tag', value: 'ferries' }, 'Ferries', publication)?.name).toBe('Ferries');
    expect(namedScope({ kind: 'author', value: 'nobody' }, null, publication)).toBeNull();
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'sport', ''])(
    'knows no section or language %s',
    (value) => {
      expect(namedScope({ kind: 'section', value }, null, publication)).toBeNull();
      expect(namedScope({ kind: 'language', value }, null, publication)).toBeNull();
    },
  );

  it('speaks its own language if it is one', () => {
    expect(scopeLanguage({ kind: 'language', value: 'ar' }, publication)).toBe('ar');
    expect(scopeLanguage({ kind: 'tag', value: 'ar' }, publication)).toBe('en');
  });
});

it('a tag or author in an address is a slug; languages and sections are whatever the publication calls them', () => {
  expect(isScopeValue('tag', 'a.b')).toBe(false);
  expect(isScopeValue('author', 'Ines')).toBe(false);
  expect(isScopeValue('tag', 'ferries')).toBe(true);
  expect(isScopeValue('language', 'pt-BR')).toBe(true);
});
