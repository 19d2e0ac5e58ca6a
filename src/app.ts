/** Every request starts here: the editor API, what the public may see, and one place for what goes wrong. */
import { type Context, Hono } from 'hono';
import type { State } from './catalogue/state.ts';
import type { Gate } from './gate.ts';
import { problemResponse } from './http/problem.ts';
import { apiRoutes } from './routes/api.ts';
import { serveCredit } from './routes/credit-links.ts';
import { creditAt } from './routes/credit-path.ts';
import { deskRoutes } from './routes/desk.ts';
import { feedAt } from './routes/feed-path.ts';
import { serveFeed } from './routes/feeds.ts';
import { portalRoutes } from './routes/portal.ts';
import { publicRoutes } from './routes/public.ts';
import { methodNotAllowed, notFound, notReady } from './routes/refusals.ts';
import { type Found, gateState } from './serve/fetch-document.ts';

export interface App {
  readonly fetch: (request: Request, gate: Gate) => Response | Promise<Response>;
}

export function createApp(): App {
  const routes = allRoutes();
  return {
    fetch(request, gate) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return routes.fetch(request, gate);
      const credit = creditAt(request.url);
      if (credit) return pastTheRouter(request, gate, (state) => serveCredit(request, gate, state, credit));
      const feed = feedAt(request.url);
      if (feed) return pastTheRouter(request, gate, (state) => serveFeed(request, gate, state, feed));
      return routes.fetch(request, gate);
    },
  };
}

/** Feeds, badges and credit links are most of the traffic and have one shape of address each, so no router is asked for them. */
async function pastTheRouter(
  request: Request,
  gate: Gate,
  serve: (state: Found<State>) => Promise<Response>,
): Promise<Response> {
  try {
    const state = await gateState(gate);
    return state ? await serve(state) : notReady(request, gate);
  } catch (error) {
    return unexpected(error);
  }
}

type Routes = Hono<{ Bindings: Gate }>;

function allRoutes(): Routes {
  const app: Routes = new Hono<{ Bindings: Gate }>();
  app.get(
    '/healthz',
    () => new Response('ok\n', { headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' } }),
  );
  later(app, '/api', apiRoutes);
  later(app, '/desk', deskRoutes);
  later(app, '/portal', portalRoutes);
  app.route('/', publicRoutes());
  app.notFound((c) =>
    c.req.method === 'GET' || c.req.method === 'HEAD'
      ? notFound(c.req.raw, null, c.env)
      : methodNotAllowed(c.req.raw, 'GET, HEAD, OPTIONS', c.env),
  );
  app.onError(unexpected);
  return app;
}

/** What is asked for rarely is not set up until it is: a Worker has to start quickly for the feeds. */
function later(app: Routes, path: string, make: () => Routes): void {
  let made: Routes | null = null;
  const answer = (c: Context<{ Bindings: Gate }>): Response | Promise<Response> => {
    made ??= new Hono<{ Bindings: Gate }>().route(path, make()).onError(unexpected);
    return made.fetch(c.req.raw, c.env);
  };
  app.all(path, answer).all(`${path}/*`, answer);
}

/** The catalogue being away passes; anything else is a bug. Neither tells the client how it happened. */
function unexpected(error: unknown): Response {
  console.error(error);
  return error instanceof Error &&
    /D1_ERROR|D1 DB|overloaded|answers 5\d\d|network connection lost/i.test(error.message)
    ? problemResponse({
        status: 503,
        title: 'The catalogue is away',
        detail: 'Nothing was changed. Try again in a few seconds.',
        headers: { 'retry-after': '5' },
      })
    : problemResponse({ status: 500, title: 'Our mistake', detail: 'Something went wrong here. It has been logged.' });
}
