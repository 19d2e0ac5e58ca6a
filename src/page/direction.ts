import { directionOf } from '../lib/direction.ts';

/** `lang` and `dir` for a part of a page, if it is in another language than the page around it. */
export const inLanguage = (language: string, around: string): { readonly lang?: string; readonly dir?: string } =>
  language === around ? {} : { lang: language, dir: directionOf(language) };
