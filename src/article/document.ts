/** An article as the editor API takes it: what one reads can be sent back. */

import { rfc3339 } from '../lib/time.ts';
import { type Article, BASE_MARK, type FullArticle, type Hop, type Photo } from './article.ts';
import type { ArticleDocument } from './input.ts';

export function toDocument({ article, body }: FullArticle): ArticleDocument {
  const [author, ...others] = article.byline;
  return {
    id: article.id,
    guid: article.guid,
    slug: article.slug,
    aliases: [...article.aliases],
    title: article.title,
    dek: article.dek,
    byline: [author, ...others],
    ...(article.section !== null && { section: article.section }),
    tags: [...article.tags],
    language: article.language,
    body: body.replaceAll(BASE_MARK, ''),
    published: rfc3339(article.published),
    modified: rfc3339(article.modified),
    status: article.status,
    ...(article.withdrawal && { withdrawal: { ...article.withdrawal, date: rfc3339(article.withdrawal.date) } }),
    ...moments(article),
    ...(article.canonicalUrl !== null && { canonicalUrl: article.canonicalUrl }),
    ...(article.rights !== null && { rights: article.rights }),
    ...(article.license !== null && { license: article.license }),
    ...(article.terms !== undefined && { terms: article.terms }),
    ...(article.photo && { photo: photoOut(article.photo) }),
    photos: article.photos.map(photoOut),
    corrections: article.corrections.map((correction) => ({ ...correction, date: rfc3339(correction.date) })),
    ...(article.origin && { origin: originOut(article.origin) }),
  };
}

const moments = ({ embargoedUntil, expiresAt }: Article) => ({
  ...(embargoedUntil !== null && { embargoedUntil: rfc3339(embargoedUntil) }),
  ...(expiresAt !== null && { expiresAt: rfc3339(expiresAt) }),
});

const photoOut = ({ asset, alt, caption, credit, rights, license, holder, syndicate }: Photo) => ({
  asset,
  alt,
  caption,
  credit,
  rights,
  license,
  holder,
  syndicate,
});

const hopOut = (hop: Hop) => ({ ...hop, date: rfc3339(hop.date) });

type OriginDocument = NonNullable<ArticleDocument['origin']>;

function originOut({ hops: [first, ...rest], permission }: NonNullable<Article['origin']>): OriginDocument {
  const { basis, reference, until, sublicensable } = permission;
  return {
    hops: [hopOut(first), ...rest.map(hopOut)],
    permission: { basis, reference, sublicensable, ...(until !== undefined && { until: rfc3339(until) }) },
  };
}
