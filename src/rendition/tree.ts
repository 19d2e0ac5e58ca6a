/** Trees of HTML (hast): the few things all parts of a copy are made with. */
import type { Element, ElementContent, Properties, Root, Text } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parseFragment } from 'parse5';
import { BASE_MARK } from '../article/article.ts';

export const words = (value: string): Text => ({ type: 'text', value });

export const element = (tagName: string, properties: Properties, ...children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

export const link = (href: string, text: string): Element => element('a', { href }, words(text));

export const paragraph = (...children: ElementContent[]): Element => element('p', {}, ...children);

/** What is in a copy beside its words: which attributes hold addresses. */
export const ADDRESSES = ['href', 'src', 'cite'] as const;

/** Only our own stored HTML comes here, which `article/sanitise.ts` has kept within the limits of a parser. */
export function parsed(html: string, base: string): readonly ElementContent[] {
  const root = fromParse5(parseFragment(html, { scriptingEnabled: false }));
  return root.type === 'root' ? root.children.flatMap((node) => withBase(node, base)) : [];
}

function withBase(node: Root['children'][number], base: string): ElementContent[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element') return [];
  const properties = { ...node.properties };
  for (const name of ADDRESSES) {
    const value = properties[name];
    if (typeof value === 'string' && value.startsWith(BASE_MARK))
      properties[name] = base + value.slice(BASE_MARK.length);
  }
  return [{ ...node, properties, children: node.children.flatMap((child) => withBase(child, base)) }];
}

export const textOf = (node: ElementContent): string =>
  node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(textOf).join('') : '';

/** All elements of these names below a node, the node itself included, in the order of the text. */
export const elementsIn = (node: ElementContent, ...names: readonly string[]): readonly Element[] =>
  node.type !== 'element'
    ? []
    : [
        ...(names.includes(node.tagName) ? [node] : []),
        ...node.children.flatMap((child) => elementsIn(child, ...names)),
      ];

/** A table's own rows, not those of a table in one of its cells. */
export const rowsIn = ({ children }: Element): readonly Element[] =>
  children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === 'tr' ? [child] : /^t(head|body|foot)$/.test(child.tagName) ? rowsIn(child) : [];
  });

/** Nothing that a reader would see. */
export const isBlank = (nodes: readonly ElementContent[]): boolean =>
  nodes.every((node) => textOf(node).trim() === '' && elementsIn(node, 'img', 'hr').length === 0);

/** Flow content, one block a line: copied by hand, it stays readable. */
export function rootOf(blocks: readonly ElementContent[]): Root {
  return { type: 'root', children: blocks.flatMap((block, index) => (index === 0 ? [block] : [words('\n'), block])) };
}
