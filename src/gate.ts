/** What a request has at hand: bindings, the cached entrypoint, the moment. Everything else is a function of these. */
import type { Env } from './env.ts';

export interface Gate {
  readonly env: Env;
  /** Asks the cached entrypoint for a document by its key, and by nothing else of the client's request. */
  readonly documents: (key: string) => Promise<Response>;
  /** Goes on after the answer is sent. */
  readonly later: (work: Promise<unknown>) => void;
  readonly now: number;
}
