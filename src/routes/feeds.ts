/** Feeds: whole, or for a client that asks so only what is new (RFC 3229); every poll is counted. */
import { type Scope, scopeKey } from '../article/scope.ts';
import type { State } from '../catalogue/state.ts';
import { countPoll } from '../count/polls.ts';
import { FORMATS, type Format } from '../feed/formats.ts';
import type { Gate } from '../gate.ts';
import { isConditional, isNotModified } from '../http/conditional.ts';
import { deltaBase } from '../http/delta.ts';
import { CORS } from '../http/headers.ts';
import { acceptEncoding, acceptsGzip, preferredType } from '../http/negotiate.ts';
import { problemResponse } from '../http/problem.ts';
import { type Found, fetchDocument, type HeldDocument } from '../serve/fetch-document.ts';
import { answer, FEED_HEADERS } from './answer.ts';
import { notFound, pollsTooOften } from './refusals.ts';

export interface FeedAsked {
  readonly scope: Pick<Scope, 'kind' | 'value'>;
  readonly format: Format;
  /** Asked at `/feed`, where the format depends on Accept. */
  readonly negotiated: boolean;
}

export async function serveFeed(
  request: Request,
  gate: Gate,
  state: Found<State>,
  asked: FeedAsked,
): Promise<Response> {
  const { scope, format } = asked;
  const gzip = acceptsGzip(acceptEncoding(request));
  const conditional = isConditional(request.headers);
  if (!conditional && (await fetchesTooOften(request, gate, asked))) return pollsTooOften();
  const wanted = { kind: 'feed' as const, scope, format, gzip, since: null };
  const found = await fetchDocument(gate, state, wanted);
  if (found.value.status === 404) return notFound(request, state.value, gate);
  const headers = feedHeaders(asked, gzip, state.value, gate);
  const shown = forDisplay(request, found, format);
  const delta = await deltaFor(request, gate, state, asked, found.value, gzip);
  const response = delta ? deltaAnswer(delta, found.value, request, headers) : answer(request, shown, headers);
  const outcome = delta ? 'delta' : response.status === 304 ? 'unchanged' : 'full';
  countPoll(
    { feed: scopeKey(scope), format, answer: outcome, conditional, userAgent: request.headers.get('user-agent') },
    gate,
  );
  return response;
}

const VARY = 'Accept-Encoding, Sec-Fetch-Dest';

/**
 * The same bytes under the name a browser shows with our stylesheet: as RSS or Atom it prints them as source text.
 * Only a navigation says `document`; no feed reader does.
 */
function forDisplay(request: Request, found: Found<HeldDocument>, format: Format): Found<HeldDocument> {
  if (format === 'json' || request.headers.get('sec-fetch-dest') !== 'document') return found;
  return { ...found, value: { ...found.value, type: 'application/xml; charset=utf-8' } };
}

function feedHeaders(
  { scope, format, negotiated }: FeedAsked,
  gzip: boolean,
  state: State,
  gate: Gate,
): Record<string, string> {
  const { BASE_URL: base, HUB_URL: hub } = gate.env;
  const folder = scope.kind === 'all' ? '/' : `/${encodeURI(scopeKey(scope))}/`;
  const self = `${base}${folder}feed.${format}`;
  const { license } = state.publication;
  const links = [
    `<${self}>; rel="self"`,
    ...(hub ? [`<${hub}>; rel="hub"`] : []),
    `<${base}${folder}>; rel="alternate"; type="text/html"`,
    ...(license ? [`<${encodeURI(license)}>; rel="license"`] : []),
  ];
  return {
    ...FEED_HEADERS,
    link: links.join(', '),
    vary: negotiated ? `Accept, ${VARY}` : VARY,
    ...(gzip && { 'content-encoding': 'gzip' }),
    ...(negotiated && { 'content-location': self }),
  };
}

/** Only a client that asks without a validator can be too often here: a conditional poll costs next to nothing. */
async function fetchesTooOften(request: Request, gate: Gate, { scope, format }: FeedAsked): Promise<boolean> {
  // The address lives in the platform's rate limiter for a minute and nowhere else (invariant 6).
  const address = request.headers.get('cf-connecting-ip');
  if (!address || request.method !== 'GET') return false;
  const agent = (request.headers.get('user-agent') ?? '').slice(0, 100);
  const { success } = await gate.env.FULL_FETCHES.limit({ key: `${address} ${format} ${scopeKey(scope)} ${agent}` });
  return !success;
}

/** Null: answer in full. A delta starts from a tag of ours that is older than what there is, by the same renderer. */
async function deltaFor(
  request: Request,
  gate: Gate,
  state: Found<State>,
  { scope, format }: FeedAsked,
  full: HeldDocument,
  gzip: boolean,
): Promise<HeldDocument | null> {
  const base = deltaBase(request.headers);
  if (base === null || isNotModified(request.headers, { etag: full.etag, lastModified: 0 })) return null;
  const [seq, renderer] = base.slice(1, -1).split('.');
  const since = startFor(Number(seq), full.seqs);
  if (since === null || renderer !== state.value.renderer || since < state.value.publicationSeq) return null;
  const found = await fetchDocument(gate, state, { kind: 'feed', scope, format, gzip, since });
  return found.value.status === 200 && found.value.bytes.length < full.bytes.length ? found.value : null;
}

/** The newest seq of the document that the client has seen: few starting points, so few deltas to keep. */
function startFor(seq: number, seqs: readonly number[]): number | null {
  const newest = seqs.at(-1);
  if (!Number.isSafeInteger(seq) || newest === undefined || seq >= newest) return null;
  return seqs.findLast((candidate) => candidate <= seq) ?? null;
}

/** RFC 3229 section 10.4.1: the tag is that of the whole current document; caches that don't know 226 must not keep it. */
function deltaAnswer(
  delta: HeldDocument,
  full: HeldDocument,
  request: Request,
  headers: Record<string, string>,
): Response {
  const base = deltaBase(request.headers) ?? '';
  const response = answer(
    new Request(request.url),
    { value: { ...delta, etag: full.etag, lastModified: full.lastModified }, cache: 'tearsheet; fwd=request' },
    { ...headers, im: 'feed', 'delta-base': base, 'cache-control': 'no-store' },
  );
  return new Response(response.body, {
    status: 226,
    headers: response.headers,
    encodeBody: headers['content-encoding'] ? 'manual' : 'automatic',
  });
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
