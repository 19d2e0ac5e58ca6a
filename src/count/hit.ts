/** One counted request for a copy's badge or credit link: what is kept of it, and nothing else. */
export const HIT_KINDS = ['view', 'click'] as const;
export type HitKind = (typeof HIT_KINDS)[number];

export interface Hit {
  /** In the publication's time zone: `2026-11-22`. */
  readonly day: string;
  readonly article: number;
  readonly grant: number;
  /** Its place in CHANNELS. */
  readonly channel: number;
  readonly kind: HitKind;
  /** Where the copy was seen; `-` where the browser doesn't say. */
  readonly host: string;
  /** Is it a partner's, or one where a copy has been verified? Then it is never folded into `other`. */
  readonly known: boolean;
  /** Its place in CLASSES. */
  readonly class: number;
}

/** As a tally keeps it, and as the ledger's SQL takes it apart: day, article, grant, channel, kind, host, class. */
export type HitKey = string;

export const hitKey = ({ day, article, grant, channel, kind, host, class: found }: Hit): HitKey =>
  JSON.stringify([day, article, grant, channel, HIT_KINDS.indexOf(kind), host, found]);

export const NO_HOST = '-';
export const OTHER_HOST = 'other';

/** So many hosts a day that nobody vouches for are told apart by each tally; the rest are `other`. */
export const MAX_UNKNOWN_HOSTS = 200;
