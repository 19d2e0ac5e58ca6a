/** RFC 3229 with the instance manipulation `feed`: may the answer be only what is new? */
import { opaque, parseTags } from './conditional.ts';

/** The one entity tag a delta can start from; null if the client wants none, or names several or none. */
export function deltaBase(headers: Headers): string | null {
  const wanted = (headers.get('a-im') ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => part.trim().toLowerCase());
  if (!wanted.some((part) => part === 'feed' || (part.startsWith('feed;') && !/;\s*q=0(\.0*)?$/.test(part))))
    return null;
  const tags = parseTags(headers.get('if-none-match'));
  return tags !== null && tags !== '*' && tags.length === 1 && tags[0] ? opaque(tags[0]) : null;
}
