/**
 * A copy as plain text: one line a paragraph, addresses of links in a numbered list below the story, those of credit
 * lines on a line of their own right beneath, so that the lines stay word for word.
 */
import type { Element, ElementContent } from 'hast';
import type { Copy } from './copy.ts';
import { copyWords } from './copy-words.ts';
import { inlineText, type LinkNumbers } from './inline-text.ts';
import { elementsIn, isBlank, rowsIn } from './tree.ts';

export function renderText({ parts, at, language }: Pick<Copy, 'parts' | 'at' | 'language'>): string {
  const opening = credited(parts.opening);
  const body = bodyText({ parts, at, language });
  return `${[...opening, body].join('\n\n')}\n`;
}

/** Everything below the byline. */
export function bodyText({ parts, at, language }: Pick<Copy, 'parts' | 'at' | 'language'>): string {
  const links = new Map<string, number>();
  const story = blocksOf(parts.story, { links, photo: copyWords(language).photo });
  const list = [...links].map(([url, number]) => `[${number}] ${url}`).join('\n');
  const ours = credited(parts.credit);
  const all = [
    ...(at === 'start' ? ours : []),
    ...story,
    ...(list === '' ? [] : [list]),
    ...credited(parts.ending),
    ...(at === 'end' ? ours : []),
  ];
  return all.join('\n\n');
}

const RULE = '* * *';

/** Each paragraph with the addresses it links to beneath. A badge has no words that aren't in the line already. */
const credited = (blocks: readonly ElementContent[]): readonly string[] =>
  blocks.flatMap((block) => {
    if (block.type === 'element' && block.tagName === 'hr') return [RULE];
    const line = inlineText([block], null);
    const urls = new Set(elementsIn(block, 'a').map(({ properties }) => String(properties.href ?? '')));
    return line === '' ? [] : [[line, ...urls].join('\n')];
  });

interface Setting {
  readonly links: LinkNumbers;
  readonly photo: string;
}

const CONTAINERS = new Set(
  'p h1 h2 h3 h4 h5 h6 div section aside details summary figcaption caption li dt thead tbody tfoot tr td th'.split(
    ' ',
  ),
);
const OTHER_BLOCKS = new Set('ul ol dl dd blockquote pre figure table hr'.split(' '));

const isBlock = (node: ElementContent): boolean =>
  node.type === 'element' &&
  (CONTAINERS.has(node.tagName) || OTHER_BLOCKS.has(node.tagName) || node.children.some(isBlock));

/** Phrasing between blocks is a paragraph too. */
function blocksOf(nodes: readonly ElementContent[], setting: Setting): readonly string[] {
  const blocks: string[] = [];
  let run: ElementContent[] = [];
  const endRun = () => {
    const line = inlineText(run, setting.links);
    if (line !== '') blocks.push(line);
    run = [];
  };
  for (const node of nodes) {
    if (node.type === 'element' && isBlock(node)) {
      endRun();
      for (const block of blockOf(node, setting)) blocks.push(block);
    } else run.push(node);
  }
  endRun();
  return blocks;
}

type Printer = (node: Element, setting: Setting) => readonly string[];

const PRINTERS: Readonly<Record<string, Printer>> = {
  ul: (node, setting) => [itemsOf(node, setting, () => '- ')],
  ol: (node, setting) => [itemsOf(node, setting, (index) => `${ordinal(node, index)}. `)],
  dd: (node, setting) => blocksOf(node.children, setting).map((block) => prefixed(block, INDENT)),
  blockquote: (node, setting) => [prefixed(blocksOf(node.children, setting).join('\n\n'), '> ')],
  pre: (node) => [prefixed(elementText(node).replace(/^\n+|\s+$/g, ''), INDENT)],
  figure: (node, setting) => figureOf(node, setting),
  table: (node, setting) => tableOf(node, setting),
  hr: () => [RULE],
};

const blockOf: Printer = (node, setting) =>
  (PRINTERS[node.tagName] ?? (({ children }) => blocksOf(children, setting)))(node, setting).filter(
    (block) => block.trim() !== '',
  );

const INDENT = '    ';

const prefixed = (block: string, prefix: string): string =>
  block
    .split('\n')
    .map((line) => (prefix + line).trimEnd())
    .join('\n');

const elementText = ({ tagName, children }: Element): string =>
  tagName === 'br'
    ? '\n'
    : children
        .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? elementText(child) : ''))
        .join('');

function itemsOf(list: Element, setting: Setting, mark: (index: number) => string): string {
  const items = list.children.filter((child) => !isBlank([child]));
  return items
    .map((item, index) => {
      const [first, ...rest] = blocksOf([item], setting).join('\n').split('\n');
      const indent = ' '.repeat(mark(index).length);
      return [mark(index) + (first ?? ''), ...rest.map((line) => (indent + line).trimEnd())].join('\n');
    })
    .join('\n');
}

function ordinal({ properties: { start } }: Element, index: number): number {
  return (typeof start === 'number' ? start : 1) + index;
}

const withoutBreaks = (blocks: readonly string[]): string => blocks.join(' ').replace(/\s*\n\s*/g, ' ');

/** What is shown in words: the photo's caption and credit, and where it is. */
function figureOf(figure: Element, setting: Setting): readonly string[] {
  const images = elementsIn(figure, 'img').map(({ properties }) => String(properties.src ?? ''));
  if (images.length === 0) return blocksOf(figure.children, setting);
  const isCaption = (node: ElementContent): boolean => node.type === 'element' && node.tagName === 'figcaption';
  const caption = withoutBreaks(blocksOf(figure.children.filter(isCaption), setting));
  const others = figure.children.filter((child) => !isCaption(child) && elementsIn(child, 'img').length === 0);
  return [...blocksOf(others, setting), `[${setting.photo}: ${caption}: ${images.join(' ')}]`];
}

function tableOf(table: Element, setting: Setting): readonly string[] {
  const caption = table.children.filter((child) => child.type === 'element' && child.tagName === 'caption');
  const rows = rowsIn(table).map((row) => {
    const cells = row.children.filter((child) => child.type === 'element');
    return cells.map((cell) => withoutBreaks(blocksOf([cell], setting))).join(' | ');
  });
  return [...blocksOf(caption, setting), rows.join('\n')];
}
