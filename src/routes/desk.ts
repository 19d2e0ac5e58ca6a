/**
 * The desk: pages for editors, one line an address. Who is signed in, whether their key has the scope, and whether a form
 * comes from a page of ours is asked here, before any of them runs.
 */
import { type Context, Hono } from 'hono';
import { countOpen } from '../catalogue/request-rows.ts';
import type { State } from '../catalogue/state.ts';
import { readForm } from '../desk/form.ts';
import { SCOPE_WORDS } from '../desk/labels.ts';
import type { Frame } from '../desk/layout.tsx';
import { refusedPage } from '../desk/refused-page.tsx';
import { may, readSession, type Session } from '../desk/session.ts';
import type { KeyScope } from '../editor/keys.ts';
import type { Gate } from '../gate.ts';
import { freshState } from '../serve/state-memo.ts';
import { html } from './desk-answer.ts';
import {
  askWithdraw,
  changeRights,
  correct,
  holdArticle,
  listArticles,
  releaseArticle,
  showArticle,
  withdraw,
} from './desk-articles.ts';
import { askRevoke, makeKey, revoke, showKeys } from './desk-keys.ts';
import { DESK_PARTNER_ROUTES } from './desk-partner-routes.ts';
import { showPhoto } from './desk-photos.ts';
import { DESK_REPORT_ROUTES } from './desk-reports.ts';
import type { DeskRoute } from './desk-route.ts';
import { notOurs, refuseStranger, showSignIn, signIn, signOut, siteOf, toSignIn } from './desk-session.ts';
import { showTerms } from './desk-terms.ts';

type Asked = Context<{ Bindings: Gate }>;

const ARTICLE = '/articles/:number{[0-9]+}';

export const DESK_ROUTES: readonly DeskRoute[] = [
  { method: 'GET', path: '/articles', scope: 'read', handle: listArticles },
  { method: 'GET', path: ARTICLE, scope: 'read', handle: showArticle },
  { method: 'POST', path: `${ARTICLE}/hold`, scope: 'publish', handle: holdArticle },
  { method: 'POST', path: `${ARTICLE}/release`, scope: 'publish', handle: releaseArticle },
  { method: 'GET', path: `${ARTICLE}/withdraw`, scope: 'publish', handle: askWithdraw },
  { method: 'POST', path: `${ARTICLE}/withdraw`, scope: 'publish', handle: withdraw },
  { method: 'POST', path: `${ARTICLE}/correct`, scope: 'publish', handle: correct },
  { method: 'POST', path: `${ARTICLE}/photo`, scope: 'publish', handle: changeRights },
  { method: 'GET', path: '/photos/:file{[0-9a-f]{64}\\.[a-z]+}', scope: 'read', handle: showPhoto },
  ...DESK_PARTNER_ROUTES,
  ...DESK_REPORT_ROUTES,
  { method: 'GET', path: '/terms', scope: 'read', handle: showTerms },
  { method: 'GET', path: '/keys', scope: 'keys', handle: showKeys },
  { method: 'POST', path: '/keys', scope: 'keys', handle: makeKey },
  { method: 'GET', path: '/keys/:id{[0-9a-f]{12}}/revoke', scope: 'keys', handle: askRevoke },
  { method: 'POST', path: '/keys/:id{[0-9a-f]{12}}/revoke', scope: 'keys', handle: revoke },
];

export function deskRoutes(): Hono<{ Bindings: Gate }> {
  const routes = new Hono<{ Bindings: Gate }>();
  routes.get('/sign-in', async (c) => showSignIn(c, await stateOf(c)));
  routes.post('/sign-in', async (c) => notOurs(c, await stateOf(c)) ?? signIn(c, await stateOf(c)));
  routes.post('/sign-out', async (c) => notOurs(c, await stateOf(c)) ?? signOut(c));
  for (const route of DESK_ROUTES) routes.on(route.method, route.path, (c) => answer(c, route));
  routes.all('*', async (c) => nothingHere(c));
  return routes;
}

const stateOf = ({ env: gate }: Asked): Promise<State | null> => freshState(gate.env, gate.now);

async function answer(c: Asked, route: DeskRoute): Promise<Response> {
  const { env: gate } = c;
  const [session, state] = await Promise.all([readSession(c.req.raw, gate.env, gate.now), stateOf(c)]);
  if (!session) return route.method === 'GET' ? toSignIn(c) : sessionOver(gate, state);
  const foreign = route.method === 'POST' ? notOurs(c, state) : null;
  if (foreign) return foreign;
  const site = siteOf(gate, state);
  const waiting = may(session, 'read') ? await countOpen(gate.env.DB) : 0;
  const frame = { site, session, waiting, done: c.req.query('done') ?? null, problem: null };
  if (!may(session, route.scope)) return notAllowed(frame, route.scope);
  if (!state || !site) return noPublication(frame);
  const form =
    route.method === 'POST' ? await readForm(c.req.raw) : { ok: true as const, value: new URLSearchParams() };
  if (!form.ok) return badForm(frame);
  return route.handle({ c, gate, session, state, site, frame, form: form.value });
}

const sessionOver = (gate: Gate, state: State | null): Response =>
  refuseStranger(gate, state, {
    status: 403,
    title: 'You are not signed in',
    detail: 'Your session is over, so nothing was changed. Sign in, and do it again.',
  });

const notAllowed = (frame: Frame, scope: KeyScope): Response =>
  html(
    refusedPage(frame, {
      status: 403,
      title: 'Not allowed',
      detail: `The key you are signed in with lacks the scope “${scope}” (${SCOPE_WORDS[scope]}). Nothing was changed.`,
    }),
    403,
  );

const noPublication = (frame: Frame): Response =>
  html(
    refusedPage(frame, {
      status: 409,
      title: 'No publication yet',
      detail: 'Say first whose articles these are: run npm run publish, or PUT /api/publication.',
    }),
    409,
  );

const badForm = (frame: Frame): Response =>
  html(
    refusedPage(frame, {
      status: 400,
      title: 'Not a form of ours',
      detail: 'Go back to the page, and send it from there.',
    }),
    400,
  );

async function nothingHere(c: Asked): Promise<Response> {
  const session: Session | null = await readSession(c.req.raw, c.env.env, c.env.now);
  if (!session) return c.req.method === 'GET' ? toSignIn(c) : sessionOver(c.env, null);
  const frame = { site: siteOf(c.env, await stateOf(c)), session, waiting: 0, done: null, problem: null };
  return html(refusedPage(frame, { status: 404, title: 'Not found', detail: 'The desk has no such page.' }), 404);
}
