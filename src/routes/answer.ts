/** How a document becomes an answer: 200, 304 or without a body for HEAD, with the headers its kind carries. */
import { isNotModified } from '../http/conditional.ts';
import { CLIENT_CACHE, CORS, FEED_POLICY, PAGE_POLICY, SAFE } from '../http/headers.ts';
import { httpDate } from '../lib/time.ts';
import type { Found, HeldDocument } from '../serve/fetch-document.ts';

export interface AnswerHeaders {
  readonly [name: string]: string;
}

export const FEED_HEADERS: AnswerHeaders = {
  ...SAFE,
  ...CORS,
  'cache-control': CLIENT_CACHE,
  'content-security-policy': FEED_POLICY,
};

export const PAGE_HEADERS: AnswerHeaders = {
  ...SAFE,
  // The platform compresses pages on their way out.
  vary: 'Accept-Encoding',
  'cache-control': CLIENT_CACHE,
  'content-security-policy': PAGE_POLICY,
};

/** RFC 9110 section 15.4.5: a 304 repeats what the 200 would carry, but for what describes a body it hasn't. */
const ABOUT_THE_BODY = ['content-type', 'content-encoding', 'content-length'];

export function withoutBodyHeaders(headers: Headers): Headers {
  const rest = new Headers(headers);
  for (const name of ABOUT_THE_BODY) rest.delete(name);
  return rest;
}

export function documentHeaders(document: HeldDocument, cache: string, headers: AnswerHeaders): Headers {
  const { lastModified, etag } = document;
  return new Headers({
    ...headers,
    'content-type': document.type,
    'content-length': String(document.bytes.length),
    'cache-status': cache,
    ...(etag && { etag }),
    ...(lastModified !== null && { 'last-modified': httpDate(lastModified) }),
  });
}

export const isUnchanged = (request: Request, { status, etag, lastModified }: HeldDocument): boolean =>
  status === 200 &&
  etag !== '' &&
  isNotModified(request.headers, { etag, lastModified: lastModified ?? Number.POSITIVE_INFINITY });

export function answer(
  request: Request,
  { value: document, cache }: Found<HeldDocument>,
  headers: AnswerHeaders,
): Response {
  const all = documentHeaders(document, cache, headers);
  if (isUnchanged(request, document)) return notModified(withoutBodyHeaders(all));
  return new Response(document.bytes, { status: document.status, headers: all });
}

export const notModified = (headers: Headers): Response => new Response(null, { status: 304, headers });
