/** The words of the pages themselves, by language; where there is no table for one, English. */
import type { HopRole } from '../article/article.ts';
import type { Scope } from '../article/scope.ts';

/** The terms and the list of feeds are prose, and so far in English, whatever the publication's languages. */
export const PROSE_LANGUAGE = 'en';

const en = {
  language: 'en',
  skip: 'Skip to the content',
  sections: 'Sections',
  languages: 'Languages',
  by: 'By',
  updated: 'Updated',
  repostedFrom: 'Reposted from',
  comma: ',',
  via: { original: 'first published by', republisher: 'via', translator: 'translated by', wire: 'via' },
  provenance: 'Where this article comes from',
  corrections: 'Corrections',
  was: 'It said',
  now: 'It now says',
  tags: 'Topics',
  table: 'Table',
  rights: 'Rights',
  republish: 'Republish this',
  photo: 'Photo:',
  feeds: 'Feeds',
  follow: 'Follow this page:',
  allFeeds: 'All feeds',
  terms: 'Terms of use',
  front: 'Go to the front page',
  empty: 'Nothing has been published here yet.',
  kinds: { all: 'All articles', section: 'Section', tag: 'Topic', author: 'Author', language: 'Language' },
  about: {
    all: 'All articles, newest first.',
    section: 'The articles of this section, newest first.',
    tag: 'The articles on this topic, newest first.',
    author: 'The articles of this author, newest first.',
    language: 'The articles in this language, newest first.',
  },
  withdrawn: 'This article has been withdrawn',
  withdrawnOn: 'Withdrawn on',
  reason: 'Reason:',
  gone: 'This article is no longer available',
  goneDetail: 'It was published here for a limited time, and that time is over.',
  ask: 'Questions? Write to',
  next: {
    404: 'The address may be mistyped, or the page may never have been here. The front page has the newest articles.',
    405: 'This address answers other kinds of request. Open it in a browser, or go to the front page.',
    410: 'It will not come back to this address. If you keep a copy, please take it down or mark it as withdrawn.',
    429: 'Too many requests came from your network. Wait a minute, then try again.',
    500: 'The fault is ours. Try again in a minute; if it stays, write to us and name the address of this page.',
    503: 'We are busy or at work on something. Try again in a few minutes.',
    other: 'Go back and try again, or go to the front page.',
  },
};

export type Words = Readonly<typeof en> & {
  readonly via: Readonly<Record<HopRole, string>>;
  readonly kinds: Readonly<Record<Scope['kind'], string>>;
};

const ar: Words = {
  language: 'ar',
  skip: 'انتقل إلى المحتوى',
  sections: 'الأقسام',
  languages: 'اللغات',
  by: 'بقلم',
  updated: 'حُدِّث في',
  repostedFrom: 'نقلًا عن',
  comma: '،',
  via: { original: 'نُشر أولًا في', republisher: 'عبر', translator: 'ترجمة', wire: 'عبر' },
  provenance: 'مصدر هذا المقال',
  corrections: 'تصويبات',
  was: 'كان النص',
  now: 'وأصبح',
  tags: 'المواضيع',
  table: 'جدول',
  rights: 'الحقوق',
  republish: 'أعد نشر هذا المقال',
  photo: 'الصورة:',
  feeds: 'الخلاصات',
  follow: 'تابع هذه الصفحة:',
  allFeeds: 'كل الخلاصات',
  terms: 'شروط الاستخدام',
  front: 'إلى الصفحة الأولى',
  empty: 'لم يُنشر شيء هنا بعد.',
  kinds: { all: 'كل المقالات', section: 'قسم', tag: 'موضوع', author: 'كاتب', language: 'لغة' },
  about: {
    all: 'كل المقالات، الأحدث أولًا.',
    section: 'مقالات هذا القسم، الأحدث أولًا.',
    tag: 'المقالات في هذا الموضوع، الأحدث أولًا.',
    author: 'مقالات هذا الكاتب، الأحدث أولًا.',
    language: 'المقالات بهذه اللغة، الأحدث أولًا.',
  },
  withdrawn: 'سُحب هذا المقال',
  withdrawnOn: 'سُحب في',
  reason: 'السبب:',
  gone: 'لم يعد هذا المقال متاحًا',
  goneDetail: 'نُشر هنا لمدة محدودة، وقد انتهت.',
  ask: 'للاستفسار عنه:',
  next: {
    404: 'قد يكون العنوان مكتوبًا بشكل خاطئ، أو لم تكن الصفحة هنا قط. تجد أحدث المقالات في الصفحة الأولى.',
    405: 'يستجيب هذا العنوان لأنواع أخرى من الطلبات. افتحه في متصفح، أو اذهب إلى الصفحة الأولى.',
    410: 'لن يعود إلى هذا العنوان. إن كانت لديك نسخة منه فنرجو إزالتها أو الإشارة إلى أنه سُحب.',
    429: 'وردت طلبات كثيرة من شبكتك. انتظر دقيقة ثم حاول مرة أخرى.',
    500: 'الخطأ من جانبنا. حاول مرة أخرى بعد دقيقة، وإن تكرر فاكتب إلينا مع ذكر عنوان هذه الصفحة.',
    503: 'نحن مشغولون أو نجري أعمال صيانة. حاول مرة أخرى بعد بضع دقائق.',
    other: 'عُد وحاول مرة أخرى، أو اذهب إلى الصفحة الأولى.',
  },
};

const TABLES: Readonly<Record<string, Words>> = { en, ar };

export const wordsFor = (language: string): Words => TABLES[language.toLowerCase().split('-')[0] ?? ''] ?? en;

/** What a reader can do about an answer that is no page. */
export function nextStep(words: Words, status: number): string {
  const steps: Readonly<Record<string, string>> = words.next;
  return steps[String(status)] ?? words.next.other;
}
