/** What anybody may ask for: feeds, archives, pages, photos. One line an address. */
import { type Context, Hono } from 'hono';
import type { State } from '../catalogue/state.ts';
import type { Gate } from '../gate.ts';
import { PREFLIGHT } from '../http/headers.ts';
import { slugify } from '../lib/text.ts';
import { type Found, gateState } from '../serve/fetch-document.ts';
import { PAGE_HEADERS } from './answer.ts';
import { serveArchive } from './archives.ts';
import { requestRoutes } from './ask-permission.ts';
import { serveBadge, serveCreditLink } from './credit-links.ts';
import { feedAt } from './feed-path.ts';
import { negotiatedFormat, notAcceptable, serveFeed } from './feeds.ts';
import { servePage } from './pages.ts';
import { servePartnerFeed } from './partner-feeds.ts';
import { servePhoto } from './photos.ts';
import { methodNotAllowed, notFound, notReady } from './refusals.ts';
import { serveCopy, serveRepublish } from './republish.ts';

type Handler = (
  request: Request,
  gate: Gate,
  state: Found<State>,
  context: Context<{ Bindings: Gate }>,
) => Response | Promise<Response>;

const READ = 'GET, HEAD, OPTIONS';

export const PUBLIC_ROUTES: readonly (readonly [string, Handler])[] = [
  [
    '/feed',
    (request, gate, state) => {
      const format = negotiatedFormat(request);
      if (!format) return notAcceptable(gate.env.BASE_URL);
      const asked = { scope: { kind: 'all' as const, value: '' }, key: '', format, negotiated: true };
      return serveFeed(request, gate, state, asked);
    },
  ],
  ['/:file{feed\\.(rss|atom|json)}', feedByAddress],
  ['/:folder{sections|tags|authors|languages}/:value/:file{feed\\.(rss|atom|json)}', feedByAddress],
  [
    '/archive/:file{[0-9]+-[0-9]+\\.(rss|atom|json)}',
    (request, gate, state, c) => serveArchive(request, gate, state, c.req.param('file') ?? ''),
  ],
  [
    '/media/:file{[0-9a-f]{64}\\.[a-z]+}',
    (request, gate, state, c) => servePhoto(request, gate, state, c.req.param('file') ?? ''),
  ],
  ['/c/:token', (request, gate, state, c) => serveCreditLink(request, gate, state, c.req.param('token') ?? '')],
  [
    '/b/:file{[A-Za-z0-9_-]+\\.(svg|gif)}',
    (request, gate, state, c) => serveBadge(request, gate, state, c.req.param('file') ?? ''),
  ],
  [
    '/partners/:who/:file{feed\\.(rss|atom|json)}',
    (request, gate, state, c) =>
      servePartnerFeed(request, gate, state, c.req.param('who') ?? '', c.req.param('file') ?? ''),
  ],
  ['/', (request, gate, state) => servePage(request, gate, state, '/')],
  [
    '/:folder{sections|tags|authors|languages}/:value/',
    (request, gate, state, c) => servePage(request, gate, state, `/${c.req.param('folder')}/${c.req.param('value')}/`),
  ],
  [
    '/articles/:slug',
    (request, gate, state, c) => servePage(request, gate, state, `/articles/${slugify(c.req.param('slug') ?? '')}`),
  ],
  [
    '/republish/:slug',
    (request, gate, state, c) => serveRepublish(request, gate, state, slugify(c.req.param('slug') ?? '')),
  ],
  [
    '/republish/:slug/:file{copy\\.(html|md|txt|json)}',
    (request, gate, state, c) =>
      serveCopy(request, gate, state, slugify(c.req.param('slug') ?? ''), c.req.param('file') ?? ''),
  ],
  [
    '/terms/:file{[a-z0-9-]+(\\.tdm)?\\.jsonld}',
    (request, gate, state, c) => servePage(request, gate, state, `/terms/${c.req.param('file')}`),
  ],
  ...[
    '/terms',
    '/counting',
    '/license.xml',
    '/.well-known/tdmrep.json',
    '/feeds',
    '/feeds.opml',
    '/robots.txt',
    '/sitemap-news.xml',
    '/.well-known/security.txt',
  ].map(
    (path) =>
      [path, (request: Request, gate: Gate, state: Found<State>) => servePage(request, gate, state, path)] as const,
  ),
];

function feedByAddress(request: Request, gate: Gate, state: Found<State>): Response | Promise<Response> {
  const asked = feedAt(request.url);
  return asked ? serveFeed(request, gate, state, asked) : notFound(request, state.value, gate);
}

export function publicRoutes(): Hono<{ Bindings: Gate }> {
  const routes = new Hono<{ Bindings: Gate }>();
  for (const [path, handler] of PUBLIC_ROUTES) {
    routes.get(path, async (c) => {
      const state = await gateState(c.env);
      return state ? handler(c.req.raw, c.env, state, c) : notReady(c.req.raw, c.env);
    });
    routes.options(path, () => new Response(null, { status: 204, headers: PREFLIGHT }));
    routes.all(path, (c) => methodNotAllowed(c.req.raw, READ, c.env));
  }
  routes.route('/', requestRoutes());
  const icon = { ...PAGE_HEADERS, location: '/assets/icon.svg' };
  routes.get('/favicon.ico', () => new Response(null, { status: 301, headers: icon }));
  // The relative URLs of a list page need its slash.
  routes.get('/:folder{sections|tags|authors|languages}/:value', async (c) => {
    const path = `${new URL(c.req.url).pathname}/`;
    const page = await routes.request(path, { headers: c.req.raw.headers }, c.env);
    if (page.status !== 200) return page;
    await page.body?.cancel();
    return new Response(null, { status: 301, headers: { ...PAGE_HEADERS, location: c.env.env.BASE_URL + path } });
  });
  return routes;
}
