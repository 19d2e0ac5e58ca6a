/** Every request starts here: the editor API, what the public may see, and one place for what goes wrong. */
import { Hono } from 'hono';
import type { Gate } from './gate.ts';
import { problemResponse } from './http/problem.ts';
import { apiRoutes } from './routes/api.ts';
import { publicRoutes } from './routes/public.ts';
import { methodNotAllowed, notFound } from './routes/refusals.ts';

export function createApp(): Hono<{ Bindings: Gate }> {
  const app = new Hono<{ Bindings: Gate }>();
  app.get(
    '/healthz',
    () => new Response('ok\n', { headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' } }),
  );
  app.route('/api', apiRoutes());
  app.route('/', publicRoutes());
  app.notFound((c) =>
    c.req.method === 'GET' || c.req.method === 'HEAD'
      ? notFound(c.req.raw, null, c.env)
      : methodNotAllowed(c.req.raw, 'GET, HEAD, OPTIONS', c.env),
  );
  app.onError((error) => unexpected(error));
  return app;
}

/** The catalogue being away passes; anything else is a bug. Neither tells the client how it happened. */
function unexpected(error: Error): Response {
  console.error(error);
  return /D1_ERROR|D1 DB|overloaded|answers 5\d\d|network connection lost/i.test(error.message)
    ? problemResponse({
        status: 503,
        title: 'The catalogue is away',
        detail: 'Nothing was changed. Try again in a few seconds.',
        headers: { 'retry-after': '5' },
      })
    : problemResponse({ status: 500, title: 'Our mistake', detail: 'Something went wrong here. It has been logged.' });
}
