/** What a parser read out of each feed, compared with what is in there: every item, in order, with its id and title. */
import * as v from 'valibot';
import { type Demo, feedsOf, type Held } from './demo.ts';
import { expectedItems } from './items.ts';
import { type Verdict, verdict } from './judge.ts';
import { lines, type Ran } from './shell.ts';

const READ = v.object({
  path: v.string(),
  error: v.optional(v.string()),
  items: v.optional(v.array(v.object({ id: v.optional(v.string()), title: v.string() })), []),
});

export type Read = v.InferInput<typeof READ>;

/** Readers that are programs of their own print one JSON object a feed and line. */
export function printedReads({ code, out, err }: Ran): readonly Read[] {
  if (code !== 0) throw new Error(`ended with ${code}: ${err.trim().slice(-1000)}`);
  return lines(out).map((line) => v.parse(READ, JSON.parse(line)));
}

export function judgeReads(feeds: readonly Held[], reads: readonly Read[], demo: Demo): Verdict {
  const byPath = new Map(reads.map((read) => [read.path, v.parse(READ, read)]));
  const errors = feeds.flatMap((feed) => {
    const read = byPath.get(feed.path);
    if (!read) return [`${feed.url}: not read`];
    if (read.error) return [`${feed.url}: ${read.error}`];
    return differences(feed, read.items, demo);
  });
  return verdict(feeds.length, 'documents', errors);
}

function differences(
  feed: Held,
  items: readonly { readonly id?: string | undefined; readonly title: string }[],
  demo: Demo,
): readonly string[] {
  const expected = expectedItems(feed, demo);
  if (items.length !== expected.length) return [`${feed.url}: ${items.length} items instead of ${expected.length}`];
  return expected.flatMap(({ id, title }, index) => {
    const found = items[index];
    const wrong = [
      ...(found?.id === undefined || found.id === id ? [] : [`guid "${found.id}" instead of "${id}"`]),
      ...(plain(found?.title) === plain(title) ? [] : [`title "${found?.title}" instead of "${title}"`]),
    ];
    return wrong.map((what) => `${feed.url}: ${what}`);
  });
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  '#34': '"',
  '#38': '&',
  '#39': "'",
  '#60': '<',
  '#62': '>',
};

/** Some parsers hand out an Atom title as the HTML it is, others as its text. */
const plain = (title: string | undefined): string =>
  (title ?? '').replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole).trim();

/** A parser in this process: `read` throws on what it can't take. */
export async function readAll(
  feeds: readonly Held[],
  read: (feed: Held) => Read['items'] | Promise<Read['items']>,
): Promise<readonly Read[]> {
  const reads: Read[] = [];
  for (const feed of feeds) {
    try {
      reads.push({ path: feed.path, items: await read(feed) });
    } catch (error) {
      reads.push({ path: feed.path, error: String(error) });
    }
  }
  return reads;
}

export const xmlFeeds = (demo: Demo): readonly Held[] => feedsOf(demo, 'rss', 'atom');
