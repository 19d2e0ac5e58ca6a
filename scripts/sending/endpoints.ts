/** The editor API's endpoints, one function each. */
import * as v from 'valibot';
import type { ArticleDocument } from '../../src/article/input.ts';
import type { Publication } from '../../src/article/publication.ts';
import { ok, type Result } from '../../src/lib/result.ts';
import {
  call,
  callFor,
  type Failure,
  notTearsheet,
  parseJson,
  problem,
  refusal,
  type Service,
} from './service-client.ts';

const remotePublication = v.object({ digest: v.string() });

/** Null if the service has none yet. */
export async function publicationDigestAt(service: Service): Promise<Result<string | null, Failure>> {
  const request = { method: 'GET', path: '/api/publication' } as const;
  const answer = await call(service, request);
  if (!answer.ok) return answer;
  if (answer.value.status === 404) return ok(null);
  if (answer.value.status >= 400) return refusal(answer.value, request);
  const parsed = v.safeParse(remotePublication, parseJson(answer.value.text));
  return parsed.success ? ok(parsed.output.digest) : notTearsheet(service);
}

export const putPublication = (service: Service, publication: Publication): Promise<Result<unknown, Failure>> =>
  callFor(
    service,
    { method: 'PUT', path: '/api/publication', type: 'application/json', body: JSON.stringify(publication) },
    v.unknown(),
  );

const remoteArticle = v.object({ id: v.string(), slug: v.string(), status: v.string(), digest: v.string() });
export type RemoteArticle = v.InferOutput<typeof remoteArticle>;

const articlePage = v.object({ articles: v.array(remoteArticle), next: v.nullable(v.number()) });

export async function allArticles(service: Service): Promise<Result<readonly RemoteArticle[], Failure>> {
  const all: RemoteArticle[] = [];
  let after: number | null = 0;
  while (after !== null) {
    const path: string = `/api/articles?limit=500${after === 0 ? '' : `&after=${after}`}`;
    const page: Result<v.InferOutput<typeof articlePage>, Failure> = await callFor(
      service,
      { method: 'GET', path },
      articlePage,
    );
    if (!page.ok) return page;
    all.push(...page.value.articles);
    // A page that doesn't move on would be asked for again for ever.
    after = page.value.next !== null && page.value.next > after ? page.value.next : null;
  }
  return ok(all);
}

export async function hasAsset(service: Service, asset: string): Promise<Result<boolean, Failure>> {
  const request = { method: 'GET', path: `/api/assets/${asset}` } as const;
  const answer = await call(service, request);
  if (!answer.ok) return answer;
  if (answer.value.status === 404) return ok(false);
  return answer.value.status < 400 ? ok(true) : refusal(answer.value, request);
}

const storedAsset = v.object({ asset: v.string() });

export const putAsset = (
  service: Service,
  type: string,
  body: Uint8Array<ArrayBuffer>,
): Promise<Result<{ asset: string }, Failure>> =>
  callFor(service, { method: 'PUT', path: '/api/assets', type, body }, storedAsset);

const answerLine = v.union([v.object({ changed: v.boolean() }), v.object({ problem })]);
export type AnswerLine = v.InferOutput<typeof answerLine>;

/** One answer for each document, in order. An answer that breaks off is shorter. */
export async function postArticles(
  service: Service,
  documents: readonly string[],
): Promise<Result<readonly (AnswerLine | null)[], Failure>> {
  const request = {
    method: 'POST',
    path: '/api/articles',
    type: 'application/x-ndjson',
    body: `${documents.join('\n')}\n`,
  } as const;
  const answer = await call(service, request);
  if (!answer.ok) return answer;
  if (answer.value.status >= 400) return refusal(answer.value, request);
  const lines = answer.value.text.split('\n').filter((line) => line.trim() !== '');
  return ok(
    lines.map((line) => {
      const parsed = v.safeParse(answerLine, parseJson(line));
      return parsed.success ? parsed.output : null;
    }),
  );
}

export const asLine = (document: ArticleDocument): string => JSON.stringify(document);

export const withdrawArticle = (service: Service, id: string, reason: string): Promise<Result<unknown, Failure>> =>
  callFor(
    service,
    { method: 'DELETE', path: `/api/articles/${encodeURIComponent(id)}?reason=${encodeURIComponent(reason)}` },
    v.unknown(),
  );
