/** Terms in publication.yaml: mistakes with their line, and what to write instead. */
import { describe, expect, test } from 'vitest';
import { article, newsroom, PUBLICATION } from './newsroom.ts';

const withTerms = (terms: string, sections = '') =>
  newsroom({
    'publication.yaml': `${PUBLICATION.replace('islands: { name: Islands }', `islands: { name: Islands${sections} }`)}${terms}`,
    'articles/a.md': article('terms: desk'),
  });

const DESK = 'terms:\n  desk: { title: Desk }\n';

describe('terms in publication.yaml', () => {
  test('go with the article that names them', async () => {
    const room = withTerms(DESK, ', terms: desk');
    expect(await room.mistakes()).toEqual([]);
    const { publication, articles } = await room.check();
    expect(publication?.terms?.desk).toMatchObject({ title: 'Desk', open: false, carriers: 'link', delayHours: 0 });
    expect(publication?.sections.islands?.terms).toBe('desk');
    expect(articles[0]?.ready?.document.terms).toBe('desk');
  });

  test.each([
    [DESK, ', terms: desks', '8  sections.islands.terms  There are no terms "desks". Write one of: standard, desk'],
    [
      'terms:\n  desk: { open: true }\n',
      '',
      '13  terms.desk.title  missing. Write what they are called: title: Standard terms',
    ],
    [
      'terms:\n  desk:\n    title: Desk\n    excerptWord: 9\n',
      '',
      '15  terms.desk.excerptWord  unknown. Did you mean "excerptWords"?',
    ],
    [
      'terms:\n  desk: { title: Desk, mining: { trian: true } }\n',
      '',
      '13  terms.desk.mining.trian  unknown. Did you mean "train"?',
    ],
    [
      'terms:\n  desk:\n    title: Desk\n    share: 101\n',
      '',
      '15  terms.desk.share  101 does not fit. Write percent, from 1 to 100: share: 10',
    ],
    [
      'terms:\n  desk:\n    title: Desk\n    territory: [Norway]\n',
      '',
      '15  terms.desk.territory[1]  Write a country as two capital letters: NO',
    ],
    [
      'terms:\n  desk:\n    title: Desk\n    credit: { en: By us }\n',
      '',
      '15  terms.desk.credit.en  Name {publication} once: it becomes the link to the article',
    ],
    [
      'terms:\n  desk:\n    title: Desk\n    canonical: never\n',
      '',
      '15  terms.desk.canonical  "never" is not a choice. Write one of: canonical, noindex, both, none',
    ],
  ])('%j%s', async (terms, sections, mistake) => {
    const found = await withTerms(terms, sections).mistakes();
    expect(found).toEqual([`publication.yaml:${mistake}`]);
  });

  test('a stranger inside a section is named too', async () => {
    expect(await withTerms(DESK, ', term: desk').mistakes()).toEqual([
      'publication.yaml:8  sections.islands.term  unknown. Did you mean "terms"?',
    ]);
  });
});
