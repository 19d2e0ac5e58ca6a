/** The few words a copy has of its own, by language; where there is no table for one, English. */
interface CopyWords {
  readonly comma: string;
  readonly updated: string;
  readonly rest: (publication: string) => string;
  readonly photo: string;
  readonly terms: string;
}

const en: CopyWords = {
  comma: ', ',
  updated: 'Updated',
  rest: (publication) => `Read the rest at ${publication}`,
  photo: 'Photo',
  terms: 'Terms of use',
};

const ar: CopyWords = {
  comma: '، ',
  updated: 'حُدِّث في',
  rest: (publication) => `تابع القراءة في ${publication}`,
  photo: 'الصورة',
  terms: 'شروط الاستخدام',
};

const TABLES: ReadonlyMap<string, CopyWords> = new Map([
  ['en', en],
  ['ar', ar],
]);

export const copyWords = (language: string): CopyWords => TABLES.get(language.toLowerCase().split('-')[0] ?? '') ?? en;
