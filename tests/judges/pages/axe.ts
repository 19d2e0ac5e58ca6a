/** axe in Chromium: pages and feeds, light and dark, narrow and wide, without a complaint in the console. */
import axeCore from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import * as v from 'valibot';
import type { Demo } from '../demo.ts';
import { type Judge, verdict } from '../judge.ts';
import { needs, pathOf } from '../shell.ts';
import { type Example, examplesOf } from './examples.ts';

const SCHEMES = ['light', 'dark'] as const;
const WIDTHS = [360, 1440];
const FEEDS = ['feed.rss', 'feed.atom', 'feed.json'];

export const axe: Judge = {
  name: 'axe',
  missing: needs('chromium', 'chromium'),
  async judge(demo) {
    // A container has no user namespaces to make a sandbox of, and the only site visited is ours.
    const options = { args: ['--no-sandbox'] };
    const browser = await chromium.launch({ ...options, executablePath: pathOf('chromium') ?? 'chromium' });
    try {
      return await judgeIn(browser, demo);
    } finally {
      await browser.close();
    }
  },
};

async function judgeIn(browser: Browser, demo: Demo) {
  const pages = examplesOf(demo);
  const feeds = FEEDS.map((name) => ({ name, url: `${demo.base}/${name}` }));
  const errors: string[] = [];
  for (const colorScheme of SCHEMES)
    for (const width of WIDTHS) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
      const said = [
        ...(await visitAll(context, pages, [violations, overflow])),
        ...(await visitAll(context, feeds, [])),
      ];
      errors.push(...said.map((error) => `${colorScheme} ${width} px, ${error}`));
      await context.close();
    }
  return verdict((pages.length + feeds.length) * SCHEMES.length * WIDTHS.length, 'views', errors);
}

type Look = (page: Page) => Promise<readonly string[]>;

async function visitAll(
  context: BrowserContext,
  examples: readonly Example[],
  looks: readonly Look[],
): Promise<readonly string[]> {
  const errors: string[] = [];
  for (const { name, url } of examples) {
    const page = await context.newPage();
    const said: string[] = consoleErrors(page, url);
    await page.goto(url);
    for (const look of looks) said.push(...(await look(page)));
    errors.push(...said.map((error) => `${name} (${url}): ${error}`));
    await page.close();
  }
  return errors;
}

/** Fills while the page lives. Chromium's line about the status of the document itself is no mistake of the page. */
function consoleErrors(page: Page, url: string): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && message.location().url !== url) errors.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => errors.push(`script: ${error.message}`));
  return errors;
}

const RESULTS = v.object({
  violations: v.array(v.object({ id: v.string(), help: v.string(), nodes: v.array(v.object({ html: v.string() })) })),
});

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeCore.source);
  const results = v.parse(RESULTS, await page.evaluate("axe.run(document, { resultTypes: ['violations'] })"));
  return results.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html.slice(0, 200)}`);
}

async function overflow(page: Page): Promise<readonly string[]> {
  const over = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
  return over > 0 ? [`is ${over} px wider than the screen`] : [];
}
