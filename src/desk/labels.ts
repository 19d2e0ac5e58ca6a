/** What editors call what the catalogue holds (docs/architecture.md, Words). */
import type { Rights } from '../article/article.ts';
import type { CanonicalPolicy, Carriers } from '../article/terms.ts';
import type { RequestState } from '../catalogue/request-rows.ts';
import type { Standing } from '../catalogue/standing.ts';
import type { KeyScope } from '../editor/keys.ts';
import type { GrantState } from '../partner/grant.ts';
import type { KeyKind, PartnerState } from '../partner/partner.ts';

export const STANDINGS: Readonly<Record<Standing, string>> = {
  shown: 'Published',
  waiting: 'Scheduled',
  held: 'Held',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
};

export const STANDING_ORDER = ['shown', 'waiting', 'held', 'withdrawn', 'expired'] as const;

export const isStanding = (text: string): text is Standing => Object.hasOwn(STANDINGS, text);

/** What readers get at the article's address. */
export const PUBLIC_SEES: Readonly<Record<Standing, string>> = {
  shown: 'Readers see it, and it is in the feeds.',
  waiting: 'Nobody outside sees it yet.',
  held: 'Nobody outside sees it: its address answers as if there were nothing.',
  withdrawn: 'Readers see a notice that it was withdrawn, with the reason.',
  expired: 'Readers see a notice that it is no longer available.',
};

export const RIGHTS: Readonly<Record<Rights, string>> = {
  own: 'Our own',
  licensed: 'Licensed to us',
  'third-party': 'Somebody else’s',
  cc: 'Creative Commons',
  unknown: 'Unknown',
};

export const RIGHTS_ORDER = ['own', 'licensed', 'third-party', 'cc', 'unknown'] as const;

export const SCOPE_WORDS: Readonly<Record<KeyScope, string>> = {
  read: 'Read',
  publish: 'Publish and change',
  partners: 'Partners, permissions and requests',
  keys: 'Make and revoke keys',
  export: 'Export and restore everything',
};

export const isRights = (text: string): text is Rights => Object.hasOwn(RIGHTS, text);

export const PARTNER_STATE_WORDS: Readonly<Record<PartnerState, string>> = {
  active: 'Active',
  suspended: 'Suspended',
  ended: 'Ended',
};

export const GRANT_STATE_WORDS: Readonly<Record<GrantState, string>> = {
  requested: 'Requested',
  offered: 'Offered',
  active: 'Active',
  suspended: 'Suspended',
  ended: 'Ended',
};

/** What a button says that moves a permission to a state. */
export const GRANT_MOVES: Readonly<Record<GrantState, string>> = {
  requested: 'Request',
  offered: 'Offer it',
  active: 'Put it in force',
  suspended: 'Suspend it',
  ended: 'End it for good',
};

export const REQUEST_STATE_WORDS: Readonly<Record<RequestState, string>> = {
  open: 'Waiting',
  approved: 'Approved',
  declined: 'Declined',
};

export const KEY_KIND_WORDS: Readonly<Record<KeyKind, string>> = {
  feed: 'Reads the partner’s feeds',
  portal: 'Signs in at the portal',
};

export const CARRIER_WORDS: Readonly<Record<Carriers, string>> = {
  link: 'Credit line with its link',
  'link+badge': 'Credit line with its link, and the badge',
};

export const CANONICAL_WORDS: Readonly<Record<CanonicalPolicy, string>> = {
  canonical: 'Our page is the canonical one',
  noindex: 'Their page is not listed (noindex)',
  both: 'Both',
  none: 'Neither',
};

/** What was asked of a domain: how it was shown to be the partner's. */
export const PROOF_WORDS = { dns: 'by a DNS record', file: 'by a file' } as const;
