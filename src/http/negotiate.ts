/** Accept and Accept-Encoding (RFC 9110 sections 12.5.1 and 12.5.3). */

interface Range {
  readonly name: string;
  readonly quality: number;
}

const MAX_RANGES = 50;

function ranges(header: string): readonly Range[] {
  return header
    .slice(0, 2000)
    .split(',', MAX_RANGES)
    .flatMap((part) => {
      const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
      return name === '' ? [] : [{ name, quality: qualityOf(parameters) }];
    });
}

function qualityOf(parameters: readonly string[]): number {
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  if (weight === undefined) return 1;
  const quality = Number(weight.slice(2));
  return quality >= 0 && quality <= 1 ? quality : 0;
}

/** What a media type is worth to the client: the most specific range that covers it decides. */
function qualityFor(type: string, accepted: readonly Range[]): number {
  const family = `${type.split('/')[0]}/*`;
  for (const name of [type, family, '*/*']) {
    const range = accepted.find((candidate) => candidate.name === name);
    if (range) return range.quality;
  }
  return 0;
}

/** The best of what we offer, in our order where the client has none; null if it takes none of it. */
export function preferredType<T extends string>(
  header: string | null,
  offers: readonly (readonly [string, T])[],
): T | null {
  const accepted = ranges(header ?? '*/*');
  let best: { readonly offer: T; readonly quality: number } | null = null;
  for (const [type, offer] of offers) {
    const quality = qualityFor(type, accepted);
    if (quality > 0 && (best === null || quality > best.quality)) best = { offer, quality };
  }
  return best?.offer ?? null;
}

/**
 * What the client itself accepts: Cloudflare and Miniflare put their own list in the header, keep the client's in
 * `cf.clientAcceptEncoding`, and don't unpack what we pack for somebody who never asked.
 */
export function acceptEncoding(request: Request): string | null {
  const original = request.cf?.clientAcceptEncoding;
  return typeof original === 'string' ? original : request.headers.get('accept-encoding');
}

/** Only a client that names gzip, or takes any coding, gets it: `identity` is what everybody understands. */
export function acceptsGzip(header: string | null): boolean {
  if (header === null) return false;
  const accepted = ranges(header);
  const named =
    accepted.find(({ name }) => name === 'gzip' || name === 'x-gzip') ?? accepted.find(({ name }) => name === '*');
  return (named?.quality ?? 0) > 0;
}
