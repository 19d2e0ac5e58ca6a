/** Headers that many answers share. Each group says what it is for. */

/** Feeds and photos may be read by any page's script; RFC-named headers a script can't see unless they are exposed. */
export const CORS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Link, IM, Delta-Base, Cache-Status, Retry-After, Content-Location',
};

/** Answer to a preflight: conditional headers and A-IM are what makes a feed request "non-simple". */
export const PREFLIGHT: Readonly<Record<string, string>> = {
  ...CORS,
  allow: 'GET, HEAD, OPTIONS',
  'access-control-allow-methods': 'GET, HEAD, OPTIONS',
  'access-control-allow-headers': 'If-None-Match, If-Modified-Since, A-IM, Accept',
  'access-control-max-age': '86400',
  'cache-control': 'no-store',
};

/** Nothing we serve runs script, is framed by others or needs to guess its type. */
export const SAFE: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'strict-transport-security': 'max-age=31536000',
};

export const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The republish page has one script of ours, which copies to the clipboard. */
export const COPY_PAGE_POLICY = `${PAGE_POLICY}; script-src 'self'`;

/** A feed in a browser is text with our stylesheet. */
export const FEED_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/** For one partner's eyes: kept by nobody in between, and its address, which may hold a key, told to nobody. */
export const PRIVATE: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'strict-transport-security': 'max-age=31536000',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  'cache-control': 'private, no-cache',
};

/** Clients: five minutes, and ten more while they look for a newer one, so no copy is older than 15 minutes. */
export const CLIENT_CACHE = 'public, max-age=300, stale-while-revalidate=600';
/** The edge keeps long, because what it keeps is keyed by seq: a change makes older copies unreachable. */
export const EDGE_CACHE = 'public, max-age=3600, stale-while-revalidate=60, stale-if-error=0';
