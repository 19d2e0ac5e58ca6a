/** The JSON Schema of JSON Feed 1.1, and what no schema can say: ids are unique, the next page is another one. */
import { Ajv, type ErrorObject } from 'ajv';
import schema from 'jsonfeed-schema/schema-v1.1.json' with { type: 'json' };
import * as v from 'valibot';
import { type Held, ofKind } from '../demo.ts';
import { always, type Judge, verdict } from '../judge.ts';

const FEED = v.object({
  feed_url: v.string(),
  next_url: v.optional(v.string()),
  items: v.array(v.object({ id: v.string() })),
});

export const jsonFeedSchema: Judge = {
  name: 'jsonfeed-schema',
  missing: always,
  async judge(demo) {
    // The schema names `uri` and `date-time`, which Ajv checks only with a plug-in.
    const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(schema);
    const feeds = ofKind(demo, 'json');
    const errors = feeds.flatMap((feed) => {
      const document: unknown = JSON.parse(feed.text);
      const said = validate(document) ? [] : (validate.errors ?? []).map(worded);
      return [...said, ...ownRules(feed)].map((error) => `${feed.url}: ${error}`);
    });
    return verdict(feeds.length, 'documents', errors);
  },
};

const worded = ({ instancePath, message = 'is wrong' }: ErrorObject): string => `${instancePath} ${message}`;

function ownRules({ text, url }: Held): readonly string[] {
  const feed = v.parse(FEED, JSON.parse(text));
  const ids = feed.items.map((item) => item.id);
  return [
    ...(new Set(ids).size === ids.length ? [] : ['an id stands twice']),
    ...(feed.next_url === feed.feed_url ? ['next_url is feed_url'] : []),
    // A partner's names the partner: the key in this address goes into no document.
    ...(feed.feed_url === url || feed.feed_url === url.replace(/\/tf_[^/]+/, '/judge-generic')
      ? []
      : [`feed_url is ${feed.feed_url}`]),
  ];
}
