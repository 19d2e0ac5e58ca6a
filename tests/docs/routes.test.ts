/** Every address is in docs/http.md, and docs/http.md has no other. */
import { describe, expect, it, vi } from 'vitest';
import { API_ROUTES } from '../../src/routes/api.ts';
import { PUBLIC_ROUTES } from '../../src/routes/public.ts';
import { codes, read, rowsBelow, sorted } from './documents.ts';

// Base classes are all that our modules want of the platform when they are loaded.
vi.mock('cloudflare:workers', () => ({ DurableObject: Object, WorkerEntrypoint: Object }));

const text = read('docs/http.md');

/** How the docs write what a route matches. */
const WRITTEN: readonly (readonly [string, string])[] = [
  [':file{feed\\.(rss|atom|json)}', 'feed.{format}'],
  [':file{[0-9]+-[0-9]+\\.(rss|atom|json)}', '{n}-{recall}.{format}'],
  [':file{[0-9a-f]{64}\\.[a-z]+}', '{hash}.{ext}'],
  [':file{copy\\.(html|md|txt|json)}', 'copy.{type}'],
  [':file{[A-Za-z0-9_-]+\\.(svg|gif)}', '{token}.{ext}'],
  [':file{[a-z0-9-]+(\\.tdm)?\\.jsonld}', '{name}.jsonld'],
  [':folder{sections|tags|authors|languages}', '{folder}'],
  [':value', '{value}'],
  [':slug', '{slug}'],
  [':id{.+}', '{id}'],
  [':id', '{id}'],
  [':hash', '{hash}'],
  [':token', '{token}'],
  [':who', '{key}'],
  [':key', '{key}'],
  [':domain', '{domain}'],
  [':table', '{table}'],
  [':export', '{export}'],
  [':number{[0-9]+}', '{number}'],
];

const written = (pattern: string): string =>
  WRITTEN.reduce((path, [route, words]) => path.replaceAll(route, words), pattern);

/** Not among the routes of the public: answered by the app itself, by routes with forms or a key, and by the platform. */
const OTHERS = [
  '/healthz',
  '/favicon.ico',
  '/assets/…',
  '/api/openapi.json',
  '/desk',
  '/portal',
  '/republish/{slug}/request',
  '/republish/{slug}/request/check',
];

describe('docs/http.md', () => {
  it('has every public address, and no other', () => {
    const documented = rowsBelow(text, '## Public URLs')
      .flatMap(([url = '']) => codes(url))
      .filter((url) => url.startsWith('/'));
    expect(sorted(documented)).toEqual(sorted([...PUBLIC_ROUTES.map(([path]) => written(path)), ...OTHERS]));
  });

  it('has every call of the editor API with its scope, and no other', () => {
    const documented = [...text.matchAll(/^### `([A-Z]+ \/api\S*)`\n\nScope `(\w+)`/gm)].map(
      ([, call, scope]) => `${call} ${scope}`,
    );
    const calls = API_ROUTES.map(({ method, path, scope }) => `${method} /api${written(path)} ${scope}`);
    expect(sorted(documented)).toEqual(sorted(calls));
  });
});

describe('README.md', () => {
  it.each(PUBLIC_ROUTES.map(([path]) => [path.split('/')[1] ?? '']))('has the addresses below /%s', (first) => {
    const urls = codes(read('README.md')).join(' ');
    const folder = written(`/${first}`).replace('feed.{format}', 'feed.rss').replace('{folder}', 'sections');
    expect(urls).toContain(folder);
  });
});
