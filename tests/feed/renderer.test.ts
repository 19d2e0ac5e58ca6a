/** Stored entries are rendered again only when RENDERER moves: it has to move with the output. */
import { expect, it } from 'vitest';
import { FORMAT_NAMES, RENDERER } from '../../src/feed/formats.ts';
import { removalOf } from '../../src/feed/notice.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { renderCopies } from '../../src/partner-feed/copy-entry.ts';
import { entryOf, NOW, own, published, repost, site } from './fixtures.ts';

const gone = { ...own, status: 'withdrawn' as const, withdrawal: { reason: 'Wrong.', date: '2026-11-15T12:00:00Z' } };

/** SHA-256 of the fixtures' entries, since 2 with their copies, by RENDERER. Old ones stay: they show that the number moved. */
const RECORDED: Readonly<Record<string, string>> = {
  1: '94dd160b58cc31df76d653fef15b955b04f568ec8796f716ea6090c92fcce255',
  2: '4f5ad111379b44791c54fd1999d7ad6eb480f33f2859e1ee7a353f2c43e8638c',
};

it('same fixtures, same bytes, as long as RENDERER says so', async () => {
  const entries = [own, repost, gone].flatMap((document) =>
    FORMAT_NAMES.map((format) => entryOf(published(document), format)),
  );
  const copies = [own, repost, gone].map((document) => {
    const full = published(document);
    return JSON.stringify(renderCopies(full, removalOf(full.article, NOW), site));
  });
  expect(
    await sha256([...entries, ...copies].join('\n')),
    'The output moved: raise RENDERER in src/feed/formats.ts and record the new hashes here',
  ).toBe(RECORDED[RENDERER]);
});

it('no two renderers are recorded with the same output', () => {
  const hashes = Object.values(RECORDED);
  expect(new Set(hashes).size).toBe(hashes.length);
});
