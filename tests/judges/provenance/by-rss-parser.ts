/** RSS and Atom by rss-parser. By itself it shows guid, dates and the first author: the rest is read as raw elements. */
import RssParser from 'rss-parser';
import * as v from 'valibot';
import type { Held } from '../demo.ts';
import { type Link, licenseOf, moment, type Reader, type Seen, wayOf } from './shape.ts';

const RAW = ['dc:creator', 'atom:link', 'media:content', 'link', 'author'];
const FIRST = ['atom:updated', 'dc:rights', 'rights', 'updated', 'published', 'source'];
const customFields: RssParser.CustomFields<object, Record<string, unknown>> = {
  item: [
    ...RAW.map((name) => [name, `raw ${name}`, { keepArray: true }]),
    ...FIRST.map((name) => [name, `raw ${name}`]),
  ],
};

/** A list that is left out where there is nothing to put in. */
const list = <const T extends v.GenericSchema>(item: T) => v.optional(v.array(item), []);
const LINK = v.object({
  $: v.object({ rel: v.optional(v.string()), href: v.optional(v.string()), title: v.optional(v.string()) }),
});
const MEDIA = v.object({ 'media:credit': list(v.object({ _: v.string() })) });

const RSS = v.object({
  guid: v.string(),
  isoDate: v.string(),
  'raw atom:updated': v.optional(v.string()),
  'raw dc:creator': list(v.string()),
  'raw atom:link': list(LINK),
  'raw source': v.optional(v.union([v.string(), v.object({ _: v.string() })]), ''),
  'raw dc:rights': v.optional(v.string(), ''),
  'raw media:content': list(MEDIA),
});

const ATOM = v.object({
  id: v.string(),
  'raw published': v.string(),
  'raw updated': v.string(),
  'raw author': list(v.object({ name: v.tuple([v.string()]) })),
  'raw link': list(LINK),
  'raw source': v.optional(v.object({ title: v.tuple([v.string()]) })),
  'raw rights': v.optional(v.string(), ''),
  'raw media:content': list(MEDIA),
});

export async function byRssParser(feed: Held): Promise<Reader> {
  const { items } = await new RssParser({ customFields }).parseString(feed.text);
  return { name: `rss-parser ${feed.kind}`, seen: items.map(feed.kind === 'rss' ? rss : atom) };
}

const linksOf = (links: readonly { readonly $: Link }[]): readonly Link[] => links.map(({ $ }) => $);

const creditsOf = (media: readonly v.InferOutput<typeof MEDIA>[]): readonly string[] =>
  media.flatMap((content) => content['media:credit'].map(({ _ }) => _));

function rss(raw: unknown): Seen {
  const item = v.parse(RSS, raw);
  const source = item['raw source'];
  return {
    guid: item.guid,
    published: moment(item.isoDate),
    modified: moment(item['raw atom:updated']),
    byline: item['raw dc:creator'],
    ...wayOf(linksOf(item['raw atom:link'])),
    original: typeof source === 'string' ? source : source._,
    rights: item['raw dc:rights'],
    license: licenseOf(linksOf(item['raw atom:link'])),
    credits: creditsOf(item['raw media:content']),
  };
}

function atom(raw: unknown): Seen {
  const entry = v.parse(ATOM, raw);
  return {
    guid: entry.id,
    published: moment(entry['raw published']),
    modified: moment(entry['raw updated']),
    byline: entry['raw author'].map(({ name: [name] }) => name),
    ...wayOf(linksOf(entry['raw link'])),
    original: entry['raw source']?.title[0] ?? '',
    rights: entry['raw rights'],
    license: licenseOf(linksOf(entry['raw link'])),
    credits: creditsOf(entry['raw media:content']),
  };
}
