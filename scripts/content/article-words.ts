/** What to write in an article's front matter, field by field. */
import { NAMES_INSIDE } from './front-matter-schema.ts';
import { DATE_EXAMPLE } from './moment.ts';
import type { Vocabulary } from './wording.ts';

const photoExamples = (field: string): Readonly<Record<string, string>> => ({
  [`${field}.src`]: 'Write the file of the photo: src: quay.jpg',
  [`${field}.alt`]: 'Write what the photo shows, for those who cannot see it: alt: A white ferry at the quay',
  [`${field}.credit`]: "Write the photographer's name: credit: Ada Lens / Harbour Light",
  [`${field}.syndicate`]: 'Write syndicate: true or syndicate: false',
});

const EXAMPLES = {
  title: 'Write the headline: title: "The night ferry runs again"',
  date: `Write when it was first published: date: ${DATE_EXAMPLE}`,
  updated: `Write updated: ${DATE_EXAMPLE}`,
  authors: 'Write the byline: authors: [Ines Vold]',
  'authors.name': 'Write the name: name: Ines Vold',
  section: 'Write one section: section: harbour',
  aliases: 'Write a list: aliases: [old-name]',
  tags: 'Write a list of words: tags: [ferries, "2026"]',
  terms: 'Write the name of terms in publication.yaml: terms: standard',
  draft: 'Write draft: true or draft: false',
  id: 'Remove the line, and an id is written for you',
  ...photoExamples('photo'),
  ...photoExamples('photos'),
  photo: 'Write src, alt and credit below photo:',
  photos: 'Write a list of photos, each with src, alt and credit',
  'withdrawal.reason': 'Write the sentence readers see: reason: The figures were wrong',
  'corrections.date': `Write when it was corrected: date: ${DATE_EXAMPLE}`,
  'corrections.text': 'Write what was put right: text: The ferry leaves at 23:40, not at 23:14',
  'origin.hops': 'Write who published it first: hops: with role, publisher, url, date and credit',
  'origin.hops.role': 'Write role: original, republisher, translator or wire',
  'origin.hops.publisher': 'Write who published it: publisher: The Sound Review',
  'origin.hops.url': 'Write where it stands: url: https://soundreview.example/2026/10/eelgrass',
  'origin.hops.date': `Write when it was published there: date: ${DATE_EXAMPLE}`,
  'origin.hops.credit': 'Write the credit line word for word: credit: This article first appeared on …',
  'origin.permission': 'Write what allows it: permission: with basis and reference',
  'origin.permission.basis': 'Write basis: written, licence or contract',
  'origin.permission.reference': 'Write where it is on record: reference: Letter of 30 October 2026',
};

export const ARTICLE_WORDS: Vocabulary = { examples: EXAMPLES, namesInside: NAMES_INSIDE };
