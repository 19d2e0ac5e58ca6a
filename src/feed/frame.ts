/**
 * A feed document without its entries: `feed`'s own document around one placeholder, and the placeholder cut out.
 * Head, entries with the format's separator between them, and tail are then byte for byte what `feed` prints for the
 * whole list (tests/feed/whole.test.ts), but for what `withRoot` and `withExtras` add.
 */
import { Feed } from 'feed';
import { memberAt } from '../lib/json.ts';
import { httpDate } from '../lib/time.ts';
import { printed } from './cut.ts';
import { extension, extensions, type XmlElement } from './element.ts';
import { FORMATS, type Format, separatorOf } from './formats.ts';
import { unmistakable, xmlAttribute, xmlText } from './guard.ts';
import { NAMESPACES } from './shared-elements.ts';

/** What a feed document says about itself. Moments are milliseconds; URLs absolute. */
export interface Channel {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly home: string;
  readonly self: string;
  readonly hub: string | null;
  readonly author: string;
  readonly rights: string;
  readonly license: string | null;
  readonly updated: number;
  readonly generator: string;
  readonly base: string;
  readonly stylesheet: string;
  /** RFC 5005 links by relation; `archive` marks an archive document. */
  readonly history: Readonly<Record<string, string>>;
  readonly archive: boolean;
  /** What a partner's dialect adds to RSS: prefixes with their namespaces, and elements of the channel. */
  readonly namespaces?: Readonly<Record<string, string>>;
  readonly elements?: readonly XmlElement[];
  /** For dialects that want the moment of the last change under this name too. */
  readonly pubDate?: number;
}

export interface Frame {
  readonly head: string;
  readonly separator: string;
  readonly tail: string;
}

export function frameOf(channel: Channel, format: Format): Frame {
  const separator = separatorOf(format);
  if (format === 'json') return { ...jsonFrame(channel), separator };
  const feed = format === 'rss' ? rssChannel(channel) : atomChannel(channel);
  feed.addItem({ title: '-', id: 'urn:x:-', link: channel.home, date: new Date(0), content: '-' });
  const tag = format === 'rss' ? 'item' : 'entry';
  const document = withRoot(format === 'rss' ? feed.rss2() : feed.atom1(), channel, format);
  const head = document.slice(0, document.lastIndexOf(`<${tag}>`));
  const tail = document.slice(document.lastIndexOf(`</${tag}>`) + tag.length + 3);
  return { head: withExtras(head, channel, format), separator, tail };
}

export function rssChannel(channel: Channel): Feed {
  const feed = new Feed({
    title: xmlText(channel.title),
    description: xmlText(channel.description),
    link: channel.home,
    language: channel.language,
    updated: new Date(channel.updated),
    generator: xmlText(channel.generator),
    docs: 'https://www.rssboard.org/rss-specification',
    copyright: xmlText(channel.rights),
    feed: channel.self,
  });
  const namespaces = Object.entries(NAMESPACES).flatMap(([prefix, uri]) =>
    prefix === 'atom' || prefix === 'content' || prefix === 'dc' || prefix === 'at' ? [] : [[`xmlns:${prefix}`, uri]],
  );
  feed.addExtension(extension('_attributes', Object.fromEntries(namespaces)));
  const links = channelLinks(channel, FORMATS.rss.type).map((attributes) => ({ name: 'atom:link', attributes }));
  for (const element of extensions(links)) feed.addExtension(element);
  return feed;
}

export function atomChannel(channel: Channel): Feed {
  return new Feed({
    title: xmlText(channel.title),
    description: xmlText(channel.description),
    id: channel.id,
    link: channel.home,
    updated: new Date(channel.updated),
    generator: channel.generator,
    copyright: xmlText(channel.rights),
    feed: channel.self,
    author: { name: xmlText(channel.author) },
    ...(channel.hub && { hub: channel.hub }),
  });
}

function channelLinks(channel: Channel, type: string): Record<string, string>[] {
  return [
    { rel: 'self', type, href: channel.self },
    ...(channel.hub ? [{ rel: 'hub', href: channel.hub }] : []),
    ...moreLinks(channel),
  ];
}

const moreLinks = ({ license, history }: Channel): Record<string, string>[] => [
  ...(license ? [{ rel: 'license', href: license }] : []),
  ...Object.entries(history).map(([rel, href]) => ({ rel, href })),
];

/** The stylesheet instruction (`feed` can only write XSLT's), and the root attributes `feed` has no field for. */
export function withRoot(document: string, channel: Channel, format: 'rss' | 'atom'): string {
  const { stylesheet, language } = channel;
  const style = `<?xml-stylesheet type="text/css" href="${xmlAttribute(stylesheet)}"?>`;
  const styled = document.replace('?>', () => `?>\n${style}`);
  if (format === 'rss') return unmistakable(styled.replace('<rss ', () => `<rss ${prefixes(channel)}`));
  const { media, at, fh, creativeCommons } = NAMESPACES;
  const namespaces = `xmlns:media="${media}" xmlns:creativeCommons="${creativeCommons}" xmlns:at="${at}" xmlns:fh="${fh}"`;
  const root = `<feed xmlns="${NAMESPACES.atom}"`;
  return styled.replace(root, () => `${root} ${namespaces} xml:lang="${xmlAttribute(language)}"`);
}

const prefixes = ({ namespaces = {} }: Channel): string =>
  Object.entries(namespaces)
    .map(([prefix, uri]) => `xmlns:${prefix}="${xmlAttribute(uri)}" `)
    .join('');

/** Elements `feed` would set after the entries or not at all: metadata comes first (RFC 4287 appendix B). */
function withExtras(head: string, channel: Channel, format: 'rss' | 'atom'): string {
  const links: XmlElement[] =
    format === 'atom' ? moreLinks(channel).map((attributes) => ({ name: 'link', attributes })) : [];
  const own = format === 'rss' ? (channel.elements ?? []) : [];
  const extras = [...links, ...own, ...(channel.archive ? [{ name: 'fh:archive' }] : [])];
  const indent = separatorOf(format);
  const date = channel.pubDate === undefined ? '' : `${indent}<pubDate>${httpDate(channel.pubDate)}</pubDate>`;
  const more = date + (extras.length === 0 ? '' : printed(extras, indent));
  return more === '' ? head : head.trimEnd() + more + indent;
}

function jsonFrame(channel: Channel): { head: string; tail: string } {
  const feed = new Feed({
    title: channel.title,
    description: channel.description,
    id: channel.id,
    link: channel.home,
    feedLinks: { json: channel.self },
  });
  feed.addExtension(extension('version', 'https://jsonfeed.org/version/1.1'));
  feed.addExtension(extension('language', channel.language));
  feed.addExtension(extension('authors', [{ name: channel.author, url: channel.home }]));
  if (channel.hub) feed.addExtension(extension('hubs', [{ type: 'WebSub', url: channel.hub }]));
  const next = channel.history['prev-archive'];
  if (next) feed.addExtension(extension('next_url', next));
  feed.addExtension(extension('_tearsheet', jsonExtension(channel)));
  const document: unknown = JSON.parse(feed.json1());
  const text = JSON.stringify(document);
  // `items` is the last member and empty, so the text ends in `[]}`.
  return memberAt(document, 'items') ? { head: text.slice(0, -2), tail: text.slice(-2) } : { head: text, tail: '' };
}

const jsonExtension = (channel: Channel) => ({
  about: `${channel.base}/feeds#tearsheet`,
  rights: channel.rights,
  license: channel.license ?? undefined,
  updated: new Date(channel.updated).toISOString(),
});
