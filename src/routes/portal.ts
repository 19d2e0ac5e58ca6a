/**
 * The portal: pages for partners, one line an address. Who is signed in, and whether a form comes from a page of ours, is
 * asked here before any of them runs.
 */
import { type Context, Hono } from 'hono';
import { findGrant } from '../catalogue/grant-rows.ts';
import { listPartnerKeys } from '../catalogue/partner-rows.ts';
import type { State } from '../catalogue/state.ts';
import { DIALECTS, isDialect } from '../dialect/dialects.ts';
import type { Gate } from '../gate.ts';
import { problemResponse } from '../http/problem.ts';
import { portalChecks } from '../page/portal-checks.tsx';
import { portalHome } from '../page/portal-page.tsx';
import { PORTAL } from '../page/portal-view.ts';
import type { Site } from '../page/site.ts';
import { moveGrant } from '../permit/grants.ts';
import { checksFor } from '../portal/checks.ts';
import { newestFor } from '../portal/entitled.ts';
import { permissionsOf } from '../portal/permissions.ts';
import { readPortal } from '../portal/session.ts';
import { freshState } from '../serve/state-memo.ts';
import {
  askerOf,
  PORTAL_HEADERS,
  type PortalCall,
  portalHtml,
  portalNo,
  portalNotFound,
  portalSeeOther,
} from './portal-answer.ts';
import { copyForPartner, showForPartner } from './portal-articles.ts';
import {
  notFromPortal,
  showPortalSignIn,
  signInToPortal,
  signOutOfPortal,
  strangersFrame,
  toPortalSignIn,
} from './portal-session.ts';
import { notReady } from './refusals.ts';

type Asked = Context<{ Bindings: Gate }>;

interface PortalRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly handle: (call: PortalCall) => Promise<Response>;
}

export const PORTAL_ROUTES: readonly PortalRoute[] = [
  { method: 'GET', path: '/', handle: showHome },
  { method: 'GET', path: '/checks', handle: showChecks },
  { method: 'POST', path: '/permissions/:number{[0-9]{1,10}}/accept', handle: accept },
  { method: 'GET', path: '/republish/:slug', handle: showForPartner },
  { method: 'GET', path: '/republish/:slug/:file{copy\\.(html|md|txt|json)}', handle: copyForPartner },
];

export function portalRoutes(): Hono<{ Bindings: Gate }> {
  const routes = new Hono<{ Bindings: Gate }>();
  routes.get('/sign-in', (c) => withSite(c, async (site) => showPortalSignIn(c, site)));
  routes.post('/sign-in', (c) => withSite(c, async (site) => notFromPortal(c, site) ?? signInToPortal(c, site)));
  routes.post('/sign-out', (c) => withSite(c, async (site) => notFromPortal(c, site) ?? signOutOfPortal(c)));
  for (const route of PORTAL_ROUTES) routes.on(route.method, route.path, (c) => answer(c, route));
  routes.all('*', (c) => answer(c, { method: 'GET', path: '*', handle: async ({ frame }) => portalNotFound(frame) }));
  return routes;
}

async function withSite(c: Asked, handle: (site: Site, state: State) => Promise<Response>): Promise<Response> {
  const { env: gate } = c;
  const state = await freshState(gate.env, gate.now);
  if (!state) return notReady(c.req.raw, gate);
  return handle({ publication: state.publication, base: gate.env.BASE_URL, hub: gate.env.HUB_URL || null }, state);
}

const answer = (c: Asked, route: PortalRoute): Promise<Response> =>
  withSite(c, async (site, state) => {
    const { env: gate } = c;
    const session = await readPortal(c.req.raw, gate);
    if (!session) return stranger(c, site, route);
    const foreign = route.method === 'POST' ? notFromPortal(c, site) : null;
    if (foreign) return foreign;
    const { id, name } = session.partner;
    const frame = { site, partner: { id, name }, done: c.req.query('done') ?? null, problem: null };
    return route.handle({ c, gate, session, state, site, frame });
  });

/** A page leads to where one signs in; a program that asks for a copy is told what is missing. */
function stranger(c: Asked, site: Site, { method, path }: PortalRoute): Response {
  if (method === 'POST')
    return portalNo(strangersFrame(site), 403, {
      title: 'You are not signed in',
      detail: 'Your session is over, so nothing was done. Sign in, and do it again.',
    });
  if (!path.includes(':file')) return toPortalSignIn(c);
  return problemResponse({
    status: 401,
    title: 'Sign in first',
    detail: `This copy is for a partner who is signed in at ${site.base}${PORTAL}. Programs take the partner’s feed.`,
    headers: { ...PORTAL_HEADERS, 'www-authenticate': 'Cookie realm="portal"' },
  });
}

async function showHome(call: PortalCall): Promise<Response> {
  const { gate, session, frame } = call;
  const { id, dialect } = session.partner;
  const [permissions, newest, keys] = await Promise.all([
    permissionsOf(askerOf(call)),
    newestFor(askerOf(call)),
    listPartnerKeys(gate.env.DB, id),
  ]);
  const feedKeys = keys.flatMap(({ kind, id: keyId, label, revokedAt }) =>
    kind === 'feed' ? [{ id: keyId, label, revoked: revokedAt !== null }] : [],
  );
  const { label = dialect, formats = [] } = isDialect(dialect) ? DIALECTS[dialect] : {};
  return portalHtml(
    portalHome(frame, { permissions, newest: newest.map(({ article }) => article), dialect: label, formats, feedKeys }),
  );
}

async function showChecks(call: PortalCall): Promise<Response> {
  const { dialect } = call.session.partner;
  const label = isDialect(dialect) ? DIALECTS[dialect].label : dialect;
  return portalHtml(portalChecks(call.frame, label, await checksFor(askerOf(call), call.site.base)));
}

/** Another partner's permission is answered like one that isn't there. */
async function accept({ c, gate, session, frame }: PortalCall): Promise<Response> {
  const number = Number(c.req.param('number'));
  const grant = await findGrant(gate.env.DB, number);
  if (grant?.partner !== session.partner.id) return portalNotFound(frame);
  const by = { actor: 'partner', reason: 'Accepted in the portal.' };
  const moved = grant.state === 'offered' ? await moveGrant(number, 'active', gate.env.DB, gate.now, by) : null;
  if (moved?.ok) return portalSeeOther(`${PORTAL}?done=accepted`);
  return portalNo(frame, 409, {
    title: 'Nothing to accept',
    detail: 'This permission is not on offer any more. The portal shows what it is now.',
  });
}
