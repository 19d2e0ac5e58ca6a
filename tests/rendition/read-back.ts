/** Reads each rendition back, with parsers that had no part in writing it, into one shape. */
import { JSDOM } from 'jsdom';
import MarkdownIt from 'markdown-it';

/** What must be the same about a copy in whatever form it is taken (invariant 1). */
export interface Said {
  readonly title: string;
  readonly dek: string | null;
  /** Authors, publisher and dates, as one line. */
  readonly byline: string;
  readonly photos: readonly { readonly url: string; readonly credit: string }[];
  /** Everything the story links to. */
  readonly links: readonly string[];
  readonly origin: readonly { readonly line: string; readonly url: string }[];
  readonly rights: { readonly line: string; readonly urls: readonly string[] };
  readonly credit: { readonly line: string; readonly url: string };
}

const { document } = new JSDOM('').window;

export function fragment(html: string): HTMLElement {
  const body = document.createElement('body');
  body.innerHTML = html;
  return body;
}

export const fromMarkdown = (markdown: string): HTMLElement =>
  fragment(new MarkdownIt({ html: true }).render(markdown));

const oneLine = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

const urlsIn = (element: Element): readonly string[] =>
  [...element.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');

const unescaped = (url: string): string => decodeURI(url);

/** HTML, and Markdown once rendered: blocks in the order of the page, parted by rules. */
export function saidInHtml(body: HTMLElement): Said {
  const blocks = [...body.children];
  const lastRule = blocks.findLastIndex(({ tagName }) => tagName === 'HR');
  const [title, ...opening] = blocks;
  const hasDek = oneLine(opening[1]?.textContent).includes(' · ');
  const byline = opening[hasDek ? 1 : 0];
  const story = blocks.slice(hasDek ? 3 : 2, lastRule);
  const ending = blocks.slice(lastRule + 1).filter((block) => !block.querySelector('img'));
  const [rights, credit] = ending.slice(-2);
  return {
    title: oneLine(title?.textContent),
    dek: hasDek ? oneLine(opening[0]?.textContent) : null,
    byline: oneLine(byline?.textContent),
    photos: story.flatMap((block) => [...block.querySelectorAll('img')].map((img) => photoOf(img))),
    links: story.flatMap(urlsIn).map(unescaped),
    origin: ending.slice(0, -2).map((block) => ({ line: oneLine(block.textContent), url: urlsIn(block).join() })),
    rights: { line: oneLine(rights?.textContent), urls: rights ? urlsIn(rights) : [] },
    credit: { line: oneLine(credit?.textContent), url: credit ? urlsIn(credit).join() : '' },
  };
}

const photoOf = (img: HTMLImageElement) => ({
  url: img.src,
  credit: oneLine((img.closest('figure') ?? img.closest('p'))?.textContent),
});

const PHOTO = /^\[(?:Photo|الصورة): (.*): (https:\S+)\]$/;
const ADDRESS = /^\[\d+\] (\S+)$/gm;

export function saidInText(text: string): Said {
  const blocks = text.trimEnd().split('\n\n');
  const lastRule = blocks.lastIndexOf('* * *');
  const hasDek = blocks[2]?.includes(' · ') ?? false;
  const story = blocks.slice(hasDek ? 3 : 2, lastRule);
  const ending = blocks.slice(lastRule + 1).map((block) => block.split('\n'));
  const lines = ending.map(([line = '', ...urls]) => ({ line, urls }));
  const [rights = { line: '', urls: [] }, credit = { line: '', urls: [] }] = lines.slice(-2);
  return {
    title: blocks[0] ?? '',
    dek: hasDek ? (blocks[1] ?? '') : null,
    byline: blocks[hasDek ? 2 : 1] ?? '',
    photos: story.flatMap((block) => {
      const [, caption = '', url = ''] = PHOTO.exec(block) ?? [];
      return url === '' ? [] : [{ url, credit: caption }];
    }),
    links: [...story.join('\n').matchAll(ADDRESS)].map(([, url = '']) => unescaped(url)),
    origin: lines.slice(0, -2).map(({ line, urls }) => ({ line, url: urls.join() })),
    rights,
    credit: { line: credit.line, url: credit.urls.join() },
  };
}

/** Words and figures alone: what may differ is how blocks, quotes and brackets are set. */
export const wordsOf = (text: string | null): string => (text ?? '').replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

const letters = (text: string): readonly string[] => text.match(/[\p{L}\p{M}]+/gu) ?? [];

/** The words of a page that plain text doesn't have, in their order: from the first one missing. */
export function missingWords(body: HTMLElement, text: string): readonly string[] {
  const inText = letters(text);
  let at = 0;
  const words = textNodes(body).flatMap(letters);
  const missing = words.findIndex((word) => {
    const found = inText.indexOf(word, at);
    at = found + 1;
    return found < 0;
  });
  return missing < 0 ? [] : words.slice(missing);
}

const textNodes = (node: Node): readonly string[] =>
  node.nodeType === 3 ? [node.textContent ?? ''] : [...node.childNodes].flatMap(textNodes);
