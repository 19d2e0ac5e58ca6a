/** A document for the gateway: from this isolate's memo, else from the cached entrypoint; an older one if neither can. */
import type { State } from '../catalogue/state.ts';
import type { Gate } from '../gate.ts';
import { byteCache } from '../lib/byte-cache.ts';
import { SECOND } from '../lib/time.ts';
import { type DocumentRequest, documentKey } from './document-key.ts';
import { MODIFIED_HEADER, SEQS_HEADER } from './internal-headers.ts';
import { heldState, holdState, STATE_KEY, staleState } from './state-memo.ts';

/** Bytes and what a response says of them. */
export interface HeldDocument {
  readonly status: number;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly etag: string;
  readonly lastModified: number | null;
  readonly seqs: readonly number[];
  readonly location: string | null;
  /** What the document says of itself in a header of this name. */
  readonly link: string | null;
  /** Moves when something was taken back: an older document may stand in only while this is the same. */
  readonly recall: number;
}

export interface Found<T> {
  readonly value: T;
  /** For Cache-Status (RFC 9211). */
  readonly cache: string;
}

const MEMO_BYTES = 8 * 1024 * 1024;
const OVERHEAD = 500;
const memo = byteCache<HeldDocument>(MEMO_BYTES);
/** The last document served under each name, whatever the state was. */
const lastKeys = byteCache<string>(256 * 1024);

const FROM_MEMO = 'tearsheet; hit';

/** Null: no publication has been set, or the catalogue can't be reached and nothing is known of it. */
export async function gateState(gate: Gate): Promise<Found<State> | null> {
  const held = heldState(gate.env, gate.now);
  if (held) return { value: held, cache: FROM_MEMO };
  const stale = staleState(gate.env, gate.now);
  const asked = askForState(gate);
  if (!stale) return asked;
  const answered = await inTime(asked, gate);
  return answered ?? { value: stale.state, cache: staleStatus(stale.age) };
}

async function askForState(gate: Gate): Promise<Found<State> | null> {
  try {
    const response = await gate.documents(STATE_KEY);
    if (!response.ok) return null;
    const state: State | null = await response.json();
    return state && { value: holdState(gate.env, state, gate.now), cache: FROM_MEMO };
  } catch {
    return null;
  }
}

/** How long a reader waits for what is new while something older is at hand. */
const PATIENCE = SECOND;

/** Null if it takes too long; it then goes on in the background, for the next reader. */
async function inTime<T>(work: Promise<T | null>, gate: Gate): Promise<T | null> {
  const first = await Promise.race([work, scheduler.wait(PATIENCE).then(() => 'late' as const)]);
  if (first !== 'late') return first;
  gate.later(work);
  return null;
}

const staleStatus = (age: number): string =>
  `tearsheet; hit; ttl=-${Math.ceil(age / 1000)}; detail=catalogue-unreachable`;

/** Null: there is no such document. Throws if it can't be had and no older one may stand in. */
export async function fetchDocument(
  gate: Gate,
  state: Found<State>,
  request: DocumentRequest,
): Promise<Found<HeldDocument>> {
  const key = documentKey(request, state.value);
  const held = memo.get(key);
  if (held) return { value: held, cache: state.cache };
  const name = key.replace(/^[^/]*\/\/[^/]*\/[^/]*\//, '');
  const older = memo.get(lastKeys.get(name) ?? '');
  const asked = askForDocument(gate, key, name, state.value.recall);
  if (older?.recall !== state.value.recall) return asked;
  const answered = await inTime(
    asked.catch(() => null),
    gate,
  );
  return answered ?? { value: older, cache: staleStatus(PATIENCE) };
}

async function askForDocument(gate: Gate, key: string, name: string, recall: number): Promise<Found<HeldDocument>> {
  const response = await gate.documents(key);
  const document = await holdResponse(response, recall);
  if (response.status !== 404) {
    memo.set(key, document, document.bytes.length + OVERHEAD);
    lastKeys.set(name, key, key.length * 2);
  }
  return { value: document, cache: edgeStatus(response) };
}

const edgeStatus = (response: Response): string =>
  response.headers.get('cf-cache-status') === 'HIT' ? 'tearsheet-edge; hit' : 'tearsheet; fwd=uri-miss; stored';

async function holdResponse(response: Response, recall: number): Promise<HeldDocument> {
  if (response.status >= 500) throw new Error(`The document answers ${response.status}`);
  const modified = response.headers.get(MODIFIED_HEADER);
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? 'application/octet-stream',
    bytes: new Uint8Array(await response.arrayBuffer()),
    etag: response.headers.get('etag') ?? '',
    lastModified: modified === null ? null : Number(modified),
    seqs: (response.headers.get(SEQS_HEADER) ?? '').split(' ').filter(Boolean).map(Number),
    location: response.headers.get('location'),
    link: response.headers.get('link'),
    recall,
  };
}
