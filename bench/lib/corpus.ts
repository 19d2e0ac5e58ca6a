/** Articles like a newspaper's: words as unevenly spread, links, and curly quotes, which no string of one byte a character can hold. */
import type { ArticleDocument } from '../../src/article/input.ts';

const ONSETS = [
  'b',
  'br',
  'd',
  'f',
  'g',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'r',
  's',
  'sk',
  'st',
  't',
  'tr',
  'v',
  'w',
  '',
];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ea', 'é', 'å', 'ou', 'ie'];
const CODAS = ['', '', 'n', 'r', 's', 't', 'nd', 'ng', 'st', 'll'];
const WORDS = 6000;

/** The same numbers on every machine (a linear congruential generator). */
function numbersFrom(seed: number): () => number {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const pick = (list: readonly string[], at: number): string => list[Math.floor(at * list.length)] ?? '';

const syllable = (next: () => number): string => [ONSETS, VOWELS, CODAS].map((list) => pick(list, next())).join('');

/** The rarer, the longer. */
function vocabulary(): readonly string[] {
  const next = numbersFrom(1);
  const syllables = (rank: number): number => 1 + Math.floor(Math.log10(rank + 1) / 1.6 + next() * 0.5);
  return Array.from({ length: WORDS }, (_, rank) =>
    Array.from({ length: syllables(rank) }, () => syllable(next)).join(''),
  );
}

const VOCABULARY = vocabulary();

/** Some words often and most rarely, as in every language (Zipf): compression then finds what it finds in a newspaper. */
const word = (next: () => number): string => VOCABULARY[Math.floor(WORDS ** (0.25 + 0.75 * next())) - 1] ?? '';

const ENDS = ['.', '.', '…', ' — and “so” it was.', ', they’d say: “no”.', '; 3½ % of €12.80.'];

const sentence = (next: () => number): string =>
  `“${Array.from({ length: 6 + Math.floor(next() * 14) }, () => word(next)).join(' ')}’s ${word(next)}${pick(ENDS, next())}”`;

function paragraph(article: number, next: () => number): string {
  const sentences = Array.from({ length: 4 }, () => sentence(next)).join(' ');
  return `<p>${sentences} <a href="https://harbour.example/${article}/${word(next)}">${word(next)}</a></p>`;
}

/** An HTML body of about so many bytes. */
export function bodyOf(article: number, bytes: number): string {
  const parts: string[] = [];
  const next = numbersFrom(article + 2);
  for (let size = 0; size < bytes; ) {
    const part = paragraph(article, next);
    parts.push(part);
    size += Buffer.byteLength(part);
  }
  return parts.join('\n');
}

const MINUTE = 60_000;
const FIRST = Date.UTC(2026, 0, 1);

export function articleDocument(article: number, bytes: number, over: Partial<ArticleDocument> = {}): ArticleDocument {
  return {
    id: `tag:bench.example,2026:${article}`,
    slug: `article-${article}`,
    title: `The harbour’s “silent” morning, part ${article}`,
    dek: `Why ferry no. ${article} didn’t sail — and who’ll pay for it.`,
    byline: [{ name: `Åse Bråten ${article % 7}` }],
    section: 'harbour',
    tags: ['ferries', `berth ${article % 40}`],
    language: 'en',
    body: bodyOf(article, bytes),
    published: new Date(FIRST + article * MINUTE).toISOString().replace(/\.000Z$/, 'Z'),
    ...over,
  };
}

export const PUBLICATION = {
  title: 'The Harbour Post',
  description: 'What measurements are made on.',
  authority: 'bench.example,2026',
  languages: { en: 'English' },
  timeZone: 'Europe/Oslo',
  sections: { harbour: { name: 'Harbour' } },
  rights: '© The Harbour Post',
  license: 'https://creativecommons.org/licenses/by-nd/4.0/',
  contact: 'desk@bench.example',
  publisher: { name: 'The Harbour Post', url: 'https://bench.example/' },
  feedItems: 30,
};

const section = (article: number, index: number, next: () => number): string => {
  const words = (count: number): string => Array.from({ length: count }, () => word(next)).join(' ');
  const list = `<ul>${Array.from({ length: 4 }, () => `<li>${words(5)}</li>`).join('')}</ul>`;
  const table = `<table><tr><th>${words(1)}</th><td>${words(2)}</td></tr></table>`;
  return `<h2>Part ${index}: ${words(4)}</h2>${paragraph(article, next)}<blockquote>${sentence(next)}</blockquote>${list}${table}`;
};

const WORDS_IN_ARTICLE = 1200;
const countWords = (html: string): number =>
  html
    .replace(/<[^>]*>/g, ' ')
    .split(/\s+/)
    .filter(Boolean).length;

/** 1,200 words with headings, lists, tables, quotations and links. */
export function newsArticle(article: number): ArticleDocument {
  const next = numbersFrom(article + 7);
  let body = '';
  for (let index = 1; countWords(body) < WORDS_IN_ARTICLE; index++) body += section(article, index, next);
  return articleDocument(article, 0, { body });
}
