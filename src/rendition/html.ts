/** A copy as HTML: what an editor pastes into a CMS. No script, no frame, nothing hidden: the tree holds none. */
import type { ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Copy } from './copy.ts';

export const renderHtml = ({ tree }: Pick<Copy, 'tree'>): string => `${htmlOf(tree)}\n`;

export const htmlOf = ({ children }: { readonly children: Root['children'] }): string =>
  toHtml(
    { type: 'root', children: children.map(withFirstLineBreak) },
    { allowDangerousCharacters: false, characterReferences: { useNamedReferences: true } },
  );

/** Parsers drop a line break right behind `<pre>` (HTML standard, 4.4.3), so one that is meant is written twice. */
function withFirstLineBreak<Node extends Root['children'][number] | ElementContent>(node: Node): Node {
  if (node.type !== 'element') return node;
  const children = node.children.map(withFirstLineBreak);
  const [first] = children;
  if (node.tagName === 'pre' && first?.type === 'text' && first.value.startsWith('\n'))
    children[0] = { ...first, value: `\n${first.value}` };
  return { ...node, children };
}
