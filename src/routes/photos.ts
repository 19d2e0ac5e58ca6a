import type { State } from '../catalogue/state.ts';
import type { Gate } from '../gate.ts';
import { isNotModified } from '../http/conditional.ts';
import { CORS, SAFE } from '../http/headers.ts';
import { parseHttpDate } from '../lib/time.ts';
import { documentKey } from '../serve/document-key.ts';
import type { Found } from '../serve/fetch-document.ts';
import { notModified, withoutBodyHeaders } from './answer.ts';
import { notFound } from './refusals.ts';

/** As long as any client copy may live (15 minutes): a photo can be taken back like a text. */
const PHOTO_CACHE = 'public, max-age=900';

/** The bytes never change, but whether they may be shown does: only the gateway's key decides that. */
export async function servePhoto(request: Request, gate: Gate, state: Found<State>, file: string): Promise<Response> {
  const [asset = '', extension = ''] = file.split('.');
  const response = await gate.documents(documentKey({ kind: 'photo', asset, extension }, state.value));
  if (response.status !== 200) return notFound(request, state.value, gate);
  const headers = new Headers({
    ...SAFE,
    ...CORS,
    'cache-control': PHOTO_CACHE,
    'cross-origin-resource-policy': 'cross-origin',
  });
  for (const name of ['content-type', 'content-length', 'etag', 'last-modified']) {
    const value = response.headers.get(name);
    if (value) headers.set(name, value);
  }
  headers.set('content-security-policy', "default-src 'none'; sandbox");
  const etag = headers.get('etag') ?? '';
  const lastModified = parseHttpDate(headers.get('last-modified') ?? '') ?? Number.POSITIVE_INFINITY;
  if (!isNotModified(request.headers, { etag, lastModified })) return new Response(response.body, { headers });
  await response.body?.cancel();
  return notModified(withoutBodyHeaders(headers));
}
