import type { State } from '../catalogue/state.ts';
import { isFormat } from '../feed/formats.ts';
import type { Gate } from '../gate.ts';
import { isNotModified } from '../http/conditional.ts';
import { acceptEncoding, acceptsGzip } from '../http/negotiate.ts';
import { parseHttpDate } from '../lib/time.ts';
import { archiveUrl } from '../serve/archive-numbers.ts';
import { documentKey } from '../serve/document-key.ts';
import type { Found } from '../serve/fetch-document.ts';
import { FEED_HEADERS, notModified, withoutBodyHeaders } from './answer.ts';
import { notFound } from './refusals.ts';

/** An archive goes through as a stream: it may be larger than what an isolate should hold. */
export async function serveArchive(request: Request, gate: Gate, state: Found<State>, file: string): Promise<Response> {
  const [numbers = '', format = ''] = file.split('.');
  const [number, recall] = numbers.split('-').map(Number);
  if (!isFormat(format) || number === undefined) return notFound(request, state.value, gate);
  const gzip = acceptsGzip(acceptEncoding(request));
  const response = await gate.documents(documentKey({ kind: 'archive', number, format, gzip }, state.value));
  if (response.status !== 200) return notFound(request, state.value, gate);
  if (recall !== state.value.recall) {
    await response.body?.cancel();
    return moved(archiveUrl(gate.env.BASE_URL, number, state.value.recall, format));
  }
  return archiveAnswer(request, response, gzip);
}

async function archiveAnswer(request: Request, response: Response, gzip: boolean): Promise<Response> {
  const etag = response.headers.get('etag') ?? '';
  const modified = response.headers.get('last-modified') ?? '';
  const headers = new Headers({
    ...FEED_HEADERS,
    'content-type': response.headers.get('content-type') ?? '',
    vary: 'Accept-Encoding',
    etag,
    'last-modified': modified,
    'cache-status': 'tearsheet; fwd=uri-miss',
    ...(gzip && { 'content-encoding': 'gzip' }),
  });
  if (isNotModified(request.headers, { etag, lastModified: parseHttpDate(modified) ?? Number.POSITIVE_INFINITY })) {
    await response.body?.cancel();
    return notModified(withoutBodyHeaders(headers));
  }
  return new Response(response.body, { headers, encodeBody: gzip ? 'manual' : 'automatic' });
}

/** After a withdrawal the archive has a new address, and the old one must not be remembered for long. */
const moved = (location: string): Response =>
  new Response(null, { status: 301, headers: { ...FEED_HEADERS, location, 'cache-control': 'no-store' } });
