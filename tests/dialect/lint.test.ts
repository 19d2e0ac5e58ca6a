/** Each rule of each partner, at its limit, below and above it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIALECT_NAMES, type DialectName } from '../../src/dialect/dialects.ts';
import { type Finding, isRefused } from '../../src/dialect/finding.ts';
import type { DialectItem } from '../../src/dialect/item.ts';
import { lint } from '../../src/dialect/lint.ts';
import { hostile } from '../feed/arbitrary.ts';
import { NOW } from '../feed/fixtures.ts';
import { plain as full, itemOf, photo, secondPhoto, withArticle } from './samples.ts';

const said = (dialect: DialectName, item: DialectItem, now = NOW): readonly (readonly [string, string])[] =>
  lint(dialect, item, now).map(({ level, rule }) => [level, rule] as const);
const of = (dialect: DialectName, item: DialectItem, rule: string, now = NOW): Finding | undefined =>
  lint(dialect, item, now).find((finding) => finding.rule === rule);

describe.each(DIALECT_NAMES)('%s', (dialect) => {
  it('has nothing to say of an article as it should be', () => expect(lint(dialect, itemOf(full), NOW)).toEqual([]));

  it('takes no item from the future', () => {
    expect(of(dialect, withArticle({ published: NOW, modified: NOW }), 'all/date-future')).toBeUndefined();
    expect(of(dialect, withArticle({ published: NOW + 1 }), 'all/date-future')?.level).toBe('refused');
    expect(of(dialect, withArticle({ modified: NOW + 1 }), 'all/date-future')?.level).toBe('refused');
  });

  it('takes no expired item', () => {
    expect(of(dialect, itemOf(full, { expiresAt: NOW + 1 }), 'all/expired')).toBeUndefined();
    expect(of(dialect, itemOf(full, { expiresAt: NOW }), 'all/expired')?.level).toBe('refused');
  });

  it('takes no item without guid, title, language or text', () => {
    expect(of(dialect, withArticle({ guid: ' ' }), 'all/guid')?.level).toBe('refused');
    expect(of(dialect, withArticle({ title: ' ' }), 'all/title')?.level).toBe('refused');
    expect(of(dialect, withArticle({ language: 'en_GB' }), 'all/language')?.level).toBe('refused');
    expect(
      of(dialect, itemOf(full, { content: '<p> </p><img src="https://a.example/b.png">' }), 'all/full-text')?.level,
    ).toBe('refused');
  });

  it('takes absolute addresses only, and wants https', () => {
    expect(of(dialect, itemOf(full, { url: '/articles/x' }), 'all/absolute-urls')?.level).toBe('refused');
    expect(of(dialect, itemOf(full, { canonical: 'articles/x' }), 'all/absolute-urls')?.level).toBe('refused');
    const image = (src: string): DialectItem => itemOf(full, { content: `<p>x</p><img src="${src}">` });
    expect(of(dialect, image('/media/a.png'), 'all/absolute-urls')?.words).toContain('/media/a.png');
    expect(of(dialect, image('//news.example/a.png'), 'all/absolute-urls')?.level).toBe('refused');
    expect(of(dialect, image('http://news.example/a.png'), 'all/https')?.level).toBe('warning');
    expect(said('generic', image('https://news.example/a.png'))).toEqual([]);
    expect(of(dialect, itemOf(full, { url: 'http://news.example/x' }), 'all/https')?.level).toBe('warning');
    expect(of(dialect, itemOf(full, { content: '<p><a href="#note">x</a></p>' }), 'all/relative-link')?.level).toBe(
      'warning',
    );
  });

  it('takes no active markup', () => {
    for (const html of ['<script>1</script>', '<iframe src="https://a.example/"></iframe>', '<object></object>'])
      expect(of(dialect, itemOf(full, { content: `<p>x</p>${html}` }), 'all/active-markup')?.level).toBe('refused');
  });

  it('gets no photo we may not pass on, and none without credit', () => {
    const kept = itemOf(full, { photos: [photo, { ...secondPhoto, syndicate: false }] });
    expect(of(dialect, kept, 'all/photo-rights')).toMatchObject({ level: 'photo dropped', subject: secondPhoto.asset });
    expect(of(dialect, itemOf(full, { photos: [{ ...photo, credit: ' ' }] }), 'all/photo-credit')?.subject).toBe(
      photo.asset,
    );
  });

  it('says of every finding what it wants and what to do', () => {
    const bad = itemOf(full, {
      content: '<pre><script></script></pre>',
      url: 'x',
      photos: [{ ...photo, syndicate: false }],
    });
    const findings = lint(dialect, { ...bad, article: { ...bad.article, title: '<b>x</b>', published: NOW + 1 } }, NOW);
    expect(findings.length).toBeGreaterThan(4);
    for (const { words, remedy, rule } of findings) {
      expect(words).toMatch(/^\p{Lu}.*\.$/su);
      expect(remedy).toMatch(/^\p{Lu}.*\.$/su);
      expect(rule).toMatch(new RegExp(`^(all|${dialect})/[a-z-]+$`));
    }
    expect(isRefused(findings)).toBe(true);
  });

  it('reads any article without failing', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, content) => {
        lint(dialect, { ...withArticle({ title }), content, url: content, canonical: title }, NOW);
      }),
    );
  });
});
