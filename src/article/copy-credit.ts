import type { CreditPart } from './credit-template.ts';

/** What a copy says of where it comes from, and how it can be recognised: worked out by whoever hands it out. */
export interface CopyCredit {
  readonly parts: readonly CreditPart[];
  readonly at: 'start' | 'end';
  /** The credit link, absolute, with the attribution token in its path. */
  readonly url: string;
  /** The visible badge, where the grant asks for one; its `alt` is the credit line. */
  readonly badge: { readonly src: string; readonly alt: string } | null;
}
