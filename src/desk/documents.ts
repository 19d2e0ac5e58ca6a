/** An article's document with one thing changed, to be published like any other. */
import type { Rights } from '../article/article.ts';
import { toDocument } from '../article/document.ts';
import type { ArticleDocument } from '../article/input.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { rfc3339 } from '../lib/time.ts';
import type { DeskArticle } from './article-rows.ts';
import { type CorrectProblem, correctHtml, correctLine } from './correct.ts';
import type { Correcting } from './correct-form.tsx';

/** Without `modified`: publishing works it out from what has changed. */
function documentOf(found: DeskArticle): ArticleDocument {
  const { modified: _worksOut, ...document } = toDocument(found);
  return document;
}

export function correctedDocument(
  found: DeskArticle,
  { where, was, now, text }: Correcting,
  moment: number,
): Result<ArticleDocument, CorrectProblem> {
  const old = { body: found.body, title: found.article.title, dek: found.article.dek }[where];
  const fresh = where === 'body' ? correctHtml(old, was, now) : correctLine(old, was, now);
  if (!fresh.ok) return fresh;
  const document = documentOf(
    where === 'body'
      ? { ...found, body: fresh.value }
      : { ...found, article: { ...found.article, [where]: fresh.value } },
  );
  const correction = { date: rfc3339(moment), text, was, ...(now !== '' && { now }) };
  return ok({ ...document, corrections: [...(document.corrections ?? []), correction] });
}

export interface PhotoChange {
  readonly asset: string;
  readonly rights: Rights;
  readonly holder: string;
  readonly license: string;
  readonly syndicate: boolean;
}

type PhotoDocument = NonNullable<ArticleDocument['photo']>;

/** Wherever the photo stands in the article. Fails if it is in it no more. */
export function rightsDocument(found: DeskArticle, change: PhotoChange): Result<ArticleDocument, 'no such photo'> {
  const document = documentOf(found);
  const { photo, photos = [] } = document;
  if (![photo, ...photos].some((each) => each?.asset === change.asset)) return fail('no such photo');
  const changed = (each: PhotoDocument): PhotoDocument =>
    each.asset === change.asset ? withRights(each, change) : each;
  return ok({ ...document, ...(photo && { photo: changed(photo) }), photos: photos.map(changed) });
}

function withRights(photo: PhotoDocument, { rights, holder, license, syndicate }: PhotoChange): PhotoDocument {
  const { holder: _holder, license: _license, ...rest } = photo;
  return { ...rest, rights, syndicate, ...(holder !== '' && { holder }), ...(license !== '' && { license }) };
}
