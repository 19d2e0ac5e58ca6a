import { describe, expect, test } from 'vitest';
import { nearest } from '../../scripts/content/nearest.ts';
import { article, mistakesOf, newsroom } from './newsroom.ts';
import { png } from './photo-bytes.ts';

const photos = { 'articles/a.png': png() };

const documentOf = async (text: string) =>
  (await newsroom({ 'articles/a.md': text, ...photos }).check()).articles[0]?.ready?.document;

describe('what is missing', () => {
  test('is reported all at once, with what to write', async () => {
    expect(await mistakesOf('---\nid: tag:a.example,2026:x\n---\nBody\n')).toEqual([
      '1  title  missing. Write the headline: title: "The night ferry runs again"',
      '1  date  missing. Write when it was first published: date: 2026-11-03T07:30:00+01:00',
      '1  authors  missing. Write the byline: authors: [Ines Vold]',
    ]);
  });

  test('an empty title, an empty byline', async () => {
    expect(await mistakesOf(article('title: " "\nauthors: []'))).toEqual([
      '4  title  empty. Write the headline: title: "The night ferry runs again"',
      '5  authors[1]  missing. Write the byline: authors: [Ines Vold]',
    ]);
  });

  test('an id with nothing behind it', async () => {
    expect(await mistakesOf(article('id:'))).toEqual([
      '5  id  is empty, and must be text. Remove the line, and an id is written for you',
    ]);
  });

  test('a title without letters needs a slug', async () => {
    expect(await mistakesOf(article('title: "🙂"'))).toEqual([
      '1  slug  missing, and the title has no letters to make one from. Write slug: a-few-words',
    ]);
    expect(await mistakesOf(article('title: "🙂"\nslug: smile'))).toEqual([]);
  });

  test('one broken field hides no other: dates, section, language, photos and body are checked as well', async () => {
    const fields = 'title: 1984\nsection: harbor\nlanguage: fr\nupdated: 2020-01-01\nphoto: a.png';
    const found = await mistakesOf(article(fields, '![x](gone.png)'), photos);
    expect(found.map((line) => line.split('  ')[1])).toEqual([
      'title',
      'photo.alt',
      'photo.credit',
      'body',
      'section',
      'language',
      'updated',
    ]);
  });
});

describe('what is of the wrong kind', () => {
  test.each([
    ['title: [a, b]', '5  title  is a list, and must be text. Write the headline: title: "The night ferry runs again"'],
    ['tags: ferries', '6  tags  is text, and must be a list. Write a list of words: tags: [ferries, "2026"]'],
    ['tags: [2026]', '6  tags[1]  is a number, and must be text. Put it in quotes: "2026"'],
    ['draft: "yes"', '6  draft  is text, and must be true or false. Write draft: true or draft: false'],
    ['dek: { a: b }', '6  dek  is a group of names and values, and must be text'],
    ['withdrawal: gone', '6  withdrawal  is text, and must be names with values below it'],
    ['photos: a.png', '6  photos  is text, and must be a list. Write a list of photos, each with src, alt and credit'],
    [
      'categories: [harbour, islands]',
      '6  categories  is a list, and must be text. Write one section: section: harbour',
    ],
    [
      'status: usabel',
      '6  status  "usabel" is not a choice (did you mean "usable"?). Write one of: usable, held, withdrawn',
    ],
    ['slug: Night Ferry', '6  slug  Write lower-case letters, digits and hyphens, without a dot'],
    ['canonical: http://other.example/a', '6  canonical  Write an absolute https URL'],
    ['license: cc-by', '6  license  Write an absolute http or https URL'],
    ['authors: [{ name: A, email: nobody }]', '5  authors[1].email  Write an email address'],
    ['section: harbor', '6  section  There is no section "harbor". Write one of: harbour, islands'],
    ['terms: islands-desk', '6  terms  There are no terms "islands-desk". Write one of: standard'],
    [
      'terms: [a]',
      '6  terms  is a list, and must be text. Write the name of terms in publication.yaml: terms: standard',
    ],
    ['lang: fr', '6  lang  "fr" is not a language of the publication. Write one of: en, ar'],
  ])('%s', async (fields, expected) => expect(await mistakesOf(article(fields))).toEqual([expected]));

  test('withdrawn and its reason belong together', async () => {
    expect((await mistakesOf(article('status: withdrawn')))[0]).toContain('withdrawal');
    expect((await mistakesOf(article('withdrawal: { reason: Wrong }')))[0]).toContain('6  withdrawal');
    expect(await mistakesOf(article('status: withdrawn\nwithdrawal: { reason: Wrong, date: 2026-11-05 }'))).toEqual([]);
  });

  test('an origin is checked hop by hop', async () => {
    const hop = '{ role: orignal, publisher: The Sound Review, url: https://soundreview.example/a, date: 2026-10-28 }';
    expect(await mistakesOf(article(`origin:\n  hops:\n    - ${hop}\n  permission: { basis: written }`))).toEqual([
      '8  origin.hops[1].role  "orignal" is not a choice (did you mean "original"?). Write one of: original, republisher, translator, wire',
      '8  origin.hops[1].credit  missing. Write the credit line word for word: credit: This article first appeared on …',
      '9  origin.permission.reference  missing. Write where it is on record: reference: Letter of 30 October 2026',
    ]);
  });
});

describe('names', () => {
  test('unknown ones, with the nearest that is known', async () => {
    expect(await mistakesOf(article('expirse: 2026-12-01\nTitel: A\nlayout: post\npubdate: 2026-11-03'))).toEqual([
      '6  expirse  unknown. Did you mean "expires"?',
      '7  Titel  unknown. Did you mean "title"?',
      expect.stringMatching(/^8 {2}layout {2}unknown\. Remove it, or use one of: id, guid, title, /),
      '9  pubdate  unknown. Did you mean "pubDate"?',
    ]);
  });

  test('two that mean the same', async () => {
    expect(await mistakesOf(article('publishDate: 2026-11-03'))).toEqual([
      '6  publishDate  means the same as date, which is there too. Keep one',
    ]);
  });

  test.each([
    ['expirse', 'expires'],
    ['EXPIRES', 'expires'],
    ['', null],
    ['x', null],
    ['layout', null],
  ])('nearest to "%s" is %s', (name, expected) => expect(nearest(name, ['expires', 'title', 'tags'])).toBe(expected));
});

describe('front matter as others write it', () => {
  test('Hugo', async () => {
    const hugo = `---
title: "Winter timetable"
description: The boats change on Sunday.
publishDate: 2026-10-25T06:00:00+02:00
lastmod: 2026-10-26T06:00:00+01:00
expiryDate: 2027-03-28
draft: false
slug: winter-timetable
aliases: [timetable]
categories: [harbour]
tags: [ferries]
author: Ines Vold
---
Text
`;
    expect(await documentOf(hugo)).toMatchObject({
      dek: 'The boats change on Sunday.',
      published: '2026-10-25T04:00:00Z',
      modified: '2026-10-26T05:00:00Z',
      expiresAt: '2027-03-27T23:00:00Z',
      slug: 'winter-timetable',
      aliases: ['timetable'],
      section: 'harbour',
      tags: ['ferries'],
      byline: [{ name: 'Ines Vold' }],
    });
  });

  test('Astro', async () => {
    const astro = `---
title: 'Winter timetable'
description: 'The boats change on Sunday.'
pubDate: 2026-10-25
updatedDate: 2026-10-26
heroImage: { src: ./a.png, alt: A boat, credit: Tomas Brandt }
canonicalUrl: https://boats.example/winter
author: { name: Ines Vold, url: https://vold.example }
---
Text
`;
    expect(await documentOf(astro)).toMatchObject({
      published: '2026-10-24T22:00:00Z',
      modified: '2026-10-25T23:00:00Z',
      canonicalUrl: 'https://boats.example/winter',
      photo: { alt: 'A boat', credit: 'Tomas Brandt' },
      byline: [{ name: 'Ines Vold', url: 'https://vold.example/' }],
    });
  });

  test('Eleventy', async () => {
    const eleventy = `---
title: Winter timetable
summary: The boats change on Sunday.
date: 2026-10-25T06:00:00Z
keywords:
  - ferries
  - winter
lang: ar
image: { src: a.png, alt: A boat, credit: Tomas Brandt }
copyright: © 2026 Ines Vold
licence: https://creativecommons.org/licenses/by/4.0/
authors: [Ines Vold, { name: Tomas Brandt }]
---
Text
`;
    expect(await documentOf(eleventy)).toMatchObject({
      dek: 'The boats change on Sunday.',
      tags: ['ferries', 'winter'],
      language: 'ar',
      rights: '© 2026 Ines Vold',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      byline: [{ name: 'Ines Vold' }, { name: 'Tomas Brandt' }],
    });
  });
});
