/** The name a document is cached under says all it depends on, and can be read back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { State } from '../../src/catalogue/state.ts';
import { FORMAT_NAMES } from '../../src/feed/formats.ts';
import { archiveUrl, isFinished, lastArchive } from '../../src/serve/archive-numbers.ts';
import { type DocumentRequest, documentKey, parseDocumentKey } from '../../src/serve/document-key.ts';
import { hostile } from '../feed/arbitrary.ts';
import { BASE, publication } from '../feed/fixtures.ts';

const state: State = {
  seq: 42,
  recall: 7,
  arrivals: 250,
  nextDue: null,
  publication,
  publicationSeq: 1,
  publicationAt: 0,
  renderer: 'abc123',
  storedRenderer: 'abc123',
};

const format = fc.constantFrom(...FORMAT_NAMES);
const word = hostile.map((text) => text.toWellFormed()).filter((text) => text !== '');
const scope = fc.oneof(
  fc.constant({ kind: 'all' as const, value: '' }),
  fc.record({
    kind: fc.constantFrom('section' as const, 'tag' as const, 'author' as const, 'language' as const),
    value: fc
      .oneof(fc.constantFrom('ferries', 'pt-BR', '日本', 'عبارة', 'a?b', 'a#b', 'a%2fb', '..', '.'), word)
      .filter((text) => !text.includes('/')),
  }),
);
const request: fc.Arbitrary<DocumentRequest> = fc.oneof(
  fc.record({
    kind: fc.constant('feed' as const),
    scope,
    format,
    gzip: fc.boolean(),
    since: fc.option(fc.nat(), { nil: null }),
  }),
  fc.record({ kind: fc.constant('archive' as const), number: fc.nat(1000), format, gzip: fc.boolean() }),
  fc.record({
    kind: fc.constant('page' as const),
    path: fc.oneof(
      fc.constantFrom('/', '/articles/日本', '/a/../b', '/.', '/?a#b', '/%2e%2e'),
      word.map((text) => `/${text}`),
    ),
    hour: fc.nat(),
  }),
  fc.record({
    kind: fc.constant('photo' as const),
    asset: fc.constant('a'.repeat(64)),
    extension: fc.constantFrom('jpg', 'avif'),
  }),
);

const versionIn = (key: string): string => new URL(key).pathname.split('/')[1] ?? '';

describe('a document’s key', () => {
  it('comes back as the request it was made of', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const found = parseDocumentKey(documentKey(asked, state));
        expect(found?.request).toEqual(asked);
        expect(found?.version.renderer).toBe('abc123');
      }),
      { numRuns: 2000 },
    );
  });

  it('is one of its own for every request', () => {
    fc.assert(
      fc.property(request, request, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(documentKey(one, state) === documentKey(other, state)).toBe(same);
      }),
      { numRuns: 2000 },
    );
  });

  const feed = { kind: 'feed', scope: { kind: 'all', value: '' }, format: 'rss', gzip: true, since: null } as const;
  const archive = (number: number) => ({ kind: 'archive', number, format: 'rss', gzip: true }) as const;
  const photo = { kind: 'photo', asset: 'a'.repeat(64), extension: 'jpg' } as const;

  it('of a feed or page moves with every change', () => {
    expect(versionIn(documentKey(feed, state))).toBe('s42');
    expect(versionIn(documentKey({ kind: 'page', path: '/', hour: 1 }, state))).toBe('s42');
  });

  it('of a photo or finished archive moves only when something is taken away', () => {
    expect(versionIn(documentKey(photo, state))).toBe('r7');
    expect(versionIn(documentKey(archive(2), state))).toBe('r7');
    expect(versionIn(documentKey(archive(3), state))).toBe('s42');
  });

  it('moves with the renderer', () => {
    expect(documentKey(feed, { ...state, renderer: 'def' })).not.toBe(documentKey(feed, state));
  });

  it.each([
    'https://documents.internal/',
    'https://documents.internal/s1/r/feed/xml/gzip/all/',
    'https://documents.internal/x1/r/photo/a/jpg',
    'https://documents.internal/s/r/photo/a/jpg',
    'https://documents.internal/s1.5/r/photo/a/jpg',
    'https://documents.internal/s1/r/other/a',
    'https://documents.internal/s1/r/feed/rss/gzip/all/folder%2Fa',
  ])('is never %s', (key) => {
    expect(parseDocumentKey(key)).toBeNull();
  });

  it('that nobody made is null, not an exception', () => {
    const path = fc.webPath().map((rest) => `https://documents.internal${rest}`);
    fc.assert(
      fc.property(path, (key) => {
        expect(() => parseDocumentKey(key)).not.toThrow();
      }),
      { numRuns: 500 },
    );
    expect(parseDocumentKey('https://documents.internal/s1/r/feed/rss/gzip/all/%ff')).toBeNull();
  });
});

describe('archives', () => {
  const counted = (arrivals: number) => ({
    arrivals,
    publication: { ...publication, feedItems: 30, archiveItems: 100 },
  });

  it.each([
    [0, 0],
    [30, 0],
    [31, 1],
    [100, 1],
    [101, 2],
    [250, 3],
  ])('after %i arrivals number %i is the newest', (arrivals, newest) => {
    expect(lastArchive(counted(arrivals))).toBe(newest);
  });

  it('are finished once they are full, and stay so', () => {
    expect(isFinished(1, counted(99))).toBe(false);
    expect(isFinished(1, counted(100))).toBe(true);
    expect(isFinished(1, counted(10_000))).toBe(true);
  });

  it('have recall in their address, which moves when something is taken away', () => {
    expect(archiveUrl(BASE, 3, 7, 'atom')).toBe(`${BASE}/archive/3-7.atom`);
  });
});
