/** No words of anybody become markup in a copy, and none are lost (invariant 2). Every article goes the real way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FullArticle } from '../../src/article/article.ts';
import type { CopyCredit } from '../../src/article/copy-credit.ts';
import { parseHtml } from '../../src/article/parse-html.ts';
import { memberAt } from '../../src/lib/json.ts';
import { cleanLine, escapeHtml } from '../../src/lib/text.ts';
import { type Copy, copyOf } from '../../src/rendition/copy.ts';
import { renderHtml } from '../../src/rendition/html.ts';
import { renderMarkdown } from '../../src/rendition/markdown.ts';
import { renderNinjs } from '../../src/rendition/ninjs.ts';
import { renderText } from '../../src/rendition/text.ts';
import { article, hostile } from '../feed/arbitrary.ts';
import { own, published } from '../feed/fixtures.ts';
import { creditFrom, optionsFor, publication } from './fixtures.ts';
import { fragment, fromMarkdown, saidInHtml, saidInText, wordsOf } from './read-back.ts';

const RUNS = { numRuns: 300 };
const MINUTES = 120_000;

/** What Markdown itself means something by, site generators before it, and programs that read text by lines. */
const MARKS = [
  ...[
    '*',
    '**x**',
    '_',
    '__x__',
    '`',
    '``',
    '```',
    '~~',
    '~~~',
    '#',
    '# x',
    '- ',
    '+ ',
    '1. ',
    '> ',
    '---',
    '===',
    '| a | b |',
  ],
  ...[
    '![a](b)',
    '[a](b)',
    '[a]: b',
    '[^1]',
    '<https://a.example>',
    '<b>',
    '&amp;',
    '&copy',
    '\\',
    '\\*',
    '{{ x }}',
    '{% x %}',
    '{{< x >}}',
  ],
  ...[
    '* * *',
    '[1] https://forged.example/',
    '[Photo: x: https://forged.example/p.jpg]',
    '\u2028',
    '\u0085',
    '\u202e',
    '\n\n',
    '\t',
  ],
];

const marked = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...MARKS) }, hostile, fc.constantFrom('x', ' ', 'y z')), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(''));

const NAMES =
  'p b em i del a ul ol li dl dt dd table caption thead tr th td blockquote q pre code sup sub h2 h4 hr br ruby rt details summary div span ins';

/** Tags in no order around words of every kind: what an allow-list leaves of the worst editors' work. */
const tangle = fc
  .array(
    fc.oneof(
      marked.map(escapeHtml),
      fc
        .tuple(fc.constantFrom('', '', '/'), fc.constantFrom(...NAMES.split(' ')))
        .map(([slash, name]) => `<${slash}${name}>`),
      fc.constant('<a href="https://a.example/(x)?a=1&amp;copy=*2*_|%20">'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => `<p>start</p>${parts.join('')}`);

const line = (max: number) => marked.map((text) => cleanLine(`x${text}`.slice(0, max)));

const template = fc
  .tuple(marked, marked)
  .map(([before, after]) =>
    cleanLine(`x${before.replace(/[{}]/g, '')} {publication} {title} ${after.replace(/[{}]/g, '')} {code}`),
  );

const documents = fc
  .record({
    document: article,
    body: fc.option(tangle, { nil: undefined }),
    title: line(300),
    dek: fc.oneof(fc.constant(''), line(1000)),
    names: fc.array(line(200), { minLength: 1, maxLength: 3 }),
    caption: line(1000),
    photoCredit: line(300),
    hopCredit: line(500),
    template,
  })
  .map(
    ({
      document,
      names: [first = 'x', ...others],
      caption,
      photoCredit,
      hopCredit,
      template: credit,
      body,
      ...rest
    }) => ({
      credit,
      document: {
        ...document,
        ...rest,
        ...(body !== undefined && { body }),
        byline: [{ name: first }, ...others.map((name) => ({ name }))] satisfies [
          { name: string },
          ...{ name: string }[],
        ],
        ...(document.photo && { photo: { ...document.photo, caption, credit: photoCredit, rights: 'own' as const } }),
        ...(document.origin && {
          origin: { ...document.origin, hops: [{ ...document.origin.hops[0], credit: hopCredit }] satisfies [unknown] },
        }),
      },
    }),
  );

interface Case {
  readonly full: FullArticle;
  readonly credit: CopyCredit;
  readonly copy: Copy;
}

const cases: fc.Arbitrary<Case> = documents.map(({ document, credit: words }) => {
  const full = published(document, { publication });
  const { terms } = optionsFor();
  const credit = creditFrom(full, { ...terms, credit: { ...terms.credit, [full.article.language]: words } });
  return { full, credit, copy: copyOf(full, credit, optionsFor()) };
});

const oneLine = (text: string | null | undefined): string => (text ?? '').replace(/[\s\u0085]+/g, ' ').trim();

/** What every rendition must say, word for word. */
function expectSaid(said: ReturnType<typeof saidInHtml>, { full: { article: facts }, credit }: Case): void {
  expect(oneLine(said.title)).toBe(oneLine(facts.title));
  expect(oneLine(said.dek)).toBe(oneLine(facts.dek));
  for (const { name } of facts.byline) expect(oneLine(said.byline)).toContain(oneLine(name));
  expect(said.origin.map(({ line: words }) => oneLine(words))).toEqual(
    facts.origin?.hops.map((hop) => oneLine(hop.credit)) ?? [],
  );
  expect(oneLine(said.credit.line)).toBe(oneLine(credit.parts.map(({ text }) => text).join('')));
  expect(said.credit.url).toBe(credit.url);
  const shown = facts.photo?.syndicate ? [oneLine(`${facts.photo.caption} — ${facts.photo.credit}`)] : [];
  expect(said.photos.slice(0, shown.length).map((photo) => oneLine(photo.credit))).toEqual(shown);
}

/** Outside the story there are only the elements we put there. */
function expectPlain(body: HTMLElement): void {
  const outside = [...body.children];
  const lastRule = outside.findLastIndex(({ tagName }) => tagName === 'HR');
  const [title, ...rest] = [...outside.slice(0, 2), ...outside.slice(lastRule + 1)];
  expect(title?.children.length).toBe(0);
  for (const block of rest)
    for (const inside of block.querySelectorAll('*')) expect(['A', 'TIME', 'IMG']).toContain(inside.tagName);
  expect(body.querySelectorAll('script, style, iframe, object, form, input').length).toBe(0);
}

describe('hostile words', () => {
  it(
    'stay words in HTML',
    () => {
      fc.assert(
        fc.property(cases, (each) => {
          const html = renderHtml(each.copy);
          expect(parseHtml(html).ok).toBe(true);
          expectSaid(saidInHtml(fragment(html)), each);
          expectPlain(fragment(html));
        }),
        RUNS,
      );
    },
    MINUTES,
  );

  it.each(['{{ x }}', '{% x %}', '{{% x %}}', '{{< x >}}', '{%', '\\{%', '{{{'])(
    '%s is for no site generator',
    async (words) => {
      const full = published({ ...own, title: words, body: `<p>a ${escapeHtml(words)}</p>`, photos: [] });
      const markdown = await renderMarkdown(copyOf(full, creditFrom(full, optionsFor().terms), optionsFor()));
      expect(markdown).not.toMatch(/\{\{|\{%/);
      expect(saidInHtml(fromMarkdown(markdown)).title).toBe(words);
    },
  );

  it(
    'stay words in Markdown',
    async () => {
      await fc.assert(
        fc.asyncProperty(cases, async (each) => {
          const markdown = await renderMarkdown(each.copy);
          const body = fromMarkdown(markdown);
          expectSaid(saidInHtml(body), each);
          expectPlain(body);
        }),
        RUNS,
      );
    },
    MINUTES,
  );

  it(
    'are as many in Markdown as in HTML',
    async () => {
      await fc.assert(
        fc.asyncProperty(cases, async ({ copy }) => {
          const inHtml = wordsOf(fragment(renderHtml(copy)).textContent);
          expect(wordsOf(fromMarkdown(await renderMarkdown(copy)).textContent)).toBe(inHtml);
        }),
        RUNS,
      );
    },
    MINUTES,
  );

  it(
    'make no line of their own in text',
    () => {
      fc.assert(
        fc.property(cases, (each) => {
          expectSaid(saidInText(renderText(each.copy)), each);
        }),
        RUNS,
      );
    },
    MINUTES,
  );

  it(
    'stay words in ninjs',
    () => {
      fc.assert(
        fc.property(cases, ({ full, credit, copy }) => {
          const text = renderNinjs(copy, { ...optionsFor(), article: full.article, credit });
          const ninjs: unknown = JSON.parse(text);
          expect(memberAt(ninjs, 'headlines', 0, 'value')).toBe(full.article.title);
          expect(memberAt(ninjs, 'people', 0, 'name')).toBe(full.article.byline[0].name);
          expect(memberAt(ninjs, 'infoSources', 0, 'literal')).toBe(full.article.origin?.hops[0].credit);
          expect(memberAt(ninjs, 'associations', 0, 'by')).toBe(copy.photos[0]?.credit);
          expect(memberAt(ninjs, 'uri')).toMatch(/^[A-Za-z][A-Za-z0-9+.-]*:[\x21-\x7e]+$/);
        }),
        RUNS,
      );
    },
    MINUTES,
  );
});

describe('markup that would grow', () => {
  const copyFrom = (body: string) => {
    const full = published({ ...own, body, photos: [], photo: undefined });
    return copyOf(full, creditFrom(full, optionsFor().terms), optionsFor());
  };

  it.each([
    [
      'spans over more than there is',
      `<table>${'<tr><td colspan="1000000000" rowspan="65000">a</td></tr>'.repeat(500)}</table>`,
    ],
    [
      'one long row among many',
      `<table>${'<tr><td>a</td></tr>'.repeat(3000)}<tr>${'<td>b</td>'.repeat(3000)}</tr></table>`,
    ],
    ['tables in tables', '<table><tr><td>x'.repeat(45)],
    ['figures in figures', `${'<figure>'.repeat(150)}x`],
    ['quotes in quotes', `${'<blockquote>'.repeat(40)}x`],
    ['emphasis in emphasis', '<em>a<b>b<i>c'.repeat(40)],
  ])('%s is printed in every form', async (_name, body) => {
    const copy = copyFrom(body);
    const printed = [renderHtml(copy), await renderMarkdown(copy), renderText(copy)];
    for (const text of printed) expect(text.length).toBeLessThan(20 * body.length + 5000);
    const words = wordsOf(fragment(printed[0] ?? '').textContent);
    expect(wordsOf(fromMarkdown(printed[1] ?? '').textContent)).toBe(words);
  });
});
