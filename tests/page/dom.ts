/** Reads a page back with a parser that had no part in writing it. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

const isElement = (node: Node): node is Element => 'tagName' in node;

export function elements(node: Node): readonly Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.flatMap((child) => (isElement(child) ? [child, ...elements(child)] : []));
}

export const pageElements = (html: string): readonly Element[] => elements(parse(html));

export const attribute = (element: Element | undefined, name: string): string | undefined =>
  element?.attrs.find((attr) => attr.name === name)?.value;

export function text(node: Node | undefined): string {
  if (!node) return '';
  if ('value' in node && node.nodeName === '#text') return node.value;
  return 'childNodes' in node ? node.childNodes.map(text).join('') : '';
}

export const byTag = (html: string, tag: string): readonly Element[] =>
  pageElements(html).filter((element) => element.tagName === tag);

export const hasClass = (element: Element, name: string): boolean =>
  (attribute(element, 'class') ?? '').split(' ').includes(name);

export const byClass = (html: string, name: string): readonly Element[] =>
  pageElements(html).filter((element) => hasClass(element, name));

/** The addresses of `<link rel=…>`. */
export const links = (html: string, rel: string): readonly (string | undefined)[] =>
  byTag(html, 'link')
    .filter((link) => attribute(link, 'rel') === rel)
    .map((link) => attribute(link, 'href'));

export const jsonLd = (html: string): unknown =>
  JSON.parse(text(byTag(html, 'script').find((script) => attribute(script, 'type') === 'application/ld+json')));
