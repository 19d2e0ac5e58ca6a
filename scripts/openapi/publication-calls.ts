/** The publication. */
import type { Operation } from './operation.ts';

const DIGEST = '42b7b9421d6429c401991a6ac356e07924d83723ffeaf73f2d1fe24c4b5b09f9';

const publication = {
  title: 'Harbour Light',
  description: 'News from Tirrevik, the sound and its islands.',
  authority: 'harbourlight.example,2026',
  languages: { en: 'English' },
  timeZone: 'Europe/Oslo',
  sections: { harbour: { name: 'Harbour' }, islands: { name: 'Islands', terms: 'islands-desk' } },
  rights: '© Harbour Light',
  license: 'https://creativecommons.org/licenses/by-nd/4.0/',
  terms: { 'islands-desk': { title: 'Stories of the islands desk', canonical: 'noindex', removeAfterDays: 90 } },
  contact: 'desk@harbourlight.example',
  publisher: { name: 'Harbour Light', url: 'https://harbourlight.example/' },
};

const islandsDesk = {
  title: 'Stories of the islands desk',
  open: false,
  approval: 'desk',
  commercial: false,
  edits: 'style',
  translation: false,
  creditAt: 'end',
  keepLinks: true,
  carriers: 'link',
  canonical: 'noindex',
  delayHours: 0,
  removeAfterDays: 90,
  territory: [],
  notify: false,
  corrections: true,
  mining: { search: true, input: false, train: false },
  credit: {},
};

export const PUBLICATION_CALLS: readonly Operation[] = [
  {
    id: 'putPublication',
    method: 'PUT',
    path: '/publication',
    scope: 'publish',
    tag: 'Publication',
    summary: 'Set whose feeds these are',
    description: 'At most 64 KB. A change touches every feed, so every ETag moves.',
    body: { schema: 'Publication', example: publication },
    answers: [{ status: 200, description: 'It is set.', schema: 'Changed', example: { changed: true } }],
    problems: [400, 413, 422],
  },
  {
    id: 'getPublication',
    method: 'GET',
    path: '/publication',
    scope: 'read',
    tag: 'Publication',
    summary: 'Read whose feeds these are',
    answers: [
      {
        status: 200,
        description: 'As it is set, every default written out.',
        schema: 'PublicationAnswer',
        example: {
          publication: {
            ...publication,
            terms: { 'islands-desk': islandsDesk },
            canonicalForReposts: 'origin',
            openReposts: 'here',
            feedItems: 30,
            archiveItems: 100,
          },
          digest: DIGEST,
        },
      },
    ],
    problems: [404],
  },
];
