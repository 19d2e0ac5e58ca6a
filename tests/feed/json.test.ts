/** JSON Feed 1.1 items, clause by clause, and what `_tearsheet` adds. */
import { parseJsonFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { UNSPECIFIED_LICENSE } from '../../src/feed/facts.ts';
import { memberAt } from '../../src/lib/json.ts';
import { BASE, entryOf, feedOf, own, published, QUAY, repost, site } from './fixtures.ts';

const itemOf = (document: typeof own, at = site): unknown => JSON.parse(entryOf(published(document), 'json', at));
const item = itemOf(own);
const reposted = itemOf(repost);
const toOrigin = { ...site, publication: { ...site.publication, openReposts: 'origin' as const } };

describe('a JSON Feed item', () => {
  it('has the guid as its id, a string, the same as in RSS and Atom', () => {
    expect(memberAt(item, 'id')).toBe(own.id);
    expect(memberAt(reposted, 'id')).toBe(repost.guid);
  });

  it('has title and summary in plain text', () => {
    expect(memberAt(item, 'title')).toBe(own.title);
    expect(memberAt(item, 'summary')).toBe(own.dek);
  });

  it('has the whole story as content_html, and the page as url', () => {
    expect(memberAt(item, 'content_html')).toContain('It sails at <code>23:40</code>');
    expect(memberAt(item, 'url')).toBe(`${BASE}/articles/${own.slug}`);
  });

  it('has a url made of URL characters, as RSS and Atom have it', () => {
    const arabic = { ...own, slug: 'عبارة-الليل', language: 'ar' };
    const url = String(memberAt(itemOf(arabic), 'url'));
    expect(url).toBe(`${BASE}/articles/${encodeURIComponent(arabic.slug)}`);
    expect(entryOf(published(arabic), 'rss')).toContain(`<link>${url}</link>`);
    expect(entryOf(published(arabic), 'atom')).toContain(`<link href="${url}"/>`);
  });

  it('has dates of RFC 3339', () => {
    expect(memberAt(item, 'date_published')).toBe('2026-11-03T06:30:00Z');
    expect(memberAt(item, 'date_modified')).toBe('2026-11-04T09:00:00Z');
  });

  it('names every author in authors and has no author of version 1.0', () => {
    expect(memberAt(item, 'authors')).toEqual([
      { name: 'Ines Vold', url: 'https://vold.example/?a=1&b=2' },
      { name: 'Tomas & Søn' },
    ]);
    expect(memberAt(item, 'author')).toBeUndefined();
  });

  it('has section and tags as tags, and its language', () => {
    expect(memberAt(item, 'tags')).toEqual(['Harbour & quay', 'ferries', 'winter & wind']);
    expect(memberAt(reposted, 'language')).toBe('pt-BR');
  });

  it('has the lead photo as image and every photo as attachment with type and size', () => {
    const url = `${BASE}/media/${QUAY.asset}.jpg`;
    expect(memberAt(item, 'image')).toBe(url);
    expect(memberAt(item, 'attachments', 0)).toEqual({
      url,
      mime_type: 'image/jpeg',
      title: 'The Marlin at Quay 3 & 4.',
      size_in_bytes: 182_044,
    });
    expect(memberAt(item, 'attachments', 1)).toMatchObject({ mime_type: 'image/png', title: 'A net' });
  });

  it('leaves a member out rather than write null', () => {
    const bare = { ...own, photo: undefined, photos: [], corrections: [], body: '<p>x</p>' };
    expect(entryOf(published(bare), 'json')).not.toContain('null');
    expect(memberAt(itemOf(bare), 'attachments')).toBeUndefined();
    expect(memberAt(itemOf(bare), 'image')).toBeUndefined();
  });

  it('has extensions only under _ and a letter, with members that hold no dot', () => {
    const known =
      /^(id|url|external_url|title|content_html|summary|image|date_published|date_modified|authors|tags|language|attachments)$/;
    const names = Object.keys(Object(reposted)).filter((name) => !known.test(name));
    expect(names).toEqual(['_tearsheet']);
    for (const name of Object.keys(Object(memberAt(reposted, '_tearsheet')))) expect(name).toMatch(/^[a-z_]+$/);
  });
});

describe('external_url', () => {
  it('is left out by default, so that readers open our page', () => {
    expect(memberAt(reposted, 'external_url')).toBeUndefined();
  });

  it('is the first publisher’s page where the publication sends readers there', () => {
    expect(memberAt(itemOf(repost, toOrigin), 'external_url')).toBe(
      'https://soundreview.example/2026/10/eelgrass?a=1&b=2',
    );
    expect(memberAt(itemOf(own, toOrigin), 'external_url')).toBeUndefined();
  });
});

describe('_tearsheet', () => {
  const extra = memberAt(reposted, '_tearsheet');

  it('says where it is explained', () => {
    expect(memberAt(extra, 'about')).toBe(`${BASE}/feeds#tearsheet`);
  });

  it('has the whole way the article came, oldest first, word for word', () => {
    expect(memberAt(extra, 'origin', 'hops')).toEqual([
      {
        role: 'original',
        publisher: 'The Sound & Sea Review',
        url: 'https://soundreview.example/2026/10/eelgrass?a=1&b=2',
        feed: 'https://soundreview.example/feed.xml?a=1&b=2',
        guid: repost.guid,
        date: '2026-10-28T08:00:00Z',
        credit: 'This article originally appeared on The Sound & Sea Review, October 28, 2026.',
        license: 'https://creativecommons.org/licenses/by/4.0/',
      },
      {
        role: 'republisher',
        publisher: 'Coast Wire',
        url: 'https://coastwire.example/eelgrass',
        date: '2026-10-30T08:00:00Z',
        credit: 'Reposted by the wire of the coast with permission.',
      },
    ]);
  });

  it('says what permission there is, and not the letter that gives it', () => {
    expect(memberAt(extra, 'origin', 'permission')).toEqual({
      basis: 'written',
      until: '2027-10-30T00:00:00Z',
      sublicensable: true,
    });
  });

  it('has the credit lines, the rights and the licence of the origin', () => {
    expect(memberAt(extra, 'credit')).toBe(
      'This article originally appeared on The Sound & Sea Review, October 28, 2026. Reposted by the wire of the coast with permission.',
    );
    expect(memberAt(extra, 'rights')).toBe('© The Sound & Sea Review');
    expect(memberAt(extra, 'license')).toBe('https://creativecommons.org/licenses/by/4.0/');
  });

  it('says "unspecified" for a repost whose licence nobody knows', () => {
    const [hop] = repost.origin?.hops ?? [];
    if (!hop || !repost.origin) throw new Error('The fixture has a hop');
    const origin = { ...repost.origin, hops: [{ ...hop, license: undefined }] satisfies [unknown] };
    expect(memberAt(itemOf({ ...repost, origin }), '_tearsheet', 'license')).toBe(UNSPECIFIED_LICENSE);
  });

  it('has every photo with alt, caption, credit and rights', () => {
    expect(memberAt(item, '_tearsheet', 'photos', 0)).toMatchObject({
      alt: 'A white ferry, "lit"',
      caption: 'The Marlin at Quay 3 & 4.',
      credit: 'Tomas Brandt / Harbour Light',
      rights: 'own',
      holder: 'Harbour Light',
    });
  });

  it('has section and corrections', () => {
    expect(memberAt(item, '_tearsheet', 'section')).toEqual({ slug: 'harbour', name: 'Harbour & quay' });
    expect(memberAt(item, '_tearsheet', 'corrections')).toEqual([
      { date: '2026-11-04T09:00:00Z', text: 'It sails at 23:40, not 23:30.', was: '23:30', now: '23:40' },
    ]);
  });
});

it('feedsmith reads id, authors, attachments and dates', () => {
  const feed = parseJsonFeed(feedOf([published(own), published(repost)], 'json'));
  expect(feed.items?.[1]).toMatchObject({ id: repost.guid, authors: [{ name: 'Maren Aas' }] });
  expect(feed.items?.[0]?.attachments).toHaveLength(2);
});
