/** Where a credit link leads, as a page of its own that is nothing but a redirect, or the notice of a withdrawal. */
import { creditTarget } from '../catalogue/credit-target.ts';
import type { Site } from '../page/site.ts';
import { gonePage } from '../page/status-page.tsx';
import { articleUrl } from '../page/urls.ts';

const PATH = /^\/c\/(\d{1,10})$/;

export const creditPath = (article: number): string => `/c/${article}`;

/** The article's number; null: another page's path. */
export const creditedIn = (path: string): number | null => {
  const number = PATH.exec(path)?.[1];
  return number === undefined ? null : Number(number);
};

export type CreditAnswer =
  | { readonly status: 302; readonly location: string }
  | { readonly status: 410; readonly text: string }
  | { readonly status: 404 };

export async function readCreditTarget(number: number, db: D1Database, site: Site): Promise<CreditAnswer> {
  const target = await creditTarget(db, number);
  switch (target.kind) {
    case 'unknown':
      return { status: 404 };
    case 'gone':
      return { status: 410, text: gonePage(site, target.article) };
    case 'article':
      return { status: 302, location: target.article.canonicalUrl ?? articleUrl(site, target.article) };
  }
}
