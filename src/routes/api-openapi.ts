/** `/api/openapi.json`: what the editor API takes and answers. For everybody; it says nothing about anybody. */
import { Hono } from 'hono';
import type { Gate } from '../gate.ts';
import { CLIENT_CACHE, CORS, SAFE } from '../http/headers.ts';
import { methodNotAllowed } from './refusals.ts';

const FILE = '/assets/openapi.json';
const HEADERS = { ...SAFE, ...CORS, 'cache-control': CLIENT_CACHE };

export function openApiRoutes(): Hono<{ Bindings: Gate }> {
  const routes = new Hono<{ Bindings: Gate }>();
  routes.get('/', (c) => describeApi(c.req.raw, c.env));
  routes.all('/', (c) => methodNotAllowed(c.req.raw, 'GET, HEAD', c.env));
  return routes;
}

/** Made by `npm run openapi` and kept beside the stylesheets, so that it weighs nothing in the Worker. */
async function describeApi(request: Request, { env }: Gate): Promise<Response> {
  const known = request.headers.get('if-none-match');
  const asked = known === null ? {} : { headers: { 'if-none-match': known } };
  const file = await env.ASSETS.fetch(env.BASE_URL + FILE, asked);
  if (!file.ok && file.status !== 304) throw new Error(`${FILE} answers ${file.status}`);
  const etag = file.headers.get('etag');
  const headers = { ...HEADERS, ...(etag !== null && { etag }) };
  if (file.status === 304) return new Response(null, { status: 304, headers });
  return new Response(file.body, { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } });
}
