/** MSN's own elements (Content Specification v3). */
import type { Article } from '../article/article.ts';
import type { XmlElement } from '../feed/element.ts';
import type { PhotoFacts } from '../feed/facts.ts';
import { mediaContent } from '../feed/shared-elements.ts';
import { rfc3339 } from '../lib/time.ts';
import { DIALECTS } from './dialects.ts';
import { characters, shortened } from './shorten.ts';

interface MsnItem {
  readonly article: Article;
  readonly expiresAt: number | null;
}

export const msnItem = ({ article, expiresAt }: MsnItem): XmlElement[] => [
  { name: 'dcterms:modified', text: rfc3339(article.modified) },
  { name: 'mi:dateTimeWritten', text: rfc3339(written(article)) },
  ...shortTitle(article.title),
  ...(expiresAt === null ? [] : validUntil(rfc3339(expiresAt))),
  ...(article.tags.length === 0 ? [] : [{ name: 'media:keywords', text: article.tags.join(', ') }]),
];

/** A repost was written when its first publisher published it. */
const written = ({ origin, published }: Article): number => Math.min(published, origin?.hops[0].date ?? published);

/** Only where MSN asks for one: a title beyond its limit may be removed without. */
function shortTitle(title: string): XmlElement[] {
  const rule = DIALECTS.msn.title;
  return rule && characters(title) > rule.max ? [{ name: 'mi:shortTitle', text: shortened(title, rule.short) }] : [];
}

const validUntil = (moment: string): XmlElement[] => [
  { name: 'dcterms:valid', text: moment },
  { name: 'mi:expirationDate', text: moment },
];

/** Every photo that comes here may be passed on, so the answer to `hasSyndicationRights` is yes. */
export const msnMedia = (photos: readonly PhotoFacts[]): XmlElement[] =>
  photos.flatMap((photo) =>
    mediaContent([photo]).map((element) => ({
      ...element,
      children: [
        { name: 'media:thumbnail', attributes: { url: photo.url, width: photo.width, height: photo.height } },
        ...mediaTitle(photo.caption ?? photo.alt),
        ...(element.children ?? []),
        { name: 'mi:hasSyndicationRights', text: '1' },
        ...(photo.license ? [{ name: 'mi:licenseId', text: photo.license }] : []),
        ...(photo.holder ? [{ name: 'mi:licensorName', text: photo.holder }] : []),
      ],
    })),
  );

const mediaTitle = (text: string): XmlElement[] =>
  text === '' ? [] : [{ name: 'media:title', attributes: { type: 'plain' }, text }];
