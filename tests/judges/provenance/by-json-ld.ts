/** The article's page by its JSON-LD. */
import * as v from 'valibot';
import type { Held } from '../demo.ts';
import { license, moment, type Reader } from './shape.ts';

const NAMED = v.object({ name: v.string() });
const ARTICLE = v.object({
  '@type': v.literal('NewsArticle'),
  identifier: v.string(),
  datePublished: v.string(),
  dateModified: v.string(),
  author: v.array(NAMED),
  isBasedOn: v.optional(v.array(v.object({ url: v.string(), publisher: NAMED })), []),
  sourceOrganization: NAMED,
  copyrightNotice: v.string(),
  license: v.optional(v.string()),
  image: v.optional(v.array(v.object({ creditText: v.string() })), []),
});

export function byJsonLd(page: Held): Reader {
  const text = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page.text)?.[1] ?? 'null';
  const article = v.parse(ARTICLE, JSON.parse(text));
  const hops = article.isBasedOn;
  const seen = {
    guid: article.identifier,
    published: moment(article.datePublished),
    modified: moment(article.dateModified),
    byline: article.author.map(({ name }) => name),
    via: hops.map(({ url }) => url),
    publishers: hops.map(({ publisher }) => publisher.name),
    original: hops.length > 0 ? article.sourceOrganization.name : '',
    rights: article.copyrightNotice,
    license: license(article.license),
    credits: article.image.map(({ creditText }) => creditText),
  };
  return { name: 'JSON-LD', seen: [seen] };
}
