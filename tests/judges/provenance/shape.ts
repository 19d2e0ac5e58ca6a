/** What must be the same about an article wherever it is read (invariant 1), in one shape for all readers. */

export interface Provenance {
  readonly guid: string;
  readonly published: string;
  readonly modified: string;
  /** Names, in order. */
  readonly byline: readonly string[];
  /** The way here, oldest first: addresses, and who stands behind them. Empty for an own story. */
  readonly via: readonly string[];
  readonly publishers: readonly string[];
  /** The original publisher as the format's own element for it says; empty where it has none. */
  readonly original: string;
  readonly rights: string;
  /** Empty: none is known. */
  readonly license: string;
  /** Photo credits, in the order of the photos. */
  readonly credits: readonly string[];
}

/** A reader says what it can see: a field that a format or parser doesn't show is left out. */
export type Seen = Partial<Provenance> & Pick<Provenance, 'guid'>;

export interface Reader {
  readonly name: string;
  readonly seen: readonly Seen[];
}

const UNSPECIFIED = 'http://purl.org/atompub/license#unspecified';

export const moment = (text: string | undefined): string => {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? `not a date: ${text}` : new Date(time).toISOString();
};

/** RFC 4946's way to say that there is none. */
export const license = (url: string | undefined): string => (url === UNSPECIFIED ? '' : (url ?? ''));

export interface Link {
  readonly rel?: string | undefined;
  readonly href?: string | undefined;
  readonly title?: string | undefined;
}

export function wayOf(links: readonly Link[]): Pick<Provenance, 'via' | 'publishers'> {
  const hops = links.filter(({ rel }) => rel === 'via');
  return { via: hops.map(({ href = '' }) => href), publishers: hops.map(({ title = '' }) => title) };
}

export const licenseOf = (links: readonly Link[]): string => license(links.find(({ rel }) => rel === 'license')?.href);
