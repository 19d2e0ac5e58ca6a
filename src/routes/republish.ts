/** `/republish/{slug}`: how to republish an article, and its copies for programs. Asking for permission: `ask-permission.ts`. */
import type { State } from '../catalogue/state.ts';
import type { Gate } from '../gate.ts';
import { COPY_PAGE_POLICY } from '../http/headers.ts';
import { republishPath } from '../page/republish-view.ts';
import { signingKeys } from '../partner/signing-keys.ts';
import { type Found, fetchDocument, type HeldDocument } from '../serve/fetch-document.ts';
import { isCopyFormat } from '../serve/hand-out.ts';
import { type RepublishEnd, republishDocument } from '../serve/read-republish.ts';
import { answer, PAGE_HEADERS } from './answer.ts';
import { notFound, type Refusal, refuse } from './refusals.ts';

const HEADERS = { ...PAGE_HEADERS, 'content-security-policy': COPY_PAGE_POLICY, 'x-robots-tag': 'noindex' };

export async function serveRepublish(
  request: Request,
  gate: Gate,
  state: Found<State>,
  slug: string,
): Promise<Response> {
  const keys = await signingKeys(gate.env.SIGNING_KEYS);
  const found = await documentOf(gate, state, republishDocument(slug, 'page', keys.ok ? keys.value : null));
  if (found.value.status === 404) return notFound(request, state.value, gate);
  return answer(request, found, { ...HEADERS, ...about(found.value) });
}

/** Programs are refused with problem details, people with a page. */
export async function serveCopy(
  request: Request,
  gate: Gate,
  state: Found<State>,
  slug: string,
  file: string,
): Promise<Response> {
  const end: RepublishEnd | '' = copyIn(file);
  if (end === '') return notFound(request, state.value, gate);
  const keys = await signingKeys(gate.env.SIGNING_KEYS);
  if (!keys.ok) return refuse(request, notSigned(keys.error), state.value, gate);
  const found = await documentOf(gate, state, republishDocument(slug, end, keys.value));
  const { status } = found.value;
  if (status === 404) return notFound(request, state.value, gate);
  const refusal = refusalFor(status, `${gate.env.BASE_URL}${republishPath({ slug })}`);
  if (refusal) return refuse(request, refusal, state.value, gate);
  return answer(request, found, { ...HEADERS, ...about(found.value) });
}

const documentOf = (gate: Gate, state: Found<State>, path: string): Promise<Found<HeldDocument>> =>
  fetchDocument(gate, state, { kind: 'page', path, hour: 0 });

const about = ({ location, link }: HeldDocument) => ({ ...(location && { location }), ...(link && { link }) });

function copyIn(file: string): RepublishEnd | '' {
  const format = file.slice(file.indexOf('.') + 1);
  return isCopyFormat(format) ? format : '';
}

const NO_STORE = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' };

/** For whoever runs this: what to set. The secret itself is never repeated. */
export const notSigned = (detail: string): Refusal => ({
  status: 503,
  title: 'Copies can’t be signed',
  detail,
  headers: { ...NO_STORE, 'retry-after': '3600' },
});

function refusalFor(status: number, page: string): Refusal | null {
  if (status === 403)
    return {
      status,
      title: 'Not without permission',
      detail: `Nobody can have a copy of this article here without asking. What is to be done: ${page}`,
      headers: NO_STORE,
    };
  if (status === 409)
    return notSigned('The terms of this publication have not been recorded yet. Set it again: npm run publish.');
  if (status === 410)
    return {
      status,
      title: 'No longer available',
      detail: 'This article was taken back. If you keep a copy, take it down or mark it as withdrawn.',
      headers: NO_STORE,
    };
  return null;
}
