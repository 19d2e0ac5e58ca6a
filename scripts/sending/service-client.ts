/** Requests to a running service: patient with a busy one, and every failure as words an editor can act on. */
import * as v from 'valibot';
import { fail, ok, type Result } from '../../src/lib/result.ts';
import { parseHttpDate, SECOND } from '../../src/lib/time.ts';

export interface Surroundings {
  readonly fetch: typeof fetch;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly now: () => number;
}

export interface Service extends Surroundings {
  /** Without a slash at the end. */
  readonly base: string;
  readonly key: string;
}

export interface Call {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  readonly type?: string;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

export interface Failure {
  /** Would every further request fail as well? */
  readonly stops: boolean;
  readonly words: string;
}

const stopped = (words: string) => fail<Failure>({ stops: true, words });

const MAX_TRIES = 6;
const LONGEST_WAIT = 60 * SECOND;
const TIMEOUT = 120 * SECOND;

/** An answer that is neither a refusal of the key nor "busy": what it means is for the caller to say. */
export async function call(service: Service, request: Call): Promise<Result<Answer, Failure>> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await send(service, request);
    if (!response.ok) return response;
    const { status, headers } = response.value;
    if (status !== 429 && status !== 503) return answerOf(service, response.value);
    await response.value.body?.cancel();
    const pause = pauseFor(headers.get('Retry-After'), attempt, service.now());
    if (attempt === MAX_TRIES || pause > LONGEST_WAIT)
      return stopped(`${service.base} is too busy (${status}). What was sent stays: run it again later`);
    await service.wait(pause);
  }
}

async function send(service: Service, { method, path, type, body }: Call): Promise<Result<Response, Failure>> {
  const headers = { Authorization: `Bearer ${service.key}`, ...(type === undefined ? {} : { 'Content-Type': type }) };
  const init = { method, headers, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT) } as const;
  try {
    return ok(await service.fetch(service.base + path, body === undefined ? init : { ...init, body }));
  } catch (error) {
    return stopped(connectionWords(service.base, error));
  }
}

async function answerOf(service: Service, response: Response): Promise<Result<Answer, Failure>> {
  const { status } = response;
  if (status === 401 || status === 403)
    return stopped(
      `${service.base} refuses the editor key (${status}). Set EDITOR_KEY to the one the service was given`,
    );
  if (status >= 300 && status < 400)
    return stopped(`${service.base} sends on to ${response.headers.get('Location')}. Give that address with --to`);
  try {
    return ok({ status, text: await response.text() });
  } catch (error) {
    return stopped(connectionWords(service.base, error));
  }
}

function connectionWords(base: string, error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const text = String(cause);
  if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|bad port/.test(text) || refusedInside(cause))
    return `nothing answers at ${base}: is it running? npm start`;
  return `the connection to ${base} broke off (${text}). What was sent stays: run it again`;
}

/** Several addresses tried, none open: Node wraps the reasons. */
const refusedInside = (cause: unknown): boolean =>
  cause instanceof AggregateError && cause.errors.some((each) => /ECONNREFUSED/.test(String(each)));

/** `Retry-After` is seconds or a date (RFC 9110 section 10.2.3). */
function pauseFor(header: string | null, attempt: number, now: number): number {
  if (header === null) return Math.min(2 ** (attempt - 1) * SECOND, LONGEST_WAIT);
  if (/^\d+$/.test(header.trim())) return Number(header) * SECOND;
  const date = parseHttpDate(header);
  return date === null ? SECOND : Math.max(0, date - now);
}

const problemSchema = v.object({
  title: v.optional(v.string(), ''),
  detail: v.optional(v.string(), ''),
  errors: v.optional(v.array(v.object({ pointer: v.string(), detail: v.string() })), []),
});

export type Problem = v.InferOutput<typeof problemSchema>;
export const problem = problemSchema;

/** What went wrong, in the service's words if it gave any. */
export function refusal({ status, text }: Answer, request: Call) {
  const parsed = v.safeParse(problemSchema, parseJson(text));
  const words = parsed.success ? problemWords(parsed.output) : '';
  const ending = words === '' ? '' : `: ${words}`;
  return fail<Failure>({
    stops: false,
    words: `${request.method} ${request.path} was answered with ${status}${ending}`,
  });
}

export const problemWords = ({ title, detail, errors }: Problem): string =>
  [detail || title, ...errors.map((error) => `${error.pointer} ${error.detail}`)]
    .filter((words) => words !== '')
    .join('; ');

/** Undefined for what is no JSON: schemas refuse it then. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An answer of the shape that was agreed on, or why not. */
export async function callFor<T>(
  service: Service,
  request: Call,
  schema: v.GenericSchema<unknown, T>,
): Promise<Result<T, Failure>> {
  const answer = await call(service, request);
  if (!answer.ok) return answer;
  if (answer.value.status >= 400) return refusal(answer.value, request);
  const parsed = v.safeParse(schema, parseJson(answer.value.text));
  return parsed.success ? ok(parsed.output) : notTearsheet(service);
}

export const notTearsheet = ({ base }: Service) =>
  stopped(`${base} does not answer as Tearsheet does. Is the address right?`);
