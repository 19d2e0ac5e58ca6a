/** Where a credit link leads: by the article's number, which a token says even where its signature fails. */
import type { Article } from '../article/article.ts';
import { fromPrimary } from './state.ts';
import { readDocument } from './stored-article.ts';

export type CreditTarget =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'gone'; readonly article: Article }
  | { readonly kind: 'unknown' };

/** What was never shown, or is held back, is unknown: a token tells nobody of it. */
export async function creditTarget(db: D1Database, number: number): Promise<CreditTarget> {
  const row = await fromPrimary(db)
    .prepare('SELECT document, standing, listed FROM article WHERE number = ?')
    .bind(number)
    .first<{ document: string; standing: string; listed: string | null }>();
  if (!row || row.standing === 'held' || row.standing === 'waiting') return { kind: 'unknown' };
  const article = readDocument(row.document);
  if (row.standing === 'shown') return { kind: 'article', article };
  return row.listed === null ? { kind: 'unknown' } : { kind: 'gone', article };
}
