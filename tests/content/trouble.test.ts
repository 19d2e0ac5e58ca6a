import { describe, expect, test } from 'vitest';
import { fakeService } from './fake-service.ts';
import { article, newsroom } from './newsroom.ts';
import { png } from './photo-bytes.ts';
import { NOW, run } from './run-publish.ts';

const named = (name: string, fields = ''): string =>
  article(`slug: ${name}\nid: tag:harbourlight.example,2026:${name}${fields === '' ? '' : `\n${fields}`}`);
const many = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`articles/a${index}.md`, named(`a${index}`)]));

describe('a service that is busy', () => {
  test('is asked again after the time it names', async () => {
    const service = await fakeService();
    service.misbehave('GET /api/publication', { status: 503, headers: { 'Retry-After': '3' } });
    service.misbehave(
      'POST',
      { status: 429, headers: { 'Retry-After': new Date(NOW + 7000).toUTCString() } },
      { status: 503 },
    );
    const { report, waited } = await run(newsroom(many(1)), service);
    expect(report.complete).toBe(true);
    expect(waited).toEqual([3000, 7000, 2000]);
  });

  test('is asked six times, not for ever', async () => {
    const service = await fakeService();
    service.misbehave('GET', ...Array.from({ length: 6 }, () => ({ status: 503 })));
    const { said, waited, requests } = await run(newsroom(many(1)), service);
    expect(waited).toEqual([1000, 2000, 4000, 8000, 16000]);
    expect(requests).toHaveLength(6);
    expect(said).toEqual([`${service.base} is too busy (503). What was sent stays: run it again later`]);
  });

  test.each([
    [60, true],
    [61, false],
  ])('that says %i seconds: waited for? %s', async (seconds, waits) => {
    const service = await fakeService();
    service.misbehave('GET', { status: 503, headers: { 'Retry-After': String(seconds) } });
    const { report } = await run(newsroom(many(1)), service);
    expect(report.complete).toBe(waits);
  });
});

describe('what stops a run', () => {
  test('in the middle: the next one sends the rest', async () => {
    const service = await fakeService();
    const room = newsroom(many(12));
    service.misbehave('POST', { status: 503 }, 'hang up');
    const first = await run(room, service);
    expect(first.report.complete).toBe(false);
    expect(first.said.at(-2)).toContain('broke off');
    expect(first.said.at(-1)).toBe('0 published, 0 unchanged, 0 broken, 0 withdrawn');
    service.misbehave('POST', { status: 429 });
    expect((await run(room, service)).report).toMatchObject({ published: 12, complete: true });
    expect((await run(room, service)).report).toMatchObject({ published: 0, unchanged: 12 });
  });

  test('after the first group: only the others go in the next run', async () => {
    const service = await fakeService();
    const room = newsroom({ ...many(4), 'articles/z.png': png() });
    // The fourth is the newest, and its photo is where the connection breaks.
    room.write('articles/a3.md', named('a3', 'date: 2026-11-09\nphoto: { src: z.png, alt: A, credit: B }'));
    service.misbehave('PUT /api/assets', 'hang up');
    expect((await run(room, service)).said.at(-1)).toBe('3 published, 0 unchanged, 0 broken, 0 withdrawn');
    const second = await run(room, service);
    expect(second.said.at(-1)).toBe('1 published, 3 unchanged, 0 broken, 0 withdrawn');
    expect(second.requests.filter((line) => line.startsWith('POST'))).toEqual(['POST /api/articles 1']);
  });

  test('nobody there', async () => {
    const service = await fakeService();
    const { said, report } = await run(newsroom(many(1)), service, { to: 'http://127.0.0.1:9' });
    expect(said).toEqual(['nothing answers at http://127.0.0.1:9: is it running? npm start']);
    expect(report.complete).toBe(false);
  });

  test.each([401, 403])('the wrong key (%i)', async (status) => {
    const service = await fakeService();
    service.misbehave('GET', { status });
    const { said } = await run(newsroom(many(1)), service);
    expect(said).toEqual([
      `${service.base} refuses the editor key (${status}). Set EDITOR_KEY to the one the service was given`,
    ]);
  });

  test('a service that is another one', async () => {
    const service = await fakeService();
    service.misbehave('GET', { status: 200, body: '<!doctype html>' });
    const { said } = await run(newsroom(many(1)), service);
    expect(said).toEqual([`${service.base} does not answer as Tearsheet does. Is the address right?`]);
  });
});

describe('an article the service refuses', () => {
  test('is reported with its file, line and field; the others arrive', async () => {
    const service = await fakeService();
    const room = newsroom({ 'articles/a.md': named('a', 'tags:\n  - one\n  - two'), 'articles/b.md': named('b') });
    service.refusals.set('a', {
      title: 'Not an article',
      status: 422,
      errors: [
        { pointer: '/tags/1', detail: 'No such tag' },
        { pointer: '/byline/0/name', detail: 'Not a name' },
        { pointer: '/body', detail: 'Too dull' },
      ],
    });
    const { report, said } = await run(room, service);
    expect(report).toMatchObject({ published: 1, broken: 1, complete: false });
    expect(said.slice(1, 4)).toEqual([
      'articles/a.md:4  authors[1].name  Not a name',
      'articles/a.md:9  tags[2]  No such tag',
      'articles/a.md:11  body  Too dull',
    ]);
  });

  test('also when its id has just moved its lines', async () => {
    const service = await fakeService();
    const room = newsroom({ 'articles/a.md': named('a').replace(/^id: .*\n/m, '') });
    service.refusals.set('a', { errors: [{ pointer: '/slug', detail: 'Taken' }] });
    const { said } = await run(room, service);
    expect(said.at(-2)).toBe('articles/a.md:6  slug  Taken');
    expect(room.read('articles/a.md').toString().split('\n')[5]).toBe('slug: a');
  });

  test('without saying where', async () => {
    const service = await fakeService();
    service.refusals.set('a0', { title: 'Conflict', detail: 'Another article has this slug.' });
    expect((await run(newsroom(many(1)), service)).said).toContain(
      'articles/a0.md:1  article  Another article has this slug.',
    );
  });

  test('and an answer with a line too few', async () => {
    const service = await fakeService();
    service.misbehave('POST', { status: 200, body: '{"line":1,"changed":true}\n' });
    const { report, said } = await run(newsroom(many(2)), service);
    expect(report).toMatchObject({ published: 1, broken: 1 });
    expect(said).toContain('articles/a1.md:1  article  got no answer from the service. Run it again');
  });

  test('and a group that is refused as a whole', async () => {
    const service = await fakeService();
    service.misbehave('POST', { status: 500, body: '{"title":"Internal error"}' });
    const { report, said } = await run(newsroom(many(4)), service);
    expect(report).toMatchObject({ published: 1, broken: 3 });
    expect(said).toContain('articles/a0.md:1  article  POST /api/articles was answered with 500: Internal error');
  });

  test('and a photo that is refused', async () => {
    const service = await fakeService();
    service.misbehave('PUT /api/assets', { status: 415, body: '{"detail":"Not a photo."}' });
    const room = newsroom({
      'articles/a.md': named('a', 'photo: { src: a.png, alt: A, credit: B }'),
      'articles/b.md': named('b'),
      'articles/a.png': png(),
    });
    const { report, said } = await run(room, service);
    expect(report).toMatchObject({ published: 1, broken: 1 });
    expect(said[1]).toBe('articles/a.md:7  photo.src  PUT /api/assets was answered with 415: Not a photo.');
  });
});
