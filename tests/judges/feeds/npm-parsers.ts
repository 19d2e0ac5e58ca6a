/** Parsers of feeds from npm: each finds every item of every feed it can read. */
import { parseFeed as rowanmanning } from '@rowanmanning/feed-parser';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parseFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import * as v from 'valibot';
import { type Demo, feedsOf, type Held } from '../demo.ts';
import { always, type Judge } from '../judge.ts';
import { judgeReads, type Read, readAll, xmlFeeds } from '../reads.ts';

type Items = Read['items'];

const parser = (
  name: string,
  feeds: (demo: Demo) => readonly Held[],
  read: (feed: Held) => Items | Promise<Items>,
): Judge => ({
  name,
  missing: always,
  judge: async (demo) => judgeReads(feeds(demo), await readAll(feeds(demo), read), demo),
});

export const feedsmith = parser('feedsmith', feedsOf, ({ text }) => {
  const { format, feed } = parseFeed(text);
  if (format === 'rss') return feed.items?.map(({ guid, title = '' }) => ({ id: guid?.value ?? '', title }));
  if (format === 'atom') return feed.entries?.map(({ id = '', title }) => ({ id, title: title?.value ?? '' }));
  if (format === 'json') return feed.items?.map(({ id = '', title = '' }) => ({ id, title }));
  throw new Error(`taken for ${format}`);
});

const WITH_ID = v.object({
  id: v.optional(v.string()),
  guid: v.optional(v.string()),
  title: v.optional(v.string(), ''),
});

export const rssParser = parser('rss-parser', xmlFeeds, async ({ text }) => {
  const { items } = await new RssParser().parseString(text);
  return items.map((item) => v.parse(WITH_ID, item)).map(({ id, guid, title }) => ({ id: guid ?? id ?? '', title }));
});

export const rowanFeedParser = parser('feed-parser', xmlFeeds, ({ text }) =>
  rowanmanning(text).items.map(({ id, title }) => ({ id: id ?? '', title: title ?? '' })),
);

const TEXT = v.pipe(
  v.union([v.string(), v.object({ '#text': v.string() })]),
  v.transform((value) => (typeof value === 'string' ? value : value['#text'])),
);
const RSS_ITEM = v.object({ guid: TEXT, title: TEXT });
const ATOM_ENTRY = v.object({ id: TEXT, title: TEXT });
const XML = v.object({
  rss: v.optional(v.object({ channel: v.object({ item: v.optional(v.array(RSS_ITEM), []) }) })),
  feed: v.optional(v.object({ entry: v.optional(v.array(ATOM_ENTRY), []) })),
});
const REPEATED = ['rss.channel.item', 'feed.entry'];

export const fastXmlParser = parser('fast-xml-parser', xmlFeeds, ({ text }) => {
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new Error(`line ${valid.err.line}: ${valid.err.msg}`);
  const options = { ignoreAttributes: false, parseTagValue: false, htmlEntities: true };
  const isArray = (_name: string, path: unknown): boolean => REPEATED.includes(String(path));
  const { rss, feed } = v.parse(XML, new XMLParser({ ...options, isArray }).parse(text));
  return (
    rss?.channel.item.map(({ guid, title }) => ({ id: guid, title })) ??
    feed?.entry.map(({ id, title }) => ({ id, title })) ??
    []
  );
});
