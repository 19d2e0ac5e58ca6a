/** A small JSON body, or the problem with it. */
import { parseJson, readBytes } from '../editor/read-body.ts';
import type { Problem } from '../http/problem.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { notJson, tooLarge } from './api-answer.ts';

export const MAX_SMALL_BODY = 64 * 1024;

export async function readJson(request: Request): Promise<Result<unknown, Problem>> {
  const body = await readBytes(request, MAX_SMALL_BODY);
  if (!body.ok) return fail(tooLarge(MAX_SMALL_BODY));
  const value = parseJson(new TextDecoder().decode(body.value));
  // A list would pass for an object without members, where every member may be missing.
  return value === undefined || Array.isArray(value) ? fail(notJson) : ok(value);
}
