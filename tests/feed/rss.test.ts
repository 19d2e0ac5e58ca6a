/** RSS 2.0 and its modules, clause by clause (RSS 2.0.11, the Best Practices Profile, Media RSS 1.5.1). */
import { parseRssFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { describe, expect, it } from 'vitest';
import { BASE, feedOf, NET, own, published, QUAY, repost } from './fixtures.ts';
import { entriesIn, named, readXml, textsOf, type XmlNode } from './strict-xml.ts';

const document = feedOf([published(own), published(repost)], 'rss');
const [item, reposted] = entriesIn(readXml(document));
const order = (node: XmlNode | undefined): readonly string[] => node?.children.map(({ name }) => name) ?? [];
const rssItems = (...documents: readonly (typeof own)[]): readonly XmlNode[] =>
  entriesIn(
    readXml(
      feedOf(
        documents.map((one) => published(one)),
        'rss',
      ),
    ),
  );

describe('an RSS item', () => {
  it('has a title in plain text, whose < and & are hexadecimal references (Profile 3.1)', () => {
    expect(textsOf(item, 'title')).toEqual([own.title]);
    expect(document).toContain('<title>What "&#x3C;b&gt;" &amp; \'A&#x26;amp;T\' mean to the night ferry</title>');
  });

  it('has one guid that says it is no permalink, since it is a tag: URI', () => {
    expect(named(item, 'guid').map(({ attributes, text }) => [attributes, text])).toEqual([
      [{ isPermaLink: 'false' }, own.id],
    ]);
  });

  it('has an absolute link to the page', () => {
    expect(textsOf(item, 'link')).toEqual([`${BASE}/articles/${own.slug}`]);
  });

  it('has a pubDate as RFC 822 wants it, with weekday, four-digit year and GMT', () => {
    expect(textsOf(item, 'pubDate')).toEqual(['Tue, 03 Nov 2026 06:30:00 GMT']);
  });

  it('says in atom:updated when it last changed', () => {
    expect(textsOf(item, 'atom:updated')).toEqual(['2026-11-04T09:00:00Z']);
  });

  it('has its summary, fit for display as HTML, before content:encoded', () => {
    expect(textsOf(item, 'description')).toEqual(['After two winters, the &lt;Marlin&gt; crosses &amp; returns.']);
    expect(order(item).indexOf('description')).toBeLessThan(order(item).indexOf('content:encoded'));
  });

  it('names every author in dc:creator and none in author', () => {
    expect(textsOf(item, 'dc:creator')).toEqual(['Ines Vold', 'Tomas & Søn']);
    expect(named(item, 'author')).toEqual([]);
  });

  it('has section and tags as categories, in order', () => {
    expect(textsOf(item, 'category')).toEqual(['Harbour & quay', 'ferries', 'winter & wind']);
  });

  it('states its rights in dc:rights and its language in dc:language', () => {
    expect(textsOf(item, 'dc:rights')).toEqual(['© Harbour Light']);
    expect(textsOf(reposted, 'dc:language')).toEqual(['pt-BR']);
  });

  it('has one enclosure with address, true length and type, however many photos it shows', () => {
    expect(named(item, 'enclosure').map(({ attributes }) => attributes)).toEqual([
      { url: `${BASE}/media/${QUAY.asset}.jpg`, length: '182044', type: 'image/jpeg' },
    ]);
  });

  it('links its licence, and says it in the Creative Commons module', () => {
    const licence = 'https://creativecommons.org/licenses/by-nd/4.0/';
    expect(named(item, 'atom:link').map(({ attributes }) => attributes)).toEqual([{ rel: 'license', href: licence }]);
    expect(textsOf(item, 'creativeCommons:license')).toEqual([licence]);
  });

  it('has no source when it is our own, and nothing that says where it came from', () => {
    expect(named(item, 'source')).toEqual([]);
    expect(named(item, 'atom:link').some(({ attributes }) => attributes.rel === 'via')).toBe(false);
  });

  it('has no media:group, since each photo is one picture', () => {
    expect(named(item, 'media:group')).toEqual([]);
    expect(named(item, 'media:content')).toHaveLength(2);
  });

  it('shows each photo with type, size and dimensions by its bytes', () => {
    expect(named(item, 'media:content')[1]?.attributes).toEqual({
      url: `${BASE}/media/${NET.asset}.png`,
      type: 'image/png',
      medium: 'image',
      fileSize: '51200',
      width: '1600',
      height: '1000',
    });
  });

  it('credits each photographer in media:credit, in a role the scheme urn:ebu knows', () => {
    const credits = named(item, 'media:content').flatMap((photo) => named(photo, 'media:credit'));
    expect(credits.map(({ attributes }) => attributes)).toEqual(
      Array(2).fill({ role: 'photographer', scheme: 'urn:ebu' }),
    );
    expect(credits.map(({ text }) => text)).toEqual(['Tomas Brandt / Harbour Light', 'Lin Hauge']);
  });

  it('has the caption in media:description and the words for who cannot see it in media:text, both plain', () => {
    const [photo] = named(item, 'media:content');
    expect(named(photo, 'media:description').map(({ attributes, text }) => [attributes.type, text])).toEqual([
      ['plain', 'The Marlin at Quay 3 & 4.'],
    ]);
    expect(textsOf(photo, 'media:text')).toEqual(['A white ferry, "lit"']);
  });

  it('names who owns a photo, and its licence, in media:copyright', () => {
    const license = 'https://creativecommons.org/licenses/by/4.0/';
    const photo = { asset: QUAY.asset, alt: 'x', credit: 'y', rights: 'cc' as const, license, holder: 'Lin & Co' };
    const [only] = rssItems({ ...own, photo });
    const [shown] = named(only, 'media:content');
    expect(named(shown, 'media:copyright').map(({ attributes, text }) => [attributes, text])).toEqual([
      [{ url: license }, 'Lin & Co'],
    ]);
  });

  it('has only absolute addresses in its HTML', () => {
    const html = textsOf(item, 'content:encoded').join('');
    const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address = '']) => address);
    expect(addresses.length).toBeGreaterThan(2);
    expect(addresses.filter((address) => !address.startsWith('https://'))).toEqual([]);
  });

  it('shows the credit of each photo and each correction in words, because readers drop elements', () => {
    const html = textsOf(item, 'content:encoded').join('');
    for (const words of ['Tomas Brandt / Harbour Light', 'Lin Hauge', 'It sails at 23:40, not 23:30.'])
      expect(html).toContain(words);
  });
});

describe('a reposted RSS item', () => {
  it('keeps the first publisher’s guid char by char, however it is cased', () => {
    expect(textsOf(reposted, 'guid')).toEqual([repost.guid]);
  });

  it('has one source: the first publisher’s name and the address of its feed, not of its home page', () => {
    expect(named(reposted, 'source').map(({ attributes, text }) => [attributes, text])).toEqual([
      [{ url: 'https://soundreview.example/feed.xml?a=1&b=2' }, 'The Sound & Sea Review'],
    ]);
  });

  it('has no source when the first publisher has no feed, since url must be one', () => {
    const [hop] = repost.origin?.hops ?? [];
    if (!hop || !repost.origin) throw new Error('The fixture has a hop');
    const origin = { ...repost.origin, hops: [{ ...hop, feed: undefined }] satisfies [unknown] };
    expect(named(rssItems({ ...repost, origin })[0], 'source')).toEqual([]);
  });

  it('has a via link for every hop, oldest first', () => {
    const via = named(reposted, 'atom:link').filter(({ attributes }) => attributes.rel === 'via');
    expect(via.map(({ attributes }) => [attributes.href, attributes.title])).toEqual([
      ['https://soundreview.example/2026/10/eelgrass?a=1&b=2', 'The Sound & Sea Review'],
      ['https://coastwire.example/eelgrass', 'Coast Wire'],
    ]);
  });

  it('has the origin’s rights and licence, not ours', () => {
    expect(textsOf(reposted, 'dc:rights')).toEqual(['© The Sound & Sea Review']);
    expect(textsOf(reposted, 'creativeCommons:license')).toEqual(['https://creativecommons.org/licenses/by/4.0/']);
  });

  it('ends in the credit lines, word for word, oldest first', () => {
    const html = textsOf(reposted, 'content:encoded').join('');
    expect(html.replace(/<[^>]*>/g, '')).toMatch(
      /Divers went down on Monday\.This article originally appeared on The Sound &amp; Sea Review, October 28, 2026\.Reposted by the wire of the coast with permission\.$/,
    );
  });
});

describe('read by programs we did not write', () => {
  it('feedsmith finds guid, authors, source, via, credit and dates', () => {
    const [, second] = parseRssFeed(document).items ?? [];
    expect(second).toMatchObject({
      guid: { value: repost.guid, isPermaLink: false },
      source: { title: 'The Sound & Sea Review', url: 'https://soundreview.example/feed.xml?a=1&b=2' },
      dc: { creators: ['Maren Aas'], rights: ['© The Sound & Sea Review'] },
      media: { contents: [{ credits: [{ value: 'Lin Hauge' }] }] },
      pubDate: 'Tue, 10 Nov 2026 08:00:00 GMT',
    });
  });

  it('rss-parser finds title, guid, date, creator, categories and the whole text', async () => {
    const { items } = await new RssParser().parseString(document);
    expect(items[0]).toMatchObject({
      title: own.title,
      guid: own.id,
      isoDate: '2026-11-03T06:30:00.000Z',
      creator: 'Ines Vold',
      categories: ['Harbour & quay', 'ferries', 'winter & wind'],
    });
    expect(items[1]?.['content:encoded']).toContain('The Sound &amp; Sea Review');
  });
});
