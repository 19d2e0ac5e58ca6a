/** docs/desk.md: an editor's questions, each click followed as it is written down there. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signedIn, type Visitor } from '../desk/visitor.ts';
import { attribute, byTag, type Element, elements, text } from '../page/dom.ts';
import { type Filled, openFilled } from './filled.ts';
import { pageAt, squeezed } from './screen.ts';

const DOC = readFileSync('docs/desk.md', 'utf8');
const TABLE = DOC.split('## Ten questions')[1]?.split('\n## ')[0] ?? '';
const QUESTIONS = TABLE.split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| Question'))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );

let filled: Filled;
let desk: Visitor;
beforeAll(async () => {
  filled = await openFilled();
  desk = await signedIn(filled.world);
});
afterAll(() => filled.world.close());

const hrefsIn = (root: Element) =>
  [root, ...elements(root)]
    .filter(({ tagName }) => tagName === 'a')
    .map((a) => ({ words: squeezed(text(a)), href: attribute(a, 'href') ?? '' }));

/** The nearest thing around a heading that has rows. */
function rowsBelow(html: string, heading: string): Element | undefined {
  const around = byTag(html, 'main')
    .flatMap((main) => [...elements(main), main])
    .filter((each) =>
      elements(each).some((inner) => /^h[1-3]$/.test(inner.tagName) && squeezed(text(inner)) === heading),
    )
    .filter((each) => elements(each).some(({ tagName }) => tagName === 'tbody'))
    .sort((a, b) => elements(a).length - elements(b).length)[0];
  return around && elements(around).find(({ tagName }) => tagName === 'tbody');
}

function linkFor(html: string, click: string): string | undefined {
  const under = /\*([^*]+)\*$/.exec(click.replace(/\*\*/g, ''))?.[1];
  if (click.startsWith('a link under') && under) {
    const rows = rowsBelow(html, under);
    return rows && hrefsIn(rows)[0]?.href;
  }
  const words = /^\*\*(.+)\*\*$/.exec(click)?.[1];
  const [body] = byTag(html, 'body');
  return (
    body &&
    hrefsIn(body).find(
      (link) =>
        link.words === words ||
        link.words.startsWith(`${words} `) ||
        new RegExp(`^${words}\\d+ waiting$`).test(link.words),
    )?.href
  );
}

it('has ten of them', () => expect(QUESTIONS).toHaveLength(10));

it.each(QUESTIONS)('%s', async (_question, ...rest) => {
  const [first = '', second = '', look = ''] = rest;
  let path = '/desk';
  let html = await pageAt(desk, path);
  for (const click of [first, second].filter((cell) => cell !== '')) {
    const href = linkFor(html, click);
    if (href === undefined) throw new Error(`${path} has no link for “${click}”`);
    path = href.split('#')[0] ?? '';
    html = await pageAt(desk, path);
  }
  const headings = ['h1', 'h2', 'h3'].flatMap((tag) => byTag(html, tag)).map((heading) => squeezed(text(heading)));
  expect(headings).toContain(look.replace(/^\*|\*$/g, ''));
});
