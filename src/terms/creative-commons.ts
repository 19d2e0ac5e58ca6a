/** What an address at Creative Commons says of a licence. */
const CREATIVE_COMMONS = /^https?:\/\/creativecommons\.org\/(?:licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)/;

/** `by-nd`, `zero`, `mark`; null for a licence that is none of Creative Commons'. */
export const creativeCommonsKind = (url: string): string | null => CREATIVE_COMMONS.exec(url)?.[1] ?? null;

/** A licence's usual short name: `CC BY-ND 4.0`; the address where it has none. */
export function licenseName(url: string): string {
  const [, kind, version] = CREATIVE_COMMONS.exec(url) ?? [];
  if (kind === undefined || version === undefined) return url;
  if (kind === 'zero') return `CC0 ${version}`;
  return kind === 'mark' ? `Public Domain Mark ${version}` : `CC ${kind.toUpperCase()} ${version}`;
}
