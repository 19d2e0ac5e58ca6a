/** All three formats by feedsmith. It drops extensions of JSON Feed, so of that it shows only what the format has itself. */
import { parseAtomFeed, parseFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import type { Held } from '../demo.ts';
import { licenseOf, moment, type Reader, type Seen, wayOf } from './shape.ts';

export function byFeedsmith(feed: Held): Reader {
  return { name: `feedsmith ${feed.kind}`, seen: seenIn(feed.text) };
}

interface Media {
  readonly contents?: readonly { readonly credits?: readonly { readonly value?: string }[] }[];
}

const creditsOf = (media: Media | undefined): readonly string[] =>
  (media?.contents ?? []).flatMap(({ credits = [] }) => credits.map(({ value = '' }) => value));

const names = (people: readonly { readonly name?: string }[] | undefined): readonly string[] =>
  (people ?? []).map(({ name = '' }) => name);

const SEEN_IN = { rss, atom, json } as const;

function seenIn(text: string): readonly Seen[] {
  const { format } = parseFeed(text);
  if (format === 'rdf') throw new Error('taken for RDF');
  return SEEN_IN[format](text);
}

function rss(text: string): readonly Seen[] {
  return (parseRssFeed(text).items ?? []).map((item) => ({
    guid: item.guid?.value ?? '',
    published: moment(item.pubDate),
    modified: moment(item.atom?.updated),
    byline: item.dc?.creators ?? [],
    ...wayOf(item.atom?.links ?? []),
    original: item.source?.title ?? '',
    rights: item.dc?.rights?.[0] ?? '',
    license: licenseOf(item.atom?.links ?? []),
    credits: creditsOf(item.media),
  }));
}

function atom(text: string): readonly Seen[] {
  return (parseAtomFeed(text).entries ?? []).map((entry) => ({
    guid: entry.id ?? '',
    published: moment(entry.published),
    modified: moment(entry.updated),
    byline: names(entry.authors),
    ...wayOf(entry.links ?? []),
    original: entry.source?.title?.value ?? '',
    rights: entry.rights?.value ?? '',
    license: licenseOf(entry.links ?? []),
    credits: creditsOf(entry.media),
  }));
}

function json(text: string): readonly Seen[] {
  return (parseJsonFeed(text).items ?? []).map((item) => ({
    guid: item.id ?? '',
    published: moment(item.date_published),
    modified: moment(item.date_modified),
    byline: names(item.authors),
  }));
}
