/** An article as an RSS 2.0 item. */
import type { Item } from 'feed';
import { rfc3339 } from '../lib/time.ts';
import { alone, cut } from './cut.ts';
import { extensions, type XmlElement } from './element.ts';
import type { Facts } from './facts.ts';
import { UNSPECIFIED_LICENSE } from './facts.ts';
import { cdataHtml, plainAsHtml, unmistakable } from './guard.ts';
import { licenseLink, mediaContent, viaLinks } from './shared-elements.ts';

export function rssItem(facts: Facts): Item {
  const { article } = facts;
  return {
    title: article.title,
    guid: article.guid,
    link: facts.url,
    date: new Date(article.published),
    description: cdataHtml(plainAsHtml(facts.summary)),
    content: cdataHtml(facts.content),
    extensions: extensions([
      ...provenance(facts),
      ...enclosure(facts),
      ...license(facts),
      { name: 'atom:updated', text: rfc3339(article.modified) },
      ...mediaContent(facts.photos),
    ]),
  };
}

/** The item without what partners' dialects say each in their own way: dates and photos. */
export const rssCopyItem = (facts: Facts): Item => ({
  ...rssItem(facts),
  extensions: extensions([...provenance(facts), ...license(facts)]),
});

const provenance = (facts: Facts): XmlElement[] => [
  // The title as plain text: in the CDATA `feed` would use, readers take `<b>` for markup.
  { name: 'title', text: facts.article.title },
  { name: 'guid', attributes: { isPermaLink: 'false' }, text: facts.article.guid },
  ...facts.article.byline.map((person) => ({ name: 'dc:creator', text: person.name })),
  { name: 'dc:rights', text: facts.rights },
  { name: 'dc:language', text: facts.article.language },
  ...categories(facts),
  ...source(facts),
];

export const renderRss = (facts: Facts): string => unmistakable(cut(alone(rssItem(facts)).rss2(), 'item'));

const categories = ({ section, article }: Facts): XmlElement[] => [
  ...(section ? [{ name: 'category', text: section.name }] : []),
  ...article.tags.map((tag) => ({ name: 'category', text: tag })),
];

/** At most one, and only with the address of a feed: that is what `url` means (RSS 2.0, `<source>`). */
const source = ({ original }: Facts): XmlElement[] =>
  original?.feed ? [{ name: 'source', attributes: { url: original.feed }, text: original.publisher }] : [];

/** One enclosure: many readers take a single one (RSS Best Practices Profile). */
const enclosure = ({ photos }: Facts): XmlElement[] =>
  photos.slice(0, 1).map(({ url, bytes, type }) => ({ name: 'enclosure', attributes: { url, length: bytes, type } }));

function license(facts: Facts): XmlElement[] {
  const links = [...viaLinks(facts, 'atom:link'), ...licenseLink(facts, 'atom:link')];
  const known = facts.license && facts.license !== UNSPECIFIED_LICENSE;
  return [...(known ? [{ name: 'creativeCommons:license', text: facts.license ?? '' }] : []), ...links];
}
