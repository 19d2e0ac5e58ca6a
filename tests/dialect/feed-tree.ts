/** A feed document as a tree, read by a parser of others; nothing here is from src. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

export interface Tree {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Tree[];
  /** Its own text, not that of its children. */
  readonly text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  processEntities: { enabled: true, maxTotalExpansions: 1e7, maxExpandedLength: 1e8, maxEntityCount: 1e7 },
});

/** The root element, or what is wrong with the document. */
export function readTree(xml: string): Tree | string {
  const valid = XMLValidator.validate(xml);
  if (valid !== true) return `not well-formed: ${valid.err.msg} (line ${valid.err.line})`;
  const parsed: unknown = parser.parse(xml);
  return treesIn(parsed).find(({ name }) => !name.startsWith('?')) ?? 'no element';
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const treesIn = (list: unknown): readonly Tree[] =>
  Array.isArray(list) ? list.flatMap((node) => (isRecord(node) ? treeOf(node) : [])) : [];

function treeOf(node: Record<string, unknown>): readonly Tree[] {
  const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
  if (name === undefined) return [];
  const attributes = isRecord(node[':@']) ? node[':@'] : {};
  return [
    {
      name,
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)])),
      children: treesIn(node[name]),
      text: textIn(node[name]),
    },
  ];
}

const textIn = (list: unknown): string =>
  Array.isArray(list) ? list.map((node) => (isRecord(node) ? String(node['#text'] ?? '') : '')).join('') : '';

export const all = (tree: Tree | undefined, name: string): readonly Tree[] =>
  tree?.children.filter((child) => child.name === name) ?? [];

export const texts = (tree: Tree | undefined, name: string): readonly string[] =>
  all(tree, name).map(({ text }) => text);

export const only = (tree: Tree | undefined, name: string): string | null => texts(tree, name)[0] ?? null;

export const everyName = (tree: Tree): readonly string[] => [
  tree.name,
  ...Object.keys(tree.attributes),
  ...tree.children.flatMap(everyName),
];
