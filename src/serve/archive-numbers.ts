/**
 * Archives (RFC 5005 section 4) are numbered by arrival, so importing old articles renumbers nothing. The address
 * holds `recall`: after a withdrawal every archive has a new one, and the old leads there.
 */
import type { State } from '../catalogue/state.ts';
import type { Format } from '../feed/formats.ts';

type Counted = Pick<State, 'arrivals' | 'publication'>;

/** The newest archive there is; 0 while the current feed still holds everything. */
export const lastArchive = ({ arrivals, publication }: Counted): number =>
  arrivals > publication.feedItems ? Math.ceil(arrivals / publication.archiveItems) : 0;

/** A finished archive takes no more articles. */
export const isFinished = (number: number, { arrivals, publication }: Counted): boolean =>
  number * publication.archiveItems <= arrivals;

export const archiveUrl = (base: string, number: number, recall: number, format: Format): string =>
  `${base}/archive/${number}-${recall}.${format}`;
