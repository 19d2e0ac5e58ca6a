/** Input → article: what must fit the publication, the calendar and the photo store. */
import { describe, expect, it } from 'vitest';
import { visibleFrom } from '../../src/article/article.ts';
import { MAX_BODY } from '../../src/article/input.ts';
import { NET, NOW, own, published, QUAY, repost } from '../feed/fixtures.ts';
import { refused, withFields } from './problems.ts';

const MINUTE = 60_000;
const at = (moment: number): string => new Date(moment).toISOString();
const pointers = (fields: Readonly<Record<string, unknown>>): readonly string[] =>
  refused(withFields(fields)).map(({ pointer }) => pointer);

describe('an article is refused', () => {
  it.each([
    ['a section the publication has not', '/section', { section: 'sport' }],
    ['a section named like a member every object has', '/section', { section: 'constructor' }],
    ['a language the publication has not', '/language', { language: 'nn' }],
    ['markup in a tag', '/tags/1', { tags: ['ok', 'a<b'] }],
    ['a change before publication', '/modified', { modified: '2026-11-03T06:29:59Z' }],
    ['an expiry before publication', '/expiresAt', { expiresAt: '2026-11-03T06:30:00Z' }],
    ['an expiry under embargo', '/expiresAt', { embargoedUntil: at(NOW), expiresAt: at(NOW) }],
    [
      'a correction that has not happened',
      '/corrections/0/date',
      { corrections: [{ date: at(NOW + 61 * MINUTE), text: 'x' }] },
    ],
    ['a lead photo nobody has sent', '/photo/asset', { photo: { asset: 'c'.repeat(64), alt: 'x', credit: 'y' } }],
    [
      'a photo nobody has sent',
      '/photos/0/asset',
      { body: 'x', photos: [{ asset: 'c'.repeat(64), alt: 'x', credit: 'y' }] },
    ],
    ['an image without a credit', '/body', { body: '<p>x</p><img src="https://elsewhere.example/x.jpg">' }],
    ['a body with nothing left', '/body', { body: '<script>x</script><style>y</style><p> </p>' }],
    ['a body with nothing but an attribute left', '/body', { body: '<p title=">">' }],
  ])('for %s, with a reason at %s', (_why, pointer, fields) => {
    const problems = refused(withFields(fields));
    expect(problems.map((problem) => problem.pointer)).toEqual([pointer]);
    expect(problems[0]?.detail).toMatch(/[A-Z].* .*\S/);
  });

  it('for a withdrawal that has not happened', () => {
    const withdrawal = (moment: number) => ({ status: 'withdrawn', withdrawal: { reason: 'x', date: at(moment) } });
    expect(pointers(withdrawal(NOW + 61 * MINUTE))).toEqual(['/withdrawal/date']);
    expect(pointers(withdrawal(NOW + 59 * MINUTE))).toEqual([]);
  });

  it('for every reason at once', () => {
    expect(pointers({ section: 'sport', language: 'nn', modified: '2026-01-01T00:00:00Z' })).toEqual([
      '/section',
      '/language',
      '/modified',
    ]);
  });

  it('when it has become too long by being made safe, and says of what', () => {
    const body = '&'.repeat(MAX_BODY / 4);
    expect(pointers({ body })).toEqual(['/body']);
    expect(pointers({ body: '&'.repeat(MAX_BODY / 10) })).toEqual([]);
  });

  it('when a photo stands twice in the wrong place, each by its own pointer', () => {
    const photo = { asset: 'c'.repeat(64), alt: 'x', credit: 'y' };
    expect(pointers({ body: 'x', photo, photos: [{ ...photo, asset: NET.asset }, photo] })).toEqual([
      '/photo/asset',
      '/photos/1/asset',
    ]);
  });
});

describe('an article', () => {
  it('takes its facts of photos from the store, not from the editor', () => {
    const { article } = published(own);
    expect(article.photo).toMatchObject({ ...QUAY, credit: 'Tomas Brandt / Harbour Light', syndicate: true });
  });

  it.each([
    ['own', true],
    ['cc', true],
    ['licensed', false],
    ['third-party', false],
    ['unknown', false],
  ] as const)('lets partners have a photo whose rights are %s: %s', (rights, syndicate) => {
    const photo = { asset: QUAY.asset, alt: 'x', credit: 'y', rights, license: 'https://a.example/' };
    expect(published({ ...own, photo }).article.photo?.syndicate).toBe(syndicate);
  });

  it('knows no rights of a photo unless told, and then hands nothing on', () => {
    const photo = { asset: QUAY.asset, alt: 'x', credit: 'y' };
    expect(published({ ...own, photo }).article.photo).toMatchObject({ rights: 'unknown', syndicate: false });
  });

  it('has its id for a guid unless it brought one', () => {
    expect(published(own).article.guid).toBe(own.id);
    expect(published(repost).article.guid).toBe(repost.guid);
  });

  it('speaks the publication’s first language unless told', () => {
    expect(published({ ...own, language: undefined }).article.language).toBe('en');
  });

  it('has each tag once: those that share a page are one', () => {
    expect(published({ ...own, tags: ['Ferries', 'ferries', 'Férries', '🚢', 'islands'] }).article.tags).toEqual([
      'Ferries',
      'islands',
    ]);
  });

  it('is no alias of itself', () => {
    expect(published({ ...own, aliases: [own.slug, 'old'] }).article.aliases).toEqual(['old']);
  });

  it('is seen from its date or the end of its embargo, whichever is later', () => {
    const embargoedUntil = '2026-12-01T00:00:00Z';
    expect(visibleFrom(published({ ...own, embargoedUntil }).article)).toBe(Date.UTC(2026, 11, 1));
    expect(visibleFrom(published({ ...own, embargoedUntil: '2026-01-01T00:00:00Z' }).article)).toBe(
      Date.UTC(2026, 10, 3, 6, 30),
    );
  });
});

describe('the moment of change', () => {
  const first = Date.UTC(2026, 10, 3, 6, 30);
  const undated = { ...own, modified: undefined };
  const before = { modified: first + MINUTE, withdrawal: null };

  it('is what the editor says', () => {
    expect(published(own, { previous: before }).article.modified).toBe(Date.UTC(2026, 10, 4, 9));
  });

  it('is publication for what is new', () => {
    expect(published(undated).article.modified).toBe(first);
  });

  it('moves only when what a reader sees has', () => {
    expect(published(undated, { previous: before, contentMoved: false }).article.modified).toBe(first + MINUTE);
    expect(published(undated, { previous: before, contentMoved: true }).article.modified).toBe(NOW);
  });

  it('is never before publication', () => {
    const moved = { ...undated, published: '2026-12-24T00:00:00Z' };
    expect(published(moved, { previous: before }).article.modified).toBe(Date.UTC(2026, 11, 24));
  });

  it('of a withdrawal without a date is when we first heard of it', () => {
    const gone = { ...own, status: 'withdrawn' as const, withdrawal: { reason: 'x' } };
    expect(published(gone).article.withdrawal?.date).toBe(NOW);
    const previous = { modified: first, withdrawal: { reason: 'x', date: 5 } };
    expect(published(gone, { previous }).article.withdrawal?.date).toBe(5);
  });
});
