/** The article's page as an h-entry by microformats-parser: it has no place for rights, and names publishers in sentences. */
import { mf2 } from 'microformats-parser';
import * as v from 'valibot';
import type { Held } from '../demo.ts';
import { license, moment, type Reader } from './shape.ts';

const VALUED = v.object({ value: v.string() });
const ENTRY = v.object({
  type: v.tuple([v.literal('h-entry')]),
  properties: v.object({
    uid: v.tuple([v.string()]),
    published: v.tuple([v.string()]),
    updated: v.tuple([v.string()]),
    author: v.array(VALUED),
    'repost-of': v.optional(v.array(VALUED), []),
  }),
});
const PAGE = v.object({ items: v.tuple([ENTRY]), rels: v.object({ license: v.optional(v.array(v.string()), []) }) });

export function byMicroformats(page: Held): Reader {
  const { items, rels } = v.parse(PAGE, mf2(page.text, { baseUrl: page.url }));
  const { properties } = items[0];
  const seen = {
    guid: properties.uid[0],
    published: moment(properties.published[0]),
    modified: moment(properties.updated[0]),
    byline: properties.author.map(({ value }) => value),
    via: properties['repost-of'].map(({ value }) => value),
    license: license(rels.license[0]),
  };
  return { name: 'h-entry', seen: [seen] };
}
