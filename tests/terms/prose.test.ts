/** What people are told of terms: all of it, in sentences. */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { CANONICAL_POLICIES, CARRIERS, EDITS, termsSchema } from '../../src/article/terms.ts';
import { termsPath } from '../../src/terms/addresses.ts';
import { pieces, proseOf, proseText } from '../../src/terms/prose.ts';
import { read, rowsBelow } from '../docs/documents.ts';
import { CHANGES, publication, publicationWith, termsWith } from './fixtures.ts';

const sentences = (fields: Readonly<Record<string, unknown>>) => {
  const { may, must, mustNot } = proseOf(termsWith(fields), publication);
  return [may, must, mustNot].map((group) => group.join('\n'));
};

describe('every field says something', () => {
  it.each(Object.entries(CHANGES))('%s', (field, value) => {
    const before = proseText(termsWith(), publication);
    expect(proseText(termsWith({ [field]: value }), publication)).not.toBe(before);
  });

  it.each([
    ['edits', EDITS],
    ['carriers', CARRIERS],
    ['canonical', CANONICAL_POLICIES],
    ['approval', ['desk', 'verified']],
    ['creditAt', ['start', 'end']],
  ] as const)('and every choice of %s something else', (field, choices) => {
    const said = choices.map((choice) => proseText(termsWith({ [field]: choice }), publication));
    expect(new Set(said).size).toBe(choices.length);
  });

  it.each(['search', 'input', 'train'])('and so does mining.%s', (use) => {
    const allowed = termsWith({ mining: { search: false, [use]: true } });
    const forbidden = termsWith({ mining: { search: false } });
    expect(proseOf(allowed, publication).may.length).toBe(proseOf(forbidden, publication).may.length + 1);
    expect(proseOf(allowed, publication).mustNot.length).toBe(proseOf(forbidden, publication).mustNot.length - 1);
  });
});

describe('the sentence', () => {
  it.each([
    [{ open: false }, 2, 'without our written permission'],
    [{ open: true }, 0, 'without asking'],
    [{ commercial: false }, 2, 'commercial'],
    [{ edits: 'none' }, 2, 'not even the headline'],
    [{ edits: 'any' }, 1, 'Say so if you changed anything'],
    [{ translation: false }, 2, 'translation'],
    [{ excerptWords: 120 }, 1, 'first 120 words'],
    [{}, 1, 'as a whole'],
    [{ creditAt: 'start' }, 1, 'above the first line'],
    [{ canonical: 'noindex' }, 1, 'noindex'],
    [{ canonical: 'canonical' }, 1, 'rel=canonical'],
    [{ share: 10 }, 2, '10 percent'],
    [{ delayHours: 1 }, 1, '1 hour after'],
    [{ delayHours: 48 }, 1, '48 hours after'],
    [{ removeAfterDays: 1 }, 1, '1 day after'],
    [{ territory: ['NO', 'SE', 'DK'] }, 1, 'Norway, Sweden, and Denmark'],
    [{ territory: ['XX'] }, 1, 'XX'],
    [{ notify: true }, 1, 'desk@harbourlight.example'],
    [{ license: 'https://creativecommons.org/licenses/by-nc-sa/4.0/' }, 1, 'under the same licence'],
    [{ license: 'https://l.example/' }, 0, 'https://l.example/'],
  ])('for %j is in group %i', (fields, group, words) => {
    expect(sentences(fields)[group]).toContain(words);
  });

  it('about no delay is not made', () => {
    expect(sentences({ delayHours: 0 }).join()).not.toContain('Wait');
  });
});

it('has the credit line in each language of the publication and of the terms', () => {
  const terms = termsWith({ credit: { ar: 'عن {publication}.', nb: 'Fra {publication}.' } });
  const [line = ''] = proseOf(terms, publication).must.filter((words) => words.startsWith('Print the credit line'));
  expect(pieces(line).filter((_, index) => index % 2 === 1)).toEqual([
    'English',
    'This article by {author} originally appeared on {publication}, reposted with permission.',
    'العربية',
    'عن {publication}.',
    'nb',
    'Fra {publication}.',
  ]);
});

it('is plain text in one line, whatever is in the terms', () => {
  const line = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(line, line, (title, credit) => {
      const parsed = v.safeParse(termsSchema, { title, credit: { en: `${credit.replace(/[{}]/g, '')}{publication}` } });
      fc.pre(parsed.success);
      if (!parsed.success) return;
      const text = proseText(parsed.output, publication);
      expect(text).toContain(parsed.output.title);
      expect(text).not.toMatch(/[\n\r]/);
      expect(text.isWellFormed()).toBe(true);
    }),
  );
});

it('ends every sentence', () => {
  const { may, must, mustNot } = proseOf(termsWith(CHANGES), publicationWith({ languages: { en: 'English' } }));
  for (const words of [...may, ...must, ...mustNot]) expect(words).toMatch(/^[A-Z].*\.\u2069?$/s);
});

it('docs/content.md has a row for each field', () => {
  const rows = rowsBelow(read('docs/content.md'), '### Terms')
    .slice(1)
    .map(([name]) => name?.replaceAll('`', ''));
  expect(rows).toEqual(Object.keys(CHANGES));
});

it('stands on the page under the name of the terms', () => {
  expect([termsPath('standard'), termsPath('islands-desk')]).toEqual(['/terms', '/terms#islands-desk']);
});
