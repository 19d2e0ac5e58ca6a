/** Conditional requests (RFC 9110 section 13) for GET and HEAD. */
import { parseHttpDate } from '../lib/time.ts';

export interface Validators {
  /** With its quotes. */
  readonly etag: string;
  /** Milliseconds, whole seconds. */
  readonly lastModified: number;
}

/** Longer lists are cut: no honest client holds so many copies of one document. */
const MAX_TAGS = 50;
const ENTITY_TAG = /(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g;

export type TagList = '*' | readonly string[];

/** The entity tags of an If-None-Match, without weakness prefixes; null if the header is absent or holds none. */
export function parseTags(header: string | null): TagList | null {
  if (header === null) return null;
  if (header.trim() === '*') return '*';
  const tags = header.match(ENTITY_TAG)?.slice(0, MAX_TAGS).map(opaque) ?? [];
  return tags.length > 0 ? tags : null;
}

/** Weak comparison (section 8.8.3.2): what matters is what stands between the quotes. */
export const opaque = (tag: string): string => tag.replace(/^W\//, '');

/** Has the client what it asks for? If-None-Match wins; only without it is If-Modified-Since looked at (13.1.3). */
export function isNotModified(headers: Headers, validators: Validators): boolean {
  const ifNoneMatch = headers.get('if-none-match');
  if (ifNoneMatch !== null) {
    const tags = parseTags(ifNoneMatch);
    return tags === '*' || (tags?.includes(opaque(validators.etag)) ?? false);
  }
  const since = headers.get('if-modified-since');
  const date = since === null ? null : parseHttpDate(since);
  return date !== null && validators.lastModified <= date;
}

/** Does the client bring a validator, and not just any text in the header? */
export const isConditional = (headers: Headers): boolean =>
  parseTags(headers.get('if-none-match')) !== null || parseHttpDate(headers.get('if-modified-since') ?? '') !== null;
