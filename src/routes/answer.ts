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

/** RFC 9110 section 15.4.5: of these a 304 repeats what the 200 would carry; the rest describes a body it hasn't. */
const ABOUT_THE_BODY = ['content-type', 'content-encoding', 'content-length'];

export function answer(
  request: Request,
  { value: document, cache }: Found<HeldDocument>,
  headers: AnswerHeaders,
): Response {
  const lastModified = document.lastModified;
  const all = new Headers({
    ...headers,
    'content-type': document.type,
    'content-length': String(document.bytes.length),
    'cache-status': cache,
    ...(document.etag && { etag: document.etag }),
    ...(lastModified !== null && { 'last-modified': httpDate(lastModified) }),
  });
  const validators = { etag: document.etag, lastModified: lastModified ?? Number.POSITIVE_INFINITY };
  if (document.status === 200 && document.etag && isNotModified(request.headers, validators)) return notModified(all);
  return new Response(document.bytes, {
    status: document.status,
    headers: all,
    // The bytes are gzip already where the headers say so.
    encodeBody: headers['content-encoding'] ? 'manual' : 'automatic',
  });
}

export function notModified(headers: Headers): Response {
  for (const name of ABOUT_THE_BODY) headers.delete(name);
  return new Response(null, { status: 304, headers });
}
