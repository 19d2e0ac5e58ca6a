/** The portal's answers: one partner's, so nobody may keep, index or frame them. */
import type { Context } from 'hono';
import type { State } from '../catalogue/state.ts';
import type { Gate } from '../gate.ts';
import { COPY_PAGE_POLICY, SAFE } from '../http/headers.ts';
import { type PortalRefusal, portalRefused } from '../page/portal-sign-in.tsx';
import type { PortalFrame } from '../page/portal-view.ts';
import type { Site } from '../page/site.ts';
import type { Asker } from '../portal/entitled.ts';
import type { PortalSession } from '../portal/session.ts';

export const PORTAL_HEADERS: Readonly<Record<string, string>> = {
  ...SAFE,
  'referrer-policy': 'same-origin',
  'cache-control': 'private, no-store',
  'content-security-policy': COPY_PAGE_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-robots-tag': 'noindex',
};

export const portalHtml = (text: string, status = 200, more: Readonly<Record<string, string>> = {}): Response =>
  new Response(text, { status, headers: { ...PORTAL_HEADERS, 'content-type': 'text/html; charset=utf-8', ...more } });

/** After a form: the page is asked for anew, so a reload sends nothing twice. */
export const portalSeeOther = (location: string, more: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, { status: 303, headers: { ...PORTAL_HEADERS, location, ...more } });

/** A request of a partner who is signed in. */
export interface PortalCall {
  readonly c: Context<{ Bindings: Gate }>;
  readonly gate: Gate;
  readonly session: PortalSession;
  readonly state: State;
  readonly site: Site;
  readonly frame: PortalFrame;
}

export const askerOf = ({ gate, session, state }: PortalCall): Asker => ({
  partner: session.partner,
  state,
  db: gate.env.DB,
  now: gate.now,
});

export const portalNo = (frame: PortalFrame, status: number, refusal: PortalRefusal): Response =>
  portalHtml(portalRefused(frame, refusal), status);

export const portalNotFound = (frame: PortalFrame): Response =>
  portalNo(frame, 404, { title: 'Not found', detail: 'The portal has no such page.' });
