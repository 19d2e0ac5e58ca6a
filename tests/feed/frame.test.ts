/** What a feed document says of itself, clause by clause. */
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import type { Format } from '../../src/feed/formats.ts';
import type { Channel } from '../../src/feed/frame.ts';
import { memberAt } from '../../src/lib/json.ts';
import { BASE, channelOf, documentOf, entryOf, own, published } from './fixtures.ts';
import { named, readXml, textsOf, type XmlNode } from './strict-xml.ts';

const ARCHIVE = { archive: true, history: { 'prev-archive': `${BASE}/archive/2-0.x?a&b`, current: `${BASE}/feed` } };
const text = (format: Format, changes: Partial<Channel> = {}): string =>
  documentOf([entryOf(published(own), format)], format, { ...channelOf(format), ...changes });
const rss = (changes?: Partial<Channel>): XmlNode | undefined => readXml(text('rss', changes)).children[0];
const atom = (changes?: Partial<Channel>): XmlNode => readXml(text('atom', changes));
const json = (changes?: Partial<Channel>): unknown => JSON.parse(text('json', changes));
const links = (node: XmlNode | undefined, name: string) =>
  Object.fromEntries(named(node, name).map(({ attributes }) => [attributes.rel ?? '', attributes]));
const order = (node: XmlNode | undefined): readonly string[] => node?.children.map(({ name }) => name) ?? [];

describe('an RSS channel', () => {
  it('has title, link and description, which it must', () => {
    for (const name of ['title', 'link', 'description']) expect(textsOf(rss(), name), name).toHaveLength(1);
    expect(textsOf(rss(), 'description')).toEqual(['News from the sound & its islands.']);
  });

  it('has language, copyright, generator, docs and lastBuildDate', () => {
    expect(textsOf(rss(), 'language')).toEqual(['en']);
    expect(textsOf(rss(), 'copyright')).toEqual(['© Harbour Light']);
    expect(textsOf(rss(), 'generator')).toEqual(['Tearsheet']);
    expect(textsOf(rss(), 'docs')).toEqual(['https://www.rssboard.org/rss-specification']);
    expect(textsOf(rss(), 'lastBuildDate')).toEqual(['Fri, 20 Nov 2026 11:30:00 GMT']);
  });

  it('has one atom:link self with its own address and type', () => {
    const all = named(rss(), 'atom:link').filter(({ attributes }) => attributes.rel === 'self');
    expect(all.map(({ attributes }) => attributes)).toEqual([
      { rel: 'self', type: 'application/rss+xml', href: `${BASE}/feed.rss` },
    ]);
  });

  it('has the hub and the licence as atom:link', () => {
    expect(links(rss(), 'atom:link')).toMatchObject({
      hub: { href: 'https://hub.example/?a=1&b=2' },
      license: { href: 'https://creativecommons.org/licenses/by-nd/4.0/' },
    });
    expect(links(rss({ hub: null, license: null }), 'atom:link')).not.toHaveProperty('hub');
  });

  it('has all of that before the first item', () => {
    expect(order(rss(ARCHIVE)).at(-1)).toBe('item');
    expect(order(rss(ARCHIVE)).filter((name) => name === 'item')).toHaveLength(1);
  });

  it('declares the namespaces of everything it holds', () => {
    const declared = { ...readXml(text('rss')).attributes, ...rss()?.attributes };
    const prefixes = new Set([...text('rss').matchAll(/<([a-zA-Z]+):/g)].map(([, prefix = '']) => prefix));
    for (const prefix of prefixes) expect(declared, prefix).toHaveProperty(`xmlns:${prefix}`);
    expect(declared).toMatchObject({
      'xmlns:atom': 'http://www.w3.org/2005/Atom',
      'xmlns:media': 'http://search.yahoo.com/mrss/',
      'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
    });
  });
});

describe('an Atom feed', () => {
  it('has exactly one id, title and updated (RFC 4287 section 4.1.1)', () => {
    for (const name of ['id', 'title', 'updated', 'subtitle', 'rights', 'generator', 'author'])
      expect(named(atom(), name), name).toHaveLength(1);
    expect(textsOf(atom(), 'id')).toEqual(['tag:harbourlight.example,2026:feed/all']);
    expect(textsOf(atom(), 'updated')).toEqual(['2026-11-20T11:30:00.000Z']);
  });

  it('has an author, so that no entry can lack one', () => {
    expect(textsOf(named(atom(), 'author')[0], 'name')).toEqual(['Harbour Light Press']);
  });

  it('links itself, its page, its hub and its licence', () => {
    expect(links(atom(), 'link')).toMatchObject({
      self: { href: `${BASE}/feed.atom` },
      alternate: { href: `${BASE}/` },
      hub: { href: 'https://hub.example/?a=1&b=2' },
      license: { href: 'https://creativecommons.org/licenses/by-nd/4.0/' },
    });
  });

  it('says its language (xml:lang)', () => {
    expect(atom({ language: 'pt-BR' }).attributes['xml:lang']).toBe('pt-BR');
  });

  it('has its metadata before the first entry (RFC 4287 appendix B)', () => {
    expect(order(atom(ARCHIVE)).indexOf('entry')).toBe(order(atom(ARCHIVE)).length - 1);
  });

  it('declares the namespaces of everything it holds', () => {
    const prefixes = new Set([...text('atom').matchAll(/<([a-zA-Z]+):/g)].map(([, prefix = '']) => prefix));
    for (const prefix of prefixes) expect(atom().attributes, prefix).toHaveProperty(`xmlns:${prefix}`);
  });
});

describe('a JSON feed', () => {
  it('starts with its version, 1.1', () => {
    expect(text('json').startsWith('{"version":"https://jsonfeed.org/version/1.1",')).toBe(true);
  });

  it('has title, page, its own address, language and authors, and no author of version 1.0', () => {
    expect(json()).toMatchObject({
      title: 'Harbour Light',
      home_page_url: `${BASE}/`,
      feed_url: `${BASE}/feed.json`,
      description: 'News from the sound & its islands.',
      language: 'en',
      authors: [{ name: 'Harbour Light Press', url: `${BASE}/` }],
    });
    expect(memberAt(json(), 'author')).toBeUndefined();
  });

  it('names its hub as WebSub', () => {
    expect(memberAt(json(), 'hubs')).toEqual([{ type: 'WebSub', url: 'https://hub.example/?a=1&b=2' }]);
    expect(memberAt(json({ hub: null }), 'hubs')).toBeUndefined();
  });

  it('has rights and licence in _tearsheet, and says where that is explained', () => {
    expect(memberAt(json(), '_tearsheet')).toMatchObject({
      about: `${BASE}/feeds#tearsheet`,
      rights: '© Harbour Light',
      license: 'https://creativecommons.org/licenses/by-nd/4.0/',
    });
  });

  it('leads to older articles by next_url', () => {
    expect(memberAt(json(ARCHIVE), 'next_url')).toBe(`${BASE}/archive/2-0.x?a&b`);
    expect(memberAt(json(), 'next_url')).toBeUndefined();
  });
});

describe('an archive (RFC 5005 section 4)', () => {
  it('is marked fh:archive and links the one before it and the current feed', () => {
    for (const [node, name] of [
      [rss(ARCHIVE), 'atom:link'],
      [atom(ARCHIVE), 'link'],
    ] as const) {
      expect(named(node, 'fh:archive')).toHaveLength(1);
      expect(links(node, name)).toMatchObject({
        'prev-archive': { href: `${BASE}/archive/2-0.x?a&b` },
        current: { href: `${BASE}/feed` },
      });
    }
  });

  it('is no mark of the current feed', () => {
    expect(named(rss(), 'fh:archive')).toEqual([]);
    expect(named(atom(), 'fh:archive')).toEqual([]);
  });
});

it('a browser shows feeds with our CSS: an instruction behind the declaration', () => {
  for (const format of ['rss', 'atom'] as const)
    expect(text(format, { stylesheet: `${BASE}/a.css?a&b` })).toMatch(
      /^<\?xml version="1.0" encoding="utf-8"\?>\n<\?xml-stylesheet type="text\/css" href="https:\/\/news.example\/a.css\?a&amp;b"\?>\n</,
    );
});

it('feedsmith reads all three', () => {
  expect(parseRssFeed(text('rss')).title).toBe('Harbour Light');
  expect(parseAtomFeed(text('atom')).id).toBe('tag:harbourlight.example,2026:feed/all');
  expect(parseJsonFeed(text('json')).feed_url).toBe(`${BASE}/feed.json`);
});
