/** Articles that between them have everything a copy can hold, on the way every article goes, and a credit for them. */
import * as v from 'valibot';
import type { FullArticle } from '../../src/article/article.ts';
import type { CopyCredit } from '../../src/article/copy-credit.ts';
import type { ArticleDocument } from '../../src/article/input.ts';
import type { Publication } from '../../src/article/publication.ts';
import { type NamedTerms, termsSchema } from '../../src/article/terms.ts';
import { creditFor } from '../../src/partner/credit.ts';
import { referenceCode } from '../../src/partner/reference-code.ts';
import { type Copy, type CopyOptions, copyOf } from '../../src/rendition/copy.ts';
import { namedTerms } from '../../src/terms/standard-terms.ts';
import { assets, BASE, publication as feedPublication, NET, own, published, QUAY, repost } from '../feed/fixtures.ts';

export { BASE, NET, own, QUAY, repost };

export const BUOY = { asset: 'c'.repeat(64), type: 'image/webp', bytes: 9000, width: 800, height: 600 };
const context = { assets: new Map([...assets, [BUOY.asset, BUOY]]) };

export const publication: Publication = {
  ...feedPublication,
  terms: {
    short: v.parse(termsSchema, { title: 'The beginning', excerptWords: 25 }),
    hidden: v.parse(termsSchema, { title: 'Not in search engines', canonical: 'noindex', creditAt: 'start' }),
    both: v.parse(termsSchema, { title: 'Both', canonical: 'both' }),
    free: v.parse(termsSchema, { title: 'Free', canonical: 'none' }),
  },
};

export const oneHop: ArticleDocument = {
  ...repost,
  id: 'tag:harbourlight.example,2026-11-11:one-hop',
  guid: 'urn:uuid:2f1c6a1e-7a06-4b0a-8f5c-111111111111',
  slug: 'one-hop',
  canonicalUrl: undefined,
  photo: { asset: QUAY.asset, alt: 'Eelgrass', credit: 'Lin Hauge', rights: 'cc', license: 'https://cc.example/by' },
  origin: {
    hops: [
      {
        role: 'original',
        publisher: 'مجلة الساحل',
        url: 'https://sahil.example/eelgrass?a=1&b=2',
        date: '2026-10-28T09:00:00+01:00',
        credit: 'نُشر هذا المقال أولًا في مجلة الساحل، 28 أكتوبر 2026.',
      },
    ],
    permission: { basis: 'licence', reference: 'CC BY', sublicensable: true },
  },
};

export const arabic: ArticleDocument = {
  id: 'tag:harbourlight.example,2026-11-12:arabic',
  slug: 'العبارة',
  title: 'العبّارة الليلية تعود إلى العمل',
  dek: 'بعد شتاءين من الانتظار.',
  byline: [{ name: 'إيناس فولد' }, { name: 'Tomas Brandt' }],
  section: 'harbour',
  language: 'ar',
  body: '<p>تُبحر في الساعة <bdi>23:40</bdi>، <a href="https://a.example/?a=1&amp;b=2">كما قيل</a>.</p><p>وتعود فجرًا.</p>',
  published: '2026-11-12T07:30:00+01:00',
  photo: { asset: QUAY.asset, alt: 'عبّارة', caption: 'العبّارة في الميناء', credit: 'توماس برانت', rights: 'own' },
};

const LONG = 'The crossing takes fifty minutes in calm weather and twice as long when the wind is from the west.';

/** Tables, lists, code, footnotes, quotes in quotes, and photos of which one may not be passed on. */
export const rich: ArticleDocument = {
  id: 'tag:harbourlight.example,2026-11-13:rich',
  slug: 'rich',
  title: 'All the crossings of a year',
  byline: [{ name: 'Ines Vold' }],
  section: 'harbour',
  language: 'en',
  body: [
    `<p>${LONG} It carried 10<sup>3</sup> cars, H<sub>2</sub>O and <del>one</del> <ins>two</ins> <em>very <strong>large</strong></em> boxes.<sup><a href="#fn1">1</a></sup></p>`,
    '<h2>Timetable &amp; fares</h2>',
    '<table><caption>Winter <em>fares</em></caption><thead><tr><th>From</th><th>To | fro</th></tr></thead><tbody><tr><td><p>Quay 3</p><p>north</p></td><td><a href="https://fares.example/?x=1&amp;copy=2|3">12</a></td></tr><tr><td colspan="2"><ul><li>one</li><li>two</li></ul></td></tr></tbody></table>',
    '<ul><li>First <a href="https://a.example/(x)">thing</a><ol start="3"><li>inner three</li><li>inner four</li></ol></li><li><p>Second</p><p>with two paragraphs</p></li></ul>',
    '<blockquote><p>He said:</p><blockquote><p>She said <q>never <q>again</q></q>.</p></blockquote></blockquote>',
    '<pre><code class="language-sh">\n  ls | grep "&lt;ferry&gt;"\n\n* * *</code></pre>',
    '<dl><dt>Quay</dt><dd>Where ships lie.</dd></dl>',
    `<p>Seen from the air: <a href="/media/${BUOY.asset}.webp">the buoy</a>.</p>`,
    `<ul><li><a href="https://photos.example/"><img src="/media/${BUOY.asset}.webp" alt="A buoy"></a></li><li>kept</li></ul>`,
    `<figure><img src="/media/${NET.asset}.png" alt="A net [1]"><figcaption>A <em>net</em>, <a href="https://nets.example/">mended</a>.</figcaption></figure>`,
    '<hr><ol><li>A footnote. <a href="https://notes.example/a_b_c?d=*e*&amp;f=~g~">↩</a></li></ol>',
  ].join(''),
  published: '2026-11-13T07:30:00+01:00',
  photos: [
    { asset: NET.asset, alt: 'A net [1]', credit: 'Lin Hauge', rights: 'own' },
    { asset: BUOY.asset, alt: 'A buoy', caption: 'The outer buoy.', credit: 'Sea Pictures', rights: 'third-party' },
  ],
};

export const DOCUMENTS = { own, twoHops: repost, oneHop, arabic, rich } as const;

export const full = (document: ArticleDocument): FullArticle => published(document, { ...context, publication });

export const TOKEN = `A${'b-_9'.repeat(8)}Zz0`;
const GRANT = 3;
const NUMBER = 4711;
const code = referenceCode({ article: NUMBER, grant: GRANT }) ?? '';
export const CODE = `${code.slice(0, 4)}-${code.slice(4)}`;

/** As it is made for a partner, with a token that is the same in every run. */
export function creditFrom({ article }: FullArticle, terms: NamedTerms, badge = true): CopyCredit {
  const author = article.byline.map((person) => person.name).join(', ');
  const credited = {
    number: NUMBER,
    title: article.title,
    author,
    language: article.language,
    published: article.published,
    repost: article.origin !== null,
  };
  const carried = { ...terms, carriers: badge ? 'link+badge' : 'link' } as const;
  return creditFor({ number: GRANT, terms: carried }, credited, TOKEN, { publication, base: BASE });
}

export const creditOf = (full: FullArticle, name = 'standard', badge = true): CopyCredit =>
  creditFrom(full, namedTerms(publication, name), badge);

export const optionsFor = (name = 'standard'): CopyOptions => ({
  publication,
  base: BASE,
  terms: namedTerms(publication, name),
});

export const copied = (document: ArticleDocument, name = 'standard'): Copy => {
  const article = full(document);
  return copyOf(article, creditOf(article, name), optionsFor(name));
};
