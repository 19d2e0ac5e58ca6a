/** Fifty full-text articles as the feed code takes them, and the channel around them. */
import * as v from 'valibot';
import type { FullArticle } from '../../src/article/article.ts';
import { articleInputSchema } from '../../src/article/input.ts';
import { toArticle } from '../../src/article/parse.ts';
import { publicationSchema } from '../../src/article/publication.ts';
import type { State } from '../../src/catalogue/state.ts';
import { type Facts, factsOf } from '../../src/feed/facts.ts';
import { articleDocument, PUBLICATION } from '../lib/corpus.ts';

export const ITEMS = 50;
const BODY_BYTES = 10_000;

export const place = { base: 'https://bench.example', hub: null };
export const publication = v.parse(publicationSchema, PUBLICATION);
export const site = { publication, base: place.base };

export const state: State = {
  seq: ITEMS,
  recall: 1,
  arrivals: ITEMS,
  nextDue: null,
  publication,
  publicationSeq: 0,
  publicationAt: 0,
  renderer: 'bench',
  storedRenderer: 'bench',
};

function article(index: number): FullArticle {
  const input = v.parse(articleInputSchema, articleDocument(index, BODY_BYTES));
  const context = { publication, assets: new Map(), previous: null, contentMoved: true, now: input.published };
  const full = toArticle(input, context);
  if (!full.ok) throw new Error(full.error.map(({ detail }) => detail).join(' '));
  return full.value;
}

/** Newest first. */
export const articles: readonly FullArticle[] = Array.from({ length: ITEMS }, (_, index) => article(index)).reverse();

export const fifty: readonly Facts[] = articles.map((full) => factsOf(full, site));
