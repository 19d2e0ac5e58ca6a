/** `/api/articles`: put one, post many as NDJSON, list, read, withdraw. */

import { toDocument } from '../article/document.ts';
import { byteLength } from '../article/input.ts';
import { listArticles, MAX_PAGE } from '../catalogue/list-articles.ts';
import { readState, type State } from '../catalogue/state.ts';
import { findById, readBody } from '../catalogue/stored-article.ts';
import { parseJson, readBytes } from '../editor/read-body.ts';
import type { Gate } from '../gate.ts';
import { cleanLine } from '../lib/text.ts';
import { clockOf } from '../publish/clock.ts';
import { type Publishing, publishArticle, withdrawArticle } from '../publish/publish-article.ts';
import { forgetState } from '../serve/state-memo.ts';
import { json, noPublication, noSuch, notJson, problem, publishProblem, tooLarge } from './api-answer.ts';

export const MAX_REQUEST = 8 * 1024 * 1024;
/** One line, in bytes: a body of the greatest length with every character escaped still fits. */
export const MAX_LINE = 2 * 1024 * 1024;
export const MAX_LINES = 20;
const MAX_REASON = 500;

async function publishing(gate: Gate): Promise<Publishing | null> {
  const state: State | null = await readState(gate.env.DB, gate.env.BASE_URL);
  return state && { db: gate.env.DB, state, base: gate.env.BASE_URL, now: gate.now };
}

/** After a change: this isolate looks again at once, and the clock knows the next moment. */
function changed(gate: Gate, dueAts: readonly (number | null)[]): void {
  forgetState();
  const due = dueAts.filter((moment) => moment !== null);
  if (due.length > 0) gate.later(clockOf(gate.env).wakeAt(Math.min(...due)));
}

const urlOf = (gate: Gate, slug: string): string => `${gate.env.BASE_URL}/articles/${encodeURIComponent(slug)}`;

export async function putArticle(request: Request, gate: Gate): Promise<Response> {
  const body = await readBytes(request, MAX_LINE);
  if (!body.ok) return problem(tooLarge(MAX_LINE));
  const document = parseJson(new TextDecoder().decode(body.value));
  if (document === undefined) return problem(notJson);
  const context = await publishing(gate);
  if (!context) return problem(noPublication);
  const result = await publishArticle(document, context);
  if (!result.ok) return problem(publishProblem(result.error));
  changed(gate, [result.value.dueAt]);
  const { id, slug, changed: moved, created, revision } = result.value;
  return json({ id, slug, changed: moved, revision, url: urlOf(gate, slug) }, created ? 201 : 200);
}

/** One answer line for each line, in order: a bad one never keeps the others back. */
export async function postArticles(request: Request, gate: Gate): Promise<Response> {
  const body = await readBytes(request, MAX_REQUEST);
  if (!body.ok) return problem(tooLarge(MAX_REQUEST));
  const lines = new TextDecoder()
    .decode(body.value)
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (lines.length > MAX_LINES)
    return problem({
      status: 413,
      title: 'Too many lines',
      detail: `Send at most ${MAX_LINES} articles in one request.`,
    });
  const context = await publishing(gate);
  if (!context) return problem(noPublication);
  const answers: object[] = [];
  const dueAts: (number | null)[] = [];
  for (const [index, line] of lines.entries())
    answers.push({ line: index + 1, ...(await publishLine(line, context, gate, dueAts)) });
  changed(gate, dueAts);
  return new Response(answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''), {
    headers: { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' },
  });
}

async function publishLine(line: string, context: Publishing, gate: Gate, dueAts: (number | null)[]): Promise<object> {
  if (byteLength(line) > MAX_LINE) return { status: 413, problem: tooLarge(MAX_LINE) };
  const document = parseJson(line);
  if (document === undefined) return { status: 400, problem: notJson };
  const result = await publishArticle(document, context);
  if (!result.ok) {
    const { headers: _headers, ...told } = publishProblem(result.error);
    return { status: told.status, problem: told };
  }
  dueAts.push(result.value.dueAt);
  const { id, slug, changed: moved, created, revision } = result.value;
  return { id, slug, status: created ? 201 : 200, changed: moved, revision, url: urlOf(gate, slug) };
}

export async function getArticles(request: Request, gate: Gate): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const after = wholeNumber(searchParams.get('after'), 0);
  const limit = Math.min(Math.max(1, wholeNumber(searchParams.get('limit'), MAX_PAGE)), MAX_PAGE);
  return json(await listArticles(gate.env.DB, after, limit));
}

function wholeNumber(text: string | null, otherwise: number): number {
  const number = Number(text ?? otherwise);
  return Number.isSafeInteger(number) && number >= 0 ? number : otherwise;
}

export async function getArticle(id: string, gate: Gate): Promise<Response> {
  const stored = await findById(gate.env.DB, id);
  if (!stored) return problem(noSuch('article with this id'));
  const { article, revision, standing, digest, number } = stored;
  const document = toDocument({ article, body: await readBody(gate.env.DB, number) });
  return json({ article: document, revision, standing, digest, url: urlOf(gate, article.slug) });
}

export async function deleteArticle(id: string, request: Request, gate: Gate): Promise<Response> {
  const context = await publishing(gate);
  if (!context) return problem(noPublication);
  const stored = await findById(gate.env.DB, id);
  if (!stored) return problem(noSuch('article with this id'));
  if (stored.article.withdrawal) return json({ id, slug: stored.article.slug, changed: false });
  const given = cleanLine(new URL(request.url).searchParams.get('reason') ?? '').slice(0, MAX_REASON);
  const result = await withdrawArticle(stored, given || 'The publisher has withdrawn it.', context);
  if (!result.ok) return problem(publishProblem(result.error));
  changed(gate, [result.value.dueAt]);
  return json({ id, slug: result.value.slug, changed: true });
}
