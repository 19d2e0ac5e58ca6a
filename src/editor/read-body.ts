/** Request bodies, never more of them than allowed, whatever Content-Length says. */
import { fail, ok, type Result } from '../lib/result.ts';

export type BodyProblem = 'too large';

export async function readBytes(
  request: Request,
  maxBytes: number,
): Promise<Result<Uint8Array<ArrayBuffer>, BodyProblem>> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return fail('too large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) return fail('too large');
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return ok(bytes);
}

/** Undefined for what isn't JSON: no schema takes that. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
