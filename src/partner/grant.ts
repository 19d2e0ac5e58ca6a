/** A permission given: to whom, for what, under which version of our terms, and how its state may move. */
import * as v from 'valibot';
import type { Article } from '../article/article.ts';
import { creditTemplate } from '../article/credit-template.ts';
import { moment } from '../article/fields.ts';
import { isScopeValue, parseScopeKey, scopeKey, scopesOf } from '../article/scope.ts';
import {
  MAX_DELAY_HOURS,
  MAX_EXCERPT,
  MAX_REMOVE_DAYS,
  MIN_EXCERPT,
  type NamedTerms,
  termsName,
} from '../article/terms.ts';
import { HOUR } from '../lib/time.ts';

export const GRANT_STATES = ['requested', 'offered', 'active', 'suspended', 'ended'] as const;
export type GrantState = (typeof GRANT_STATES)[number];

export interface Grant {
  /** In tokens and reference codes; never used again. */
  readonly number: number;
  /** Null: everybody. */
  readonly partner: string | null;
  /** A scope's key, `articles/{id}`, or `terms/{name}`: whatever is under these terms. */
  readonly scope: string;
  readonly state: GrantState;
  /** As they were when the grant was made, with what was agreed besides. */
  readonly terms: NamedTerms;
  readonly termsVersion: number;
  readonly from: number;
  readonly until: number | null;
  readonly createdAt: number;
}

/** What an editor, the partner or time may make of it. What is ended stays ended: a new grant has a new number. */
const MOVES: Readonly<Record<GrantState, readonly GrantState[]>> = {
  requested: ['offered', 'active', 'ended'],
  offered: ['active', 'ended'],
  active: ['suspended', 'ended'],
  suspended: ['active', 'ended'],
  ended: [],
};

export const mayMove = (from: GrantState, to: GrantState): boolean => MOVES[from].includes(to);
export const movesFrom = (state: GrantState): readonly GrantState[] => MOVES[state];

export const isGrantState = (text: string): text is GrantState => GRANT_STATES.some((state) => state === text);

/** Is it in force at this moment? */
export const inForce = ({ state, from, until }: Grant, now: number): boolean =>
  state === 'active' && from <= now && (until === null || now < until);

const ARTICLES = 'articles/';
const TERMS = 'terms/';
const MAX_SCOPE = 600;

export const articleScope = (id: string): string => ARTICLES + id;
export const termsScope = (name: string): string => TERMS + name;

/** The id of the one article a grant is for. */
export const articleOf = (scope: string): string | null =>
  scope.startsWith(ARTICLES) ? scope.slice(ARTICLES.length) : null;

export function isGrantScope(scope: string): boolean {
  if (articleOf(scope)) return scope.length <= MAX_SCOPE;
  const parsed = parseScopeKey(scope);
  return parsed !== null && isScopeValue(parsed.kind, parsed.value);
}

/** Is the article one of those the grant is for? `termsNow` is the name of the terms it is under. */
export function covers({ scope }: Pick<Grant, 'scope'>, article: Article, termsNow: string): boolean {
  if (scope.startsWith(TERMS)) return scope === termsScope(termsNow);
  const id = articleOf(scope);
  return id === null ? scopesOf(article).some((each) => scopeKey(each) === scope) : id === article.id;
}

/** The first moment at which the grant lets an article go, which is published at `published`. */
export const releasedAt = ({ terms }: Pick<Grant, 'terms'>, published: number): number =>
  published + terms.delayHours * HOUR;

const agreed = v.strictObject({
  carriers: v.optional(v.picklist(['link', 'link+badge'])),
  canonical: v.optional(v.picklist(['canonical', 'noindex', 'both', 'none'])),
  delayHours: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_DELAY_HOURS))),
  share: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
  removeAfterDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_REMOVE_DAYS))),
  excerptWords: v.optional(v.pipe(v.number(), v.integer(), v.minValue(MIN_EXCERPT), v.maxValue(MAX_EXCERPT))),
  creditAt: v.optional(v.picklist(['start', 'end'])),
  credit: v.optional(v.record(v.pipe(v.string(), v.maxLength(35)), creditTemplate)),
});

export const grantSchema = v.pipe(
  v.strictObject({
    scope: v.optional(
      v.pipe(
        v.string(),
        v.check(isGrantScope, 'Write "" for everything, sections/NAME, tags/NAME, authors/NAME or articles/ID'),
      ),
      '',
    ),
    terms: v.optional(termsName, 'standard'),
    /** What differs from these terms for this partner. */
    agreed: v.optional(agreed, {}),
    from: v.optional(moment),
    until: v.optional(moment),
    state: v.optional(v.picklist(['offered', 'active'], 'Write offered or active'), 'active'),
  }),
  v.forward(
    v.check(({ from, until }) => until === undefined || from === undefined || from < until, 'Write a later moment'),
    ['until'],
  ),
);

export type GrantInput = v.InferOutput<typeof grantSchema>;
