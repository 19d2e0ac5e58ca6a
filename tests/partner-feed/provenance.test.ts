/** Invariant 1 through partners' feeds: what an article is, and where it comes from, is said alike in every dialect and format. */
import { XMLParser } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECT_NAMES } from '../../src/dialect/dialects.ts';
import { jpeg } from '../editor/photos.ts';
import { named, openWorld, type World } from '../world.ts';
import { feedKey, givePermission, makePartner } from './partners.ts';

const HOPS = [
  {
    role: 'original',
    publisher: 'Far Gazette',
    url: 'https://far.example/a',
    feed: 'https://far.example/feed.rss',
    guid: 'tag:far.example,2026:a',
    date: '2026-10-28T08:00:00Z',
    credit: 'Originally appeared on Far Gazette, reposted with permission.',
    license: 'https://creativecommons.org/licenses/by/4.0/',
  },
  {
    role: 'republisher',
    publisher: 'Near & Dear “Daily”',
    url: 'https://near.example/a?x=1&y=2',
    date: '2026-10-29T08:00:00Z',
    credit: 'Found by Near & Dear “Daily”.',
  },
] as const;

const TITLE = 'Two hops & <one> photo: a long enough title';
let world: World;
let asset = '';
const keys = new Map<string, string>();

beforeAll(async () => {
  world = await openWorld();
  const sent = await world.send('PUT', '/api/assets', jpeg(900, 700), { 'content-type': 'image/jpeg' });
  ({ asset } = JSON.parse(await sent.text()));
  await world.put(
    named('two-hops', {
      guid: 'tag:far.example,2026:a',
      title: TITLE,
      byline: [{ name: 'Ada Lens' }, { name: 'Bo <b>Quay</b>' }],
      photo: { asset, alt: 'A quay', caption: 'The quay', credit: 'A. Lens & Sons', rights: 'own' },
      origin: {
        hops: [HOPS[0], HOPS[1]],
        permission: { basis: 'written', reference: 'A letter.', sublicensable: true },
      },
    }),
  );
  for (const dialect of DIALECT_NAMES) {
    await makePartner(world, `p-${dialect}`, { dialect });
    await givePermission(world, `p-${dialect}`);
    keys.set(dialect, await feedKey(world, `p-${dialect}`));
  }
});
afterAll(() => world.close());

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  htmlEntities: true,
  isArray: (name) => ['dc:creator', 'atom:link', 'link', 'author', 'media:content', 'contributor'].includes(name),
});

const textOf = async (dialect: string, format: string): Promise<string> =>
  (await world.get(`/partners/${keys.get(dialect)}/feed.${format}`)).text();

/** Text of an element, with or without attributes. */
const said = (value: unknown): string =>
  typeof value === 'object' && value !== null ? String(Reflect.get(value, '#text')) : String(value);

/** The credit lines as they stand in the body, links and all. */
const bodyLines = (html: string): readonly string[] =>
  HOPS.map(({ credit, publisher }) => {
    const words = html
      .replace(/<[^>]*>/g, '')
      .replace(/&#x26;|&amp;/g, '&')
      .replace(/&quot;/g, '"');
    return words.includes(credit) ? publisher : `no ${publisher}`;
  });

describe.each(DIALECT_NAMES)('in the dialect %s', (dialect) => {
  it('an article of two hops keeps guid, byline, chain, licence and photo credit', async () => {
    const { rss } = parser.parse(await textOf(dialect, 'rss'));
    const { item } = rss.channel;
    expect(said(item.guid)).toBe('tag:far.example,2026:a');
    expect(item.title).toBe(TITLE);
    expect(item['dc:creator']).toEqual(['Ada Lens', 'Bo <b>Quay</b>']);
    expect(said(item.source)).toBe('Far Gazette');
    const links: readonly Record<string, string>[] = item['atom:link'];
    expect(links.filter((link) => link['@_rel'] === 'via').map((link) => link['@_href'])).toEqual(
      HOPS.map(({ url }) => url),
    );
    expect(links.find((link) => link['@_rel'] === 'license')?.['@_href']).toBe(HOPS[0].license);
    expect(JSON.stringify(item['media:content'])).toContain('A. Lens & Sons');
    expect(bodyLines(item['content:encoded'])).toEqual(HOPS.map(({ publisher }) => publisher));
    expect(item['content:encoded']).toMatch(
      /by way of <a href="https:\/\/news\.example\/c\/[A-Za-z0-9_-]{36}">Test Post/,
    );
  });
});

describe('in Atom and JSON', () => {
  it('the same', async () => {
    const { entry } = parser.parse(await textOf('generic', 'atom')).feed;
    expect(entry.id).toBe('tag:far.example,2026:a');
    expect(entry.author.map((author: { name: string }) => author.name)).toEqual(['Ada Lens', 'Bo <b>Quay</b>']);
    expect(entry.source.title).toBe('Far Gazette');
    expect(bodyLines(said(entry.content))).toEqual(HOPS.map(({ publisher }) => publisher));
    const item = JSON.parse(await textOf('generic', 'json')).items[0];
    expect(item.id).toBe('tag:far.example,2026:a');
    expect(item.authors.map((author: { name: string }) => author.name)).toEqual(['Ada Lens', 'Bo <b>Quay</b>']);
    expect(item._tearsheet.origin.hops.map((hop: { credit: string }) => hop.credit)).toEqual(
      HOPS.map(({ credit }) => credit),
    );
    expect(item._tearsheet.photos[0].credit).toBe('A. Lens & Sons');
    expect(bodyLines(item.content_html)).toEqual(HOPS.map(({ publisher }) => publisher));
  });
});
