/** What a report's page shows, as its reader sees it: tables by their heading, cell by cell. */
import type { DefaultTreeAdapterMap } from 'parse5';
import type { Visitor } from '../desk/visitor.ts';
import { attribute, byTag, text } from '../page/dom.ts';

export interface ScreenTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

type Element = DefaultTreeAdapterMap['element'];

export const squeezed = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** Headings and cells below an element, in order. */
const below = (root: Element, names: readonly string[]): Element[] =>
  root.childNodes.flatMap((node) =>
    'tagName' in node ? [...(names.includes(node.tagName) ? [node] : []), ...below(node, names)] : [],
  );

/** The table that belongs to a heading: in the same section. */
export function tableUnder(html: string, id: string): ScreenTable | null {
  const around = byTag(html, 'section').find((each) => attribute(each, 'aria-labelledby') === id);
  const table = around && below(around, ['table'])[0];
  if (!table) return null;
  const rows = below(table, ['tr']).map((row) => below(row, ['th', 'td']).map((cell) => squeezed(text(cell))));
  return { columns: rows[0] ?? [], rows: rows.slice(1) };
}

export const pageAt = async (desk: Visitor, path: string): Promise<string> => {
  const response = await desk.get(path);
  if (response.status !== 200) throw new Error(`${path} answers ${response.status}: ${await response.text()}`);
  return response.text();
};

/** Links to a table's files. */
export const exportsOf = (html: string): readonly string[] =>
  byTag(html, 'a')
    .map((a) => attribute(a, 'href') ?? '')
    .filter((href) => /[?&]format=(csv|json)\b/.test(href));

/** CSV as RFC 4180 has it; throws for what is none. */
export function parseCsv(csv: string): readonly (readonly string[])[] {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const rows: string[][] = [[]];
  while (field.lastIndex < csv.length) {
    const at = field.lastIndex;
    const match = field.exec(csv);
    if (!match) throw new Error(`No field at ${at}: ${csv.slice(at, at + 40)}`);
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') rows.push([]);
  }
  rows.pop();
  return rows;
}
