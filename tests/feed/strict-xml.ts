/**
 * A small reader that is stricter than the parsers of feed readers: it takes what XML 1.0 calls well-formed and
 * nothing else (no document types, which feeds have none of), and gives text back exactly as it was meant.
 */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  readonly text: string;
}

interface Building {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlNode[];
  text: string;
}

const ILLEGAL = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const NAME = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';
const TOKEN = new RegExp(
  `<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>|<\\?[\\s\\S]*?\\?>|<!--[\\s\\S]*?-->|</(${NAME})\\s*>|<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>|([^<]+)`,
  'y',
);
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function readXml(document: string): XmlNode {
  if (!document.isWellFormed() || ILLEGAL.test(document)) throw new Error('A character XML forbids');
  const root: Building = { name: '', attributes: {}, children: [], text: '' };
  const open: Building[] = [root];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < document.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(document);
    if (!token) throw new Error(`Not well-formed at ${at}: ${document.slice(at, at + 80)}`);
    take(token, open);
  }
  const [element] = root.children;
  if (open.length !== 1 || root.children.length !== 1 || !element || root.text.trim() !== '')
    throw new Error('Not one element, closed');
  return element;
}

function take([whole, cdata, end, start, attributes = '', empty, text]: RegExpExecArray, open: Building[]): void {
  const parent = open.at(-1);
  if (!parent) throw new Error('Too many end tags');
  if (cdata !== undefined) parent.text += cdata;
  else if (text !== undefined) parent.text += characters(text);
  else if (start !== undefined) begin(start, attributes, empty === '/', parent, open);
  else if (end !== undefined) close(end, open);
  else if (whole.startsWith('<?') && open.length > 1) throw new Error('An instruction inside the document');
}

function begin(name: string, attributes: string, empty: boolean, parent: Building, open: Building[]): void {
  const element: Building = { name, attributes: attributesIn(attributes), children: [], text: '' };
  parent.children.push(element);
  if (!empty) open.push(element);
}

function close(name: string, open: Building[]): void {
  const closed = open.pop();
  if (closed?.name !== name) throw new Error(`</${name}> closes ${closed?.name}`);
}

function attributesIn(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single] of source.matchAll(ATTRIBUTE)) {
    if (Object.hasOwn(attributes, name)) throw new Error(`Twice: ${name}`);
    attributes[name] = decoded((double ?? single ?? '').replace(/[\t\n\r]/g, ' '));
  }
  return attributes;
}

function characters(text: string): string {
  if (text.includes(']]>')) throw new Error(']]> outside of CDATA');
  return decoded(text);
}

function decoded(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/&([^;&]*;?)/g, (_whole, reference: string) => character(reference));
}

function character(reference: string): string {
  const [, hex, decimal, name] = /^(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));$/.exec(reference) ?? [];
  const named = name === undefined ? undefined : NAMED[name];
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
  const found = named ?? (Number.isNaN(code) ? '' : String.fromCodePoint(code));
  if (found === '' || ILLEGAL.test(found)) throw new Error(`Not a reference: &${reference}`);
  return found;
}

export const named = (node: XmlNode | undefined, name: string): readonly XmlNode[] =>
  node?.children.filter((child) => child.name === name) ?? [];

export const textsOf = (node: XmlNode | undefined, name: string): readonly string[] =>
  named(node, name).map((child) => child.text);

/** The items of an RSS document or the entries of an Atom one. */
export const entriesIn = (root: XmlNode): readonly XmlNode[] =>
  root.name === 'rss' ? named(named(root, 'channel')[0], 'item') : named(root, 'entry');
