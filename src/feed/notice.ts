/**
 * What stands in a feed after an article is withdrawn or has expired: a tombstone in Atom (RFC 6721), and in RSS and
 * JSON the same guid with the notice as its body, because readers keep old items and drop nothing on their own.
 */
import type { Article, Hop } from '../article/article.ts';
import { escapeHtml } from '../lib/text.ts';
import { rfc3339 } from '../lib/time.ts';
import { alone, cut, printed } from './cut.ts';
import { extensions, type XmlElement } from './element.ts';
import type { FeedSite } from './facts.ts';
import { cdataHtml, unmistakable } from './guard.ts';
import { noticeWords, type RemovalKind } from './notice-words.ts';
import { atomSource } from './shared-elements.ts';

export interface Removal {
  readonly kind: RemovalKind;
  readonly date: number;
  /** The publisher's words; null where time alone has ended it. */
  readonly reason: string | null;
}

/** Null while the article is neither withdrawn nor past its expiry. */
export function removalOf(article: Article, now: number): Removal | null {
  if (article.withdrawal) return { kind: 'withdrawn', ...article.withdrawal };
  if (article.expiresAt !== null && article.expiresAt <= now)
    return { kind: 'expired', date: article.expiresAt, reason: null };
  return null;
}

export const rssNotice = (article: Article, removal: Removal, site: FeedSite): string =>
  printedNotice(article, removal, site, [{ name: 'atom:updated', text: rfc3339(removal.date) }]);

/** Without a date of the removal: partners' dialects say it each in their own way. */
export const rssCopyNotice = (article: Article, removal: Removal, site: FeedSite): string =>
  printedNotice(article, removal, site, []);

function printedNotice(article: Article, removal: Removal, site: FeedSite, more: readonly XmlElement[]): string {
  const { title, html } = noticeFor(article, removal, site);
  const item = {
    title: article.title,
    link: `${site.base}/articles/${encodeURIComponent(article.slug)}`,
    guid: article.guid,
    date: new Date(article.published),
    description: cdataHtml(html),
    extensions: extensions([
      { name: 'title', text: title },
      { name: 'guid', attributes: { isPermaLink: 'false' }, text: article.guid },
      ...more,
    ]),
  };
  return unmistakable(cut(alone(item).rss2(), 'item'));
}

export function jsonNotice(article: Article, removal: Removal, site: FeedSite): string {
  const { title, html } = noticeFor(article, removal, site);
  const item = {
    id: article.guid,
    url: `${site.base}/articles/${encodeURIComponent(article.slug)}`,
    title,
    content_html: html,
    date_published: rfc3339(article.published),
    date_modified: rfc3339(removal.date),
    _tearsheet: {
      about: `${site.base}/feeds#tearsheet`,
      [removal.kind]: { date: rfc3339(removal.date), reason: removal.reason ?? undefined },
    },
  };
  return JSON.stringify(item);
}

export const tombstone = (guid: string, when: number, reason: string | null, original: Hop | null): string =>
  printed(
    [
      {
        name: 'at:deleted-entry',
        attributes: { ref: guid, when: rfc3339(when) },
        // In a feed that isn't the entry's own, a tombstone says whose it was (RFC 6721 section 3).
        children: [...(reason ? [{ name: 'at:comment', text: reason }] : []), ...atomSource(original)],
      },
    ],
    '\n    ',
  ).trim();

/** HTML without an element, so that it reads well where a reader shows it as text. */
function noticeFor(article: Article, { kind, date, reason }: Removal, { publication }: FeedSite) {
  const words = noticeWords(article.language, kind, date, publication.timeZone);
  const sentences = reason === null ? [words.sentence] : [words.sentence, reason];
  return { title: words.title(article.title), html: escapeHtml(sentences.join(' ')) };
}
