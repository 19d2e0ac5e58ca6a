/** The two calls an editor makes here. */
import type { ArticleDocument } from '../../src/article/input.ts';
import { PUBLICATION } from './corpus.ts';
import { EDITOR_KEY } from './world.ts';

export async function send(at: string, method: string, path: string, body: string): Promise<Response> {
  const response = await fetch(at + path, {
    method,
    headers: { authorization: `Bearer ${EDITOR_KEY}`, connection: 'close' },
    body,
  });
  if (!response.ok) throw new Error(`${method} ${path} answers ${response.status}: ${await response.text()}`);
  return response;
}

export async function setPublication(at: string, over: object = {}): Promise<void> {
  await (await send(at, 'PUT', '/api/publication', JSON.stringify({ ...PUBLICATION, ...over }))).text();
}

export async function publish(at: string, articles: readonly ArticleDocument[]): Promise<void> {
  for (const article of articles) await (await send(at, 'PUT', '/api/articles', JSON.stringify(article))).text();
}
