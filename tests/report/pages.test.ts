/** Every report, empty and filled: valid, the same as its files, and within reach of everybody. */
import { readFileSync } from 'node:fs';
import axeCore from 'axe-core';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedIn, type Visitor } from '../desk/visitor.ts';
import { pathOf } from '../judges/shell.ts';
import { byTag } from '../page/dom.ts';
import { BASE, openWorld } from '../world.ts';
import { type Filled, openFilled } from './filled.ts';
import { exportsOf, pageAt, parseCsv, tableUnder } from './screen.ts';

let filled: Filled;
let desk: Visitor;
beforeAll(async () => {
  filled = await openFilled();
  desk = await signedIn(filled.world);
});
afterAll(() => filled.world.close());

const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ['html-validate:standard'] }));

async function mistakes(html: string, name: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html, name);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${name}:${line}:${column} ${ruleId}: ${message}`),
  );
}

describe('every report', () => {
  it('is valid HTML, with no script and no style in it', async () => {
    for (const path of [...filled.paths, '/counting']) {
      const html = await pageAt(desk, path);
      expect(await mistakes(html, path)).toEqual([]);
      for (const tag of ['script', 'style']) expect(byTag(html, tag)).toEqual([]);
      expect(html).not.toMatch(/ style="/);
    }
  });

  it('is there when nothing is', async () => {
    const empty = await openWorld();
    const editor = await signedIn(empty);
    for (const path of ['/desk', '/desk?days=365', '/desk/copies', '/desk/readership']) {
      const html = await pageAt(editor, path);
      expect(await mistakes(html, path)).toEqual([]);
      expect(html).not.toMatch(/NaN|undefined|Infinity/);
    }
    await empty.close();
  });

  it('has CSV and JSON of each table and plot, and they are what is on the screen', async () => {
    let files = 0;
    for (const path of filled.paths) {
      const html = await pageAt(desk, path);
      for (const href of exportsOf(html)) {
        files++;
        expect(href.split('?')[0]).toBe(path.split('?')[0]);
        await compare(html, href);
      }
    }
    expect(files).toBeGreaterThan(40);
  });

  it('has no file of what it does not show', async () => {
    for (const query of ['format=csv', 'format=csv&table=x', 'format=xml&table=totals', 'format=json&table=__proto__'])
      expect((await desk.get(`/desk?${query}`)).status).toBe(404);
  });

  it('keeps its files to whoever is signed in', async () => {
    const response = await filled.world.get('/desk?format=csv&table=totals');
    expect(response.status).toBe(303);
    const file = await desk.get('/desk?days=7&format=csv&table=totals');
    expect(file.headers.get('cache-control')).toBe('no-store');
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="totals-\d{4}-\d\d-\d\d\.csv"$/);
  });
});

/** As on the screen, but for grouping, signs and words of dates, which are taken back to numbers here. */
const plain = (shown: string): string =>
  /^[+±−]?[\d,]+( %)?$/.test(shown) ? String(Number(shown.replace('−', '-').replace(/[,+±% ]/g, ''))) : shown;

const asDay = (shown: string): string =>
  /^\d{1,2} \w{3,4} \d{4}$/.test(shown) ? new Date(`${shown} UTC`).toISOString().slice(0, 10) : shown;

async function compare(html: string, href: string): Promise<void> {
  const response = await desk.get(href);
  expect(response.status).toBe(200);
  const id = new URL(href, BASE).searchParams.get('table') ?? '';
  const screen = tableUnder(html, id);
  const file = await response.text();
  const [columns, rows] = href.includes('format=csv') ? csvRows(file) : jsonRows(file);
  expect(columns).toEqual(screen?.columns);
  expect(rows).toHaveLength(screen?.rows.length ?? -1);
  for (const [index, row] of rows.entries()) {
    const shown = screen?.rows[index] ?? [];
    for (const [place, cell] of row.entries()) sameCell(cell, shown[place] ?? '');
  }
}

function sameCell(cell: string, shown: string): void {
  if (cell === '') expect(['–', 'new', '']).toContain(shown);
  else if (/^\d{4}-\d\d-\d\dT/.test(cell)) expect(shown).toMatch(/^\d{1,2} \w+ \d{4}, \d\d:\d\d$/);
  else if (/^\d{4}-\d\d$/.test(cell)) expect(shown).toMatch(new RegExp(`^[A-Z][a-z]{2} ${cell.slice(0, 4)}$`));
  else expect(cell).toBe(asDay(plain(shown)));
}

const csvRows = (file: string) => {
  const [columns = [], ...rows] = parseCsv(file);
  return [columns, rows] as const;
};

const FILE = v.object({
  columns: v.array(v.object({ key: v.string(), label: v.string() })),
  rows: v.array(v.record(v.string(), v.nullable(v.union([v.string(), v.number()])))),
});

const jsonRows = (file: string) => {
  const { columns, rows } = v.parse(FILE, JSON.parse(file));
  const cells = rows.map((row) => columns.map(({ key }) => String(row[key] ?? '')));
  return [columns.map(({ label }) => label), cells] as const;
};

const CHROMIUM = pathOf('chromium');

const RESULTS = v.object({
  violations: v.array(v.object({ id: v.string(), nodes: v.array(v.object({ html: v.string() })) })),
});

async function complaints(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeCore.source);
  const { violations } = v.parse(RESULTS, await page.evaluate("axe.run(document, { resultTypes: ['violations'] })"));
  const over = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`),
    ...(over > 0 ? [`is ${over} px wider than the screen`] : []),
  ];
}

/** The service's own answers, and its stylesheets from the folder they are in. */
async function serve(context: BrowserContext): Promise<void> {
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.pathname.startsWith('/assets/')) return route.fulfill({ path: `public${url.pathname}` });
    const answer = await desk.get(url.pathname + url.search);
    return route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });
}

/** One of each kind: hundreds of rows that are alike tell axe nothing that a few don't. */
const inBrowser = () => [...filled.paths.filter((path) => !/days=(7|365)|nothing/.test(path)), '/counting'];

describe.skipIf(CHROMIUM === null)('in Chromium', () => {
  it.each([
    [360, 'light'],
    [360, 'dark'],
    [1440, 'light'],
    [1440, 'dark'],
  ] as const)(
    'at %i px, %s, axe finds nothing and nothing is wider than the screen',
    async (width, colorScheme) => {
      const browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] });
      try {
        const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
        await serve(context);
        const page = await context.newPage();
        const said: string[] = [];
        for (const path of inBrowser()) {
          await page.goto(BASE + path);
          // Hundreds of rows that are alike tell axe nothing that a few don't.
          if (!path.includes('365'))
            for (const summary of await page.locator('summary').all()) await summary.press('Enter');
          said.push(...(await complaints(page)).map((complaint) => `${path} ${complaint}`));
        }
        expect(said).toEqual([]);
      } finally {
        await browser.close();
      }
    },
    60_000,
  );
});

it('stylesheets of reports name no colour of their own, so dark is as good as light', () => {
  const css = readFileSync('public/assets/desk.css', 'utf8').split('/* Reports:')[1] ?? '';
  expect(css).not.toBe('');
  expect(css).not.toMatch(/#[0-9a-f]{3,8}\b|\brgb|\bhsl/i);
});
