/** What to write in publication.yaml, field by field. */
import { publicationSchema } from '../../src/article/publication.ts';
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
  feedItems: 'Write a whole number from 1 to 100: feedItems: 30',
};

const known = 'entries' in publicationSchema && isRecord(publicationSchema.entries) ? publicationSchema.entries : {};

export const PUBLICATION_WORDS: Vocabulary = {
  examples: EXAMPLES,
  namesInside: { '': Object.keys(known), publisher: ['name', 'url'] },
};
