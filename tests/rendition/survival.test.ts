/** A copy stays ours to recognise, whatever a partner's system does to it. */
import { describe, expect, it } from 'vitest';
import { creditHtml } from '../../src/rendition/credit-html.ts';
import { renderHtml } from '../../src/rendition/html.ts';
import { renderMarkdown } from '../../src/rendition/markdown.ts';
import { renderText } from '../../src/rendition/text.ts';
import { BASE, CODE, copied, creditOf, DOCUMENTS, full, own, TOKEN } from './fixtures.ts';
import { PIPELINES } from './pipelines.ts';

const PATH = /\/c\/([A-Za-z0-9_-]{36})(?![A-Za-z0-9_-])/;

/** Which of our carriers a text still holds. */
const found = (text: string) => ({
  path: PATH.exec(text)?.[1] === TOKEN,
  code: text.includes(CODE),
  badge: text.includes(`${BASE}/b/${TOKEN}.svg`),
});

const EVERYTHING = { path: true, code: true, badge: true };

/** Measured, and to be looked at when it changes. */
const SURVIVES: Readonly<Record<string, ReturnType<typeof found>>> = {
  'sanitize-html': { path: true, code: true, badge: false },
  'sanitize-html with images': EVERYTHING,
  DOMPurify: EVERYTHING,
  'hast-util-sanitize': EVERYTHING,
  xss: EVERYTHING,
  WordPress: EVERYTHING,
  MSN: EVERYTHING,
  Readability: EVERYTHING,
  Turndown: EVERYTHING,
  'html-to-text': { path: true, code: true, badge: true },
  'text by copy and paste': { path: false, code: true, badge: false },
};

const names = Object.keys(PIPELINES);
const through = (name: string, html: string): string => PIPELINES[name]?.(html) ?? '';

describe('a copy as HTML', () => {
  it('is put through at least nine programs of others', () => {
    expect(names.length).toBeGreaterThanOrEqual(9);
    expect(Object.keys(SURVIVES)).toEqual(names);
  });

  for (const [article, document] of Object.entries(DOCUMENTS))
    it.each(names)(`${article}: comes out of %s with its token or code`, (name) => {
      const after = found(through(name, renderHtml(copied(document))));
      expect(after).toEqual(SURVIVES[name]);
      expect(after.path || after.code).toBe(true);
    });

  it.each(names)('without a badge, and with the credit at the start, comes out of %s too', (name) => {
    const after = found(through(name, renderHtml(copied(DOCUMENTS.rich, 'hidden'))));
    expect(after).toMatchObject({ code: SURVIVES[name]?.code, path: SURVIVES[name]?.path });
  });

  it.each(names)('the slot of a partner feed comes out of %s', (name) => {
    const { path, code } = found(through(name, creditHtml(creditOf(full(own)))));
    expect(path || code).toBe(true);
  });

  it('holds nothing but what people can see', () => {
    for (const document of Object.values(DOCUMENTS)) {
      const html = renderHtml(copied(document));
      expect(html).not.toMatch(
        /<(?:script|iframe|object|embed|style|link|meta|form)|\son\w+=|style=|hidden|data-|\b(?:width|height)="[01]"/,
      );
    }
  });
});

describe('the other renditions', () => {
  it('carry the path and the code', async () => {
    for (const document of Object.values(DOCUMENTS)) {
      const copy = copied(document);
      expect(found(await renderMarkdown(copy))).toEqual(EVERYTHING);
      expect(found(renderText(copy))).toMatchObject({ path: true, code: true });
    }
  });
});

/** What others use to follow copies, so that the test above is known to be able to fail. */
describe('carriers we do not use', () => {
  const kept = (html: (token: string) => string): readonly string[] => {
    const story = renderHtml(copied(own)).replaceAll(TOKEN, 'gone').replaceAll(CODE, 'gone');
    return names.filter((name) => through(name, `${story}${html(TOKEN)}`).includes(TOKEN));
  };
  const most = names.length / 2;

  it.each([
    ['a script', (token: string) => `<script src="https://news.example/s/${token}.js"></script>`],
    ['a frame', (token: string) => `<iframe src="https://news.example/f/${token}"></iframe>`],
    ['a data attribute', (token: string) => `<p data-token="${token}">Read on.</p>`],
    ['a comment', (token: string) => `<!-- ${token} -->`],
    ['a link element', (token: string) => `<link rel="canonical" href="https://news.example/c/${token}">`],
    ['a microformat class', (token: string) => `<p class="u-repost-of-${token}">Read on.</p>`],
  ])('%s is lost in most of them', (_name, html) => {
    expect(kept(html).length).toBeLessThan(most);
  });

  it('a hidden image is lost where a link is not', () => {
    const pixel = kept((token) => `<img src="https://news.example/p/${token}.gif" width="1" height="1" hidden>`);
    const link = kept((token) => `<p><a href="https://news.example/c/${token}">Read on.</a></p>`);
    expect(link.length).toBeGreaterThan(pixel.length);
  });
});
