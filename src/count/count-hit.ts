/**
 * A request for a badge or a credit link → a hit, durable before the answer leaves. Of the request only what a hit holds
 * is kept: no address, no User-Agent, no cookie, nothing that could tell one reader from another.
 */
import type { Gate } from '../gate.ts';
import { civilDay, MINUTE } from '../lib/time.ts';
import type { SigningKeys } from '../partner/signing-keys.ts';
import { CHANNELS } from '../partner/token.ts';
import { handIn } from './hand-in.ts';
import { type HitKind, NO_HOST } from './hit.ts';
import { CLASSES, classOf } from './request-class.ts';
import { verifiedToken } from './verified-tokens.ts';

export interface Counted {
  readonly counted: boolean;
  /** For whoever asks: why, in a few words. */
  readonly because: string;
}

export interface Counting {
  readonly kind: HitKind;
  readonly token: string;
  readonly keys: SigningKeys;
  readonly timeZone: string;
  /** Hosts that partners or checks vouch for. */
  readonly isKnownHost: (host: string) => boolean;
}

export async function countHit(request: Request, counting: Counting, gate: Gate): Promise<Counted> {
  const { kind, token, keys, timeZone, isKnownHost } = counting;
  if (request.method !== 'GET') return { counted: false, because: 'only GET is counted' };
  const attribution = await verifiedToken(token, keys);
  if (!attribution) return { counted: false, because: 'no token of ours' };
  const host = referringHost(request.headers);
  const { class: found, rule } = classOf(request.headers, { base: gate.env.BASE_URL, kind });
  const hit = {
    day: dayAt(gate.now, timeZone),
    article: attribution.article,
    grant: attribution.grant,
    channel: CHANNELS.indexOf(attribution.channel),
    kind,
    host,
    known: host === NO_HOST || isKnownHost(host),
    class: CLASSES.indexOf(found),
  };
  await handIn(hit, gate);
  return { counted: true, because: `class=${found}; rule=${rule}; host=${host}; grant=${attribution.grant}` };
}

const HOST = /^(?=.{1,253}$)[a-z0-9-]+(\.[a-z0-9-]+)*$/;

/**
 * The host alone: browsers tell no more by default, and no more is wanted. Who asks not to be tracked (Global Privacy
 * Control, Do Not Track) is counted without it.
 */
export function referringHost(headers: Headers): string {
  if (headers.get('sec-gpc') === '1' || headers.get('dnt') === '1') return NO_HOST;
  const referrer = headers.get('referer');
  if (!referrer || !URL.canParse(referrer)) return NO_HOST;
  const { hostname } = new URL(referrer);
  return HOST.test(hostname) ? hostname.replace(/^www\./, '') : NO_HOST;
}

/** Midnight falls on a quarter of an hour in every time zone, so one formatting serves for all hits of it. */
const QUARTER = 15 * MINUTE;
let held: { readonly name: string; readonly day: string } = { name: '', day: '' };

export function dayAt(now: number, timeZone: string): string {
  const name = `${timeZone} ${Math.floor(now / QUARTER)}`;
  if (held.name !== name) held = { name, day: civilDay(now, timeZone) };
  return held.day;
}
