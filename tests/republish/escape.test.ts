/** Whatever an article, a partner or a form says, the pages around it say it back, letter for letter, and nothing more. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { portalChecks } from '../../src/page/portal-checks.tsx';
import { republishPage } from '../../src/page/republish-page.tsx';
import { requestedPage } from '../../src/page/republish-requested.tsx';
import { ASK_FIELDS, type RepublishView } from '../../src/page/republish-view.ts';
import { namedTerms } from '../../src/terms/standard-terms.ts';
import { attribute, byClass, byTag, text } from '../page/dom.ts';
import { arabic, article, site } from '../page/fixtures.ts';
import { field } from './asking.ts';

/** With what breaks out of elements, attributes and textareas more often than chance would have it. */
const words = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('</textarea>', '<script>', '"', "'", '&amp;', '\n', '<!--', ']]>', '&', '$&', '\u202e'),
    ),
    { maxLength: 8 },
  )
  // NUL and CR never come in (lib/text.ts); a parser would change them.
  .map((parts) =>
    parts
      .join('')
      .replaceAll(/[\u0000\r]/g, '')
      .toWellFormed(),
  );

const terms = namedTerms(site.publication, 'standard');
const plain: RepublishView = {
  article,
  terms,
  notBefore: null,
  offer: { kind: 'ask', asking: { values: {}, wrong: [] } },
  path: '/republish/one',
  partner: null,
};

const counts = (html: string) =>
  ['script', 'form', 'textarea', 'input', 'section', 'style', 'iframe'].map((tag) => byTag(html, tag).length);

describe('the republish page', () => {
  it('holds every copy as it is', () => {
    const credit = { parts: [], at: 'end', url: 'https://news.example/c/x', badge: null } as const;
    const whole = (html: string, markdown: string, copy: string, title: string) =>
      republishPage(site, {
        ...plain,
        article: { ...article, title, byline: [{ name: title }] },
        partner: title,
        offer: {
          kind: 'copies',
          copies: {
            credit,
            html,
            markdown,
            text: copy,
            head: [html],
            leftOut: [{ asset: 'a', what: title, why: copy }],
          },
        },
      });
    const usual = counts(whole('', '', '', ''));
    fc.assert(
      fc.property(words, words, words, words, (html, markdown, copy, title) => {
        const page = whole(html, markdown, copy, title);
        expect(field(page, 'copy-html')).toBe(html);
        expect(field(page, 'copy-markdown')).toBe(markdown);
        expect(field(page, 'copy-text')).toBe(copy);
        expect(field(page, 'copy-head')).toBe(html);
        expect(text(byTag(page, 'h1')[0])).toBe(title);
        expect(counts(page)).toEqual(usual);
      }),
    );
  });

  it('keeps what was typed into its form', () => {
    const asked = (values: Readonly<Record<string, string>>) =>
      republishPage(site, { ...plain, offer: { kind: 'ask', asking: { values, wrong: [...ASK_FIELDS] } } });
    const usual = counts(asked({}));
    fc.assert(
      fc.property(words, words, (organisation, message) => {
        const page = asked({ organisation, message });
        const input = byTag(page, 'input').find((each) => attribute(each, 'name') === 'organisation');
        expect(attribute(input, 'value')).toBe(organisation);
        expect(field(page, 'message')).toBe(message);
        expect(counts(page)).toEqual(usual);
      }),
    );
  });
});

it('the page behind the form shows the article’s title and the proof as they are', () => {
  fc.assert(
    fc.property(words, words, (title, value) => {
      const proof = { record: value, address: value, value };
      const page = requestedPage(site, { article: { ...article, title }, stage: 'sent', number: 7, proof });
      expect(byTag(page, 'code').map(text)).toEqual([value, value, value, value]);
      expect(byTag(page, 'input').map((input) => attribute(input, 'value'))).toEqual(['7', value]);
      expect(byTag(page, 'script')).toEqual([]);
    }),
  );
});

it('the portal shows what a dialect says as it is', () => {
  const frame = { site, partner: { id: 'coast', name: 'Coast' }, done: null, problem: null };
  fc.assert(
    fc.property(words, words, (title, said) => {
      const finding = { level: 'refused', rule: said, subject: 'item', words: said, remedy: '' } as const;
      const page = portalChecks(frame, 'MSN', [{ article: { ...arabic, title }, findings: [finding] }]);
      expect(text(byTag(page, 'h2')[0])).toBe(title);
      expect(text(byClass(page, 'finding')[0])).toContain(said);
      expect(byTag(page, 'script')).toEqual([]);
    }),
  );
});
