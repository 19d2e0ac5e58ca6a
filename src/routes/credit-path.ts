/** Which badge or credit link an address names: told from the rest before any router is asked, as feeds are. */
export interface CreditAsked {
  readonly kind: 'badge' | 'link';
  /** A token; of a badge with its type behind it: `TOKEN.svg`. */
  readonly name: string;
}

/** As copies carry them. Any other spelling of the same address is the router's. */
const CARRIED = /^https?:\/\/[^/]+\/(?:b\/([A-Za-z0-9_-]+\.(?:svg|gif))|c\/([A-Za-z0-9_-]+))$/;

export function creditAt(url: string): CreditAsked | null {
  const [, badge, link] = CARRIED.exec(url) ?? [];
  if (badge !== undefined) return { kind: 'badge', name: badge };
  return link === undefined ? null : { kind: 'link', name: link };
}
