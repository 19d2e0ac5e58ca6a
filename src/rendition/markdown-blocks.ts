/**
 * Keeps blocks and phrasing apart in a Markdown tree. What stands in the wrong place would be printed unescaped (words
 * right inside a list), or open a fence in the middle of a line that swallows all that follows.
 */
import type { BlockContent, InlineCode, List, ListItem, Nodes, Paragraph, PhrasingContent, Root, Text } from 'mdast';

export const text = (value: string): Text => ({ type: 'text', value });

const PHRASING = new Set('text html link image emphasis strong delete break inlineCode'.split(' '));
const BLOCKS = new Set('paragraph heading thematicBreak blockquote list code table'.split(' '));

export const isPhrasing = (node: Nodes): node is PhrasingContent => PHRASING.has(node.type);
const isBlock = (node: Nodes): node is BlockContent => BLOCKS.has(node.type);

/** Blocks where only words may stand, in a cell or beneath a photo: what parted them is put between. */
export function onOneLine(nodes: readonly Nodes[], apart: () => PhrasingContent): PhrasingContent[] {
  const line: PhrasingContent[] = [];
  let afterBlock = false;
  for (const node of nodes) {
    const inside = isPhrasing(node) ? [node] : wordsOf(node, apart);
    if (line.length > 0 && inside.length > 0 && (afterBlock || !isPhrasing(node))) line.push(apart());
    for (const each of inside) line.push(each);
    afterBlock = !isPhrasing(node);
  }
  return line;
}

function wordsOf(node: Nodes, apart: () => PhrasingContent): PhrasingContent[] {
  if (node.type === 'code') return [codeOnOneLine(node.value)];
  return 'children' in node ? onOneLine(node.children, apart) : [];
}

/** Marks around nothing are other marks: a rule, a fence. */
export const isNothing = (nodes: readonly Nodes[]): boolean =>
  nodes.every((node) => node.type === 'break' || (node.type === 'text' && node.value.trim() === ''));

/** An empty line would end the paragraph, and the code with it. */
export const codeOnOneLine = (value: string): InlineCode => ({
  type: 'inlineCode',
  value: value.replace(/\s*\n\s*/g, ' '),
});

const space = (): PhrasingContent => text(' ');

const paragraph = (children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });

export const settled = (root: Root): Root => ({ ...root, children: blocksOf(root.children) });

function blocksOf(nodes: readonly Nodes[]): BlockContent[] {
  const blocks: BlockContent[] = [];
  let run: PhrasingContent[] = [];
  const endRun = () => {
    if (run.length > 0) blocks.push(paragraph(run));
    run = [];
  };
  for (const node of nodes) {
    if (isPhrasing(node)) run.push(node);
    else {
      endRun();
      for (const block of blocksIn(node)) blocks.push(block);
    }
  }
  endRun();
  return blocks;
}

const blocksIn = (node: Nodes): readonly BlockContent[] =>
  isBlock(node) ? [blockOf(node)] : 'children' in node ? blocksOf(node.children) : [];

function blockOf(node: BlockContent): BlockContent {
  if (node.type === 'paragraph' || node.type === 'heading')
    return { ...node, children: onOneLine(node.children, space) };
  if (node.type === 'blockquote') return { ...node, children: blocksOf(node.children) };
  return node.type === 'list' ? { ...node, children: itemsOf(node) } : node;
}

function itemsOf(list: List): ListItem[] {
  const children: readonly Nodes[] = list.children;
  return children.map((child) =>
    child.type === 'listItem'
      ? { ...child, children: blocksOf(child.children) }
      : { type: 'listItem', children: blocksOf([child]) },
  );
}
