/** Stored entries are rendered again only when RENDERER moves: it has to move with the output. */
import { expect, it } from 'vitest';
import { FORMAT_NAMES, RENDERER } from '../../src/feed/formats.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { entryOf, own, published, repost } from './fixtures.ts';

const gone = { ...own, status: 'withdrawn' as const, withdrawal: { reason: 'Wrong.', date: '2026-11-15T12:00:00Z' } };

/** SHA-256 of the fixtures' entries, by RENDERER. Old ones stay: they show that the number moved. */
const RECORDED: Readonly<Record<string, string>> = {
  1: '94dd160b58cc31df76d653fef15b955b04f568ec8796f716ea6090c92fcce255',
};

it('same fixtures, same bytes, as long as RENDERER says so', async () => {
  const entries = [own, repost, gone].flatMap((document) =>
    FORMAT_NAMES.map((format) => entryOf(published(document), format)),
  );
  expect(
    await sha256(entries.join('\n')),
    'The output moved: raise RENDERER in src/feed/formats.ts and record the new hashes here',
  ).toBe(RECORDED[RENDERER]);
});

it('no two renderers are recorded with the same output', () => {
  const hashes = Object.values(RECORDED);
  expect(new Set(hashes).size).toBe(hashes.length);
});
