/**
 * A copy as Markdown (CommonMark, tables of GFM). The libraries alone would part a photo from its credit, lose table
 * captions and raised figures, and write addresses with backslashes in them; the rules for these are in
 * `markdown-reading.ts`,
 * `markdown-blocks.ts` and `markdown-printing.ts`. Loaded when a copy is asked for: no feed needs it.
 */
import type { Copy } from './copy.ts';

export async function renderMarkdown({ tree }: Pick<Copy, 'tree'>): Promise<string> {
  const [{ toMdast }, { toMarkdown }, { gfmTableToMarkdown }, { fromHtml }, { printing }, { settled }] =
    await Promise.all([
      import('hast-util-to-mdast'),
      import('mdast-util-to-markdown'),
      import('mdast-util-gfm-table'),
      import('./markdown-reading.ts'),
      import('./markdown-printing.ts'),
      import('./markdown-blocks.ts'),
    ]);
  const mdast = toMdast(tree, { handlers: fromHtml, quotes: ['“”', '‘’'] });
  return toMarkdown(mdast.type === 'root' ? settled(mdast) : mdast, {
    bullet: '-',
    rule: '-',
    listItemIndent: 'one',
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), printing],
  });
}
