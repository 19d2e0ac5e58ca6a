/** What a request can be, and what a rule that says so looks like. */
import type { Seen } from './class-seen.ts';

/** Their places are stored: a new one is added at the end, none is ever moved. */
export const CLASSES = ['reader', 'proxy', 'preview', 'crawler', 'ai', 'editor', 'prefetch'] as const;
export type RequestClass = (typeof CLASSES)[number];

/** Somebody reads, or somebody's mail or app fetches for them. */
export const isPeople = (found: RequestClass): boolean => found === 'reader' || found === 'proxy';

type Match = readonly [seen: keyof Seen, pattern: RegExp];

export interface Rule {
  /** What an explained answer names. */
  readonly id: string;
  readonly class: RequestClass;
  /** All of them match, or the rule doesn't. */
  readonly where: readonly Match[];
  /** It doesn't match either, if this does. */
  readonly unless?: Match;
  /** The evidence: who says so, in one sentence. */
  readonly because: string;
}
