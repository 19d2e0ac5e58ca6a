/** The headers of a feed's answers, made once for each document held and each way of asking for it. */
import type { State } from '../catalogue/state.ts';
import type { Gate } from '../gate.ts';
import { SECOND } from '../lib/time.ts';
import type { HeldDocument } from '../serve/fetch-document.ts';
import { documentHeaders, FEED_HEADERS, withoutBodyHeaders } from './answer.ts';
import type { FeedAsked } from './feed-path.ts';

const VARY = 'Accept-Encoding, Sec-Fetch-Dest';
const SHOWN = 'application/xml; charset=utf-8';

export interface FeedVariant {
  readonly asked: FeedAsked;
  readonly gzip: boolean;
  /**
   * Opened by a browser: the same bytes under the name it shows with our stylesheet. As RSS or Atom it prints them as
   * source text. Only a navigation says `document`; no feed reader does.
   */
  readonly display: boolean;
  /** For Cache-Status. */
  readonly cache: string;
  readonly now: number;
}

export interface FeedHeaders {
  readonly whole: Headers;
  /** For a 304. */
  readonly unchanged: Headers;
}

const made = new WeakMap<HeldDocument, Map<string, FeedHeaders>>();

export function feedHeaders(document: HeldDocument, variant: FeedVariant, state: State, gate: Gate): FeedHeaders {
  const variants = made.get(document) ?? new Map<string, FeedHeaders>();
  const young = isYoung(document, variant.now);
  const name = `${variant.asked.negotiated} ${variant.display} ${young} ${variant.cache}`;
  const found = variants.get(name);
  if (found) return found;
  const shown = variant.display && variant.asked.format !== 'json' ? { ...document, type: SHOWN } : document;
  const whole = documentHeaders(shown, variant.cache, headersFor(variant, state, gate));
  if (young) whole.delete('last-modified');
  const headers = { whole, unchanged: withoutBodyHeaders(whole) };
  variants.set(name, headers);
  made.set(document, variants);
  return headers;
}

/** Seconds are all a Last-Modified can tell apart. */
const YOUNG = 2 * SECOND;

/**
 * While another change may still fall into the same second, no Last-Modified is given (RFC 9110 section 8.8.2.2): clients
 * built on libcurl throw an answer away whose date is the one they hold, whatever its ETag says.
 */
const isYoung = ({ lastModified }: HeldDocument, now: number): boolean =>
  lastModified !== null && now - lastModified < YOUNG;

function headersFor({ asked, gzip }: FeedVariant, state: State, { env }: Gate): Record<string, string> {
  const folder = asked.key === '' ? '/' : `/${encodeURI(asked.key)}/`;
  const self = `${env.BASE_URL}${folder}feed.${asked.format}`;
  const { license } = state.publication;
  const links = [
    `<${self}>; rel="self"`,
    ...(env.HUB_URL ? [`<${env.HUB_URL}>; rel="hub"`] : []),
    `<${env.BASE_URL}${folder}>; rel="alternate"; type="text/html"`,
    ...(license ? [`<${encodeURI(license)}>; rel="license"`] : []),
  ];
  return {
    ...FEED_HEADERS,
    link: links.join(', '),
    vary: asked.negotiated ? `Accept, ${VARY}` : VARY,
    ...(gzip && { 'content-encoding': 'gzip' }),
    ...(asked.negotiated && { 'content-location': self }),
  };
}
