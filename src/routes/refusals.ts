/** Answers that say no: a page for people, problem details for programs, always with what to do next. */
import type { State } from '../catalogue/state.ts';
import type { Gate } from '../gate.ts';
import { CORS } from '../http/headers.ts';
import { problemResponse } from '../http/problem.ts';
import { statusPage } from '../page/status-page.tsx';
import { PAGE_HEADERS } from './answer.ts';

const wantsHtml = (request: Request): boolean => (request.headers.get('accept') ?? '').includes('text/html');

export interface Refusal {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function refuse(request: Request, refusal: Refusal, state: State | null, gate: Gate): Response {
  const headers = { ...CORS, ...refusal.headers };
  if (!wantsHtml(request)) return problemResponse({ ...refusal, headers });
  const site = state && { publication: state.publication, base: gate.env.BASE_URL, hub: gate.env.HUB_URL || null };
  return new Response(statusPage(site, refusal), {
    status: refusal.status,
    headers: { ...PAGE_HEADERS, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });
}

export const notFound = (request: Request, state: State | null, gate: Gate): Response =>
  refuse(request, { status: 404, title: 'Not found', detail: 'There is nothing at this address.' }, state, gate);

export const methodNotAllowed = (request: Request, allow: string, gate: Gate): Response =>
  refuse(
    request,
    { status: 405, title: 'Method not allowed', detail: `This address answers ${allow}.`, headers: { allow } },
    null,
    gate,
  );

const RETRY_SECONDS = '60';

export const pollsTooOften = (): Response =>
  problemResponse({
    status: 429,
    title: 'Too many full fetches',
    detail: 'Send the ETag you got as If-None-Match: conditional requests are never limited. Or wait a minute.',
    headers: { ...CORS, 'retry-after': RETRY_SECONDS },
  });

export const notReady = (request: Request, gate: Gate): Response =>
  refuse(
    request,
    {
      status: 503,
      title: 'Nothing to show yet',
      detail:
        'No publication has been set, or the catalogue can’t be reached. Publish one with npm run publish, or try again soon.',
      headers: { 'retry-after': '10' },
    },
    null,
    gate,
  );
