/** Markdown → HTML, with images pointing at the uploaded photos. The Worker sanitises it again and builds the figures. */
import MarkdownIt, { type Token } from 'markdown-it';

const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false });

interface BodyImage {
  readonly src: string;
  readonly line: number;
}

export interface RenderedBody {
  readonly html: string;
  /** Images that no photo stands for. */
  readonly unlisted: readonly BodyImage[];
}

/** `mediaFor` gives the address a photo will have, or null if none is listed for a `src`. */
export function renderBody(text: string, firstLine: number, mediaFor: (src: string) => string | null): RenderedBody {
  const env = {};
  const tokens = markdown.parse(text, env);
  const unlisted: BodyImage[] = [];
  const place = (src: string, line: number): string => {
    const media = mediaFor(src);
    if (media === null) unlisted.push({ src, line });
    return media ?? src;
  };
  let line = firstLine;
  for (const token of tokens) {
    // Cells of a table have no position of their own: theirs is the row's.
    if (token.map) line = firstLine + token.map[0];
    placeImages(token, line, place);
  }
  return { html: markdown.renderer.render(tokens, markdown.options, env), unlisted };
}

type Place = (src: string, line: number) => string;

function placeImages(token: Token, line: number, place: Place): void {
  if (token.type === 'html_block') token.content = inHtml(token.content, line, place);
  let at = line;
  for (const child of token.children ?? []) {
    if (child.type === 'image') child.attrSet('src', place(String(child.attrGet('src') ?? ''), at));
    if (child.type === 'html_inline') child.content = inHtml(child.content, at, place);
    at += child.type === 'softbreak' || child.type === 'hardbreak' ? 1 : lineEnds(child.content);
  }
}

const VALUE = /"[^"]*"|'[^']*'|[^\s"'=<>`]+/.source;
const TAG = new RegExp(`<!--[\\s\\S]*?-->|<img(?:\\s+[^\\s"'>/=]+(?:\\s*=\\s*(?:${VALUE}))?)*\\s*/?>`, 'gi');
const SRC = new RegExp(`(\\ssrc\\s*=\\s*)(${VALUE})`, 'i');

/** An `img` these patterns miss keeps its address and is refused by the sanitiser: nothing gets by without a credit. */
function inHtml(html: string, line: number, place: Place): string {
  return html.replace(TAG, (tag: string, offset: number) => {
    if (tag.startsWith('<!--')) return tag;
    const at = line + lineEnds(html.slice(0, offset));
    return tag.replace(SRC, (_, name: string, value: string) => `${name}"${place(unquoted(value), at)}"`);
  });
}

const unquoted = (value: string): string => value.replace(/^(["'])(.*)\1$/s, '$2').replaceAll('&amp;', '&');

const lineEnds = (text: string): number => text.split('\n').length - 1;
