/** The page's script in a document: tabs by arrow keys, a button for each copy, and what is said when it is pressed. */
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it, vi } from 'vitest';
import { republishPage } from '../../src/page/republish-page.tsx';
import { namedTerms } from '../../src/terms/standard-terms.ts';
import { arabic, article, site } from '../page/fixtures.ts';

const SCRIPT = readFileSync('public/assets/copy.js', 'utf8');
const credit = { parts: [], at: 'end', url: 'https://news.example/c/x', badge: null } as const;

function open(of = article, hash = '', clipboard: ((text: string) => Promise<void>) | null = null) {
  const html = republishPage(site, {
    article: of,
    terms: namedTerms(site.publication, 'standard'),
    notBefore: null,
    path: '/republish/one',
    partner: null,
    offer: {
      kind: 'copies',
      copies: { credit, html: '<p>\n1</p>', markdown: '# 1', text: '1', head: ['<link>'], leftOut: [] },
    },
  });
  const { window } = new JSDOM(html, { url: `https://news.example/republish/one${hash}`, runScripts: 'outside-only' });
  if (clipboard) Object.defineProperty(window.navigator, 'clipboard', { value: { writeText: clipboard } });
  if (of === arabic)
    vi.spyOn(window, 'getComputedStyle').mockReturnValue({
      ...window.getComputedStyle(window.document.body),
      direction: 'rtl',
    });
  window.eval(SCRIPT);
  const { document } = window;
  const tabs = [...document.querySelectorAll<HTMLElement>('[role=tab]')];
  return {
    document,
    tabs,
    press(key: string) {
      document.activeElement?.dispatchEvent(
        new window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      );
    },
    selected: () => tabs.filter((tab) => tab.getAttribute('aria-selected') === 'true').map((tab) => tab.textContent),
    shown: () =>
      [...document.querySelectorAll<HTMLElement>('[role=tabpanel]')]
        .filter((panel) => !panel.hidden)
        .map(({ id }) => id),
    button: (name: string) => [...document.querySelectorAll('button')].find((button) => button.textContent === name),
    said: () => [...document.querySelectorAll('[role=status]')].map(({ textContent }) => textContent).join(''),
  };
}

describe('tabs', () => {
  it('show one copy at a time, each named by its tab', () => {
    const { document, tabs, selected, shown } = open();
    expect(tabs.map(({ textContent }) => textContent)).toEqual(['HTML', 'Markdown', 'Plain text', 'Step by step']);
    expect([selected(), shown()]).toEqual([['HTML'], ['html']]);
    expect(document.querySelector('[role=tablist]')?.getAttribute('aria-labelledby')).toBe('copies');
    for (const tab of tabs) {
      const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '');
      expect(panel?.getAttribute('aria-labelledby')).toBe(tab.id);
    }
  });

  it('go round with the arrow keys, and to the ends with Home and End', () => {
    const { tabs, press, selected, shown } = open();
    tabs[0]?.focus();
    for (const [key, name] of [
      ['ArrowRight', 'Markdown'],
      ['ArrowLeft', 'HTML'],
      ['ArrowLeft', 'Step by step'],
      ['ArrowRight', 'HTML'],
      ['End', 'Step by step'],
      ['Home', 'HTML'],
      ['ArrowDown', 'HTML'],
    ] as const) {
      press(key);
      expect(selected(), key).toEqual([name]);
    }
    expect(shown()).toEqual(['html']);
    expect(tabs.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1]);
  });

  it('go the other way where the text does', () => {
    const { tabs, press, shown } = open(arabic);
    tabs[0]?.focus();
    press('ArrowLeft');
    expect(shown()).toEqual(['markdown']);
  });

  it('open the one an address names', () => {
    expect(open(article, '#text').shown()).toEqual(['text']);
    expect(open(article, '#elsewhere').shown()).toEqual(['html']);
  });
});

describe('the button', () => {
  it('copies what is in the field, and says so', async () => {
    const copied: string[] = [];
    const { button, said } = open(article, '', async (text) => void copied.push(text));
    button('Copy the HTML')?.click();
    await vi.waitFor(() => expect(said()).toContain('Copied.'));
    button('Copy the lines')?.click();
    await vi.waitFor(() => expect(copied).toEqual(['<p>\n1</p>', '<link>']));
  });

  it('selects the text where a browser refuses, and says what to press', async () => {
    const { button, said, document } = open(article, '', () => Promise.reject(new Error('no')));
    button('Copy the HTML')?.click();
    await vi.waitFor(() => expect(said()).toContain('Ctrl+C'));
    expect(document.activeElement?.id).toBe('copy-html');
  });
});
