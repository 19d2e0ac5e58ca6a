/**
 * What a copy names us by: the credit line as a paragraph, and the badge as one of its own. Measured over eleven
 * sanitisers and converters: the code in the words survives all of them, the path of the link ten, the badge nine.
 */
import type { Element } from 'hast';
import type { CopyCredit } from '../article/copy-credit.ts';
import { escapeHtml } from '../lib/text.ts';
import { element, link, paragraph, words } from './tree.ts';

/** Readers and sanitisers drop images of one pixel and hidden ones, so the badge is one that people see. */
export const BADGE_SIZE = { width: 32, height: 32 } as const;

export const creditLine = ({ parts }: Pick<CopyCredit, 'parts'>): string =>
  parts
    .map(({ text }) => text)
    .join('')
    .trim();

/** The reference code without the brackets it is printed in. */
export const codeIn = ({ parts }: Pick<CopyCredit, 'parts'>): string | null =>
  parts.find(({ kind }) => kind === 'code')?.text.replace(/[^0-9A-Za-z-]/g, '') ?? null;

/** The page around it may be written the other way, so each line finds its own direction. */
export function creditBlocks({ parts, url, badge }: CopyCredit): readonly Element[] {
  const line = parts.map(({ kind, text }) => (kind === 'link' ? link(url, text) : words(text)));
  const paragraphs = [element('p', { dir: 'auto' }, ...line)];
  if (badge) paragraphs.push(paragraph(element('a', { href: url }, element('img', { ...badge, ...BADGE_SIZE }))));
  return paragraphs;
}

/** The same as HTML, for the slots of partner feeds, which are filled fifty times a request. */
export function creditHtml({ parts, url, badge }: CopyCredit): string {
  const open = `<a href="${escapeHtml(url)}">`;
  let line = '';
  for (const { kind, text } of parts) line += kind === 'link' ? `${open}${escapeHtml(text)}</a>` : escapeHtml(text);
  if (!badge) return `<p dir="auto">${line}</p>`;
  const img = `<img src="${escapeHtml(badge.src)}" alt="${escapeHtml(badge.alt)}" width="${BADGE_SIZE.width}" height="${BADGE_SIZE.height}">`;
  return `<p dir="auto">${line}</p><p>${open}${img}</a></p>`;
}
