/** An article as a JSON Feed 1.1 item; what the format has no field for is in `_tearsheet` (documented at /feeds#tearsheet). */
import type { Item } from 'feed';
import type { Hop } from '../article/article.ts';
import { memberAt } from '../lib/json.ts';
import { rfc3339 } from '../lib/time.ts';
import { alone } from './cut.ts';
import { extension } from './element.ts';
import type { Facts, FeedSite, PhotoFacts } from './facts.ts';

export function jsonItem(facts: Facts, site: FeedSite): Item {
  const { article } = facts;
  const external = site.publication.openReposts === 'origin' ? facts.original?.url : undefined;
  return {
    id: article.guid,
    title: article.title,
    link: facts.url,
    date: new Date(article.modified),
    published: new Date(article.published),
    description: facts.summary,
    content: facts.content,
    ...(facts.photos[0] && { image: facts.photos[0].url }),
    extensions: [
      extension('external_url', external),
      extension('date_published', rfc3339(article.published)),
      extension('date_modified', rfc3339(article.modified)),
      extension(
        'authors',
        article.byline.map(({ name, url }) => ({ name, url })),
      ),
      extension('tags', [...(facts.section ? [facts.section.name] : []), ...article.tags]),
      extension('language', article.language),
      extension('attachments', facts.photos.length > 0 ? facts.photos.map(attachment) : undefined),
      extension('_tearsheet', tearsheet(facts, site)),
    ],
  };
}

/** Compact, and without the members `feed` leaves undefined. */
export function renderJson(facts: Facts, site: FeedSite): string {
  const document: unknown = JSON.parse(alone(jsonItem(facts, site)).json1());
  return JSON.stringify(memberAt(document, 'items', 0));
}

const attachment = (photo: PhotoFacts) => ({
  url: photo.url,
  mime_type: photo.type,
  title: photo.caption ?? photo.alt,
  size_in_bytes: photo.bytes,
});

const tearsheet = (facts: Facts, { base }: FeedSite) => ({
  about: `${base}/feeds#tearsheet`,
  section: facts.section ?? undefined,
  rights: facts.rights,
  license: facts.license ?? undefined,
  credit: facts.credit ?? undefined,
  origin: facts.article.origin
    ? {
        hops: facts.hops.map(hopOut),
        permission: {
          basis: facts.article.origin.permission.basis,
          until: optionalDate(facts.article.origin.permission.until),
          sublicensable: facts.article.origin.permission.sublicensable,
        },
      }
    : undefined,
  photos: facts.photos.length > 0 ? facts.photos.map(photoOut) : undefined,
  corrections:
    facts.article.corrections.length > 0
      ? facts.article.corrections.map((correction) => ({ ...correction, date: rfc3339(correction.date) }))
      : undefined,
});

const hopOut = (hop: Hop) => ({ ...hop, date: rfc3339(hop.date) });

const photoOut = (photo: PhotoFacts) => ({
  url: photo.url,
  type: photo.type,
  width: photo.width,
  height: photo.height,
  size_in_bytes: photo.bytes,
  alt: photo.alt,
  caption: photo.caption,
  credit: photo.credit,
  rights: photo.rights,
  license: photo.license,
  holder: photo.holder,
});

const optionalDate = (moment: number | undefined): string | undefined =>
  moment === undefined ? undefined : rfc3339(moment);
