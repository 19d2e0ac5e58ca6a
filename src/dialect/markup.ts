/** What a lint asks of an article's HTML. */
import { type DefaultTreeAdapterMap, defaultTreeAdapter } from 'parse5';
import { parseHtml } from '../article/parse-html.ts';

export interface Markup {
  /** Levels of elements: a paragraph with a link has two. */
  readonly depth: number;
  readonly elements: ReadonlySet<string>;
  readonly sources: readonly string[];
  readonly links: readonly string[];
  readonly words: string;
}

type Node = DefaultTreeAdapterMap['node'];

interface Found {
  depth: number;
  readonly elements: Set<string>;
  readonly sources: string[];
  readonly links: string[];
  readonly words: string[];
}

/** Null where the HTML nests deeper than any partner would read. */
export function readMarkup(html: string): Markup | null {
  const parsed = parseHtml(html);
  if (!parsed.ok) return null;
  const found: Found = { depth: 0, elements: new Set(), sources: [], links: [], words: [] };
  collect(parsed.value, 0, found);
  return { ...found, words: plainWords(found.words.join(' ')) };
}

export const plainWords = (text: string): string => text.replace(/\s+/g, ' ').trim();

function collect(node: Node, depth: number, found: Found): void {
  found.depth = Math.max(found.depth, depth);
  if (defaultTreeAdapter.isTextNode(node)) found.words.push(node.value);
  if (defaultTreeAdapter.isElementNode(node)) note(node, found);
  if (!('childNodes' in node)) return;
  for (const child of node.childNodes)
    collect(child, defaultTreeAdapter.isElementNode(child) ? depth + 1 : depth, found);
}

function note({ tagName, attrs }: DefaultTreeAdapterMap['element'], found: Found): void {
  found.elements.add(tagName);
  for (const { name, value } of attrs) {
    if (name === 'src' || name === 'poster') found.sources.push(value);
    if (name === 'href' || name === 'cite') found.links.push(value);
  }
}
