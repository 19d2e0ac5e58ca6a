/**
 * Unknown HTML → HTML that may stand in a feed, on a page and in a partner's copy: one allow-list for everything,
 * whoever sent it. Markup that is not on the list goes, its text stays (only that of script and style goes too).
 */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { fail, ok, type Result } from '../lib/result.ts';
import { clean } from '../lib/text.ts';
import { BASE_MARK, type Photo } from './article.ts';
import { MAX_DEPTH, parseHtml } from './parse-html.ts';
import { placePhotos } from './place-photos.ts';

const words = (list: string): string[] => list.split(' ');

const schema: Schema = {
  strip: ['script', 'style'],
  tagNames: words(
    'p h2 h3 h4 h5 h6 br hr a em strong b i u s del ins small sub sup mark abbr cite q code pre kbd samp var time dfn bdi bdo span ' +
      'ul ol li dl dt dd blockquote figure figcaption img table caption thead tbody tfoot tr th td colgroup col ruby rt rp ' +
      'details summary wbr aside section div',
  ),
  attributes: {
    '*': ['lang', ['dir', 'ltr', 'rtl', 'auto'], 'title'],
    a: ['href', 'hrefLang'],
    img: ['src', 'alt', 'width', 'height'],
    blockquote: ['cite'],
    q: ['cite'],
    del: ['cite', 'dateTime'],
    ins: ['cite', 'dateTime'],
    time: ['dateTime'],
    ol: ['start', 'reversed', ['type', '1', 'a', 'A', 'i', 'I']],
    li: ['value'],
    th: ['colSpan', 'rowSpan', 'scope', 'abbr'],
    td: ['colSpan', 'rowSpan'],
    col: ['span'],
    colgroup: ['span'],
    code: [['className', /^language-[\w-]+$/]],
  },
  protocols: { href: words('http https mailto tel'), cite: words('http https'), src: words('http https') },
  ancestors: {},
  clobber: [],
  required: {},
};

export type BodyProblem = { readonly detail: string };

/** Where relative URLs of a body point from; the host never leaves this file. */
const NOWHERE = 'https://tearsheet.invalid';

export function sanitiseBody(html: string, slug: string, photos: readonly Photo[]): Result<string, BodyProblem> {
  const parsed = parseHtml(clean(html));
  if (!parsed.ok) return fail({ detail: NESTING[parsed.error] });
  const tree = settled(rootOf(fromParse5(parsed.value)));
  cleanText(tree);
  const placed = placePhotos(tree, photos);
  if (!placed.ok) return placed;
  eachElement(placed.value, (element) => {
    makeAbsolute(element, slug);
    keepFirstLineBreak(element);
  });
  return ok(toHtml(placed.value, { allowDangerousCharacters: false }).trim());
}

/**
 * What the allow-list leaves. Where it took an element away, what is left may nest as no parser would have built it,
 * so it is printed and read once more: readers then see the tree we saw.
 */
function settled(parsed: Root): Root {
  const before = prepare(parsed);
  const safe = rootOf(sanitize(parsed, schema));
  let after = 0;
  eachElement(safe, (element) => {
    after++;
    if (Array.isArray(element.properties.className) && element.properties.className.length === 0)
      delete element.properties.className;
  });
  if (after === before) return safe;
  const again = parseHtml(toHtml(safe));
  return again.ok ? rootOf(fromParse5(again.value)) : safe;
}

function rootOf(node: ReturnType<typeof fromParse5>): Root {
  if (node.type === 'root') return node;
  return { type: 'root', children: node.type === 'doctype' ? [] : [node] };
}

const NESTING = {
  'too deep': `The HTML is nested more than ${MAX_DEPTH} levels deep. Flatten it.`,
  'too much to repair': 'Too many unclosed formatting elements (b, i, a, …). Close each where it ends.',
} as const;

/** References like `&#1;` bring back, once parsed, what was cleaned out of the source. */
function cleanText(parent: { children: (RootContent | ElementContent)[] }): void {
  for (const child of parent.children) {
    if (child.type === 'text') child.value = clean(child.value);
    if (child.type !== 'element') continue;
    for (const [name, value] of Object.entries(child.properties))
      if (typeof value === 'string') child.properties[name] = clean(value);
    cleanText(child);
  }
}

/** Parsers drop a line break right behind `<pre>` (HTML standard, 4.4.3), so one that is meant is written twice. */
function keepFirstLineBreak(element: Element): void {
  const [first] = element.children;
  if (element.tagName === 'pre' && first?.type === 'text' && first.value.startsWith('\n'))
    first.value = `\n${first.value}`;
}

/** Schemes are the same in any case (RFC 3986 section 3.1), but the allow-list knows only one. */
const SCHEME = /^\s*[a-z][a-z0-9+.-]*:/i;

/** Small mends before the allow-list looks; answers how many elements there are. */
function prepare(root: Root): number {
  let elements = 0;
  eachElement(root, (element) => {
    elements++;
    // The headline is the page's h1, so a body starts at h2.
    if (element.tagName === 'h1') element.tagName = 'h2';
    for (const name of ['href', 'src', 'cite'] as const) {
      const value = element.properties[name];
      if (typeof value === 'string')
        element.properties[name] = value.replace(SCHEME, (scheme) => scheme.trim().toLowerCase());
    }
  });
  return elements;
}

export function eachElement(
  parent: { children: RootContent[] | Element['children'] },
  visit: (element: Element) => void,
): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    visit(child);
    eachElement(child, visit);
  }
}

/** Feeds are read anywhere, so every URL in a body is absolute; ours start with BASE_MARK until the base is known. */
function makeAbsolute(element: Element, slug: string): void {
  for (const name of ['href', 'src', 'cite'] as const) {
    const value = element.properties[name];
    if (typeof value === 'string') setUrl(element, name, absolute(value, slug));
  }
}

function setUrl(element: Element, name: string, url: string | null): void {
  if (url === null) delete element.properties[name];
  else element.properties[name] = url;
}

function absolute(value: string, slug: string): string | null {
  if (value.startsWith(BASE_MARK)) return value;
  const base = `${NOWHERE}/articles/${slug}`;
  if (!URL.canParse(value, base)) return null;
  const url = new URL(value, base);
  return url.origin === NOWHERE ? BASE_MARK + url.pathname + url.search + url.hash : url.href;
}
