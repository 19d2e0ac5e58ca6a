/** Phrasing → one line of plain text (or several, where the author broke it), with white space as a browser shows it. */
import type { Element, ElementContent } from 'hast';
import { textOf } from './tree.ts';

/** Addresses in the order of their first link, and their numbers. Null: links are printed as their words alone. */
export type LinkNumbers = Map<string, number>;

/** Stands for a line break while white space collapses. U+0001 can't be in an author's words (`lib/text.ts`). */
const BREAK = '\u0001';

/** What ends a line in some program or other must not do so inside a paragraph. No-break spaces stay. */
const SPACES = /[ \t\n\v\f\r\u0085\u2028\u2029]+/g;

export const inlineText = (nodes: readonly ElementContent[], links: LinkNumbers | null): string =>
  nodes
    .map((node) => raw(node, links))
    .join('')
    .replace(SPACES, ' ')
    .split(BREAK)
    .map((line) => line.replace(/^ +| +$/g, ''))
    .join('\n')
    .replace(/^\n+|\n+$/g, '');

type Printer = (node: Element, inside: string, links: LinkNumbers | null) => string;

const PRINTERS: Readonly<Record<string, Printer>> = {
  br: () => BREAK,
  img: () => '',
  a: (node, inside, links) => inside + mark(node, links),
  q: (_node, inside) => `“${inside}”`,
  del: (_node, inside) => `~~${inside}~~`,
  s: (_node, inside) => `~~${inside}~~`,
  sup: (_node, inside) => risen(inside, '⁰¹²³⁴⁵⁶⁷⁸⁹'),
  sub: (_node, inside) => risen(inside, '₀₁₂₃₄₅₆₇₈₉'),
  rt: (_node, inside) => `(${inside})`,
  rp: () => '',
};

function raw(node: ElementContent, links: LinkNumbers | null): string {
  if (node.type === 'text') return node.value.replaceAll(BREAK, '');
  if (node.type !== 'element') return '';
  const inside = node.children.map((child) => raw(child, links)).join('');
  return PRINTERS[node.tagName]?.(node, inside, links) ?? inside;
}

/** A link whose words are its address needs no number. */
function mark(node: Element, links: LinkNumbers | null): string {
  const { href } = node.properties;
  if (!links || typeof href !== 'string' || textOf(node).trim() === href) return '';
  const number = links.get(href) ?? links.size + 1;
  links.set(href, number);
  return ` [${number}]`;
}

/** 10² is not 102. Only figures have raised and lowered forms in every font. */
const risen = (inside: string, digits: string): string =>
  inside.replace(/^\d+(?=$| \[)/, (number) => Array.from(number, (digit) => digits[Number(digit)] ?? digit).join(''));
