/**
 * What a copy's credit points at: `/c/{token}`, the link, and `/b/{token}.svg` or `.gif`, the badge. Both answer the same
 * whatever the signature: nobody's reader is turned away because a token was mistyped or its key is retired.
 */
import type { State } from '../catalogue/state.ts';
import { countHit } from '../count/count-hit.ts';
import type { HitKind } from '../count/hit.ts';
import type { Gate } from '../gate.ts';
import { signingKeys } from '../partner/signing-keys.ts';
import { readToken } from '../partner/token.ts';
import { type Found, fetchDocument } from '../serve/fetch-document.ts';
import { isIn, knownHosts } from '../serve/known-hosts.ts';
import { creditPath } from '../serve/read-credit-target.ts';
import { answer, PAGE_HEADERS } from './answer.ts';
import type { CreditAsked } from './credit-path.ts';
import { notFound } from './refusals.ts';

/** A browser asks again after half an hour at most: one reader's reloads are one request, and nobody needs a cookie. */
const CREDIT_CACHE = 'private, max-age=1800';

const HEADERS = {
  'cache-control': CREDIT_CACHE,
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
  'strict-transport-security': 'max-age=31536000',
};

/** Asked with this header, an answer says in the same header what was counted, and why. */
const EXPLAIN = 'x-tearsheet-explain';

export const serveCredit = (
  request: Request,
  gate: Gate,
  state: Found<State>,
  asked: CreditAsked,
): Promise<Response> =>
  asked.kind === 'link'
    ? serveCreditLink(request, gate, state, asked.name)
    : serveBadge(request, gate, state, asked.name);

/** Leads to the article, to its notice if it was withdrawn, or home: never to another site than the article's own. */
export async function serveCreditLink(
  request: Request,
  gate: Gate,
  state: Found<State>,
  token: string,
): Promise<Response> {
  const said = readToken(token);
  if (!said) return redirect(`${gate.env.BASE_URL}/`, {});
  const path = creditPath(said.article);
  const [found, told] = await Promise.all([
    fetchDocument(gate, state, { kind: 'page', path, hour: 0 }),
    counted(request, gate, state, 'click', token),
  ]);
  const { status, location } = found.value;
  if (status === 410) return answer(request, found, { ...PAGE_HEADERS, ...HEADERS, ...told });
  return redirect(location ?? `${gate.env.BASE_URL}/`, told);
}

/** Counts, and answers the headers that explain it to whoever asked. A copy of what was never shown counts nothing. */
async function counted(
  request: Request,
  gate: Gate,
  { value: { publication } }: Found<State>,
  kind: HitKind,
  token: string,
): Promise<Record<string, string>> {
  const keys = await signingKeys(gate.env.SIGNING_KEYS);
  if (!keys.ok) return {};
  const hosts = knownHosts(gate);
  const counting = { kind, token, keys: keys.value, timeZone: publication.timeZone };
  const { because } = await countHit(request, { ...counting, isKnownHost: (host) => isIn(hosts, host) }, gate);
  return request.headers.has(EXPLAIN) ? { [EXPLAIN]: because } : {};
}

const redirect = (location: string, told: Readonly<Record<string, string>>): Response =>
  new Response(null, { status: 302, headers: { ...HEADERS, ...told, location } });

/** A page with a folded corner and a torn edge. */
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path d="M5 2h10l5 5v13l-2 2-2-2-2 2-2-2-2 2-2-2-2 2-3-2z" fill="#fff" stroke="#282c34" stroke-width="1.5" stroke-linejoin="round"/><path d="M15 2v5h5M8 10h8M8 13h8M8 16h5" fill="none" stroke="#282c34" stroke-width="1.5"/></svg>\n';

const GIF = Uint8Array.from(
  atob(
    'R0lGODlhGAAYAIAAAP///ygsNCwAAAAAGAAYAAAC/wQIECBAgAABAgQIECBAgAABAgQIECBAgAABAgQIEGHChAkTJgQIECBAgAAR' +
      'AgQIECDAgAABAgQIECFAgAABAkQIECBAgAARAgQIECBAgAEBAgQIECFAgAABIkyYECBAgAARAgQIECBAgAgBAgQIECFAgAABAgSI' +
      'ECBAgAARAgQIECBAgAgBAgQIECHAhAkTJgyIECBAgAARAgQIECBAgAgBAgQIECFAgAABAgSIECBAgAARAkyYMGHCgAgBAgQIECFA' +
      'gAABAgSIECBAgAARAgQIECBAgAgBAgQIECHAhAkTJgyIECBAgAARAgQIECBAgAgBAgQIECFAgAABAgSIEEYgQIAAEQIECBAgQIAI' +
      'AQIECBBhwIABAwYMmBAgQIAAESJEiBAhQoQIAQIECBAgQIAAAQIECBAgQIAAAQIECBAgQIAAAQIsADs=',
  ),
  (char) => char.charCodeAt(0),
);

const badgeHeaders = (type: string): Headers =>
  new Headers({ ...HEADERS, 'content-type': type, 'cross-origin-resource-policy': 'cross-origin' });

/** Made once: they are the same for everybody. */
const BADGES = new Map([
  ['svg', { headers: badgeHeaders('image/svg+xml; charset=utf-8'), bytes: new TextEncoder().encode(SVG) }],
  ['gif', { headers: badgeHeaders('image/gif'), bytes: GIF }],
]);

/** Identical bytes always: what it stands for is said in the copy's own `alt`. */
export async function serveBadge(request: Request, gate: Gate, state: Found<State>, file: string): Promise<Response> {
  const dot = file.lastIndexOf('.');
  const badge = BADGES.get(file.slice(dot + 1));
  if (!badge) return notFound(request, state.value, gate);
  const told = await counted(request, gate, state, 'view', file.slice(0, dot));
  const { headers, bytes } = badge;
  const response = new Response(request.method === 'HEAD' ? null : bytes, { headers });
  for (const [name, value] of Object.entries(told)) response.headers.set(name, value);
  return response;
}
