/** RSS and Atom by feedparser. It shows every field. */
import { join } from 'node:path';
import * as v from 'valibot';
import type { Held } from '../demo.ts';
import { PYTHON } from '../feeds/feedparser.ts';
import { run } from '../shell.ts';
import { licenseOf, moment, type Reader, wayOf } from './shape.ts';

const SCRIPT = join(import.meta.dirname, 'read-feedparser.py');

const LINK = v.object({ rel: v.optional(v.string()), href: v.optional(v.string()), title: v.optional(v.string()) });
const ENTRIES = v.array(
  v.object({
    guid: v.string(),
    published: v.string(),
    modified: v.string(),
    byline: v.array(v.string()),
    rights: v.string(),
    original: v.string(),
    credits: v.array(v.string()),
    links: v.array(LINK),
  }),
);

export async function byFeedparser(feed: Held): Promise<Reader> {
  const { code, out, err } = await run(PYTHON, [SCRIPT, feed.path]);
  if (code !== 0) throw new Error(`feedparser: ${err.trim().split('\n').at(-1)} in ${feed.url}`);
  const seen = v.parse(ENTRIES, JSON.parse(out)).map(({ links, published, modified, ...same }) => ({
    ...same,
    published: moment(published),
    modified: moment(modified),
    ...wayOf(links),
    license: licenseOf(links),
  }));
  return { name: `feedparser ${feed.kind}`, seen };
}
