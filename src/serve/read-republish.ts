/**
 * The republish page and its copies, under the permission everybody has. Made from the catalogue like any page, so cached
 * like any page: everybody gets the same bytes. The id of the signing key is in the name, so a new key makes new copies.
 */

import type { NamedTerms } from '../article/terms.ts';
import { publicGrant } from '../catalogue/grant-rows.ts';
import { findBySlug, type PageArticle } from '../catalogue/page-rows.ts';
import type { State } from '../catalogue/state.ts';
import type { Env } from '../env.ts';
import { republishPage } from '../page/republish-page.tsx';
import { notOursPage } from '../page/republish-refused.tsx';
import { type Offer, type RepublishView, republishPath } from '../page/republish-view.ts';
import type { Site } from '../page/site.ts';
import { gonePage } from '../page/status-page.tsx';
import { type Grant, releasedAt } from '../partner/grant.ts';
import { type SigningKeys, signingKeys } from '../partner/signing-keys.ts';
import type { Channel } from '../partner/token.ts';
import { termsPath } from '../terms/addresses.ts';
import { articleLicense } from '../terms/article-license.ts';
import { termsFor, whyNotRepublishable } from '../terms/standard-terms.ts';
import { COPY_FORMATS, type CopyFormat, type HandedOut, handOut, isCopyFormat } from './hand-out.ts';
import type { PageAnswer } from './read-page.ts';

export type RepublishEnd = 'page' | CopyFormat;

interface Wanted {
  readonly slug: string;
  readonly end: RepublishEnd;
}

/**
 * The name of the document, as the gateway asks for it. Its statuses beside those of other pages: 403, not without asking, or not at all; 409,
 * this service can't make copies yet.
 */
export const republishDocument = (slug: string, end: RepublishEnd, keys: SigningKeys | null): string =>
  `/republish/${slug}/${end}/${keys ? keys.current.id : 'unsigned'}`;

/** Null: the path names another kind of page. */
export function republishIn(path: string): Wanted | null {
  const [folder, slug = '', end = '', , more] = path.split('/').slice(1);
  if (folder !== 'republish' || more !== undefined || !(end === 'page' || isCopyFormat(end))) return null;
  return { slug, end };
}

const HTML = 'text/html; charset=utf-8';
const bare = (status: 301 | 403 | 404 | 409, more: { readonly location?: string } = {}): PageAnswer => ({
  status,
  type: HTML,
  text: '',
  ...more,
});

export async function readRepublish(
  { slug, end }: Wanted,
  state: State,
  env: Pick<Env, 'DB' | 'SIGNING_KEYS'>,
  site: Site,
): Promise<PageAnswer> {
  const found = await findBySlug(env.DB, slug);
  if (!found || found.standing === 'held' || found.standing === 'waiting') return bare(404);
  const { article, listed, standing } = found;
  // As with the article's own page: what was never to be seen is not spoken of.
  if (standing !== 'shown') return listed ? { status: 410, type: HTML, text: gonePage(site, article) } : bare(404);
  if (article.slug !== slug) return bare(301, { location: `${site.base}${republishPath(article)}${ending(end)}` });
  if (article.origin && whyNotRepublishable(article))
    return { status: 403, type: HTML, text: notOursPage(site, article, article.origin) };
  return forShown(found, end, state, env, site);
}

const ending = (end: RepublishEnd): string => (end === 'page' ? '' : `/copy.${end}`);

async function forShown(
  found: PageArticle,
  end: RepublishEnd,
  state: State,
  env: Pick<Env, 'DB' | 'SIGNING_KEYS'>,
  site: Site,
): Promise<PageAnswer> {
  const { publication } = state;
  const terms = termsFor(found.article, publication);
  const link = licenseLink(found, terms, site);
  if (!terms.open) {
    const offer: Offer = { kind: 'ask', asking: { values: {}, wrong: [] } };
    return end === 'page' ? shown(republishPage(site, viewOf(found, terms, offer)), HTML, link) : bare(403);
  }
  const [keys, grant] = await Promise.all([signingKeys(env.SIGNING_KEYS), publicGrant(env.DB, terms.name)]);
  if (!keys.ok || !grant)
    return end === 'page'
      ? shown(republishPage(site, viewOf(found, terms, { kind: 'not yet' })), HTML, link)
      : bare(409);
  const channel: Channel = end === 'page' ? 'page' : 'api';
  const handed = await handOut(found, grant, channel, { keys: keys.value, publication, base: site.base });
  if (end !== 'page') return shown(await COPY_FORMATS[end].render(handed), COPY_FORMATS[end].type, link);
  return shown(republishPage(site, viewOf(found, grant.terms, await offerOf(handed), grant)), HTML, link);
}

const shown = (text: string, type: string, link: string): PageAnswer => ({ status: 200, type, text, link });

/** RFC 8288: the licence of what this address answers, or the terms where there is none. */
function licenseLink({ article }: PageArticle, terms: NamedTerms, { publication, base }: Site): string {
  const target = articleLicense(article, publication) ?? base + termsPath(terms.name);
  return `<${new URL(target).href}>; rel="license"`;
}

export async function offerOf(handed: HandedOut): Promise<Offer> {
  const { credit, copy } = handed;
  const [html, markdown, text] = await Promise.all([
    COPY_FORMATS.html.render(handed),
    COPY_FORMATS.md.render(handed),
    COPY_FORMATS.txt.render(handed),
  ]);
  return { kind: 'copies', copies: { credit, html, markdown, text, head: copy.head, leftOut: copy.leftOut } };
}

/** As everybody sees it; a delay is part of the rules, since the article itself is public here already. */
export const viewOf = (
  { article }: Pick<PageArticle, 'article'>,
  terms: NamedTerms,
  offer: Offer,
  grant: Pick<Grant, 'terms'> | null = null,
): RepublishView => ({
  article,
  terms,
  offer,
  notBefore: grant && grant.terms.delayHours > 0 ? releasedAt(grant, article.published) : null,
  path: republishPath(article),
  partner: null,
});
