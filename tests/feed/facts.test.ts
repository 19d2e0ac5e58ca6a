/** What all formats say about an article, and the summary nobody wrote. */
import { describe, expect, it } from 'vitest';
import type { ArticleDocument } from '../../src/article/input.ts';
import { type Facts, factsOf, UNSPECIFIED_LICENSE } from '../../src/feed/facts.ts';
import { BASE, own, publication, published, repost, site } from './fixtures.ts';

const facts = (changes: Partial<ArticleDocument>, from = own): Facts =>
  factsOf(published({ ...from, ...changes }), site);
const summary = (body: string): string => facts({ dek: '', body, photos: [] }).summary;

describe('the summary of an article without a dek', () => {
  it('is the text of its body', () => {
    expect(summary('<h2>One</h2><p>two <b>three</b></p>')).toBe('One two three');
  });

  it('sets no blank before a comma that follows inline markup', () => {
    expect(summary('<p>At <code>23:40</code>, <a href="/x">again</a>.</p>')).toBe('At 23:40, again.');
  });

  it('loses no reference the author writes about', () => {
    expect(summary('<p>Write &amp;lt;b&amp;gt; or &amp;amp; or &lt;i&gt;</p>')).toBe('Write &lt;b&gt; or &amp; or <i>');
  });

  it('takes no attribute for words', () => {
    expect(summary('<p title="a > b">x</p><p title="it\'s >">y</p>')).toBe('x y');
  });

  it('leaves out figures, whose captions are not the story', () => {
    const body = `<figure><img src="/media/${own.photo?.asset}.jpg" alt=""><figcaption>cap</figcaption></figure><p>story</p>`;
    expect(summary(body)).toBe('story');
  });

  it('ends between words with an ellipsis when it is long', () => {
    const text = summary(`<p>${'sea '.repeat(200)}</p>`);
    expect(text).toMatch(/^(sea )+sea…$/);
    expect(text.length).toBeLessThanOrEqual(241);
  });

  it('cuts no character in two where there is no blank to end at', () => {
    for (const start of ['', 'x']) {
      const text = summary(`<p>${start}${'🚢'.repeat(200)}</p>`);
      expect(text).not.toContain('\ufffd');
      expect(text.isWellFormed()).toBe(true);
    }
  });

  it('is never made where there is a dek', () => {
    expect(facts({ dek: 'Two & <two>' }).summary).toBe('Two & <two>');
  });
});

describe('rights and licence', () => {
  it('are the publication’s for an own article', () => {
    expect(facts({})).toMatchObject({ rights: publication.rights, license: publication.license });
  });

  it('are the article’s own before all others', () => {
    const changes = { rights: '© Ines', license: 'https://a.example/l' };
    expect(facts(changes)).toMatchObject(changes);
    expect(facts(changes, repost)).toMatchObject(changes);
  });

  it('of a repost never fall back to ours', () => {
    const hop = repost.origin?.hops[0];
    if (!hop || !repost.origin) throw new Error('The fixture has a hop');
    const origin = { ...repost.origin, hops: [{ ...hop, license: undefined }] satisfies [unknown] };
    expect(facts({ origin }, repost)).toMatchObject({
      rights: '© The Sound & Sea Review',
      license: UNSPECIFIED_LICENSE,
    });
  });

  it('are none where the publication grants none', () => {
    const { license: _, ...without } = publication;
    expect(factsOf(published(own), { publication: without, base: BASE }).license).toBeNull();
  });
});

describe('the whole story', () => {
  it('is lead photo, body, corrections and credit lines, in that order', () => {
    const { content } = facts(
      { ...repost, corrections: [{ date: '2026-11-11T00:30:00+01:00', text: 'A & B' }] },
      repost,
    );
    const order = [
      '<figure>',
      'Divers went down',
      '2026-11-11:</strong> A &amp; B',
      'originally appeared',
      'Reposted by',
    ];
    const places = order.map((words) => content.indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('holds no mark for the base URL any more', () => {
    expect(facts({}).content).not.toContain('\u0001');
    expect(facts({}).content).toContain(`href="${BASE}/articles/eelgrass?a=1`);
  });
});
