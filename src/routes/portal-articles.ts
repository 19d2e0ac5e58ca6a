/** `/portal/republish/{slug}`: an article's copies under the partner's own permission, made for this one answer. */
import { findBySlug, type PageArticle } from '../catalogue/page-rows.ts';
import { problemResponse } from '../http/problem.ts';
import { slugify } from '../lib/text.ts';
import { rfc3339 } from '../lib/time.ts';
import { PORTAL, portalRepublishPath } from '../page/portal-view.ts';
import { republishPage } from '../page/republish-page.tsx';
import { republishPath } from '../page/republish-view.ts';
import { gonePage } from '../page/status-page.tsx';
import type { Grant } from '../partner/grant.ts';
import { signingKeys } from '../partner/signing-keys.ts';
import { type Entitlement, entitlementTo } from '../portal/entitled.ts';
import { COPY_FORMATS, type HandedOut, handOut, isCopyFormat } from '../serve/hand-out.ts';
import { offerOf, viewOf } from '../serve/read-republish.ts';
import {
  askerOf,
  PORTAL_HEADERS,
  type PortalCall,
  portalHtml,
  portalNo,
  portalNotFound,
  portalSeeOther,
} from './portal-answer.ts';

type Taken = { readonly kind: 'taken'; readonly handed: HandedOut; readonly grant: Grant; readonly found: PageArticle };
type Refused = Exclude<Entitlement['kind'], 'now'> | 'unknown' | 'gone' | 'moved' | 'no keys';
type NotTaken = { readonly kind: Refused; readonly at?: number; readonly found?: PageArticle };

async function take(call: PortalCall): Promise<Taken | NotTaken> {
  const { c, gate, state, site } = call;
  const slug = slugify(c.req.param('slug') ?? '');
  const found = await findBySlug(gate.env.DB, slug);
  if (!found || found.standing === 'held' || found.standing === 'waiting') return { kind: 'unknown' };
  if (found.standing !== 'shown') return found.listed ? { kind: 'gone', found } : { kind: 'unknown' };
  if (found.article.slug !== slug) return { kind: 'moved', found };
  const entitlement = await entitlementTo(found, askerOf(call));
  if (entitlement.kind !== 'now') return { ...entitlement, found };
  const keys = await signingKeys(gate.env.SIGNING_KEYS);
  if (!keys.ok) return { kind: 'no keys' };
  const { grant } = entitlement;
  const { publication } = state;
  const handed = await handOut(found, grant, 'portal', { keys: keys.value, publication, base: site.base });
  return { kind: 'taken', handed, grant, found };
}

export async function showForPartner(call: PortalCall): Promise<Response> {
  const taken = await take(call);
  if (taken.kind !== 'taken') return notForPartner(call, taken);
  const { handed, grant, found } = taken;
  const view = viewOf(found, grant.terms, await offerOf(handed));
  const path = portalRepublishPath(found.article);
  return portalHtml(republishPage(call.site, { ...view, path, partner: call.session.partner.name }));
}

export async function copyForPartner(call: PortalCall): Promise<Response> {
  const format = (call.c.req.param('file') ?? '').replace(/^copy\./, '');
  if (!isCopyFormat(format)) return portalNotFound(call.frame);
  const taken = await take(call);
  if (taken.kind !== 'taken') return notForPartner(call, taken);
  const { type, render } = COPY_FORMATS[format];
  return new Response(await render(taken.handed), { headers: { ...PORTAL_HEADERS, 'content-type': type } });
}

const WORDS: Readonly<Record<'later' | 'over' | 'none', { readonly title: string; readonly detail: string }>> = {
  later: { title: 'Not yet', detail: 'Your permission has a delay, which is not over for this article.' },
  over: {
    title: 'No longer',
    detail: 'Your permission had this article, but its time or its share of our articles is used up.',
  },
  none: { title: 'Not in your permissions', detail: 'No permission of yours that is in force has this article.' },
};

function notForPartner({ site, frame }: PortalCall, { kind, at, found }: NotTaken): Response {
  switch (kind) {
    case 'unknown':
      return portalNotFound(frame);
    case 'gone':
      return found ? portalHtml(gonePage(site, found.article), 410) : portalNotFound(frame);
    case 'moved':
      return portalSeeOther(found ? portalRepublishPath(found.article) : PORTAL);
    case 'no keys':
      return notSigned();
    default: {
      const { title, detail } = WORDS[kind];
      const when = at === undefined ? '' : ` You may take it from ${rfc3339(at)} on.`;
      const next = found && { href: republishPath(found.article), name: 'See what everybody may do with it' };
      return portalNo(frame, 403, { title, detail: detail + when, ...(next && { next }) });
    }
  }
}

const notSigned = (): Response =>
  problemResponse({
    status: 503,
    title: 'Copies can’t be signed',
    detail: 'The operator has to set the secret SIGNING_KEYS (docs/operating.md).',
    headers: PORTAL_HEADERS,
  });
