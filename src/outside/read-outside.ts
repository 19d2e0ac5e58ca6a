/**
 * The one place that asks another server for something. Never while a visitor waits; https alone, no redirect followed,
 * five seconds, a byte limit, and an honest name. Which hosts may be asked is for callers to say: they pass names that
 * `partner/partner.ts` has taken as public ones.
 */
import { fail, ok, type Result } from '../lib/result.ts';
import { SECOND } from '../lib/time.ts';

export const TIME_LIMIT = 5 * SECOND;
const USER_AGENT = 'Tearsheet';

export type OutsideProblem = 'unreachable' | 'too slow' | 'too large' | 'refused';

export interface Asking {
  readonly fetch: typeof fetch;
  /** Whose name the request carries: our base URL. */
  readonly base: string;
}

export async function readOutside(
  url: URL,
  accept: string,
  maxBytes: number,
  { fetch, base }: Asking,
): Promise<Result<string, OutsideProblem>> {
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '') return fail('refused');
  try {
    const response = await fetch(url.href, {
      headers: { accept, 'user-agent': `${USER_AGENT} (+${base}/)` },
      redirect: 'manual',
      signal: AbortSignal.timeout(TIME_LIMIT),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      return fail('refused');
    }
    return await textOf(response, maxBytes);
  } catch (error) {
    return fail(error instanceof Error && error.name === 'TimeoutError' ? 'too slow' : 'unreachable');
  }
}

async function textOf(response: Response, maxBytes: number): Promise<Result<string, OutsideProblem>> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > maxBytes) return fail('too large');
    text += decoder.decode(chunk, { stream: true });
  }
  return ok(text + decoder.decode());
}
