/** Signing in and out, and what is said to whoever may not come in. */
import type { Context } from 'hono';
import type { State } from '../catalogue/state.ts';
import { readForm } from '../desk/form.ts';
import type { Frame } from '../desk/layout.tsx';
import { type DeskRefusal, refusedPage } from '../desk/refused-page.tsx';
import { fromOurPage } from '../desk/same-site.ts';
import { endSession, NO_SESSION_COOKIE, openSession, readSession, sessionCookie } from '../desk/session.ts';
import { signInPage } from '../desk/sign-in-page.tsx';
import type { Gate } from '../gate.ts';
import { SECOND } from '../lib/time.ts';
import type { Site } from '../page/site.ts';
import { html, seeOther } from './desk-answer.ts';

type Asked = Context<{ Bindings: Gate }>;

export const HOME = '/desk';
const SIGN_IN = '/desk/sign-in';
/** What a wrong key costs whoever tries many. */
const WRONG_KEY_COSTS = SECOND / 2;
const RETRY_SECONDS = '60';
/** Paths of our own pages: where one may be sent after signing in. */
const PAGE_OF_OURS = /^\/desk(\/[a-z0-9-]+)*$/;

export const siteOf = (gate: Gate, state: State | null): Site | null =>
  state && { publication: state.publication, base: gate.env.BASE_URL, hub: gate.env.HUB_URL || null };

export const strangersFrame = (gate: Gate, state: State | null, problem: string | null = null): Frame => ({
  site: siteOf(gate, state),
  session: null,
  waiting: 0,
  done: null,
  problem,
});

export const toSignIn = (c: Asked): Response =>
  seeOther(`${SIGN_IN}?to=${encodeURIComponent(new URL(c.req.url).pathname)}`);

const wayOn = (to: string | null | undefined): string => (to && PAGE_OF_OURS.test(to) ? to : HOME);

export async function showSignIn(c: Asked, state: State | null): Promise<Response> {
  return html(signInPage(strangersFrame(c.env, state), wayOn(c.req.query('to'))));
}

export async function signIn(c: Asked, state: State | null): Promise<Response> {
  const gate = c.env;
  const form = await readForm(c.req.raw);
  const to = wayOn(form.ok ? form.value.get('to') : null);
  const no = (problem: string, status: number, more: Readonly<Record<string, string>> = {}) =>
    html(signInPage(strangersFrame(gate, state, problem), to), status, more);
  if (!form.ok) return no('The form could not be read. Send it from this page.', 400);
  if (await triesTooOften(gate, c.req.header('cf-connecting-ip')))
    return no('Too many tries came from your network. Wait a minute.', 429, { 'retry-after': RETRY_SECONDS });
  const token = await openSession((form.value.get('key') ?? '').trim(), gate.env, gate.now);
  if (!token) {
    await scheduler.wait(WRONG_KEY_COSTS);
    return no('This key is unknown or revoked.', 403);
  }
  const before = await readSession(c.req.raw, gate.env, gate.now);
  if (before) await endSession(gate.env.DB, before.tokenHash);
  return seeOther(to, { 'set-cookie': sessionCookie(token) });
}

/** The address lives in the platform's rate limiter for a minute and nowhere else (invariant 6). */
async function triesTooOften({ env }: Gate, address: string | undefined): Promise<boolean> {
  if (!address) return false;
  return !(await env.FULL_FETCHES.limit({ key: `desk ${address}` })).success;
}

export async function signOut(c: Asked): Promise<Response> {
  const session = await readSession(c.req.raw, c.env.env, c.env.now);
  if (session) await endSession(c.env.env.DB, session.tokenHash);
  return seeOther(SIGN_IN, { 'set-cookie': NO_SESSION_COOKIE });
}

/** Null: the form is from one of our own pages. */
export function notOurs(c: Asked, state: State | null): Response | null {
  return fromOurPage(c.req.raw.headers, c.env.env.BASE_URL)
    ? null
    : refuseStranger(c.env, state, {
        status: 403,
        title: 'Not from here',
        detail: `This was not sent from a page of the desk, so nothing was done. Open ${c.env.env.BASE_URL}/desk and try again there.`,
      });
}

export const refuseStranger = (gate: Gate, state: State | null, refusal: DeskRefusal): Response =>
  html(refusedPage(strangersFrame(gate, state), refusal), refusal.status);
