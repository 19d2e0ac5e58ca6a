/** Atom 1.0 entries, clause by clause (RFC 4287, RFC 4946). */
import { parseAtomFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { describe, expect, it } from 'vitest';
import type { ArticleDocument } from '../../src/article/input.ts';
import { UNSPECIFIED_LICENSE } from '../../src/feed/facts.ts';
import { BASE, feedOf, NET, own, published, QUAY, repost } from './fixtures.ts';
import { entriesIn, named, readXml, textsOf, type XmlNode } from './strict-xml.ts';

const document = feedOf([published(own), published(repost)], 'atom');
const [entry, reposted] = entriesIn(readXml(document));
const links = (node: XmlNode | undefined, rel: string | undefined) =>
  named(node, 'link')
    .map(({ attributes }) => attributes)
    .filter((attributes) => attributes.rel === rel);
const entryFor = (changes: Partial<ArticleDocument>, from = own): XmlNode | undefined =>
  entriesIn(readXml(feedOf([published({ ...from, ...changes })], 'atom')))[0];

/** The fixture's first hop with changes, alone. */
function firstHopWith(changes: object) {
  const [hop] = repost.origin?.hops ?? [];
  if (!hop || !repost.origin) throw new Error('The fixture has a hop');
  return { ...repost.origin, hops: [{ ...hop, ...changes }] satisfies [unknown] };
}

describe('an Atom entry', () => {
  it('has exactly one id, title and updated (4.1.2)', () => {
    for (const name of ['id', 'title', 'updated', 'published', 'rights', 'summary', 'content'])
      expect(named(entry, name), name).toHaveLength(1);
  });

  it('has text constructs whose HTML is escaped once, so that < & and quotes mean themselves (3.1.1.2)', () => {
    expect(named(entry, 'title')[0]?.attributes).toEqual({ type: 'html' });
    expect(textsOf(entry, 'title')).toEqual([`What "&lt;b&gt;" &amp; 'A&amp;amp;T' mean to the night ferry`]);
    expect(textsOf(entry, 'summary')).toEqual(['After two winters, the &lt;Marlin&gt; crosses &amp; returns.']);
  });

  it('has dates of RFC 3339 with T and Z (3.3)', () => {
    expect(textsOf(entry, 'published')).toEqual(['2026-11-03T06:30:00.000Z']);
    expect(textsOf(entry, 'updated')).toEqual(['2026-11-04T09:00:00.000Z']);
  });

  it('links the page as alternate, which is what a link without rel means (4.2.7.2)', () => {
    expect(links(entry, undefined)).toEqual([{ href: `${BASE}/articles/${own.slug}` }]);
  });

  it('names every author with e-mail and page (3.2)', () => {
    expect(named(entry, 'author').map((author) => author.children.map(({ name, text }) => [name, text]))).toEqual([
      [
        ['name', 'Ines Vold'],
        ['email', 'ines@harbourlight.example'],
        ['uri', 'https://vold.example/?a=1&b=2'],
      ],
      [['name', 'Tomas & Søn']],
    ]);
  });

  it('has section and tags as categories (4.2.2)', () => {
    expect(named(entry, 'category').map(({ attributes }) => attributes.term)).toEqual([
      'Harbour & quay',
      'ferries',
      'winter & wind',
    ]);
  });

  it('has an enclosure with type and length for every photo (4.2.7.2)', () => {
    expect(links(entry, 'enclosure')).toEqual([
      { rel: 'enclosure', href: `${BASE}/media/${QUAY.asset}.jpg`, type: 'image/jpeg', length: '182044' },
      { rel: 'enclosure', href: `${BASE}/media/${NET.asset}.png`, type: 'image/png', length: '51200' },
    ]);
  });

  it('names each photographer once as contributor (4.2.3)', () => {
    const photo = (asset: string) => ({ asset, alt: 'x', credit: 'Lin & Hauge' });
    const twice = entryFor({ photo: photo(QUAY.asset), photos: [photo(NET.asset)] });
    expect(named(twice, 'contributor').map((person) => textsOf(person, 'name'))).toEqual([['Lin & Hauge']]);
  });

  it('says its own language, because feeds mix them and entries travel (xml:lang)', () => {
    expect(entry?.attributes['xml:lang']).toBe('en');
    expect(reposted?.attributes['xml:lang']).toBe('pt-BR');
  });

  it('links its own licence, so that no other is inherited (RFC 4946 section 2)', () => {
    expect(links(entry, 'license')).toEqual([
      { rel: 'license', href: 'https://creativecommons.org/licenses/by-nd/4.0/' },
    ]);
  });

  it('has no source and no via when it is our own', () => {
    expect(named(entry, 'source')).toEqual([]);
    expect(links(entry, 'via')).toEqual([]);
  });

  it('has the words of the body for a summary when nobody wrote one', () => {
    expect(textsOf(entryFor({ dek: '' }), 'summary')).toEqual(['It sails at 23:40, again.']);
  });
});

describe('a reposted Atom entry', () => {
  it('keeps the original id char by char (4.2.6)', () => {
    expect(textsOf(reposted, 'id')).toEqual([repost.guid]);
  });

  it.each(['HTTP://[', 'http://a:99999/'])('never has an id a reader’s URL parser chokes on: %s is refused', (guid) => {
    expect(() => published({ ...repost, guid })).toThrow('/guid');
  });

  it('has via links for every hop, oldest first (4.2.7.2)', () => {
    expect(links(reposted, 'via').map(({ href, title }) => [href, title])).toEqual([
      ['https://soundreview.example/2026/10/eelgrass?a=1&b=2', 'The Sound & Sea Review'],
      ['https://coastwire.example/eelgrass', 'Coast Wire'],
    ]);
  });

  it('has its own rights, since it would inherit the feed’s (4.2.10)', () => {
    expect(textsOf(reposted, 'rights')).toEqual(['© The Sound & Sea Review']);
    expect(textsOf(entryFor({ rights: '© Maren' }, repost), 'rights')).toEqual(['© Maren']);
  });

  it('has one source with id, title and updated of the first publisher’s feed (4.2.11)', () => {
    const [source, ...more] = named(reposted, 'source');
    expect(more).toEqual([]);
    expect(textsOf(source, 'id')).toEqual(['https://soundreview.example/feed.xml?a=1&b=2']);
    expect(textsOf(source, 'title')).toEqual(['The Sound & Sea Review']);
    expect(textsOf(source, 'updated')).toEqual(['2026-10-28T08:00:00Z']);
    expect(textsOf(source, 'rights')).toEqual(['© The Sound & Sea Review']);
    expect(links(source, 'self').map(({ href }) => href)).toEqual(['https://soundreview.example/feed.xml?a=1&b=2']);
    expect(links(source, 'license')).toHaveLength(1);
  });

  it('has a source named by the page where the first publisher has no feed', () => {
    const [source] = named(entryFor({ origin: firstHopWith({ feed: undefined }) }, repost), 'source');
    expect(textsOf(source, 'id')).toEqual(['https://soundreview.example/2026/10/eelgrass?a=1&b=2']);
    expect(links(source, 'alternate')).toHaveLength(1);
  });

  it('has the licence the origin gave, or "unspecified" where it gave none (RFC 4946 section 2)', () => {
    expect(links(reposted, 'license').map(({ href }) => href)).toEqual([
      'https://creativecommons.org/licenses/by/4.0/',
    ]);
    const unknown = entryFor({ origin: firstHopWith({ license: undefined }) }, repost);
    expect(links(unknown, 'license').map(({ href }) => href)).toEqual([UNSPECIFIED_LICENSE]);
  });
});

describe('read by programs we did not write', () => {
  it('feedsmith finds id, authors, source, links and dates', () => {
    const [, second] = parseAtomFeed(document).entries ?? [];
    expect(second).toMatchObject({
      id: repost.guid,
      title: { value: 'Eelgrass comes back' },
      authors: [{ name: 'Maren Aas' }],
      contributors: [{ name: 'Lin Hauge' }],
      source: { id: 'https://soundreview.example/feed.xml?a=1&b=2' },
      published: '2026-11-10T08:00:00.000Z',
    });
  });

  it('rss-parser finds id, author, link and date', async () => {
    const { items } = await new RssParser().parseString(document);
    expect(items[0]).toMatchObject({
      id: own.id,
      author: 'Ines Vold',
      link: `${BASE}/articles/${own.slug}`,
      pubDate: '2026-11-03T06:30:00.000Z',
    });
  });
});
