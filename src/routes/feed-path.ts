/** Which feed an address names. Feeds are most of the traffic, so they are told from the rest before any router is asked. */
import { isScopeValue, kindOf, type Scope, scopeKey } from '../article/scope.ts';
import { type Format, isFormat } from '../feed/formats.ts';

export interface FeedAsked {
  readonly scope: Pick<Scope, 'kind' | 'value'>;
  /** As it stands in document names and counts: `tags/ferries`. */
  readonly key: string;
  readonly format: Format;
  /** Asked at `/feed`, where the format depends on Accept. */
  readonly negotiated: boolean;
}

/** Addresses seen last, with what they name. Bounded, since anybody can make up addresses. */
const MAX_KNOWN = 1000;
const known = new Map<string, FeedAsked>();

export function feedAt(url: string): FeedAsked | null {
  const found = known.get(url);
  if (found !== undefined) return found;
  const asked = parse(new URL(url).pathname);
  // Only feeds' own addresses are kept: another one may hold a key.
  if (!asked) return null;
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(url, asked);
  return asked;
}

const FEED = /^\/(?:(sections|tags|authors|languages)\/([^/]+)\/)?feed\.(rss|atom|json)$/;

function parse(path: string): FeedAsked | null {
  const [, folder, encoded = '', format = ''] = FEED.exec(path) ?? [];
  const kind = folder === undefined ? ('all' as const) : kindOf(folder);
  const value = decoded(encoded);
  if (!isFormat(format) || !kind || value === null || !isScopeValue(kind, value)) return null;
  const scope = { kind, value };
  return { scope, key: scopeKey(scope), format, negotiated: false };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
