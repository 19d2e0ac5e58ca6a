/** The desk's addresses for reports. Each answers with a page, or with one of its tables as a file. */

import { markCopy, showCopies, showCopy } from './desk-copies.ts';
import { showOverview } from './desk-overview.ts';
import { showReadership } from './desk-readership.ts';
import { showArticleReads, showPartnerReads } from './desk-reads.ts';
import type { DeskRoute } from './desk-route.ts';

const READ = { method: 'GET', scope: 'read' } as const;
const COPY = '/copies/:number{[0-9]+}';

export const DESK_REPORT_ROUTES: readonly DeskRoute[] = [
  { ...READ, path: '', handle: showOverview },
  { ...READ, path: '/articles/:number{[0-9]+}/reads', handle: showArticleReads },
  { ...READ, path: '/partners/:id/reads', handle: showPartnerReads },
  { ...READ, path: '/copies', handle: showCopies },
  { ...READ, path: COPY, handle: showCopy },
  { method: 'POST', path: `${COPY}/mark`, scope: 'partners', handle: markCopy },
  { ...READ, path: '/readership', handle: showReadership },
];
