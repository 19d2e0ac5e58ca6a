/** The republish page's own words, by language; where there is no table for one, English. */
import { ar } from './republish-words-ar.ts';
import { en, type RepublishWords } from './republish-words-en.ts';

export type { RepublishWords } from './republish-words-en.ts';

const TABLES: Readonly<Record<string, RepublishWords>> = { en, ar };

export const republishWords = (language: string): RepublishWords =>
  TABLES[language.toLowerCase().split('-')[0] ?? ''] ?? en;
