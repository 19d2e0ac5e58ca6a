import * as v from 'valibot';
import { sha256 } from '../lib/hash.ts';
import { line, url } from './fields.ts';
import { STANDARD, type Terms, termsName, termsNames, termsSchema } from './terms.ts';

/** Whose feeds these are. One deployment serves one publication; its base URL is configuration, not content. */
export interface Publication {
  readonly title: string;
  readonly description: string;
  readonly authority: string;
  /** BCP 47 tag to the language's own name; the first is the default. */
  readonly languages: Readonly<Record<string, string>>;
  readonly timeZone: string;
  readonly sections: Readonly<Record<string, Section>>;
  readonly rights: string;
  readonly license?: string | undefined;
  /** What others may republish articles under, by name; `standard` is everybody's who names none. */
  readonly terms?: Readonly<Record<string, Terms>> | undefined;
  /** The name as a picture, for partners that ask for one: SmartNews wants a PNG of 700 by 100. */
  readonly logo?: string | undefined;
  readonly contact: string;
  readonly publisher: { readonly name: string; readonly url?: string | undefined };
  readonly canonicalForReposts: 'origin' | 'self';
  readonly openReposts: 'here' | 'origin';
  readonly feedItems: number;
  /** How many articles an archive document holds. */
  readonly archiveItems: number;
}

export interface Section {
  readonly name: string;
  readonly description?: string | undefined;
  /** The name of the terms its articles are under. */
  readonly terms?: string | undefined;
}

export const MAX_FEED_ITEMS = 100;
export const MAX_ARCHIVE_ITEMS = 5000;

const isLanguage = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
};

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

const fields = v.strictObject({
  title: line(200),
  description: line(500),
  authority: v.pipe(
    v.string(),
    v.regex(
      /^[a-z0-9.-]+,\d{4}(-\d\d){0,2}$/,
      'Write a domain you hold and a year in which you held it: news.example,2026',
    ),
  ),
  languages: v.pipe(
    v.record(
      v.pipe(v.string(), v.check(isLanguage, 'Write a BCP 47 language tag in its canonical form: en, pt-BR')),
      line(60),
    ),
    v.check((languages) => Object.keys(languages).length > 0, 'Name at least one language'),
  ),
  timeZone: v.pipe(v.string(), v.check(isTimeZone, 'Write an IANA time zone: Europe/Oslo')),
  sections: v.record(
    v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Write lower-case letters, digits and hyphens')),
    v.strictObject({
      name: v.pipe(line(100), v.regex(/^[^<>]*$/, 'Write plain words, without < or >')),
      description: v.optional(line(500)),
      terms: v.optional(termsName),
    }),
  ),
  rights: line(300),
  license: v.optional(url),
  terms: v.optional(v.record(termsName, termsSchema)),
  logo: v.optional(url),
  contact: v.pipe(v.string(), v.email('Write an email address')),
  publisher: v.strictObject({ name: line(200), url: v.optional(url) }),
  canonicalForReposts: v.optional(v.picklist(['origin', 'self']), 'origin'),
  openReposts: v.optional(v.picklist(['here', 'origin']), 'here'),
  feedItems: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_FEED_ITEMS)), 30),
  archiveItems: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_ARCHIVE_ITEMS)), 100),
});

/** Two rules no field can check alone. Each is reported at the field to change. */
export const publicationSchema: v.GenericSchema<unknown, Publication> = v.pipe(
  fields,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { sections, terms, license } = dataset.value;
    const known = termsNames(terms);
    for (const [key, section] of Object.entries(sections))
      if (section.terms !== undefined && !known.includes(section.terms))
        addIssue({
          message: `There are no terms "${section.terms}". Write one of: ${known.join(', ')}`,
          path: [step(dataset.value, 'sections'), step(sections, key), step(section, 'terms')],
        });
    const standard = terms?.[STANDARD];
    if (terms && standard?.license !== undefined && license !== undefined && standard.license !== license)
      addIssue({
        message: 'This is another licence than the publication’s own. Write the same, or leave one of them out',
        path: [step(dataset.value, 'terms'), step(terms, STANDARD), step(standard, 'license')],
      });
  }),
);

const step = (input: object, key: string): v.ObjectPathItem => ({
  type: 'object',
  origin: 'value',
  input: { ...input },
  key,
  value: Reflect.get(input, key),
});

export const defaultLanguage = (publication: Publication): string => Object.keys(publication.languages)[0] ?? 'en';

/** Over the text as it is, order included: the first language is the default, and sections are shown in theirs. */
export const publicationDigest = (publication: Publication): Promise<string> => sha256(JSON.stringify(publication));
