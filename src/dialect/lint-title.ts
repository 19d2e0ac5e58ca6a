/** A title must have the length the partner wants, and be plain text. */
import { DIALECTS, type DialectName } from './dialects.ts';
import { type Finding, when } from './finding.ts';
import { characters } from './shorten.ts';

export function titleFindings(dialect: DialectName, title: string): readonly Finding[] {
  const has = characters(title);
  return [
    ...when(title.trim() === '', () => ({
      level: 'refused',
      rule: 'all/title',
      subject: 'item',
      words: 'Partners want a title; this item has none.',
      remedy: 'Write one.',
    })),
    ...lengthFindings(dialect, has),
    ...when(/<\/?[a-z][^>]*>/i.test(title), () => ({
      level: 'warning',
      rule: 'all/title-markup',
      subject: 'item',
      words: 'Partners take titles as plain text; what looks like a tag in this one may be dropped.',
      remedy: 'Write the title without < and >.',
    })),
  ];
}

function lengthFindings(dialect: DialectName, has: number): readonly Finding[] {
  const { label, title } = DIALECTS[dialect];
  if (!title) return [];
  const { above, max, short } = title;
  const wants = `${label} takes titles of ${above + 1} to ${max} characters; this one has ${has}`;
  return [
    ...when(has <= above, () => ({
      level: 'refused',
      rule: `${dialect}/title-length`,
      subject: 'item',
      words: `${wants}.`,
      remedy: `Write a title of more than ${above} characters.`,
    })),
    ...when(has > max, () => ({
      level: 'warning',
      rule: `${dialect}/title-length`,
      subject: 'item',
      words: `${wants}, so a short title of at most ${short} goes with it.`,
      remedy: `Shorten the title to ${max} characters if its first words don’t stand alone.`,
    })),
  ];
}
