/** What the rules look at in a request, in lower case and bounded, so that no header can make them slow. */

export interface Seen {
  readonly kind: 'view' | 'click' | 'poll';
  readonly agent: string;
  /** The User-Agent without what the makers of phones, carriers and owners write into it. */
  readonly named: string;
  /** What the request says it is for. */
  readonly purpose: string;
  /** `navigate document`, as Fetch Metadata says it. */
  readonly fetch: string;
  /** What of the things that browsers always send was sent: `language fetch image`. */
  readonly sent: string;
  /** The brands of the client hints. */
  readonly brands: string;
  /** What only robots send: `from`, `signature-agent`. */
  readonly robotic: string;
  readonly via: string;
  /** Host and path of the page it came from. */
  readonly page: string;
  /** The path alone, if that page is ours. */
  readonly ourPage: string;
}

export interface ClassContext {
  /** Our own address. */
  readonly base: string;
  readonly kind?: Seen['kind'];
}

/** No browser's or app's is longer; some that carry a whole phone come to 600. */
const MAX_AGENT = 1000;
const MAX_OTHER = 300;

export function seenIn(headers: Headers, { base, kind = 'view' }: ClassContext): Seen {
  const said = (name: string): string => (headers.get(name) ?? '').slice(0, MAX_OTHER).toLowerCase();
  const agent = (headers.get('user-agent') ?? '').slice(0, MAX_AGENT).toLowerCase();
  const fetch = `${said('sec-fetch-mode')} ${said('sec-fetch-dest')}`.trim();
  const page = pageIn(headers.get('referer'), base);
  return {
    kind,
    agent,
    named: withoutDevice(agent),
    purpose: `${said('sec-purpose')} ${said('purpose')} ${said('x-purpose')} ${said('x-moz')}`.trim(),
    fetch,
    sent: [
      headers.has('accept-language') && 'language',
      (fetch || headers.has('sec-fetch-site')) && 'fetch',
      said('accept').includes('image/') && 'image',
    ]
      .filter(Boolean)
      .join(' '),
    brands: said('sec-ch-ua'),
    robotic: ['from', 'signature-agent'].filter((name) => headers.has(name)).join(' '),
    via: said('via'),
    ...page,
  };
}

/** In brackets, with one pair inside: `(Linux; Android 7.0; Moto G (4) Build/X)`; Instagram says `Android (34/14; …)`. */
const BRACKETS = /(?:android )?\([^()]*(?:\([^()]*\)[^()]*)*\)/g;

/**
 * A phone's name is its maker's and may be any word (CUBOT, Robot), a carrier's stands in Facebook's list: neither says
 * what asks. A robot that dresses as a phone names itself elsewhere, or after `compatible`.
 */
function withoutDevice(agent: string): string {
  const rest = agent.replace(/\[fb[^\][]*/, '');
  if (!rest.includes('android')) return rest;
  return rest.replace(BRACKETS, (words) =>
    words.includes('android') && !/compatible;|\+http|-google\//.test(words) ? '()' : words,
  );
}

function pageIn(referrer: string | null, base: string): Pick<Seen, 'page' | 'ourPage'> {
  if (!referrer || referrer.length > 2 * MAX_AGENT || !URL.canParse(referrer)) return { page: '', ourPage: '' };
  const { origin, hostname, pathname, search } = new URL(referrer);
  const path = `${pathname}${search}`.slice(0, MAX_OTHER).toLowerCase();
  const ours = `${base}/`.startsWith(`${origin}/`);
  return { page: `${hostname}${path}`, ourPage: ours ? path : '' };
}
