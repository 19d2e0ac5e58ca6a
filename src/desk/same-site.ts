/**
 * Did one of our own pages send this form? Browsers say so in `Sec-Fetch-Site`, which no script can set, and older ones in
 * `Origin`. Whoever sends neither is no browser with a form of ours. The cookie's SameSite=Strict says it a second time.
 */
export function fromOurPage(headers: Headers, base: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  return headers.get('origin') === new URL(base).origin;
}
