/** Terms for tests: a plain base, and for every field another value. */
import * as v from 'valibot';
import { type Publication, publicationSchema } from '../../src/article/publication.ts';
import { type NamedTerms, type Terms, termsSchema } from '../../src/article/terms.ts';
import type { TermsSite } from '../../src/terms/addresses.ts';

export const BASE = 'https://news.example';

export const publicationWith = (fields: Readonly<Record<string, unknown>> = {}): Publication =>
  v.parse(publicationSchema, {
    title: 'Harbour Light',
    description: 'News from the sound.',
    authority: 'harbourlight.example,2026',
    languages: { en: 'English', ar: 'العربية' },
    timeZone: 'Europe/Oslo',
    sections: { harbour: { name: 'Harbour' }, islands: { name: 'Islands' } },
    rights: '© Harbour Light',
    license: 'https://creativecommons.org/licenses/by-nd/4.0/',
    contact: 'desk@harbourlight.example',
    publisher: { name: 'Harbour Light Press' },
    ...fields,
  });

export const publication = publicationWith();
export const siteOf = (whose: Publication): TermsSite => ({ publication: whose, base: BASE });
export const site = siteOf(publication);

export const termsWith = (fields: Readonly<Record<string, unknown>> = {}): Terms =>
  v.parse(termsSchema, { title: 'Desk terms', ...fields });

export const named = (fields: Readonly<Record<string, unknown>> = {}, name = 'desk'): NamedTerms => ({
  name,
  ...termsWith(fields),
});

/** For each field a value that is not the default one. `satisfies` makes a new field fail to compile until it is here. */
export const CHANGES = {
  title: 'Other terms',
  open: true,
  license: 'https://creativecommons.org/licenses/by/4.0/',
  approval: 'verified',
  commercial: true,
  edits: 'any',
  translation: true,
  excerptWords: 120,
  creditAt: 'start',
  keepLinks: false,
  carriers: 'link+badge',
  canonical: 'both',
  share: 10,
  delayHours: 48,
  removeAfterDays: 90,
  territory: ['NO', 'SE'],
  notify: true,
  corrections: false,
  mining: { search: false, input: true, train: true },
  credit: { en: 'From {publication}.' },
} satisfies Record<keyof Terms, unknown>;
