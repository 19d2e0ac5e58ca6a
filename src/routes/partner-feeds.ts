/**
 * Partners' feeds: `/partners/{key}/feed.{format}`, where the key is the capability; or with the partner's id in its place
 * and the key as a bearer token, which is the address the feeds themselves name. The key leads to a partner and goes no
 * further: not into a document's name, a link, a log or an error.
 */
import type { State } from '../catalogue/state.ts';
import { countPoll } from '../count/polls.ts';
import { FORMATS, isFormat } from '../feed/formats.ts';
import type { Gate } from '../gate.ts';
import { isConditional } from '../http/conditional.ts';
import { FEED_POLICY, PRIVATE } from '../http/headers.ts';
import { acceptEncoding, acceptsGzip } from '../http/negotiate.ts';
import { problemResponse } from '../http/problem.ts';
import { type Partner, parsePartnerKey } from '../partner/partner.ts';
import { TICK } from '../serve/document-key.ts';
import { type Found, fetchDocument } from '../serve/fetch-document.ts';
import { NOT_SET_UP } from '../serve/internal-headers.ts';
import { holderOf } from '../serve/key-memo.ts';
import { documentHeaders, isUnchanged, notModified, withoutBodyHeaders } from './answer.ts';
import { notFound } from './refusals.ts';

/** `who` is a key, or a partner's id. */
export async function servePartnerFeed(
  request: Request,
  gate: Gate,
  state: Found<State>,
  who: string,
  file: string,
): Promise<Response> {
  const format = file.slice(file.indexOf('.') + 1);
  if (!isFormat(format)) return notFound(request, state.value, gate);
  const partner = await partnerOf(request, who, gate);
  if (!partner) return (await guessesTooOften(request, gate)) ? tooManyGuesses() : keyNeeded();
  const gzip = acceptsGzip(acceptEncoding(request));
  const tick = Math.floor(gate.now / TICK);
  const { id, version } = partner;
  const found = await fetchDocument(gate, state, { kind: 'partner', partner: id, version, tick, format, gzip });
  if (found.value.status !== 200) return notServed(found.value.status, partner);
  const conditional = isConditional(request.headers);
  const all = documentHeaders(found.value, found.cache, {
    ...PRIVATE,
    'content-security-policy': FEED_POLICY,
    vary: 'Accept-Encoding, Authorization',
    ...(gzip && { 'content-encoding': 'gzip' }),
  });
  const unchanged = isUnchanged(request, found.value);
  const answer = unchanged ? 'unchanged' : 'full';
  const userAgent = request.headers.get('user-agent');
  countPoll({ feed: `partners/${id}`, format, answer, conditional, userAgent }, gate);
  if (unchanged) return notModified(withoutBodyHeaders(all));
  const body = request.method === 'HEAD' ? null : found.value.bytes;
  return new Response(body, { headers: all, encodeBody: gzip ? 'manual' : 'automatic' });
}

async function partnerOf(request: Request, who: string, gate: Gate): Promise<Partner | null> {
  const bearer = /^Bearer +(\S+) *$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  const inPath = parsePartnerKey(who) !== null;
  const holder = await holderOf(inPath ? who : (bearer ?? ''), 'feed', gate);
  return holder && (inPath || holder.partner.id === who) ? holder.partner : null;
}

/** Only wrong keys are counted, so a partner is never kept from its feed. */
async function guessesTooOften(request: Request, { env }: Gate): Promise<boolean> {
  const address = request.headers.get('cf-connecting-ip');
  return address !== null && !(await env.FULL_FETCHES.limit({ key: `${address} partner key` })).success;
}

const keyNeeded = (): Response =>
  problemResponse({
    status: 401,
    title: 'Key needed',
    detail: 'This address needs a feed key that is in force. Ask the publisher for one; a revoked key is not renewed.',
    headers: { ...PRIVATE, 'www-authenticate': 'Bearer realm="partner"' },
  });

const tooManyGuesses = (): Response =>
  problemResponse({
    status: 429,
    title: 'Too many wrong keys',
    detail: 'Wait a minute, then ask with a key that is in force.',
    headers: { ...PRIVATE, 'retry-after': '60' },
  });

function notServed(status: number, { dialect }: Partner): Response {
  return status === NOT_SET_UP
    ? problemResponse({
        status: 503,
        title: 'Not set up',
        detail: 'Copies can’t be signed yet: the operator has to set the secret SIGNING_KEYS (docs/operating.md).',
        headers: PRIVATE,
      })
    : problemResponse({
        status: 404,
        title: 'No such feed',
        detail: `In the dialect ${dialect} this feed does not come in every format. Ask for feed.rss; generic feeds come as ${Object.keys(FORMATS).join(', ')}.`,
        headers: PRIVATE,
      });
}
