/** What a form of the desk sends: `application/x-www-form-urlencoded`, never more of it than a form of ours can hold. */
import { readBytes } from '../editor/read-body.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { clean, cleanLine } from '../lib/text.ts';

const MAX_FORM = 64 * 1024;
const TYPE = /^application\/x-www-form-urlencoded\s*(;|$)/i;

export async function readForm(request: Request): Promise<Result<URLSearchParams, 'too large' | 'not a form'>> {
  if (!TYPE.test(request.headers.get('content-type') ?? '')) return fail('not a form');
  const body = await readBytes(request, MAX_FORM);
  return body.ok ? ok(new URLSearchParams(new TextDecoder().decode(body.value))) : body;
}

/** One line of plain text; empty if the form has no such field. */
export const lineOf = (form: URLSearchParams, name: string): string => cleanLine(form.get(name) ?? '');

/** Several lines of plain text. */
export const textOf = (form: URLSearchParams, name: string): string => clean(form.get(name) ?? '').trim();
