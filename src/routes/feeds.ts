/** Feeds: whole, or for a client that asks so only what is new (RFC 3229); every poll is counted. */
import type { State } from '../catalogue/state.ts';
import { countPoll } from '../count/polls.ts';
import { FORMATS, type Format } from '../feed/formats.ts';
import type { Gate } from '../gate.ts';
import { isConditional } from '../http/conditional.ts';
import { CORS } from '../http/headers.ts';
import { acceptEncoding, acceptsGzip, preferredType } from '../http/negotiate.ts';
import { problemResponse } from '../http/problem.ts';
import { type Found, fetchDocument, type HeldDocument } from '../serve/fetch-document.ts';
import { isUnchanged, notModified } from './answer.ts';
import { deltaFor } from './feed-delta.ts';
import { feedHeaders } from './feed-headers.ts';
import type { FeedAsked } from './feed-path.ts';
import { notFound, pollsTooOften } from './refusals.ts';

export async function serveFeed(
  request: Request,
  gate: Gate,
  state: Found<State>,
  asked: FeedAsked,
): Promise<Response> {
  const { scope, format, key } = asked;
  const gzip = acceptsGzip(acceptEncoding(request));
  const conditional = isConditional(request.headers);
  if (!conditional && (await fetchesTooOften(request, gate, asked))) return pollsTooOften();
  const found = await fetchDocument(gate, state, { kind: 'feed', scope, format, gzip, since: null });
  if (found.value.status === 404) return notFound(request, state.value, gate);
  const response =
    (await deltaFor(request, gate, state, asked, found.value, gzip)) ??
    whole(request, found, { asked, gzip }, state, gate);
  const outcome = response.status === 226 ? 'delta' : response.status === 304 ? 'unchanged' : 'full';
  countPoll({ feed: key, format, answer: outcome, conditional, userAgent: request.headers.get('user-agent') }, gate);
  return response;
}

function whole(
  request: Request,
  { value: document, cache }: Found<HeldDocument>,
  { asked, gzip }: { asked: FeedAsked; gzip: boolean },
  state: Found<State>,
  gate: Gate,
): Response {
  const display = request.headers.get('sec-fetch-dest') === 'document';
  const headers = feedHeaders(document, { asked, gzip, display, cache, now: gate.now }, state.value, gate);
  if (isUnchanged(request, document)) return notModified(headers.unchanged);
  // The bytes are gzip already where the headers say so.
  const body = request.method === 'HEAD' ? null : document.bytes;
  return new Response(body, { headers: headers.whole, encodeBody: gzip ? 'manual' : 'automatic' });
}

/** Only a client that asks without a validator can be too often here: a conditional poll costs next to nothing. */
async function fetchesTooOften(request: Request, gate: Gate, { key, format }: FeedAsked): Promise<boolean> {
  // The address lives in the platform's rate limiter for a minute and nowhere else (invariant 6).
  const address = request.headers.get('cf-connecting-ip');
  if (!address || request.method !== 'GET') return false;
  const agent = (request.headers.get('user-agent') ?? '').slice(0, 100);
  const { success } = await gate.env.FULL_FETCHES.limit({ key: `${address} ${format} ${key} ${agent}` });
  return !success;
}

const OFFERS: readonly (readonly [string, Format])[] = [
  [FORMATS.rss.type, 'rss'],
  [FORMATS.atom.type, 'atom'],
  [FORMATS.json.type, 'json'],
  ['application/xml', 'rss'],
  ['text/xml', 'rss'],
  ['application/json', 'json'],
];

/** `/feed`: RSS where the client has no wish; a browser's `*\/*` never gets a 406. */
export const negotiatedFormat = (request: Request): Format | null =>
  preferredType(request.headers.get('accept'), OFFERS);

export const notAcceptable = (base: string): Response =>
  problemResponse({
    status: 406,
    title: 'No such format',
    detail: `This feed comes as ${Object.keys(FORMATS)
      .map((format) => `${base}/feed.${format}`)
      .join(', ')}.`,
    headers: { ...CORS, vary: 'Accept' },
  });
