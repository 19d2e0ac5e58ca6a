/** What every refusal is: problem details that say what to do, kept by nobody, and without a secret in them. */
import type { Response } from 'miniflare';
import { expect } from 'vitest';

/** Status line, headers and body, as whoever asked gets them. */
export async function wholeOf(response: Response): Promise<string> {
  return `${response.status} ${JSON.stringify([...response.headers])} ${await response.text()}`;
}

export async function isRefused(
  response: Response,
  status: 401 | 403,
  secrets: readonly string[],
  words: string,
): Promise<void> {
  expect(response.status, words).toBe(status);
  expect(response.headers.get('content-type'), words).toMatch(/^application\/problem\+json/);
  expect(response.headers.get('cache-control'), words).toMatch(/no-store|private/);
  expect(response.headers.has('www-authenticate'), words).toBe(status === 401);
  expect(response.headers.has('set-cookie'), words).toBe(false);
  const whole = await wholeOf(response);
  expect(whole).toContain('"detail":');
  for (const secret of secrets) expect(whole.includes(secret), words).toBe(false);
}
