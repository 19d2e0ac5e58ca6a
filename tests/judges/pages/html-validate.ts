/** html-validate with the rules of the HTML standard, on every page there is. */
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { ofKind } from '../demo.ts';
import { always, type Judge, verdict } from '../judge.ts';

export const htmlValidate: Judge = {
  name: 'html-validate',
  missing: always,
  async judge(demo) {
    const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ['html-validate:standard'] }));
    const pages = ofKind(demo, 'html');
    const errors: string[] = [];
    for (const { url, text } of pages) {
      const { results } = await validator.validateString(text, url);
      for (const { line, column, ruleId, message } of results.flatMap((result) => result.messages))
        errors.push(`${url}:${line}:${column} ${ruleId}: ${message}`);
    }
    return verdict(pages.length, 'pages', errors);
  },
};
