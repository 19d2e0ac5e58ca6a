/**
 * One entry, rendered by `feed` in a document of its own and cut out of it. The document's head and tail are
 * constants without `<item>` or `<entry>`, and all text is escaped or in CDATA, so the first start tag and
 * the last end tag are always `feed`'s, whatever the article holds.
 */
import { Feed, type Item } from 'feed';
import { extensions, type XmlElement } from './element.ts';

const PLACE = 'https://tearsheet.invalid/';

export function alone(item: Item): Feed {
  const feed = new Feed({ title: '-', id: PLACE, link: PLACE, updated: new Date(0), generator: false });
  feed.addItem(item);
  return feed;
}

export function cut(document: string, tag: 'item' | 'entry'): string {
  return document.slice(document.indexOf(`<${tag}>`), document.lastIndexOf(`</${tag}>`) + tag.length + 3);
}

/** How deep `feed` indents the children of an item. */
export const ITEM_INDENT = `\n${' '.repeat(12)}`;

/**
 * Elements as text, printed by `feed`'s RSS extension path: what follows the date of an item that has nothing else.
 * Each starts on a line of its own with `indent`; no text in them holds a line break, so only layout moves.
 */
export function printed(elements: readonly XmlElement[], indent: string): string {
  const item = cut(alone({ title: '', link: '', date: new Date(0), extensions: extensions(elements) }).rss2(), 'item');
  const inside = item.slice(item.indexOf('</pubDate>') + '</pubDate>'.length, -'</item>'.length);
  return inside.trimEnd().replaceAll(ITEM_INDENT, indent);
}
