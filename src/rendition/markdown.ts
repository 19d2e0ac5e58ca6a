/**
 * A copy as Markdown (CommonMark, tables of GFM). The libraries alone would part a photo from its credit, lose table
 * captions and raised figures, and write addresses with backslashes in them; the rules for these are in
 * `markdown-reading.ts`, `markdown-blocks.ts` and `markdown-printing.ts`. Imported as a whole: an import that waits makes
 * the bundler wrap every module it shares with others, and the Worker start 5 ms later.
 */
import { toMdast } from 'hast-util-to-mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Copy } from './copy.ts';
import { settled } from './markdown-blocks.ts';
import { printing } from './markdown-printing.ts';
import { fromHtml } from './markdown-reading.ts';

export async function renderMarkdown({ tree }: Pick<Copy, 'tree'>): Promise<string> {
  const mdast = toMdast(tree, { handlers: fromHtml, quotes: ['“”', '‘’'] });
  return toMarkdown(mdast.type === 'root' ? settled(mdast) : mdast, {
    bullet: '-',
    rule: '-',
    listItemIndent: 'one',
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), printing],
  });
}
