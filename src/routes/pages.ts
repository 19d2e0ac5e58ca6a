import type { State } from '../catalogue/state.ts';
import type { Gate } from '../gate.ts';
import { HOUR } from '../lib/time.ts';
import { type Found, fetchDocument } from '../serve/fetch-document.ts';
import { isTimed } from '../serve/read-page.ts';
import { answer, PAGE_HEADERS } from './answer.ts';
import { notFound } from './refusals.ts';

/** Feed discovery in the header too (RFC 8288), for clients that don't read HTML. */
const discovery = (base: string): string =>
  [
    `<${base}/feed.rss>; rel="alternate"; type="application/rss+xml"`,
    `<${base}/feed.atom>; rel="alternate"; type="application/atom+xml"`,
    `<${base}/feed.json>; rel="alternate"; type="application/feed+json"`,
  ].join(', ');

export async function servePage(request: Request, gate: Gate, state: Found<State>, path: string): Promise<Response> {
  const hour = isTimed(path) ? Math.floor(gate.now / HOUR) : 0;
  const found = await fetchDocument(gate, state, { kind: 'page', path, hour });
  const { status, location, type } = found.value;
  if (status === 404) return notFound(request, state.value, gate);
  const headers = { ...PAGE_HEADERS, ...(type.startsWith('text/html') && { link: discovery(gate.env.BASE_URL) }) };
  return answer(request, found, { ...headers, ...(location && { location }) });
}
