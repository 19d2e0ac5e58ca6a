/** An article as an Atom 1.0 entry (RFC 4287). */
import type { Item } from 'feed';
import { alone, cut, printed } from './cut.ts';
import type { XmlElement } from './element.ts';
import type { Facts } from './facts.ts';
import { cdataHtml, plainAsHtml, xmlAttribute, xmlText } from './guard.ts';
import { atomSource, licenseLink, mediaContent, viaLinks } from './shared-elements.ts';

export function atomItem(facts: Facts): Item {
  const { article, section } = facts;
  const terms = [...(section ? [section.name] : []), ...article.tags];
  return {
    title: cdataHtml(plainAsHtml(article.title)),
    id: article.guid,
    link: facts.url,
    date: new Date(article.modified),
    published: new Date(article.published),
    description: cdataHtml(plainAsHtml(facts.summary)),
    content: cdataHtml(facts.content),
    author: article.byline.map(({ name, email, url }) => ({
      name: xmlText(name),
      ...(email && { email: xmlText(email) }),
      ...(url && { link: url }),
    })),
    category: terms.map((term) => ({ term })),
    copyright: xmlText(facts.rights),
  };
}

/** `feed`'s entry, and before its end what `feed` has no field for. */
export function renderAtom(facts: Facts): string {
  const entry = cut(alone(atomItem(facts)).atom1(), 'entry');
  const extras = [
    ...entryLinks(facts),
    ...contributors(facts),
    ...atomSource(facts.original),
    ...mediaContent(facts.photos),
  ];
  const start = withVerbatimId(entry.slice(0, -'</entry>'.length).trimEnd(), facts);
  return `${withLanguage(start, facts)}${printed(extras, '\n        ')}\n    </entry>`;
}

const entryLinks = (facts: Facts): XmlElement[] => [
  ...viaLinks(facts, 'link'),
  ...licenseLink(facts, 'link'),
  ...facts.photos.map(({ url, type, bytes }) => ({
    name: 'link',
    attributes: { rel: 'enclosure', href: url, type, length: bytes },
  })),
];

const contributors = ({ photos }: Facts): XmlElement[] =>
  [...new Set(photos.map((photo) => photo.credit))].map((credit) => ({
    name: 'contributor',
    children: [{ name: 'name', text: credit }],
  }));

/** `feed` passes ids through URL normalisation; an id is compared char by char (RFC 4287 section 4.2.6.1), so it stays as it came. */
function withVerbatimId(entry: string, { article }: Facts): string {
  if (new URL(article.guid).href === article.guid) return entry;
  const id = article.guid.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  // The title before it is escaped HTML, so the first <id> is the entry's.
  return entry.replace(/<id>[^<]*<\/id>/, () => `<id>${id}</id>`);
}

/** Every entry says its language itself: feeds mix languages, and entries travel between feeds. */
const withLanguage = (entry: string, { article }: Facts): string =>
  `<entry xml:lang="${xmlAttribute(article.language)}">${entry.slice('<entry>'.length)}`;
