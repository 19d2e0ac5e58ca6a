/** Signing in at the portal and out of it. */
import type { Context } from 'hono';
import { readForm } from '../desk/form.ts';
import { fromOurPage } from '../desk/same-site.ts';
import type { Gate } from '../gate.ts';
import { SECOND } from '../lib/time.ts';
import { portalSignIn } from '../page/portal-sign-in.tsx';
import { PORTAL, type PortalFrame } from '../page/portal-view.ts';
import type { Site } from '../page/site.ts';
import { closePortal, NO_PORTAL_COOKIE, openPortal, portalCookie, readPortal } from '../portal/session.ts';
import { portalHtml, portalNo, portalSeeOther } from './portal-answer.ts';

type Asked = Context<{ Bindings: Gate }>;

const SIGN_IN = `${PORTAL}/sign-in`;
/** What a wrong key costs whoever tries many. */
const WRONG_KEY_COSTS = SECOND / 2;
/** Paths of the portal's own pages: where one may be sent after signing in. */
const PAGE_OF_OURS = /^\/portal(\/[\p{L}\p{N}\p{M}%-]+)*$/u;

export const strangersFrame = (site: Site, problem: string | null = null): PortalFrame => ({
  site,
  partner: null,
  done: null,
  problem,
});

export const toPortalSignIn = (c: Asked): Response =>
  portalSeeOther(`${SIGN_IN}?to=${encodeURIComponent(new URL(c.req.url).pathname)}`);

const wayOn = (to: string | null | undefined): string => (to && PAGE_OF_OURS.test(to) && to !== SIGN_IN ? to : PORTAL);

export const showPortalSignIn = (c: Asked, site: Site): Response =>
  portalHtml(portalSignIn(strangersFrame(site), wayOn(c.req.query('to'))));

export async function signInToPortal(c: Asked, site: Site): Promise<Response> {
  const gate = c.env;
  const form = await readForm(c.req.raw);
  const to = wayOn(form.ok ? form.value.get('to') : null);
  const no = (problem: string, status: number, more: Readonly<Record<string, string>> = {}) =>
    portalHtml(portalSignIn(strangersFrame(site, problem), to), status, more);
  if (!form.ok) return no('The form could not be read. Send it from this page.', 400);
  if (await triesTooOften(gate, c.req.header('cf-connecting-ip')))
    return no('Too many tries came from your network. Wait a minute.', 429, { 'retry-after': '60' });
  const token = await openPortal((form.value.get('key') ?? '').trim(), gate);
  if (!token) {
    await scheduler.wait(WRONG_KEY_COSTS);
    return no('This is no portal key that is in force. A feed key does not sign in.', 403);
  }
  const before = await readPortal(c.req.raw, gate);
  if (before) await closePortal(gate.env.DB, before.tokenHash);
  return portalSeeOther(to, { 'set-cookie': portalCookie(token) });
}

/** The address lives in the platform's rate limiter for a minute and nowhere else (invariant 6). */
async function triesTooOften({ env }: Gate, address: string | undefined): Promise<boolean> {
  if (!address) return false;
  return !(await env.FULL_FETCHES.limit({ key: `portal ${address}` })).success;
}

export async function signOutOfPortal(c: Asked): Promise<Response> {
  const session = await readPortal(c.req.raw, c.env);
  if (session) await closePortal(c.env.env.DB, session.tokenHash);
  return portalSeeOther(SIGN_IN, { 'set-cookie': NO_PORTAL_COOKIE });
}

/** Null: the form is from one of our own pages. */
export const notFromPortal = (c: Asked, site: Site): Response | null =>
  fromOurPage(c.req.raw.headers, c.env.env.BASE_URL)
    ? null
    : portalNo(strangersFrame(site), 403, {
        title: 'Not from here',
        detail: `This was not sent from a page of the portal, so nothing was done. Open ${c.env.env.BASE_URL}${PORTAL} and try again there.`,
      });
