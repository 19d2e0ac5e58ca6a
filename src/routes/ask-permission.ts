/** Requests for permission from the republish page: sent, and looked after. Forms that work without script or cookie. */
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { findBySlug, type PageArticle } from '../catalogue/page-rows.ts';
import { findRequest } from '../catalogue/request-rows.ts';
import type { State } from '../catalogue/state.ts';
import { lineOf, readForm, textOf } from '../desk/form.ts';
import { fromOurPage } from '../desk/same-site.ts';
import type { Gate } from '../gate.ts';
import { slugify } from '../lib/text.ts';
import { PROOF_PATH, PROOF_RECORD } from '../outside/domain-proof.ts';
import { republishPage } from '../page/republish-page.tsx';
import { type RequestedView, requestedPage, type Stage } from '../page/republish-requested.tsx';
import { ASK_FIELDS, type Asking, republishPath, TRAP } from '../page/republish-view.ts';
import { answerByRule, askPermission, requestSchema } from '../permit/requests.ts';
import { viewOf } from '../serve/read-republish.ts';
import { freshState } from '../serve/state-memo.ts';
import { termsFor, whyNotRepublishable } from '../terms/standard-terms.ts';
import { PAGE_HEADERS } from './answer.ts';
import { FULL, NO_FORM, NO_REQUEST, NOT_OURS, TOO_OFTEN, TRAPPED } from './ask-refusals.ts';
import { notFound, notReady, refuse } from './refusals.ts';

type Asked = Context<{ Bindings: Gate }>;

/** What a request is about, and how it came. */
interface Call {
  readonly request: Request;
  readonly gate: Gate;
  readonly state: State;
  readonly found: PageArticle;
  readonly form: URLSearchParams;
}

export function requestRoutes(): Hono<{ Bindings: Gate }> {
  const routes = new Hono<{ Bindings: Gate }>();
  routes.post('/republish/:slug/request', (c) => withForm(c, ask));
  routes.post('/republish/:slug/request/check', (c) => withForm(c, check));
  // Where a form led can be asked for again, by a reload or from a history.
  routes.get('/republish/:slug/request', (c) => toPage(c));
  routes.get('/republish/:slug/request/check', (c) => toPage(c));
  return routes;
}

const slugIn = (c: Asked): string => slugify(c.req.param('slug') ?? '');

const toPage = (c: Asked): Response => seeOther(c.env, slugIn(c));

const seeOther = ({ env }: Gate, slug: string): Response =>
  new Response(null, {
    status: 303,
    headers: { ...PAGE_HEADERS, 'cache-control': 'no-store', location: env.BASE_URL + republishPath({ slug }) },
  });

async function withForm(c: Asked, handle: (call: Call) => Promise<Response>): Promise<Response> {
  const { env: gate } = c;
  const request = c.req.raw;
  if (!fromOurPage(request.headers, gate.env.BASE_URL)) return refuse(request, NOT_OURS, null, gate);
  if (await tooOften(request, gate)) return refuse(request, TOO_OFTEN, null, gate);
  const state = await freshState(gate.env, gate.now);
  if (!state) return notReady(request, gate);
  const form = await readForm(request);
  if (!form.ok) return refuse(request, NO_FORM, state, gate);
  if (form.value.get(TRAP)) return refuse(request, TRAPPED, state, gate);
  const found = await findBySlug(gate.env.DB, slugIn(c));
  if (!found || !isSpokenOf(found)) return notFound(request, state, gate);
  return isAskable(found, state)
    ? handle({ request, gate, state, found, form: form.value })
    : seeOther(gate, found.article.slug);
}

/** Only what the public page would answer for with more than "not found". */
const isSpokenOf = ({ standing, listed }: PageArticle): boolean =>
  standing === 'shown' || (listed !== null && (standing === 'withdrawn' || standing === 'expired'));

/** Only where that page has the form; elsewhere it says why there is nothing to ask for. */
const isAskable = ({ standing, article }: PageArticle, { publication }: State): boolean =>
  standing === 'shown' && !termsFor(article, publication).open && whyNotRepublishable(article) === null;

/** The address lives in the platform's rate limiter for a minute and nowhere else (invariant 6). */
async function tooOften(request: Request, { env }: Gate): Promise<boolean> {
  const address = request.headers.get('cf-connecting-ip');
  return address !== null && !(await env.FULL_FETCHES.limit({ key: `request ${address}` })).success;
}

async function ask({ request, gate, state, found, form }: Call): Promise<Response> {
  const values = { organisation: '', name: '', email: '', domain: '', message: textOf(form, 'message') };
  for (const name of ['organisation', 'name', 'email', 'domain'] as const) values[name] = lineOf(form, name);
  const parsed = v.safeParse(requestSchema, { ...values, article: found.article.id });
  if (!parsed.success) {
    const paths = parsed.issues.map((issue) => String(issue.path?.[0]?.key));
    return formAgain({ gate, state, found }, { values, wrong: ASK_FIELDS.filter((name) => paths.includes(name)) });
  }
  const asked = await askPermission(parsed.output, grantingOf(gate, state));
  if (!asked.ok) return asked.error === 'too many' ? refuse(request, FULL, state, gate) : seeOther(gate, slugOf(found));
  const { number, challenge } = asked.value;
  return requested({ gate, state, found }, { stage: 'sent', number, domain: parsed.output.domain, challenge }, 201);
}

const slugOf = ({ article }: PageArticle): string => article.slug;

const grantingOf = ({ env, now }: Gate, { publication }: State) => ({ db: env.DB, publication, now });

/**
 * The look at the domain goes on behind the answer, because nothing outside is asked while somebody waits (invariant 7);
 * pressed again, the button tells what came of it. Whoever knows the challenge may know that much.
 */
async function check({ request, gate, state, found, form }: Call): Promise<Response> {
  const number = Number(form.get('number'));
  const known = Number.isSafeInteger(number) ? await findRequest(gate.env.DB, number) : null;
  if (!known || known.challenge !== form.get('challenge') || known.article !== found.article.id)
    return refuse(request, NO_REQUEST, state, gate);
  const { domain, challenge } = known;
  const stage: Stage = known.state === 'open' ? 'looking' : known.state === 'approved' ? 'granted' : 'declined';
  if (stage === 'looking')
    gate.later(
      answerByRule(number, grantingOf(gate, state), {
        fetch: (url, init) => fetch(url, init),
        base: gate.env.BASE_URL,
      }),
    );
  return requested({ gate, state, found }, { stage, number, domain, challenge }, stage === 'looking' ? 202 : 200);
}

type Place = Pick<Call, 'gate' | 'state' | 'found'>;

const siteOf = ({ env }: Gate, { publication }: State) => ({
  publication,
  base: env.BASE_URL,
  hub: env.HUB_URL || null,
});

function formAgain({ gate, state, found }: Place, asking: Asking): Response {
  const terms = termsFor(found.article, state.publication);
  return html(republishPage(siteOf(gate, state), viewOf(found, terms, { kind: 'ask', asking })), 422);
}

interface Told extends Pick<RequestedView, 'stage' | 'number'> {
  readonly domain: string;
  readonly challenge: string;
}

function requested(
  { gate, state, found }: Place,
  { stage, number, domain, challenge }: Told,
  status: number,
): Response {
  const byRule = termsFor(found.article, state.publication).approval === 'verified';
  const proof = byRule
    ? { record: `${PROOF_RECORD}.${domain}`, address: `https://${domain}${PROOF_PATH}`, value: challenge }
    : null;
  return html(requestedPage(siteOf(gate, state), { article: found.article, stage, number, proof }), status);
}

const html = (text: string, status: number): Response =>
  new Response(text, {
    status,
    headers: {
      ...PAGE_HEADERS,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    },
  });
