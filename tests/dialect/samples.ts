/** Dialect feeds of the fixtures, joined as simply as possible: an item's block, then what all dialects share. */
import { type Article, allPhotos, BASE_MARK, type FullArticle } from '../../src/article/article.ts';
import { channelDescription, channelElements } from '../../src/dialect/channel.ts';
import { DIALECTS, type DialectName } from '../../src/dialect/dialects.ts';
import { type DialectBlock, type DialectItem, itemElements, removalElements } from '../../src/dialect/item.ts';
import { printed } from '../../src/feed/cut.ts';
import type { XmlElement } from '../../src/feed/element.ts';
import { factsOf, type PhotoFacts } from '../../src/feed/facts.ts';
import { frameOf } from '../../src/feed/frame.ts';
import { cdataHtml, unmistakable } from '../../src/feed/guard.ts';
import type { Removal } from '../../src/feed/notice.ts';
import { httpDate } from '../../src/lib/time.ts';
import { BASE, channelOf, own, published, site } from '../feed/fixtures.ts';

export const LOGO = `${BASE}/media/logo.png`;

export const full: FullArticle = published({
  ...own,
  photos: own.photos?.map((photo) => ({ ...photo, syndicate: true })) ?? [],
});

/** Without what a partner might stumble over. */
export const plain: FullArticle = {
  article: { ...full.article, title: 'What the storm means to the night ferry' },
  body: full.body.replace(/<\/?code>/g, ''),
};

export function itemOf(article: FullArticle = full, changes: Partial<DialectItem> = {}): DialectItem {
  const { url, summary, content, photos } = factsOf(article, site);
  const base = { article: article.article, url, summary, content, photos, canonical: url };
  return { ...base, expiresAt: article.article.expiresAt, ...changes };
}

export const withArticle = (changes: Partial<Article>): DialectItem =>
  itemOf({ ...full, article: { ...full.article, ...changes } });

export const [photo, secondPhoto] = photosOf(full);

function photosOf({ article }: FullArticle): readonly [PhotoFacts, PhotoFacts] {
  const [first, second] = allPhotos(article).map((each) => ({ ...each, url: `${BASE}/media/${each.asset}` }));
  if (!first || !second) throw new Error('The fixture has two photos');
  return [first, second];
}

const INDENT = '\n            ';

function itemXml({ article, url }: DialectItem, { pubDate, elements }: DialectBlock, body: XmlElement, html: string) {
  const shared: XmlElement[] = [
    { name: 'title', text: article.title },
    { name: 'link', text: url },
    { name: 'guid', attributes: { isPermaLink: 'false' }, text: article.guid },
    body,
    { name: 'dc:language', text: article.language },
  ];
  const content = html === '' ? '' : `${INDENT}<content:encoded><![CDATA[${cdataHtml(html)}]]></content:encoded>`;
  const date = `${INDENT}<pubDate>${httpDate(pubDate)}</pubDate>`;
  return `<item>${date}${unmistakable(printed([...elements, ...shared], INDENT))}${content}\n        </item>`;
}

export const xmlOf = (dialect: DialectName, item: DialectItem): string =>
  itemXml(
    item,
    itemElements(dialect, item),
    { name: 'description', text: item.summary },
    item.content.replaceAll(BASE_MARK, BASE),
  );

export const removalXml = (dialect: DialectName, item: DialectItem, removal: Removal): string =>
  itemXml(
    item,
    removalElements(dialect, item.article, removal),
    { name: 'description', text: `This article was withdrawn. ${removal.reason ?? ''}` },
    '',
  );

/** The channel's own elements stand before the first item (RSS: metadata comes first). */
export function feedXml(dialect: DialectName, items: readonly string[], logo: string | null = LOGO): string {
  const channel = channelOf('rss');
  const { namespaces } = DIALECTS[dialect];
  const description = channelDescription(dialect, channel.description);
  const { head, tail } = frameOf({ ...channel, description, namespaces }, 'rss');
  const elements = printed(channelElements(dialect, { ...channel, logo }), '\n        ');
  const date = DIALECTS[dialect].channel.pubDate ? `<pubDate>${httpDate(channel.updated)}</pubDate>` : '';
  return head.trimEnd() + elements + date + items.join('') + tail;
}
