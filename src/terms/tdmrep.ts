/**
 * TDMRep (W3C): which addresses are reserved from text and data mining. This file is the one channel we use: a header
 * or a meta element would override it, and the three might disagree.
 */
import { type TermsSite, tdmPolicyPath } from './addresses.ts';
import type { Place } from './mining.ts';
import { isReserved } from './odrl.ts';

/** The first rule that fits counts, so the narrow ones stand first. Another publisher's text has no policy of ours. */
export const tdmRep = ({ base }: TermsSite, places: readonly Place[]): string =>
  `${JSON.stringify(
    places.map(({ path, terms }) => ({
      location: path,
      'tdm-reservation': terms && !isReserved(terms) ? 0 : 1,
      ...(terms && isReserved(terms) && { 'tdm-policy': base + tdmPolicyPath(terms.name) }),
    })),
    null,
    1,
  )}\n`;
