import { describe, expect, test } from 'vitest';
import { fakeService } from './fake-service.ts';
import { article, hashOf, newsroom, PUBLICATION } from './newsroom.ts';
import { png } from './photo-bytes.ts';
import { run } from './run-publish.ts';

const idOf = (name: string): string => `tag:harbourlight.example,2026:${name}`;
const named = (name: string, fields = '', body?: string): string =>
  article(`slug: ${name}\nid: ${idOf(name)}${fields === '' ? '' : `\n${fields}`}`, body);

const files = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [`articles/${name}.md`, named(name)]));

describe('only what changed is sent', () => {
  test('everything at first, nothing the second time, one article after a change', async () => {
    const service = await fakeService();
    const room = newsroom(files(['a', 'b', 'c']));
    const first = await run(room, service);
    expect(first.report).toEqual({ published: 3, unchanged: 0, broken: 0, withdrawn: 0, complete: true });
    expect(first.said).toEqual(['3/3 articles', '3 published, 0 unchanged, 0 broken, 0 withdrawn']);
    expect(first.requests).toEqual([
      'GET /api/publication',
      'PUT /api/publication',
      'GET /api/articles?limit=500',
      'POST /api/articles 3',
    ]);
    const second = await run(room, service);
    expect(second.said).toEqual(['0 published, 3 unchanged, 0 broken, 0 withdrawn']);
    expect(second.requests.filter((line) => !line.startsWith('GET'))).toEqual([]);
    room.write('articles/b.md', named('b', '', 'Changed.'));
    expect((await run(room, service)).said.at(-1)).toBe('1 published, 2 unchanged, 0 broken, 0 withdrawn');
  });

  test('the publication goes again when it differs', async () => {
    const service = await fakeService();
    const room = newsroom();
    await run(room, service);
    room.write('publication.yaml', `# a remark\n${PUBLICATION}`);
    expect((await run(room, service)).requests).not.toContain('PUT /api/publication');
    room.write('publication.yaml', PUBLICATION.replace('Ferries.', 'Boats.'));
    expect((await run(room, service)).requests).toContain('PUT /api/publication');
  });

  test('a photo only if it is not there, and only for an article that is sent', async () => {
    const service = await fakeService();
    const photo = 'photo: { src: a.png, alt: A, credit: B }';
    const room = newsroom({
      'articles/a.md': named('a', photo),
      'articles/b.md': named('b', photo),
      'articles/a.png': png(),
    });
    const asset = hashOf(png());
    const media = (requests: readonly string[]) => requests.filter((line) => line.includes('/api/assets'));
    expect(media((await run(room, service)).requests)).toEqual([`GET /api/assets/${asset}`, 'PUT /api/assets']);
    expect(media((await run(room, service)).requests)).toEqual([]);
    room.write('articles/a.md', named('a', `${photo}\ndek: New`));
    expect(media((await run(room, service)).requests)).toEqual([`GET /api/assets/${asset}`]);
    expect(service.assets).toEqual(new Set([asset]));
  });

  test('drafts stay here, broken files too, and the right ones go', async () => {
    const service = await fakeService();
    const room = newsroom({
      ...files(['a']),
      'articles/d.md': named('d', 'draft: true'),
      'articles/x.md': named('x', 'draft: maybe'),
    });
    const { report, said } = await run(room, service);
    expect(report).toEqual({ published: 1, unchanged: 0, broken: 1, withdrawn: 0, complete: false });
    expect(said).toEqual([
      'articles/x.md:7  draft  is text, and must be true or false. Write draft: true or draft: false',
      '1/1 articles',
      '1 published, 0 unchanged, 1 broken, 0 withdrawn, 1 draft kept back',
    ]);
    expect([...service.articles.keys()]).toEqual([idOf('a')]);
  });

  test('nothing goes without a publication, without a key, or with --check', async () => {
    const service = await fakeService();
    const room = newsroom({ 'articles/a.md': named('a').replace(/^id: .*\n/m, '') });
    const before = room.read('articles/a.md');
    expect((await run(room, service, { key: null })).said).toEqual([
      'Nothing was published, for want of the editor key: set EDITOR_KEY.',
    ]);
    const checked = await run(room, service, { check: true });
    expect(checked.report.complete).toBe(true);
    expect(checked.said).toEqual(['1 of 1 articles right, 0 files broken']);
    room.write('publication.yaml', 'title: A\n');
    expect((await run(room, service)).said.at(-1)).toBe(
      'Nothing was published, for want of publication.yaml, on which every article depends.',
    );
    expect(room.read('articles/a.md').equals(before)).toBe(true);
    expect(service.requests).toEqual([]);
  });
});

describe('articles go in groups', () => {
  test('of at most three, oldest first', async () => {
    const service = await fakeService();
    const names = ['d', 'c', 'b', 'a'];
    const room = newsroom(
      Object.fromEntries(
        names.map((name, index) => [`articles/${name}.md`, named(name, `date: 2026-11-0${index + 1}`)]),
      ),
    );
    const { requests, said } = await run(room, service);
    expect(requests.filter((line) => line.startsWith('POST'))).toEqual([
      'POST /api/articles 3',
      'POST /api/articles 1',
    ]);
    expect([...service.articles.values()].map(({ slug }) => slug)).toEqual(names);
    expect(said.slice(0, 2)).toEqual(['3/4 articles', '4/4 articles']);
  });

  test('of at most 2 MB', async () => {
    const service = await fakeService();
    const long = 'word '.repeat(180_000);
    const room = newsroom({
      'articles/a.md': named('a', '', long),
      'articles/b.md': named('b', '', long),
      'articles/c.md': named('c', '', long),
    });
    const { requests } = await run(room, service);
    expect(requests.filter((line) => line.startsWith('POST'))).toEqual([
      'POST /api/articles 2',
      'POST /api/articles 1',
    ]);
    expect(Math.max(...service.sizes)).toBeLessThanOrEqual(2_000_000);
  });
});

describe('ids', () => {
  test('are written before anything is sent, and are the same in the next run', async () => {
    const service = await fakeService();
    const room = newsroom({ 'articles/a.md': named('a').replace(/^id: .*\n/m, '') });
    service.misbehave('GET /api/publication', 'hang up');
    const broken = await run(room, service);
    expect(broken.report.complete).toBe(false);
    const id = /^---\nid: (tag:\S+)\n/.exec(room.read('articles/a.md').toString())?.[1];
    expect((await run(room, service)).report.published).toBe(1);
    expect([...service.articles.keys()]).toEqual([id]);
  });

  test('under CI no file is written', async () => {
    const service = await fakeService();
    const room = newsroom({ 'articles/a.md': named('a').replace(/^id: .*\n/m, '') });
    const { report, said } = await run(room, service, { ci: true });
    expect(report.broken).toBe(1);
    expect(said[0]).toContain('articles/a.md:1  id  missing');
    expect(room.read('articles/a.md').toString()).not.toContain('id:');
  });
});

describe('files that vanished', () => {
  test('are named, and withdrawn only with --prune', async () => {
    const service = await fakeService();
    const room = newsroom(files(['a', 'b']));
    await run(room, service);
    room.remove('articles/b.md');
    const told = await run(room, service);
    expect(told.report).toMatchObject({ withdrawn: 0, complete: true });
    expect(told.said.slice(0, 3)).toEqual([
      `No file holds these articles any more, and ${service.base} still shows them:`,
      '  b',
      'To withdraw them: npm run publish -- --prune',
    ]);
    const pruned = await run(room, service, { prune: true });
    expect(pruned.said).toEqual(['b  withdrawn', '0 published, 1 unchanged, 0 broken, 1 withdrawn']);
    expect(service.articles.get(idOf('b'))?.status).toBe('withdrawn');
    expect((await run(room, service, { prune: true })).report.withdrawn).toBe(0);
    room.write('articles/b.md', named('b'));
    expect((await run(room, service)).report.published).toBe(1);
    expect(service.articles.get(idOf('b'))?.status).toBe('usable');
  });

  test('drafts and broken files have not vanished', async () => {
    const service = await fakeService();
    const room = newsroom(files(['a', 'b']));
    await run(room, service);
    room.write('articles/a.md', named('a', 'draft: true'));
    room.write('articles/b.md', named('b', 'draft: maybe'));
    expect((await run(room, service, { prune: true })).report.withdrawn).toBe(0);
    expect(service.requests.some((line) => line.startsWith('DELETE'))).toBe(false);
  });

  test.each([
    ['a file that cannot be read', { 'articles/x.md': Buffer.from('---\ntitle: \xff\n---\n', 'latin1') }],
    ['a file with an id that is none', { 'articles/x.md': named('x', 'id: x').replace(idOf('x'), 'x') }],
    ['a file that got its id just now', { 'articles/x.md': named('x').replace(/^id: .*\n/m, '') }],
  ])('nothing is withdrawn beside %s', async (_, more) => {
    const service = await fakeService();
    const room = newsroom(files(['a', 'b']));
    await run(room, service);
    room.remove('articles/b.md');
    for (const [path, data] of Object.entries(more)) room.write(path, data);
    const { report, said } = await run(room, service, { prune: true });
    expect(report).toMatchObject({ withdrawn: 0, complete: false });
    expect(said.join('\n')).toContain('None was withdrawn: no id could be read in articles/x.md');
    expect(service.articles.get(idOf('b'))?.status).toBe('usable');
  });

  test('an empty folder withdraws nothing', async () => {
    const service = await fakeService();
    const room = newsroom(files(['a']));
    await run(room, service);
    room.remove('articles/a.md');
    expect((await run(room, service, { prune: true })).said.join('\n')).toContain('there are no article files at all');
  });
});
