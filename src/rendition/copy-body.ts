/** What stands between the head of a copy and our credit: photo, text, corrections, the credit lines of its origin. */
import type { ElementContent } from 'hast';
import { type Article, BASE_MARK, type FullArticle, type Photo } from '../article/article.ts';
import { figureHtml } from '../article/figure.ts';
import type { Publication } from '../article/publication.ts';
import { correctionsHtml, originHtml } from '../article/story.ts';
import { htmlOf } from './html.ts';
import { type LeftOut, type Sorted, sorted, unfitAssets, withoutPhotos } from './left-out.ts';
import { parsed } from './tree.ts';

export const leadHtml = (article: Article): string =>
  article.photo && !unfitAssets(article).has(article.photo.asset) ? figureHtml(article.photo) : '';

export interface CopyBody extends Sorted {
  readonly nodes: readonly ElementContent[];
}

export function bodyOf({ article, body }: FullArticle, base: string): CopyBody {
  const dropped = new Set<string>();
  const nodes = withoutPhotos(parsed(body, base), unfitAssets(article), dropped);
  return { nodes, ...sorted(article, dropped) };
}

export interface CopyBodyHtml {
  readonly html: string;
  readonly photos: readonly Photo[];
  readonly leftOut: readonly LeftOut[];
}

/** For partner feeds. A body that names no photo we keep is passed on as it is stored, unparsed. */
export function copyBodyHtml(full: FullArticle, publication: Publication, base: string): CopyBodyHtml {
  const { article, body } = full;
  const needsWork = [...unfitAssets(article)].some((asset) => body.includes(asset));
  const { nodes, photos, leftOut } = needsWork
    ? bodyOf(full, base)
    : { nodes: null, ...sorted(article, new Set<string>()) };
  const text = nodes ? htmlOf({ children: [...nodes] }) : body;
  const html = leadHtml(article) + text + correctionsHtml(article, publication) + originHtml(article);
  return { html: html.replaceAll(BASE_MARK, () => base), photos, leftOut };
}
