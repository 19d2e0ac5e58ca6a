/** The desk's answers: pages nobody may keep, index or frame, and redirects after a form has worked. */
import type { Context } from 'hono';
import type { State } from '../catalogue/state.ts';
import type { Frame } from '../desk/layout.tsx';
import { refusedPage } from '../desk/refused-page.tsx';
import type { Session } from '../desk/session.ts';
import type { Gate } from '../gate.ts';
import { PAGE_POLICY, SAFE } from '../http/headers.ts';
import type { Site } from '../page/site.ts';
import type { Publishing } from '../publish/publish-article.ts';

const HEADERS: Readonly<Record<string, string>> = {
  ...SAFE,
  // Whoever is linked to from here learns nothing of the desk's addresses.
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
  'content-security-policy': PAGE_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-robots-tag': 'noindex',
};

export const deskHeaders = (more: Readonly<Record<string, string>> = {}): Headers =>
  new Headers({ ...HEADERS, ...more });

export const html = (text: string, status = 200, more: Readonly<Record<string, string>> = {}): Response =>
  new Response(text, { status, headers: deskHeaders({ 'content-type': 'text/html; charset=utf-8', ...more }) });

/** After a form: the page is asked for anew, so a reload sends nothing twice. */
export const seeOther = (location: string, more: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, { status: 303, headers: deskHeaders({ location, ...more }) });

/** A request of somebody who is signed in and may make it. */
export interface DeskCall {
  readonly c: Context<{ Bindings: Gate }>;
  readonly gate: Gate;
  readonly session: Session;
  readonly state: State;
  readonly site: Site;
  readonly frame: Frame;
  /** Empty for a GET. */
  readonly form: URLSearchParams;
}

export const publishingOf = ({ gate, state }: DeskCall): Publishing => ({
  db: gate.env.DB,
  state,
  base: gate.env.BASE_URL,
  now: gate.now,
});

/** The same page again, with why nothing was done. */
export const withProblem = ({ frame }: DeskCall, problem: string): Frame => ({ ...frame, problem });

export const noSuch = ({ frame }: DeskCall, what: string): Response =>
  html(refusedPage(frame, { status: 404, title: 'Not found', detail: `There is no ${what}.` }), 404);

/** A number in an address; 0, which nothing has, for what is none. */
export function numberIn({ c }: DeskCall): number {
  const number = Number(c.req.param('number'));
  return Number.isSafeInteger(number) ? number : 0;
}
