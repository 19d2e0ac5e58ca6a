/**
 * All feeds as OPML 2.0, for import into a feed reader. One format of each, because a reader subscribes to every
 * outline it finds, and would show each article three times. RSS, because that is what `type="rss"` promises.
 */

import type { Scope } from '../article/scope.ts';
import { escapeHtml } from '../lib/text.ts';
import type { Site } from './site.ts';
import { absolute, feedPath, feedTitle, scopePath, wholeScope } from './urls.ts';

export function opml(site: Site, scopes: readonly Scope[]): string {
  const all = [wholeScope(site), ...scopes.filter((scope) => scope.kind !== 'all')];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `<head><title>${escapeHtml(site.publication.title)}</title></head>`,
    '<body>',
    ...all.map((scope) => outline(site, scope)),
    '</body>',
    '</opml>',
    '',
  ].join('\n');
}

function outline(site: Site, scope: Scope): string {
  const title = escapeHtml(feedTitle(site, scope));
  const xmlUrl = escapeHtml(absolute(site, feedPath(scope, 'rss')));
  const htmlUrl = escapeHtml(absolute(site, scopePath(scope)));
  return `<outline type="rss" text="${title}" title="${title}" xmlUrl="${xmlUrl}" htmlUrl="${htmlUrl}"/>`;
}
