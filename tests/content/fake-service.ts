/** A service in this process that keeps what it is sent and records every request. It can be told to misbehave. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import * as v from 'valibot';
import { onTestFinished } from 'vitest';
import { articleInputSchema, digest } from '../../src/article/input.ts';
import { publicationDigest, publicationSchema } from '../../src/article/publication.ts';
import { hashOf } from './newsroom.ts';

export const KEY = 'open-sesame';

interface Misstep {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Entry {
  readonly id: string;
  readonly slug: string;
  readonly status: string;
  readonly digest: string;
}

export interface FakeService {
  readonly base: string;
  /** `POST /api/articles 5` for five lines. */
  readonly requests: string[];
  readonly articles: Map<string, Entry>;
  readonly assets: Set<string>;
  readonly sizes: number[];
  /** Answers the next requests whose line begins with a text; "hang up" cuts the connection. */
  readonly misbehave: (request: string, ...answers: readonly (Misstep | 'hang up')[]) => void;
  /** Slugs that are refused, with the problem. */
  readonly refusals: Map<string, unknown>;
}

export async function fakeService(): Promise<FakeService> {
  const missteps: { request: string; answer: Misstep | 'hang up' }[] = [];
  const state = {
    base: '',
    requests: [] as string[],
    articles: new Map<string, Entry>(),
    assets: new Set<string>(),
    sizes: [] as number[],
    refusals: new Map<string, unknown>(),
    publication: '',
    misbehave: (request: string, ...answers: readonly (Misstep | 'hang up')[]): void => {
      missteps.push(...answers.map((answer) => ({ request, answer })));
    },
  };
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const line = `${request.method} ${request.url}`;
    const lines = body
      .toString()
      .split('\n')
      .filter((text) => text !== '');
    state.requests.push(line === 'POST /api/articles' ? `${line} ${lines.length}` : line);
    const index = missteps.findIndex((each) => line.startsWith(each.request));
    const [misstep] = index === -1 ? [] : missteps.splice(index, 1);
    if (misstep?.answer === 'hang up') return void request.socket.destroy();
    if (misstep) return void send(response, misstep.answer);
    if (request.headers.authorization !== `Bearer ${KEY}`) return void send(response, { status: 401 });
    send(response, await answer(state, line, body, lines));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  state.base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return state;
}

type State = Omit<FakeService, 'misbehave'> & { publication: string };

const json = (value: unknown, status = 200): Misstep => ({ status, body: JSON.stringify(value) });

async function answer(state: State, line: string, body: Buffer, lines: readonly string[]): Promise<Misstep> {
  if (line === 'GET /api/publication')
    return state.publication === '' ? json({}, 404) : json({ publication: {}, digest: state.publication });
  if (line === 'PUT /api/publication') {
    state.publication = await publicationDigest(v.parse(publicationSchema, JSON.parse(body.toString())));
    return json({ changed: true });
  }
  if (line.startsWith('GET /api/articles')) return page(state, new URL(line.slice(4), 'http://x.example'));
  if (line === 'POST /api/articles') {
    state.sizes.push(body.length);
    const answers = await Promise.all(lines.map((text, index) => take(state, text, index + 1)));
    return { status: 200, body: answers.map((each) => JSON.stringify(each)).join('\n') };
  }
  if (line.startsWith('GET /api/assets/')) return json({}, state.assets.has(line.slice(16)) ? 200 : 404);
  if (line === 'PUT /api/assets') {
    state.assets.add(hashOf(body));
    return json({ asset: hashOf(body) });
  }
  const id = decodeURIComponent(/^DELETE \/api\/articles\/([^?]+)\?reason=./.exec(line)?.[1] ?? '');
  const entry = state.articles.get(id);
  if (!entry) return json({ title: 'Not found' }, 404);
  state.articles.set(id, { ...entry, status: 'withdrawn' });
  return json({});
}

/** Two articles a page, whatever was asked for. */
function page({ articles }: State, url: URL): Misstep {
  const after = Number(url.searchParams.get('after') ?? 0);
  const all = [...articles.values()].map((entry, index) => ({ number: index + 1, ...entry }));
  const shown = all.slice(after, after + 2);
  return json({ articles: shown, next: after + 2 < all.length ? after + 2 : null });
}

async function take({ articles, refusals }: State, text: string, line: number): Promise<unknown> {
  const input = v.parse(articleInputSchema, JSON.parse(text));
  const problem = refusals.get(input.slug);
  if (problem !== undefined) return { line, status: 422, problem };
  const entry = { id: input.id, slug: input.slug, status: input.status, digest: await digest(input) };
  const there = articles.get(input.id);
  const changed = there?.digest !== entry.digest || there.status !== entry.status;
  articles.set(input.id, entry);
  return {
    line,
    id: input.id,
    status: changed ? 201 : 200,
    changed,
    url: `https://news.example/articles/${input.slug}`,
  };
}

function send(response: ServerResponse, { status, headers = {}, body = '{}' }: Misstep): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(body);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
