import type { Publication } from '../article/publication.ts';

/** What every page and feed needs to know about the place it is shown at. */
export interface Site {
  readonly publication: Publication;
  /** Absolute, without a slash at the end. */
  readonly base: string;
  /** The WebSub hub feeds name, if there is one. */
  readonly hub: string | null;
}
