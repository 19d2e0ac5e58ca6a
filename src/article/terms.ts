/**
 * Under what conditions others may republish an article: an ODRL Offer in plain data. Everything that is said of it, in
 * prose, as RSL, TDMRep, ODRL or in a feed, is made from this one value.
 */
import * as v from 'valibot';
import { creditTemplate } from './credit-template.ts';
import { line, url } from './fields.ts';

/** What a copy must carry beside the words of its credit line. */
export const CARRIERS = ['link', 'link+badge'] as const;
export type Carriers = (typeof CARRIERS)[number];

/** How a partner's page says to search engines which page is the first. */
export const CANONICAL_POLICIES = ['canonical', 'noindex', 'both', 'none'] as const;
export type CanonicalPolicy = (typeof CANONICAL_POLICIES)[number];

/** What may be done to the text: nothing, adapting it to a house style (dates, places, spelling), or anything. */
export const EDITS = ['none', 'style', 'any'] as const;
export type Edits = (typeof EDITS)[number];

export interface Terms {
  readonly title: string;
  /** May anybody republish under these terms, without asking? */
  readonly open: boolean;
  /** The public licence that says the same, if there is one. */
  readonly license?: string | undefined;
  /** Who answers requests: a person at the desk, or nobody where the requester's domain is verified. */
  readonly approval: 'desk' | 'verified';
  readonly commercial: boolean;
  readonly edits: Edits;
  readonly translation: boolean;
  /** At most so many words, from the start, with a link to the rest; undefined: the whole text only. */
  readonly excerptWords?: number | undefined;
  readonly creditAt: 'start' | 'end';
  readonly keepLinks: boolean;
  readonly carriers: Carriers;
  readonly canonical: CanonicalPolicy;
  /** Percent of what we publish in 30 days. */
  readonly share?: number | undefined;
  /** How long after us. */
  readonly delayHours: number;
  /** Counted from the day the copy appears. */
  readonly removeAfterDays?: number | undefined;
  /** ISO 3166-1 alpha-2; none: everywhere. */
  readonly territory: readonly string[];
  /** Tell us where it runs. */
  readonly notify: boolean;
  /** Carry over corrections, and take down what is withdrawn. */
  readonly corrections: boolean;
  /** What machines may do: build a search index, answer from it, be trained on it. */
  readonly mining: { readonly search: boolean; readonly input: boolean; readonly train: boolean };
  /** The credit line by language; where there is none for an article's, the default one. */
  readonly credit: Readonly<Record<string, string>>;
}

export interface NamedTerms extends Terms {
  readonly name: string;
}

/** The terms of whatever names none. */
export const STANDARD = 'standard';

/** Every name an article or a section may give; there is always `standard`. */
export const termsNames = (terms: Readonly<Record<string, Terms>> | undefined): readonly string[] => [
  ...new Set([STANDARD, ...Object.keys(terms ?? {})]),
];

export const MAX_DELAY_HOURS = 24 * 90;
export const MAX_REMOVE_DAYS = 3650;
export const MIN_EXCERPT = 25;
export const MAX_EXCERPT = 5000;

const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

export const termsName = v.pipe(
  v.string(),
  v.maxLength(60),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Write lower-case letters, digits and hyphens'),
);

export const termsSchema: v.GenericSchema<unknown, Terms> = v.strictObject({
  title: line(200),
  open: v.optional(v.boolean(), false),
  license: v.optional(url),
  approval: v.optional(v.picklist(['desk', 'verified']), 'desk'),
  commercial: v.optional(v.boolean(), false),
  edits: v.optional(v.picklist(EDITS, `Write one of: ${EDITS.join(', ')}`), 'style'),
  translation: v.optional(v.boolean(), false),
  excerptWords: v.optional(whole(MIN_EXCERPT, MAX_EXCERPT)),
  creditAt: v.optional(v.picklist(['start', 'end']), 'end'),
  keepLinks: v.optional(v.boolean(), true),
  carriers: v.optional(v.picklist(CARRIERS, `Write one of: ${CARRIERS.join(', ')}`), 'link'),
  canonical: v.optional(v.picklist(CANONICAL_POLICIES, `Write one of: ${CANONICAL_POLICIES.join(', ')}`), 'canonical'),
  share: v.optional(whole(1, 100)),
  delayHours: v.optional(whole(0, MAX_DELAY_HOURS), 0),
  removeAfterDays: v.optional(whole(1, MAX_REMOVE_DAYS)),
  territory: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'Write a country as two capital letters: NO'))),
      v.maxLength(250),
    ),
    [],
  ),
  notify: v.optional(v.boolean(), false),
  corrections: v.optional(v.boolean(), true),
  mining: v.optional(
    v.strictObject({
      search: v.optional(v.boolean(), true),
      input: v.optional(v.boolean(), false),
      train: v.optional(v.boolean(), false),
    }),
    { search: true, input: false, train: false },
  ),
  credit: v.optional(v.record(v.pipe(v.string(), v.maxLength(35)), creditTemplate), {}),
});
