/** Terms as the schema lets them through, with words that mean to break out of what they stand in. */
import fc from 'fast-check';
import * as v from 'valibot';
import { CANONICAL_POLICIES, CARRIERS, EDITS, type Terms, termsSchema } from '../../src/article/terms.ts';

const FRAGMENTS = [
  '</content>',
  '"/>',
  ']]>',
  '<x-evil>',
  '&amp;',
  '&#60;',
  "'",
  '{"',
  '\\u2028',
  '$&',
  'عن',
  '🚢',
  'word',
];
export const hostileWords = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary', maxLength: 8 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => `x${parts.join('')}`);

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

export const arbitraryTerms: fc.Arbitrary<Terms> = fc
  .record({
    title: hostileWords,
    open: fc.boolean(),
    license: optional(
      fc.constantFrom(
        'https://creativecommons.org/licenses/by/4.0/',
        'https://l.example/?a=1&b=<"\'>',
        'https://x.example/]]>',
      ),
    ),
    approval: fc.constantFrom('desk', 'verified'),
    commercial: fc.boolean(),
    edits: fc.constantFrom(...EDITS),
    translation: fc.boolean(),
    excerptWords: optional(fc.integer({ min: 25, max: 5000 })),
    creditAt: fc.constantFrom('start', 'end'),
    keepLinks: fc.boolean(),
    carriers: fc.constantFrom(...CARRIERS),
    canonical: fc.constantFrom(...CANONICAL_POLICIES),
    share: optional(fc.integer({ min: 1, max: 100 })),
    delayHours: fc.integer({ min: 0, max: 2160 }),
    removeAfterDays: optional(fc.integer({ min: 1, max: 3650 })),
    territory: fc.array(fc.constantFrom('NO', 'SE', 'XX', 'ZZ'), { maxLength: 3 }),
    notify: fc.boolean(),
    corrections: fc.boolean(),
    mining: fc.record({ search: fc.boolean(), input: fc.boolean(), train: fc.boolean() }),
    credit: fc
      .dictionary(fc.constantFrom('en', 'ar', 'nb'), hostileWords)
      .map((lines) =>
        Object.fromEntries(
          Object.entries(lines).map(([key, words]) => [key, `${words.replace(/[{}]/g, '')} {publication}`]),
        ),
      ),
  })
  .map((fields) => v.parse(termsSchema, fields));
