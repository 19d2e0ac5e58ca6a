/** Where HTML → Markdown needs more than the library does by itself: what our HTML means. */
import type { Element, ElementContent } from 'hast';
import { defaultHandlers, type Handle as FromHtml, type State } from 'hast-util-to-mdast';
import type { Html, ListItem, PhrasingContent } from 'mdast';
import { codeOnOneLine, isNothing, isPhrasing, onOneLine, text } from './markdown-blocks.ts';
import { elementsIn, rowsIn, textOf } from './tree.ts';

type Mdast = ReturnType<State['all']>[number];

const html = (value: string): Html => ({ type: 'html', value });

const lineBreak = (): PhrasingContent => ({ type: 'break' });

/** A photo, and beneath it in the same paragraph its caption and credit. A figure of anything else: that, then its words. */
const figure: FromHtml = (state, node) => {
  const [captions, rest] = parted(node, 'figcaption');
  const content = state.all({ ...node, children: rest });
  const caption = onOneLine(state.all({ ...node, children: captions }), lineBreak);
  if (elementsIn(node, 'img').length === 0) return [...content, { type: 'paragraph', children: caption }];
  return { type: 'paragraph', children: [...onOneLine(content, lineBreak), lineBreak(), ...caption] };
};

/** The children of one name, and the others. */
function parted({ children }: Element, tagName: string): readonly [ElementContent[], ElementContent[]] {
  const isOne = (child: ElementContent): boolean => child.type === 'element' && child.tagName === tagName;
  return [children.filter(isOne), children.filter((child) => !isOne(child))];
}

/**
 * HTML lets some phrasing elements hold blocks, Markdown none: a fence behind an asterisk would swallow all that
 * follows. Of emphasis the words are enough; a link and a deletion mean something, so their blocks become one line.
 */
const emphasis =
  (type: 'emphasis' | 'strong'): FromHtml =>
  (state, node) => {
    const inside = state.all(node);
    return inside.every(isPhrasing) && !isNothing(inside) ? { type, children: inside } : inside;
  };

/** With nothing in it, or with another right inside, its tildes would make a fence. */
const deletion: FromHtml = (state, node) => {
  const inside = onOneLine(state.all(node), lineBreak);
  const children = inside.flatMap((child) => (child.type === 'delete' ? child.children : [child]));
  return isNothing(children) ? children : { type: 'delete', children };
};

/** A link without an address is none, and one around another can't be written. */
const anchor: FromHtml = (state, node) => {
  const { href } = node.properties;
  const inside = state.all(node);
  if (typeof href !== 'string' || elementsIn(node, 'a').length > 1) return inside;
  return { type: 'link', url: href, children: onOneLine(inside, lineBreak) };
};

const heading =
  (depth: 1 | 2 | 3 | 4 | 5 | 6): FromHtml =>
  (state, node) => ({ type: 'heading', depth, children: onOneLine(state.all(node), () => text(' ')) });

/** Printed as tags. Told apart from emphasis by `hName`, because the library takes HTML for a block. */
const tagged =
  (hName: 'sup' | 'sub'): FromHtml =>
  (state, node) => {
    const inside = state.all(node);
    const isTagged = inside.length > 0 && inside.every(isPhrasing);
    return isTagged ? { type: 'emphasis', data: { hName }, children: inside } : inside;
  };

/** Backticks with nothing between them would be code up to the next pair. */
const code: FromHtml = (state, node) => {
  const made = textOf(node).trim() === '' ? undefined : defaultHandlers.code?.(state, node);
  return made === undefined || Array.isArray(made) || made.type !== 'inlineCode' ? made : codeOnOneLine(made.value);
};

const fence: FromHtml = (state, node) => (textOf(node).trim() === '' ? undefined : defaultHandlers.pre?.(state, node));

/** A bullet for each term, what it means beneath it: in the order of the page, whatever else stands between. */
const definitions: FromHtml = (state, node) => {
  const items: ListItem[] = [];
  for (const child of node.children) {
    const content = state.toFlow(state.all({ ...node, children: [child] }));
    const last = items.at(-1);
    const continues = last && (child.type !== 'element' || child.tagName === 'dd');
    if (continues) last.children.push(...content);
    else if (content.length > 0) items.push({ type: 'listItem', spread: true, children: content });
  }
  return items.length > 0 ? { type: 'list', ordered: false, spread: true, children: items } : undefined;
};

const asFlow: FromHtml = (state, node) => state.toFlow(state.all(node));

const bracketed: FromHtml = (state, node) => [text('('), ...state.all(node), text(')')];

/** A larger one is no table of a news article, and filling its gaps would take all memory. */
const MAX_CELLS = 20_000;

/** Its caption goes before it. */
const table: FromHtml = (state, node) => {
  if (state.inTable || cellsFilled(node) > MAX_CELLS) return rowsAsText(state, node);
  const [captions, rest] = parted(node, 'caption');
  const above = state.toFlow(state.all({ ...node, children: captions }));
  const made = defaultHandlers.table?.(state, { ...node, children: rest });
  return [...above, ...(made === undefined ? [] : Array.isArray(made) ? made : [made])];
};

/** How many cells there are once all rows are as long as the longest. */
function cellsFilled(node: Element): number {
  const rows = rowsIn(node).map(({ children }) =>
    children.reduce((sum, child) => sum + (child.type === 'element' ? spanOf(child) : 0), 0),
  );
  return rows.length * rows.reduce((most, row) => Math.max(most, row), 0);
}

const spanOf = ({ properties: { colSpan, rowSpan } }: Element): number =>
  Math.max(1, Number(colSpan) || 1) * Math.max(1, Number(rowSpan) || 1);

/** A line for each row. */
function rowsAsText(state: State, node: Element): Mdast {
  const [captions] = parted(node, 'caption');
  const caption = onOneLine(state.all({ ...node, children: captions }), lineBreak);
  const rows = rowsIn(node).map(({ children }) => {
    const cells = children.flatMap((cell) => (cell.type === 'element' ? [state.all(cell)] : []));
    return cells.flatMap((inside, index) => [
      ...(index === 0 ? [] : [text(' ')]),
      ...onOneLine(inside, () => text(' ')),
    ]);
  });
  const lines = [caption, ...rows].filter((line) => line.length > 0);
  return { type: 'paragraph', children: lines.flatMap((line, index) => (index === 0 ? line : [lineBreak(), ...line])) };
}

const cell: FromHtml = (state, node) => {
  const made = defaultHandlers.td?.(state, node);
  if (made === undefined || Array.isArray(made) || made.type !== 'tableCell') return made;
  return { ...made, children: onOneLine(made.children, () => html('<br>')) };
};

export const fromHtml: Readonly<Record<string, FromHtml>> = {
  a: anchor,
  figure,
  table,
  caption: (state, node) => ({ type: 'paragraph', children: onOneLine(state.all(node), () => text(' ')) }),
  td: cell,
  th: cell,
  h1: heading(1),
  h2: heading(2),
  h3: heading(3),
  h4: heading(4),
  h5: heading(5),
  h6: heading(6),
  em: emphasis('emphasis'),
  i: emphasis('emphasis'),
  mark: emphasis('emphasis'),
  u: emphasis('emphasis'),
  strong: emphasis('strong'),
  b: emphasis('strong'),
  del: deletion,
  s: deletion,
  code,
  kbd: code,
  samp: code,
  tt: code,
  var: code,
  pre: fence,
  dl: definitions,
  dt: asFlow,
  dd: asFlow,
  sup: tagged('sup'),
  sub: tagged('sub'),
  rt: bracketed,
  rp: () => undefined,
  wbr: () => undefined,
};
