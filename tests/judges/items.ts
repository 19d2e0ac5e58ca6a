/** What JSON Feed says is in a feed, as plain data: what every parser of RSS and Atom must find there too. */
import * as v from 'valibot';
import type { Demo, Held } from './demo.ts';

const HOP = v.object({ publisher: v.string(), url: v.string() });

const NOTICE = v.object({ date: v.string() });

const ITEM = v.object({
  id: v.string(),
  url: v.string(),
  title: v.string(),
  language: v.optional(v.string()),
  date_published: v.string(),
  date_modified: v.string(),
  authors: v.optional(v.array(v.object({ name: v.string() })), []),
  _tearsheet: v.object({
    rights: v.optional(v.string()),
    license: v.optional(v.string()),
    origin: v.optional(v.object({ hops: v.array(HOP) })),
    photos: v.optional(v.array(v.object({ credit: v.string() })), []),
    withdrawn: v.optional(NOTICE),
    expired: v.optional(NOTICE),
  }),
});

export type JsonItem = v.InferOutput<typeof ITEM>;

const FEED = v.object({ items: v.array(ITEM) });

export const itemsOf = ({ text }: Held): readonly JsonItem[] => v.parse(FEED, JSON.parse(text)).items;

/** Not a notice that an article is gone. */
export const isThere = ({ _tearsheet: { withdrawn, expired } }: JsonItem): boolean => !withdrawn && !expired;

/** The items a feed of any format must hold. Atom announces a removal by a tombstone, which is no entry. */
export function expectedItems(feed: Held, demo: Demo): readonly JsonItem[] {
  const url = feed.url.replace(/\.[a-z]+$/, '.json');
  const json = demo.documents.find((held) => held.url === url);
  if (!json) throw new Error(`${url} is missing`);
  return itemsOf(json).filter((item) => feed.kind !== 'atom' || isThere(item));
}
