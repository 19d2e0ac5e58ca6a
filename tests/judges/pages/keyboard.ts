/** A person with a keyboard alone, in Chromium: from the front page to an article, to its rules, to its HTML in the clipboard. */
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Demo } from '../demo.ts';
import { type Judge, verdict } from '../judge.ts';
import { needs, pathOf } from '../shell.ts';
import { examplesOf } from './examples.ts';

const MAX_TABS = 200;

export const keyboard: Judge = {
  name: 'keyboard',
  missing: needs('chromium', 'chromium'),
  async judge(demo) {
    const browser = await chromium.launch({ args: ['--no-sandbox'], executablePath: pathOf('chromium') ?? 'chromium' });
    try {
      const languages = ['article', 'RTL article'];
      const errors = await Promise.all(languages.map((name) => copies(browser, demo, name)));
      return verdict(languages.length, 'copies', errors.flat());
    } finally {
      await browser.close();
    }
  },
};

async function copies(browser: Browser, demo: Demo, name: string): Promise<readonly string[]> {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  try {
    const url = examplesOf(demo).find((example) => example.name === name)?.url ?? '';
    await page.goto(name === 'article' ? `${demo.base}/` : `${demo.base}/languages/ar/`);
    await follow(page, `a[href$="${new URL(url).pathname}"]`);
    await follow(page, 'a[href*="/republish/"]');
    return await copy(page);
  } catch (error) {
    return [`${name}: ${error instanceof Error ? error.message : String(error)}`];
  } finally {
    await context.close();
  }
}

/** Goes from one thing that takes the keyboard to the next until it is at this one. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let tabs = 0; tabs < MAX_TABS; tabs++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`)) return;
  }
  throw new Error(`${page.url()}: no way to ${selector} by Tab`);
}

async function follow(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

async function copy(page: Page): Promise<readonly string[]> {
  const rules = (await page.locator('main').textContent()) ?? '';
  await tabTo(page, '[role=tab][aria-selected=true]');
  await tabTo(page, '[role=tabpanel] button');
  await page.keyboard.press('Enter');
  const shown = await page.locator('[role=tabpanel]:not([hidden]) textarea').inputValue();
  const taken = String(await page.evaluate('navigator.clipboard.readText()'));
  return [
    ...(rules.length > 200 ? [] : [`${page.url()}: no rules to read`]),
    ...(taken === shown ? [] : [`${page.url()}: the clipboard holds something else than the field`]),
    ...(/\/c\/[A-Za-z0-9_-]{36}"/.test(taken) ? [] : [`${page.url()}: no credit link in the copy`]),
  ];
}
