/** The bindings of wrangler.toml. A test compares the two. */

import type { HitTally } from './count/hit-tally.ts';
import type { PollTally } from './count/poll-tally.ts';
import type { Clock } from './publish/clock.ts';

export interface Env {
  readonly DB: D1Database;
  readonly PHOTOS: R2Bucket;
  readonly ASSETS: Fetcher;
  readonly CLOCK: DurableObjectNamespace<Clock>;
  readonly POLLS: DurableObjectNamespace<PollTally>;
  readonly HITS: DurableObjectNamespace<HitTally>;
  readonly FULL_FETCHES: RateLimit;
  /** Where this is reached, without a slash at the end: configuration, never the Host header. */
  readonly BASE_URL: string;
  /** The WebSub hub feeds name; empty for none. */
  readonly HUB_URL: string;
  /** A secret. Holds every scope; unset, nobody is let in by it. */
  readonly EDITOR_KEY?: string;
  /** A secret: what attribution tokens are signed with, `2:secret,1:older secret`. Unset, nobody gets a copy. */
  readonly SIGNING_KEYS?: string;
}
