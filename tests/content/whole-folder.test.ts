import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkArticle } from '../../scripts/content/article-file.ts';
import { article, ID, newsroom, PUBLICATION, zeros } from './newsroom.ts';

describe('a folder', () => {
  test('every mistake of every file is reported', async () => {
    const room = newsroom({
      'articles/a.md': article('draft: 1'),
      'articles/b/c.md': article('id: x'),
      'articles/d.md': 'Text',
    });
    expect((await room.mistakes()).map((line) => line.split('  ').slice(0, 2))).toEqual([
      ['articles/a.md:6', 'draft'],
      ['articles/b/c.md:5', 'id'],
      ['articles/d.md:1', 'front matter'],
      ['articles/a.md:1', 'slug'],
      ['articles/b/c.md:1', 'slug'],
    ]);
  });

  test('an id twice names both files; the rest goes on', async () => {
    const room = newsroom({
      'articles/a.md': article('slug: a'),
      'articles/b.md': article('slug: b'),
      'articles/c.md': article('slug: c\nid: tag:harbourlight.example,2026:c'),
    });
    expect(await room.mistakes()).toEqual([
      expect.stringMatching(`^articles/a.md:2 {2}id {2}${ID} is also the id of .*articles/b.md. Remove`),
      expect.stringMatching(`^articles/b.md:2 {2}id {2}${ID} is also the id of .*articles/a.md. Remove`),
    ]);
    expect((await room.check()).articles.map(({ ready }) => ready?.slug)).toEqual([undefined, undefined, 'c']);
  });

  test('a slug twice, and a slug that is an alias elsewhere', async () => {
    const other = 'id: tag:harbourlight.example,2026:c';
    const same = newsroom({ 'articles/a.md': article('slug: a'), 'articles/b.md': article(`slug: a\n${other}`) });
    expect((await same.mistakes()).map((line) => line.split(' is also')[0])).toEqual([
      'articles/a.md:6  slug  "a"',
      'articles/b.md:5  slug  "a"',
    ]);
    const alias = newsroom({
      'articles/a.md': article('slug: a'),
      'articles/b.md': article(`slug: b\n${other}\naliases: [a]`),
    });
    expect((await alias.mistakes()).map((line) => line.split(' is also')[0])).toEqual([
      'articles/a.md:6  slug  "a"',
      'articles/b.md:7  aliases  "a"',
    ]);
    const own = newsroom({ 'articles/a.md': article('slug: a\naliases: [a]') });
    expect(await own.mistakes()).toEqual([]);
  });

  test('hidden files and other files are not articles', async () => {
    const room = newsroom({ 'articles/._a.md': 'x', 'articles/.git/b.md': 'x', 'articles/notes.txt': 'x' });
    expect(await room.check()).toMatchObject({ articles: [], mistakes: [] });
  });
});

describe('publication.yaml', () => {
  test('missing', async () => {
    const room = newsroom();
    room.remove('publication.yaml');
    expect(await room.mistakes()).toEqual([
      'publication.yaml:1  file  missing. Write it as docs/content.md says, or name its folder: --content DIR',
    ]);
  });

  test('its mistakes, with their lines; articles are checked all the same', async () => {
    const broken = PUBLICATION.replace('timeZone: Europe/Oslo', 'timezone: Europe/Oslo\nfeedItems: 101').replace(
      'contact: desk@',
      'contact: ',
    );
    const room = newsroom({ 'publication.yaml': broken, 'articles/a.md': article('draft: 1\nsection: any') });
    expect(await room.mistakes()).toEqual([
      'publication.yaml:5  timezone  unknown. Did you mean "timeZone"?',
      'publication.yaml:1  timeZone  missing. Write an IANA time zone: timeZone: Europe/Oslo',
      'publication.yaml:11  contact  Write an email address',
      expect.stringContaining('publication.yaml:6  feedItems'),
      'articles/a.md:6  draft  is a number, and must be true or false. Write draft: true or draft: false',
    ]);
  });

  test.each([
    [0, false],
    [1, true],
    [100, true],
    [101, false],
  ])('feedItems: %i', async (items, right) => {
    const room = newsroom({ 'publication.yaml': `${PUBLICATION}feedItems: ${items}\n` });
    expect((await room.mistakes()).length === 0).toBe(right);
  });
});

describe('whatever stands in a file', () => {
  const context = { contentDir: '/nowhere', publication: null, mayMint: true, random: zeros, now: Date.UTC(2026, 11) };
  const lines = (text: string): number => text.split('\n').length;

  async function expectMistakesInside(text: string): Promise<void> {
    const checked = await checkArticle(new TextEncoder().encode(text), '/nowhere/articles/a.md', context);
    expect(checked.ready !== null || checked.mistakes.length > 0).toBe(true);
    for (const { line, detail } of checked.mistakes) {
      expect(line).toBeGreaterThanOrEqual(1);
      expect(line).toBeLessThanOrEqual(lines(text));
      expect(detail).not.toBe('');
    }
  }

  test('random text is an article, or has mistakes on lines of the file', async () => {
    const printable = fc.string({
      unit: fc.oneof(
        fc.constantFrom('\n', ': ', '- ', '"', '{', '[', '&a', '*a', '#', '|', '\t'),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(printable, fc.string(), (head, body) => expectMistakesInside(`---\n${head}\n---\n${body}`)),
      { numRuns: 500 },
    );
  });

  test('so does random data in known fields', async () => {
    const names = [
      'id',
      'title',
      'date',
      'authors',
      'photo',
      'photos',
      'origin',
      'tags',
      'withdrawal',
      'status',
      'corrections',
      'section',
      'x',
    ];
    const value = fc.jsonValue({ maxDepth: 4 });
    const data = fc.dictionary(fc.constantFrom(...names), value);
    await fc.assert(
      fc.asyncProperty(data, (fields) =>
        expectMistakesInside(
          `---\n${Object.entries(fields)
            .map(([name, each]) => `${name}: ${JSON.stringify(each)}`)
            .join('\n')}\n---\nBody`,
        ),
      ),
      { numRuns: 500 },
    );
  });
});
