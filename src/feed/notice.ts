/**
 * What stands in a feed after an article is withdrawn or has expired: a tombstone in Atom (RFC 6721), and in RSS and
 * JSON the same guid with the notice as its body, because readers keep old items and drop nothing on their own.
 */
import type { Article } from '../article/article.ts';
import { escapeHtml } from '../lib/text.ts';
import { longDate, rfc3339 } from '../lib/time.ts';
import { alone, cut, printed } from './cut.ts';
import { extensions } from './element.ts';
import type { FeedSite } from './facts.ts';
import { cdataHtml, unmistakable } from './guard.ts';

export interface Removal {
  readonly date: number;
  readonly reason: string;
}

/** Null while the article is neither withdrawn nor past its expiry. */
export function removalOf(article: Article, now: number): Removal | null {
  if (article.withdrawal) return article.withdrawal;
  if (article.expiresAt !== null && article.expiresAt <= now)
    return { date: article.expiresAt, reason: 'The permission to show it has ended.' };
  return null;
}

export function rssNotice(article: Article, removal: Removal, site: FeedSite): string {
  const notice = noticeHtml(removal, site);
  const item = {
    title: article.title,
    link: `${site.base}/articles/${encodeURIComponent(article.slug)}`,
    guid: article.guid,
    date: new Date(article.published),
    description: cdataHtml(notice),
    extensions: extensions([
      { name: 'title', text: noticeTitle(article) },
      { name: 'guid', attributes: { isPermaLink: 'false' }, text: article.guid },
      { name: 'atom:updated', text: rfc3339(removal.date) },
    ]),
  };
  return unmistakable(cut(alone(item).rss2(), 'item'));
}

export function jsonNotice(article: Article, removal: Removal, site: FeedSite): string {
  const item = {
    id: article.guid,
    url: `${site.base}/articles/${encodeURIComponent(article.slug)}`,
    title: noticeTitle(article),
    content_html: noticeHtml(removal, site),
    date_published: rfc3339(article.published),
    date_modified: rfc3339(removal.date),
    _tearsheet: {
      about: `${site.base}/feeds#tearsheet`,
      withdrawn: { date: rfc3339(removal.date), reason: removal.reason },
    },
  };
  return JSON.stringify(item);
}

export const tombstone = (guid: string, when: number, reason: string | null): string =>
  printed(
    [
      {
        name: 'at:deleted-entry',
        attributes: { ref: guid, when: rfc3339(when) },
        children: reason ? [{ name: 'at:comment', text: reason }] : [],
      },
    ],
    '\n    ',
  ).trim();

const noticeTitle = (article: Article): string => `Withdrawn: ${article.title}`;

/** HTML without an element, so that it reads well where a reader shows it as text. */
function noticeHtml(removal: Removal, { publication }: FeedSite): string {
  const day = longDate(removal.date, 'en-GB', publication.timeZone);
  return `This article was withdrawn on ${day}. ${escapeHtml(removal.reason)}`;
}
