/** What to write in publication.yaml, field by field. */
import { publicationSchema } from '../../src/article/publication.ts';
import { MAX_DELAY_HOURS, MAX_EXCERPT, MAX_REMOVE_DAYS, MIN_EXCERPT, termsSchema } from '../../src/article/terms.ts';
import type { Vocabulary } from './wording.ts';
import { isRecord } from './yaml-source.ts';

const EXAMPLES = {
  title: 'Write the name of the publication: title: Harbour Light',
  description: 'Write what it is about: description: News from the sound and its islands.',
  authority: 'Write a domain you hold and a year in which you held it: authority: harbourlight.example,2026',
  languages: 'Write tags and names: languages: { en: English }',
  timeZone: 'Write an IANA time zone: timeZone: Europe/Oslo',
  sections: 'Write them as sections: { harbour: { name: Harbour } }, or {} if there are none',
  rights: 'Write the copyright notice: rights: © Harbour Light',
  license: 'Write an absolute URL: license: https://creativecommons.org/licenses/by-nd/4.0/',
  contact: 'Write an email address: contact: desk@harbourlight.example',
  publisher: 'Write who publishes it: publisher: { name: Harbour Light }',
  'publisher.name': 'Write who publishes it: publisher: { name: Harbour Light }',
  'publisher.url': 'Write an absolute URL: url: https://harbourlight.example/',
  'sections.*.name': 'Write the name readers see: harbour: { name: Harbour }',
  'sections.*.terms': 'Write the name of terms below: terms: standard',
  terms: 'Write them by name: terms: { standard: { title: Standard terms, open: true } }',
  'terms.*.title': 'Write what they are called: title: Standard terms',
  'terms.*.license': 'Write an absolute URL: license: https://creativecommons.org/licenses/by-nd/4.0/',
  'terms.*.excerptWords': `Write a whole number from ${MIN_EXCERPT} to ${MAX_EXCERPT}: excerptWords: 150`,
  'terms.*.share': 'Write percent, from 1 to 100: share: 10',
  'terms.*.delayHours': `Write a whole number from 0 to ${MAX_DELAY_HOURS}: delayHours: 24`,
  'terms.*.removeAfterDays': `Write a whole number from 1 to ${MAX_REMOVE_DAYS}: removeAfterDays: 90`,
  'terms.*.territory': 'Write a list of countries: territory: [NO, SE]',
  'terms.*.mining': 'Write mining: { search: true, input: false, train: false }',
  'terms.*.credit': "Write lines by language: credit: { en: 'By {author}, {publication}' }",
  feedItems: 'Write a whole number from 1 to 100: feedItems: 30',
};

const termsFields = 'entries' in termsSchema && isRecord(termsSchema.entries) ? Object.keys(termsSchema.entries) : [];
const known = 'entries' in publicationSchema && isRecord(publicationSchema.entries) ? publicationSchema.entries : {};

export const PUBLICATION_WORDS: Vocabulary = {
  examples: EXAMPLES,
  namesInside: {
    '': Object.keys(known),
    publisher: ['name', 'url'],
    'sections.*': ['name', 'description', 'terms'],
    'terms.*': termsFields,
    'terms.*.mining': ['search', 'input', 'train'],
  },
  freely: ['sections', 'terms', 'languages', 'terms.*.credit'],
};
