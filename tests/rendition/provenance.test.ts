/** The same article says the same of itself in every rendition (invariant 1). */
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { mediaPath } from '../../src/article/figure.ts';
import type { ArticleDocument } from '../../src/article/input.ts';
import { memberAt } from '../../src/lib/json.ts';
import { longDate } from '../../src/lib/time.ts';
import { renderHtml } from '../../src/rendition/html.ts';
import { renderMarkdown } from '../../src/rendition/markdown.ts';
import { renderNinjs } from '../../src/rendition/ninjs.ts';
import { renderText } from '../../src/rendition/text.ts';
import { BASE, CODE, copied, creditOf, DOCUMENTS, full, optionsFor, publication, TOKEN } from './fixtures.ts';
import { fragment, fromMarkdown, missingWords, saidInHtml, saidInText, wordsOf } from './read-back.ts';

async function renditions(document: ArticleDocument) {
  const whole = full(document);
  const copy = copied(document);
  const facts = { ...optionsFor(), article: whole.article, credit: creditOf(whole) };
  const html = fragment(renderHtml(copy));
  const markdown = fromMarkdown(await renderMarkdown(copy));
  const ninjs: unknown = JSON.parse(renderNinjs(copy, facts));
  return { article: whole.article, html, markdown, text: renderText(copy), ninjs };
}

/** From the article itself, not from anything the renditions are made of. */
function expected(article: Article) {
  const { hops } = article.origin ?? { hops: [] };
  const day = (moment: number) => longDate(moment, article.language, publication.timeZone);
  return {
    names: article.byline.map(({ name }) => name),
    publisher: hops[0]?.publisher ?? publication.title,
    dates: [...new Set([day(article.published), day(article.modified)])],
    origin: hops.map(({ credit, url }) => ({ line: credit, url })),
    license: hops.length > 0 ? hops[0]?.license : publication.license,
    photos: [article.photo, ...article.photos].flatMap((photo) =>
      photo?.syndicate ? [{ url: BASE + mediaPath(photo), credit: photo.credit }] : [],
    ),
  };
}

describe.each(Object.entries(DOCUMENTS))('%s', (_name, document) => {
  it('is right in HTML', async () => {
    const { article, html } = await renditions(document);
    const said = saidInHtml(html);
    const { names, publisher, dates, origin, license, photos } = expected(article);
    expect(said.title).toBe(article.title);
    expect(said.dek).toBe(article.dek === '' ? null : article.dek);
    for (const words of [...names, publisher, ...dates]) expect(said.byline).toContain(words);
    expect(said.origin).toEqual(origin);
    expect(said.rights.urls).toEqual([...(license === undefined ? [] : [license]), `${BASE}/terms`]);
    expect(said.photos.map(({ url }) => url)).toEqual(photos.map(({ url }) => url));
    for (const [index, { credit }] of photos.entries()) expect(said.photos[index]?.credit).toContain(credit);
    expect(said.credit.url).toBe(`${BASE}/c/${TOKEN}`);
    expect(said.credit.line).toContain(CODE);
    expect(said.credit.line).toBe(creditOf(full(document)).badge?.alt);
  });

  it('says the same in Markdown and in text', async () => {
    const { html, markdown, text } = await renditions(document);
    const said = saidInHtml(html);
    expect(saidInHtml(markdown)).toEqual(said);
    const inText = saidInText(text);
    const photos = inText.photos.map(({ url, credit }) => ({ url, credit: credit.replace(/ \[\d+\]/g, '') }));
    expect({ ...inText, photos, links: [...inText.links].sort() }).toEqual({
      ...said,
      links: [...new Set(said.links)].sort(),
    });
  });

  it('has the same words in Markdown and in text', async () => {
    const { html, markdown, text } = await renditions(document);
    const words = wordsOf(html.textContent);
    expect(wordsOf(markdown.textContent)).toBe(words);
    expect(missingWords(html, text)).toEqual([]);
  });

  it('says the same in ninjs', async () => {
    const { article, html, text, ninjs } = await renditions(document);
    const said = saidInHtml(html);
    const { names, origin, photos } = expected(article);
    const list = (...path: readonly (string | number)[]): readonly unknown[] => {
      const found = memberAt(ninjs, ...path);
      return Array.isArray(found) ? found : [];
    };
    expect(memberAt(ninjs, 'headlines', 0, 'value')).toBe(said.title);
    expect(list('people').map((person) => memberAt(person, 'name'))).toEqual(names);
    expect(Date.parse(String(memberAt(ninjs, 'firstCreated')))).toBe(article.published);
    expect(Date.parse(String(memberAt(ninjs, 'versionCreated')))).toBe(article.modified);
    const lines = list('infoSources').flatMap((source) => {
      const line = memberAt(source, 'literal');
      return line === undefined ? [] : [{ line, url: memberAt(source, 'uri') }];
    });
    expect(lines).toEqual(origin);
    expect(memberAt(ninjs, 'rightsInfo', 'linkedRights')).toBe(`${BASE}/terms/standard.jsonld`);
    expect(said.rights.line).toContain(String(memberAt(ninjs, 'copyrightNotice')));
    const pictures = list('associations').map((photo) => ({
      url: memberAt(photo, 'uri'),
      credit: memberAt(photo, 'by'),
    }));
    expect(pictures).toEqual(photos);
    const alternatives = list('altIds').map((id) => [memberAt(id, 'role'), memberAt(id, 'value')]);
    expect(alternatives).toContainEqual(['guid', article.guid]);
    expect(alternatives).toContainEqual(['referenceCode', CODE]);
    const [asHtml, asText] = list('bodies').map((body) => String(memberAt(body, 'value')));
    const headed = [...html.children].slice(0, said.dek === null ? 2 : 3).map((block) => block.outerHTML);
    expect(saidInHtml(fragment(headed.join('') + asHtml))).toEqual(said);
    expect(text.trimEnd().endsWith(asText ?? '-')).toBe(true);
  });
});

describe('what is read back', () => {
  it('misses a word that is not there', () => {
    expect(missingWords(fragment('<p>one<b>two</b></p><p>three</p>'), 'one two\n\nthree')).toEqual([]);
    expect(missingWords(fragment('<p>one two three</p>'), 'one three')).toEqual(['two', 'three']);
  });

  it('differ where the article does', async () => {
    const [own, other] = [await renditions(DOCUMENTS.own), await renditions(DOCUMENTS.rich)];
    expect(saidInHtml(own.html)).not.toEqual(saidInHtml(other.html));
    expect(saidInText(own.text)).not.toEqual(saidInText(other.text));
  });
});
