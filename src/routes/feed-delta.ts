/** RFC 3229 with the instance manipulation `feed`: only what is new, changed or removed since the client's copy. */
import type { State } from '../catalogue/state.ts';
import type { Gate } from '../gate.ts';
import { deltaBase } from '../http/delta.ts';
import { type Found, fetchDocument, type HeldDocument } from '../serve/fetch-document.ts';
import { isUnchanged } from './answer.ts';
import { feedHeaders } from './feed-headers.ts';
import type { FeedAsked } from './feed-path.ts';

/** Null: answer in full. A delta starts from a tag of ours that is older than what there is, by the same renderer. */
export async function deltaFor(
  request: Request,
  gate: Gate,
  state: Found<State>,
  asked: FeedAsked,
  full: HeldDocument,
  gzip: boolean,
): Promise<Response | null> {
  if (!request.headers.has('a-im')) return null;
  const base = deltaBase(request.headers);
  if (base === null || isUnchanged(request, full)) return null;
  const [seq, renderer] = base.slice(1, -1).split('.');
  const since = startFor(Number(seq), full.seqs);
  if (since === null || renderer !== state.value.renderer || since < state.value.publicationSeq) return null;
  const { scope, format } = asked;
  const found = await fetchDocument(gate, state, { kind: 'feed', scope, format, gzip, since });
  if (found.value.status !== 200 || found.value.bytes.length >= full.bytes.length) return null;
  const current = { ...found.value, etag: full.etag, lastModified: full.lastModified };
  const variant = { asked, gzip, display: false, cache: 'tearsheet; fwd=request', now: gate.now };
  const headers = new Headers(feedHeaders(current, variant, state.value, gate).whole);
  return delta(request, current, headers, base);
}

/** The newest seq of the document that the client has seen: few starting points, so few deltas to keep. */
function startFor(seq: number, seqs: readonly number[]): number | null {
  const newest = seqs.at(-1);
  if (!Number.isSafeInteger(seq) || newest === undefined || seq >= newest) return null;
  return seqs.findLast((candidate) => candidate <= seq) ?? null;
}

/** RFC 3229 section 10.4.1: the tag is that of the whole current document; caches that don't know 226 must not keep it. */
function delta(request: Request, document: HeldDocument, headers: Headers, base: string): Response {
  headers.set('im', 'feed');
  headers.set('delta-base', base);
  headers.set('cache-control', 'no-store');
  const body = request.method === 'HEAD' ? null : document.bytes;
  const encodeBody = headers.has('content-encoding') ? 'manual' : 'automatic';
  return new Response(body, { status: 226, headers, encodeBody });
}
