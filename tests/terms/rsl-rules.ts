/** RSL 1.0 as checks, on what fast-xml-parser reads. Gives what is wrong. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

const NAMESPACE = 'https://rslstandard.org/rsl';

export interface RslNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly RslNode[];
  readonly text: string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The parser's own form, in order: each node an object with its name, and `:@` for the attributes. */
function nodesFrom(value: unknown): readonly RslNode[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
    if (name === undefined || name.startsWith('?')) return [];
    const inner = Array.isArray(node[name]) ? node[name] : [];
    const attributes = isRecord(node[':@']) ? node[':@'] : {};
    return {
      name,
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, text]) => [key, String(text)])),
      children: nodesFrom(inner),
      text: inner.map((part: unknown) => (isRecord(part) && '#text' in part ? String(part['#text']) : '')).join(''),
    };
  });
}

export function readRsl(xml: string): RslNode {
  if (XMLValidator.validate(xml) !== true) throw new Error('Not well-formed');
  const options = { preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false };
  const [root] = nodesFrom(new XMLParser({ ...options, parseAttributeValue: false, trimValues: true }).parse(xml));
  if (!root) throw new Error('Empty');
  return root;
}

interface Shape {
  readonly attributes: Readonly<Record<string, RegExp>>;
  readonly required?: readonly string[];
  /** In the order of the specification: name, least, most. */
  readonly children: readonly (readonly [string, number, number])[];
  readonly text?: RegExp;
}

const ANY = Number.POSITIVE_INFINITY;
const USAGE = '(?:all|ai-all|ai-train|ai-input|ai-index|search)';
const TOKENS = new RegExp(`^${USAGE}(?: ${USAGE})*$`);
const PATH = /^\/(?:[\w.*?~!'()-]|%[0-9A-F]{2}|\/)*\$?$/;
const SHAPES: Readonly<Record<string, Shape>> = {
  rsl: { attributes: { xmlns: /^.*$/, 'max-age': /^[1-9]\d*$/ }, required: ['xmlns'], children: [['content', 1, ANY]] },
  content: {
    attributes: { url: PATH },
    required: ['url'],
    children: [
      ['license', 1, ANY],
      ['copyright', 0, 1],
      ['terms', 0, 1],
    ],
  },
  license: {
    attributes: {},
    children: [
      ['permits', 0, 3],
      ['prohibits', 0, 3],
      ['payment', 0, 1],
    ],
  },
  permits: { attributes: { type: /^usage$/ }, required: ['type'], children: [], text: TOKENS },
  prohibits: { attributes: { type: /^usage$/ }, required: ['type'], children: [], text: TOKENS },
  payment: {
    attributes: { type: /^(purchase|subscription|training|crawl|use|contribution|attribution|free)$/ },
    required: ['type'],
    children: [
      ['standard', 0, 1],
      ['custom', 0, 1],
    ],
  },
  standard: { attributes: {}, children: [], text: /^https?:\/\/\S+$/ },
  custom: { attributes: {}, children: [], text: /^https?:\/\/\S+$/ },
  terms: { attributes: {}, children: [], text: /^https?:\/\/\S+$/ },
  copyright: {
    attributes: { type: /^(person|organization)$/, contactEmail: /^\S+@\S+$/, contactUrl: /^https?:\/\// },
    children: [],
    text: /./s,
  },
};

export function rslMistakes(root: RslNode): readonly string[] {
  return [
    ...(root.name === 'rsl' && root.attributes.xmlns === NAMESPACE ? [] : ['another root or namespace']),
    ...nodeMistakes(root),
    ...twice(root.children.map(({ attributes }) => attributes.url)).map((url) => `two contents for ${url}`),
  ];
}

function nodeMistakes(node: RslNode): readonly string[] {
  const shape = SHAPES[node.name];
  if (!shape) return [`unknown: ${node.name}`];
  return [
    ...attributeMistakes(node, shape),
    ...childMistakes(node, shape),
    ...((shape.text ?? /^$/).test(node.text) ? [] : [`text of ${node.name}: ${node.text}`]),
    ...(node.name === 'license' ? licenseMistakes(node) : []),
    ...node.children.flatMap(nodeMistakes),
  ];
}

function attributeMistakes({ name, attributes }: RslNode, shape: Shape): readonly string[] {
  const missing = (shape.required ?? []).filter((key) => !(key in attributes));
  const wrong = Object.entries(attributes).filter(([key, value]) => !shape.attributes[key]?.test(value));
  return [...missing, ...wrong.map(([key, value]) => `${key}=${value}`)].map((words) => `${name}: ${words}`);
}

function childMistakes({ name, children }: RslNode, shape: Shape): readonly string[] {
  const order = shape.children.map(([child]) => child);
  const names = children.map((child) => child.name);
  const sorted = [...names].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const counts = shape.children.flatMap(([child, least, most]) => {
    const count = names.filter((each) => each === child).length;
    return count < least || count > most ? [`${name}: ${count} × ${child}`] : [];
  });
  return [...counts, ...(names.join() === sorted.join() ? [] : [`${name}: order ${names.join()}`])];
}

/** At most one `permits` and one `prohibits` of a type, and nothing both permitted and forbidden. */
function licenseMistakes({ children }: RslNode): readonly string[] {
  const rules = children.filter(({ name }) => name === 'permits' || name === 'prohibits');
  const tokens = rules.flatMap(({ text }) => text.split(' '));
  return [
    ...twice(rules.map(({ name, attributes }) => `${name} ${attributes.type}`)),
    ...twice(tokens).map((token) => `twice: ${token}`),
    ...(rules.length === 0 ? ['a licence that says nothing'] : []),
  ];
}

const twice = (list: readonly (string | undefined)[]): readonly string[] =>
  list.filter((each, index) => list.indexOf(each) !== index).map(String);
