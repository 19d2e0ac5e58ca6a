/** JSON Feed by JSON.parse, with the `_tearsheet` extension that feed parsers drop. */
import type { Held } from '../demo.ts';
import { itemsOf } from '../items.ts';
import { license, moment, type Reader } from './shape.ts';

export function byJson(feed: Held): Reader {
  const seen = itemsOf(feed).map(({ id, date_published, date_modified, authors, _tearsheet: own }) => {
    const hops = own.origin?.hops ?? [];
    return {
      guid: id,
      published: moment(date_published),
      modified: moment(date_modified),
      byline: authors.map(({ name }) => name),
      via: hops.map(({ url }) => url),
      publishers: hops.map(({ publisher }) => publisher),
      original: hops[0]?.publisher ?? '',
      rights: own.rights ?? '',
      license: license(own.license),
      credits: own.photos.map(({ credit }) => credit),
    };
  });
  return { name: 'JSON Feed', seen };
}
