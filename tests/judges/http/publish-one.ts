/** One more article in the running demo, for judges of what happens then. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Demo } from '../demo.ts';
import { ask } from '../http.ts';

/**
 * libcurl, and so newsboat, drops an answer whose Last-Modified is not later than the one it knows, and HTTP dates
 * are whole seconds: a change shall not fall into the second of the one before.
 */
const APART = 1100;
/** Longer than the service takes to see a change everywhere (docs/http.md). */
const VISIBLE_WITHIN = 20_000;

/** Returns once the feed shows it. */
export async function publishOne(demo: Demo, slug: string, feed: string): Promise<void> {
  await wait(APART);
  const body = JSON.stringify({
    id: `tag:judges.example,2026:${slug}`,
    slug,
    title: `A word from ${slug}`,
    byline: [{ name: 'Ada Lens' }],
    language: 'en',
    body: '<p>One thing is new.</p>',
    published: new Date().toISOString(),
  });
  const headers = { authorization: `Bearer ${demo.editorKey}`, 'content-type': 'application/json' };
  const { status, body: said } = await ask(`${demo.base}/api/articles`, { method: 'PUT', headers, body });
  if (status >= 300) throw new Error(`publishing answered ${status}: ${said}`);
  await shown(feed, `/articles/${slug}`);
}

/** Asks by validator, as a client that comes often should: others are sent away after a while. */
async function shown(feed: string, text: string): Promise<void> {
  let tag = '"none"';
  for (const until = Date.now() + VISIBLE_WITHIN; Date.now() < until; ) {
    const { headers, body } = await ask(feed, { headers: { 'if-none-match': tag } });
    if (body.includes(text)) return;
    tag = headers.etag ?? tag;
    await wait(500);
  }
  throw new Error(`${feed} doesn't show the new article after ${VISIBLE_WITHIN / 1000} s`);
}
