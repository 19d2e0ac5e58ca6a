/** Elements that mean the same in an RSS item and an Atom entry. */
import type { Hop } from '../article/article.ts';
import { rfc3339 } from '../lib/time.ts';
import type { XmlElement } from './element.ts';
import type { Facts, PhotoFacts } from './facts.ts';

export const NAMESPACES = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  media: 'http://search.yahoo.com/mrss/',
  creativeCommons: 'http://backend.userland.com/creativeCommonsRssModule',
  fh: 'http://purl.org/syndication/history/1.0',
  at: 'http://purl.org/atompub/tombstones/1.0',
} as const;

/** One `via` link for every hop, oldest first: the way the article came (RFC 4287 section 4.2.7.2). */
export const viaLinks = (facts: Facts, name: string): XmlElement[] =>
  facts.hops.map((hop) => ({
    name,
    attributes: { rel: 'via', type: 'text/html', href: hop.url, title: hop.publisher },
  }));

/** RFC 4946: an own licence link, even one that says "unspecified", stops the feed's from being inherited. */
export const licenseLink = (facts: Facts, name: string): XmlElement[] =>
  facts.license ? [{ name, attributes: { rel: 'license', href: facts.license } }] : [];

export const mediaContent = (photos: readonly PhotoFacts[]): XmlElement[] =>
  photos.map((photo) => ({
    name: 'media:content',
    attributes: {
      url: photo.url,
      type: photo.type,
      medium: 'image',
      fileSize: photo.bytes,
      width: photo.width,
      height: photo.height,
    },
    children: [
      ...(photo.caption ? [{ name: 'media:description', attributes: { type: 'plain' }, text: photo.caption }] : []),
      ...(photo.alt ? [{ name: 'media:text', attributes: { type: 'plain' }, text: photo.alt }] : []),
      { name: 'media:credit', attributes: { role: 'photographer', scheme: 'urn:ebu' }, text: photo.credit },
      ...mediaCopyright(photo),
    ],
  }));

/** Creative Commons licences too: in the module Media RSS names for them, inside a photo, feedparser fails on them. */
const mediaCopyright = ({ holder, license }: PhotoFacts): XmlElement[] =>
  holder || license ? [{ name: 'media:copyright', attributes: { url: license }, text: holder ?? '' }] : [];

/** RFC 4287 section 4.2.11: whose feed the entry first stood in. Kept as it came: the first source wins. */
export function atomSource(hop: Hop | null): XmlElement[] {
  if (!hop) return [];
  const link = hop.feed ? { rel: 'self', href: hop.feed } : { rel: 'alternate', href: hop.url };
  return [
    {
      name: 'source',
      children: [
        { name: 'id', text: hop.feed ?? hop.url },
        { name: 'title', text: hop.publisher },
        { name: 'updated', text: rfc3339(hop.date) },
        { name: 'author', children: [{ name: 'name', text: hop.publisher }] },
        { name: 'link', attributes: link },
        ...(hop.license ? [{ name: 'link', attributes: { rel: 'license', href: hop.license } }] : []),
        { name: 'rights', text: `© ${hop.publisher}` },
      ],
    },
  ];
}
