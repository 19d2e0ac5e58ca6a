/** What partners' systems do to HTML that is pasted or fed into them, by programs that others wrote. */
import { Readability } from '@mozilla/readability';
import createDOMPurify from 'dompurify';
import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { defaultSchema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { convert } from 'html-to-text';
import { JSDOM } from 'jsdom';
import { parseFragment } from 'parse5';
import sanitizeHtml from 'sanitize-html';
import TurndownService from 'turndown';
import xss from 'xss';
import { MSN_ELEMENTS } from '../../src/dialect/msn-elements.ts';

const words = (list: string): string[] => list.split(' ');

/** wp_kses_post: the elements and attributes WordPress documents for posts (`$allowedposttags`, global attributes added). */
const WORDPRESS = {
  allowedTags: words(
    'address a abbr acronym article aside b bdo big blockquote br caption cite code col colgroup del dd details div dl dt ' +
      'em figure figcaption font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav p pre q s samp section ' +
      'small span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul ol var',
  ),
  allowedAttributes: {
    '*': words('aria-* class data-* dir hidden id lang role style title'),
    a: words('href rel rev name target download'),
    img: words('alt align border height hspace loading longdesc vspace src usemap width'),
    blockquote: ['cite'],
    del: ['datetime'],
    ins: words('datetime cite'),
    ol: words('start type reversed'),
    li: words('align value'),
    td: words('abbr colspan rowspan scope headers'),
    th: words('abbr colspan rowspan scope headers'),
  },
};

/** MSN's HTML guidelines: script, style, object, embed and frames go; so does what its list doesn't have. */
const MSN = {
  allowedTags: MSN_ELEMENTS.filter((name) => !/^(?:script|style|object|embed|iframe)$/.test(name)),
  allowedAttributes: { a: ['href'], img: words('src alt title width height') },
};

const dom = new JSDOM('');
const purify = createDOMPurify(dom.window);

function hastSanitized(html: string): string {
  const parsed = fromParse5(parseFragment(html));
  const tree: Root = parsed.type === 'root' ? parsed : { type: 'root', children: [] };
  return toHtml(sanitize(tree, defaultSchema));
}

/** A reader's view of a partner's page, with other things on it. */
function readable(html: string): string {
  const chrome = '<nav><a href="/">Home</a></nav>';
  const filler = `<p>${'What follows comes from another newsroom, and is shown here in full. '.repeat(8)}</p>`;
  const page = `<!doctype html><title>A page</title><body>${chrome}<article>${filler}${html}</article></body>`;
  return new Readability(new JSDOM(page, { url: 'https://partner.example/a' }).window.document).parse()?.content ?? '';
}

export const PIPELINES: Readonly<Record<string, (html: string) => string>> = {
  'sanitize-html': (html) => sanitizeHtml(html),
  'sanitize-html with images': (html) =>
    sanitizeHtml(html, { allowedTags: [...sanitizeHtml.defaults.allowedTags, 'img'] }),
  DOMPurify: (html) => purify.sanitize(html),
  'hast-util-sanitize': hastSanitized,
  xss: (html) => xss(html),
  WordPress: (html) => sanitizeHtml(html, WORDPRESS),
  MSN: (html) => sanitizeHtml(html, MSN),
  Readability: readable,
  Turndown: (html) => new TurndownService().turndown(html),
  'html-to-text': (html) => convert(html),
  'text by copy and paste': (html) => JSDOM.fragment(html).textContent ?? '',
};
