/** What a notice says, in the article's language where we have the words, else in English. */
import { longDate } from '../lib/time.ts';

export type RemovalKind = 'withdrawn' | 'expired';

interface NoticeWords {
  readonly title: Readonly<Record<RemovalKind, (title: string) => string>>;
  readonly sentence: Readonly<Record<RemovalKind, (day: string) => string>>;
}

const en: NoticeWords = {
  title: { withdrawn: (title) => `Withdrawn: ${title}`, expired: (title) => `No longer available: ${title}` },
  sentence: {
    withdrawn: (day) => `This article was withdrawn on ${day}.`,
    expired: (day) => `Since ${day} this article may no longer be shown.`,
  },
};

const ar: NoticeWords = {
  title: { withdrawn: (title) => `سُحب: ${title}`, expired: (title) => `لم يعد متاحًا: ${title}` },
  sentence: {
    withdrawn: (day) => `سُحب هذا المقال في ${day}.`,
    expired: (day) => `لم يعد عرض هذا المقال مسموحًا منذ ${day}.`,
  },
};

const TABLES: Readonly<Record<string, NoticeWords>> = { en, ar };

export function noticeWords(language: string, kind: RemovalKind, moment: number, timeZone: string) {
  const base = language.split('-')[0] ?? '';
  const known = Object.hasOwn(TABLES, base);
  const words = TABLES[base] ?? en;
  return {
    title: words.title[kind],
    sentence: words.sentence[kind](longDate(moment, known ? language : 'en', timeZone)),
  };
}
