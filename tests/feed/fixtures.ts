/** A made-up publication and two articles that between them have everything a feed can carry. */
import * as v from 'valibot';
import type { FullArticle } from '../../src/article/article.ts';
import { fieldProblems } from '../../src/article/field-problem.ts';
import { type ArticleDocument, articleInputSchema } from '../../src/article/input.ts';
import { type AssetFacts, type ParseContext, toArticle } from '../../src/article/parse.ts';
import { type Publication, publicationSchema } from '../../src/article/publication.ts';
import type { FeedSite } from '../../src/feed/facts.ts';
import { FORMAT_NAMES, FORMATS, type Format, renderEntries } from '../../src/feed/formats.ts';
import { type Channel, frameOf } from '../../src/feed/frame.ts';
import { joinPlain } from '../../src/feed/join.ts';
import { removalOf } from '../../src/feed/notice.ts';
import { deflatePiece } from '../../src/feed/piece.ts';

export const BASE = 'https://news.example';
export const NOW = Date.UTC(2026, 10, 20, 12);

export const publication: Publication = v.parse(publicationSchema, {
  title: 'Harbour Light',
  description: 'News from the sound & its islands.',
  authority: 'harbourlight.example,2026',
  languages: { en: 'English', ar: 'العربية', 'pt-BR': 'Português' },
  timeZone: 'Europe/Oslo',
  sections: { harbour: { name: 'Harbour & quay', description: 'Ferries, fishing.' }, islands: { name: 'Islands' } },
  rights: '© Harbour Light',
  license: 'https://creativecommons.org/licenses/by-nd/4.0/',
  contact: 'desk@harbourlight.example',
  publisher: { name: 'Harbour Light Press', url: 'https://harbourlight.example/' },
});

export const site: FeedSite = { publication, base: BASE };

const asset = (letter: string, type: string, bytes: number): AssetFacts => ({
  asset: letter.repeat(64),
  type,
  bytes,
  width: 1600,
  height: 1000,
});

export const QUAY = asset('a', 'image/jpeg', 182_044);
export const NET = asset('b', 'image/png', 51_200);
export const assets: ReadonlyMap<string, AssetFacts> = new Map([QUAY, NET].map((facts) => [facts.asset, facts]));

export const own: ArticleDocument = {
  id: 'tag:harbourlight.example,2026-11-03:night-ferry',
  slug: 'the-night-ferry',
  aliases: ['night-ferry'],
  title: 'What "<b>" & \'A&amp;T\' mean to the night ferry',
  dek: 'After two winters, the <Marlin> crosses & returns.',
  byline: [
    { name: 'Ines Vold', url: 'https://vold.example/?a=1&b=2', email: 'ines@harbourlight.example' },
    { name: 'Tomas & Søn' },
  ],
  section: 'harbour',
  tags: ['ferries', 'winter & wind'],
  language: 'en',
  body: `<p>It sails at <code>23:40</code>, <a href="/articles/eelgrass?a=1&amp;b=2">again</a>.</p><img src="/media/${NET.asset}.png" alt="">`,
  published: '2026-11-03T07:30:00+01:00',
  modified: '2026-11-04T10:00:00+01:00',
  photo: {
    asset: QUAY.asset,
    alt: 'A white ferry, "lit"',
    caption: 'The Marlin at Quay 3 & 4.',
    credit: 'Tomas Brandt / Harbour Light',
    rights: 'own',
    holder: 'Harbour Light',
  },
  photos: [{ asset: NET.asset, alt: 'A net', credit: 'Lin Hauge', rights: 'cc', license: 'https://cc.example/by' }],
  corrections: [{ date: '2026-11-04T09:00:00Z', text: 'It sails at 23:40, not 23:30.', was: '23:30', now: '23:40' }],
};

/** Reposted over two hops, under the guid its first publisher gave it: an address nobody may normalise. */
export const repost: ArticleDocument = {
  id: 'tag:harbourlight.example,2026-11-10:eelgrass',
  guid: 'HTTP://SoundReview.Example:80/%7eeelgrass/?x=1&y=2',
  slug: 'eelgrass-returns',
  title: 'Eelgrass comes back',
  dek: 'Divers count the meadows.',
  byline: [{ name: 'Maren Aas' }],
  section: 'islands',
  tags: ['sea life'],
  language: 'pt-BR',
  body: '<p>Divers went down on Monday.</p>',
  published: '2026-11-10T08:00:00Z',
  canonicalUrl: 'https://soundreview.example/2026/10/eelgrass',
  photo: { asset: QUAY.asset, alt: 'Eelgrass', credit: 'Lin Hauge', rights: 'licensed' },
  origin: {
    hops: [
      {
        role: 'original',
        publisher: 'The Sound & Sea Review',
        url: 'https://soundreview.example/2026/10/eelgrass?a=1&b=2',
        feed: 'https://soundreview.example/feed.xml?a=1&b=2',
        guid: 'HTTP://SoundReview.Example:80/%7eeelgrass/?x=1&y=2',
        date: '2026-10-28T09:00:00+01:00',
        credit: 'This article originally appeared on The Sound & Sea Review, October 28, 2026.',
        license: 'https://creativecommons.org/licenses/by/4.0/',
      },
      {
        role: 'republisher',
        publisher: 'Coast Wire',
        url: 'https://coastwire.example/eelgrass',
        date: '2026-10-30T08:00:00Z',
        credit: 'Reposted by the wire of the coast with permission.',
      },
    ],
    permission: {
      basis: 'written',
      reference: 'Letter from the editor',
      until: '2027-10-30T00:00:00Z',
      sublicensable: true,
    },
  },
};

export const context: ParseContext = { publication, assets, previous: null, contentMoved: true, now: NOW };

/** The way every article goes: schema, then parsing, then sanitising. */
export function published(document: ArticleDocument, changes: Partial<ParseContext> = {}): FullArticle {
  const input = v.safeParse(articleInputSchema, document);
  if (!input.success) throw new Error(JSON.stringify(fieldProblems(input.issues)));
  const full = toArticle(input.output, { ...context, ...changes });
  if (!full.ok) throw new Error(JSON.stringify(full.error));
  return full.value;
}

export function entryOf(full: FullArticle, format: Format, at: FeedSite = site, now = NOW): string {
  return renderEntries(full, removalOf(full.article, now), at)[FORMATS[format].code];
}

export const channelOf = (format: Format): Channel => ({
  id: 'tag:harbourlight.example,2026:feed/all',
  title: publication.title,
  description: publication.description,
  language: 'en',
  home: `${BASE}/`,
  self: `${BASE}/feed.${format}`,
  hub: 'https://hub.example/?a=1&b=2',
  author: publication.publisher.name,
  rights: publication.rights,
  license: publication.license ?? null,
  updated: Date.UTC(2026, 10, 20, 11, 30),
  generator: 'Tearsheet',
  base: BASE,
  stylesheet: `${BASE}/assets/feed.css`,
  history: {},
  archive: false,
});

/** Joined from compressed pieces, as it is served. */
export function documentOf(entries: readonly string[], format: Format, channel: Channel = channelOf(format)): string {
  const { head, separator, tail } = frameOf(channel, format);
  const texts = entries.flatMap((entry, index) => (index === 0 ? [entry] : [separator, entry]));
  return new TextDecoder().decode(joinPlain([head, ...texts, tail].map(deflatePiece)));
}

export const feedOf = (fulls: readonly FullArticle[], format: Format, at: FeedSite = site, now = NOW): string =>
  documentOf(
    fulls.map((full) => entryOf(full, format, at, now)),
    format,
  );

export const eachFormat = <T>(make: (format: Format) => T): readonly T[] => FORMAT_NAMES.map(make);
