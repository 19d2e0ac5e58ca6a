import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '../../scripts/content/front-matter.ts';
import { article, mistakesOf } from './newsroom.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('front matter and body are told apart', () => {
  test('with the lines they begin at', () => {
    const parts = splitFrontMatter(bytes('---\ntitle: A\n---\n\nBody\n'));
    expect(parts).toEqual({ ok: true, value: { head: 'title: A', headLine: 2, body: '\nBody\n', bodyLine: 4 } });
  });

  test('with a byte order mark and CRLF', async () => {
    const windows = `\uFEFF${article().replaceAll('\n', '\r\n')}`;
    expect(await mistakesOf(windows)).toEqual([]);
  });

  test('a line of dashes in the body is a rule, not a fence', async () => {
    expect(await mistakesOf(article('', 'Above\n\n---\n\nBelow'))).toEqual([]);
  });

  test.each([
    [
      'no front matter',
      'Just text\n',
      '1  front matter  missing. Begin the file with a line of ---, then the fields, then a line of ---',
    ],
    [
      'an empty file',
      '',
      '1  front matter  missing. Begin the file with a line of ---, then the fields, then a line of ---',
    ],
    [
      'unclosed',
      '---\ntitle: A\n\nBody\n',
      '1  front matter  opened and never closed. Write --- on a line of its own after the last field',
    ],
    [
      'TOML',
      '+++\ntitle = "A"\n+++\nBody\n',
      '1  front matter  is TOML (+++), which is not read here. Write it as YAML, between two lines of ---',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await mistakesOf(text)).toEqual([expected]);
  });

  test('bytes that are not UTF-8, with their line', async () => {
    const latin1 = Buffer.from(article('dek: A café'), 'latin1');
    expect(await mistakesOf(latin1)).toEqual(['6  file  not UTF-8. Save the file with the encoding UTF-8']);
  });

  test('an empty body', async () => {
    expect(await mistakesOf(article('', '  '))).toEqual(['7  body  empty. Write the article below the front matter']);
    expect(await mistakesOf(article('', '').trimEnd())).toEqual([
      '6  body  empty. Write the article below the front matter',
    ]);
    expect(await mistakesOf(article('', 'A'))).toEqual([]);
  });

  test('a body of which nothing is left', async () => {
    const [line] = await mistakesOf(article('', '<script>alert(1)</script>'));
    expect(line).toContain('7  body  Nothing is left of the body');
  });
});

describe('YAML that cannot be read is reported with its line', () => {
  test.each([
    [
      'a colon in plain text',
      'dek: Tonight: fog',
      '6  front matter  not YAML. Put text that holds a colon and a space in quotes',
    ],
    ['a field twice', 'dek: A\ndek: B', '7  front matter  dek is written twice. Keep one'],
    ['a tab', 'photo:\n\tsrc: a.png', '7  front matter  indented with a tab. Indent with spaces'],
  ])('%s', async (_, fields, expected) => {
    expect(await mistakesOf(article(fields))).toContain(expected);
  });

  test('a list instead of fields', async () => {
    expect(await mistakesOf('---\n- a\n---\nBody\n')).toEqual([
      '2  front matter  not a list of fields. Write lines of name: value',
    ]);
  });

  test.each([
    ['an anchor inside itself', 'tags: &a [*a]'],
    ['nesting without end', `tags: ${'['.repeat(20_000)}`],
    [
      'a bomb of aliases',
      [
        'a: &a [1,1,1,1,1,1,1,1,1]',
        ...'bcdefgh'.split('').map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[index]}`)}]`),
      ].join('\n'),
    ],
  ])('%s', async (_, fields) => {
    expect(await mistakesOf(article(fields))).not.toEqual([]);
  });

  test('fields with nothing behind them are left out', async () => {
    expect(await mistakesOf(article('dek:\ntags:\nphoto:\nupdated: null'))).toEqual([]);
  });
});
