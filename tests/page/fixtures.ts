/** Made-up articles for the page tests: each has one trait that a page must get right. */
import type { Article, Hop, Photo } from '../../src/article/article.ts';
import type { Site } from '../../src/page/site.ts';

export const NOW = Date.UTC(2026, 10, 4, 12);

export const site: Site = {
  base: 'https://news.example',
  hub: null,
  publication: {
    title: 'Harbour Light',
    description: 'News from the sound and its islands.',
    authority: 'harbourlight.example,2026',
    languages: { en: 'English', ar: 'العربية' },
    timeZone: 'Europe/Oslo',
    sections: {
      harbour: { name: 'Harbour', description: 'Ferries, fishing and the quay.' },
      islands: { name: 'Islands' },
    },
    rights: '© Harbour Light',
    license: 'https://creativecommons.org/licenses/by-nd/4.0/',
    contact: 'desk@harbourlight.example',
    publisher: { name: 'Harbour Light Press', url: 'https://harbourlight.example/' },
    canonicalForReposts: 'origin',
    openReposts: 'here',
    feedItems: 30,
    archiveItems: 100,
  },
};

export const photo: Photo = {
  asset: 'a'.repeat(64),
  type: 'image/jpeg',
  bytes: 182_044,
  width: 1600,
  height: 1000,
  alt: 'A white ferry at the quay, its windows lit',
  caption: 'The Marlin at Quay 3 on Monday night.',
  credit: 'Tomas Brandt / Harbour Light',
  rights: 'own',
  syndicate: true,
};

export const article: Article = {
  id: 'tag:harbourlight.example,2026-11-03:night-ferry',
  guid: 'tag:harbourlight.example,2026-11-03:night-ferry',
  slug: 'the-night-ferry-runs-again',
  aliases: [],
  title: 'The night ferry runs again',
  dek: 'After two winters on the quay, the Marlin crosses the sound at 23:40.',
  byline: [{ name: 'Ines Vold', url: 'https://vold.example/' }, { name: 'Tomas Brandt' }],
  section: 'harbour',
  tags: ['ferries', 'winter timetable'],
  language: 'en',
  published: Date.UTC(2026, 10, 3, 6, 30),
  modified: Date.UTC(2026, 10, 4, 9),
  status: 'usable',
  withdrawal: null,
  embargoedUntil: null,
  expiresAt: null,
  canonicalUrl: null,
  rights: null,
  license: null,
  photo,
  photos: [],
  corrections: [],
  origin: null,
};

export const firstHop: Hop = {
  role: 'original',
  publisher: 'The Sound Review',
  url: 'https://soundreview.example/2026/10/eelgrass',
  guid: 'tag:soundreview.example,2026:eelgrass',
  date: Date.UTC(2026, 9, 28, 8),
  credit: 'This article originally appeared on The Sound Review, October 28, 2026, and is reposted with permission.',
  license: 'https://creativecommons.org/licenses/by/4.0/',
};

export const secondHop: Hop = {
  role: 'republisher',
  publisher: 'Coast Wire',
  url: 'https://coastwire.example/eelgrass',
  date: Date.UTC(2026, 9, 30, 8),
  credit: 'Reposted by Coast Wire, October 30, 2026.',
};

export const repost: Article = {
  ...article,
  id: 'tag:harbourlight.example,2026-11-01:eelgrass',
  guid: 'tag:soundreview.example,2026:eelgrass',
  slug: 'eelgrass-comes-back',
  title: 'Eelgrass comes back to the inner sound',
  dek: 'Divers count the meadows that were written off in 2009.',
  byline: [{ name: 'Maren Aas' }],
  section: 'islands',
  tags: ['sea life'],
  photo: {
    ...photo,
    asset: 'b'.repeat(64),
    width: 1200,
    height: 1500,
    alt: 'Eelgrass in clear water',
    caption: undefined,
    credit: 'Lin Hauge',
  },
  origin: { hops: [firstHop], permission: { basis: 'written', reference: 'Letter', sublicensable: false } },
};

export const twoHops: Article = {
  ...repost,
  id: 'tag:harbourlight.example,2026-11-02:lighthouse',
  slug: 'lighthouse',
  title: 'Who keeps the light when the keeper is gone?',
  photo: null,
  origin: { hops: [firstHop, secondHop], permission: { basis: 'contract', reference: 'No. 7', sublicensable: true } },
};

export const arabic: Article = {
  ...article,
  id: 'tag:harbourlight.example,2026-11-02:arabic',
  slug: 'عبارة-الليل',
  title: 'عبّارة الليل تعود إلى الخدمة',
  dek: 'بعد شتاءين على الرصيف، تعبر «مارلين» المضيق في الساعة 23:40.',
  byline: [{ name: 'ليلى حداد' }, { name: 'Tomas Brandt' }],
  language: 'ar',
  tags: ['عبّارات'],
  corrections: [{ date: Date.UTC(2026, 10, 4, 8), text: 'صُحّح موعد الإبحار.', was: '23:30', now: '23:40' }],
};

export const hostileTitle: Article = {
  ...article,
  id: 'tag:harbourlight.example,2026-11-02:bold',
  slug: 'bold',
  title: 'What "<b>" & \'</title><script>alert(1)</script>\' mean 🚢⛴️',
  photo: null,
  corrections: [
    { date: Date.UTC(2026, 10, 4, 8), text: 'The price was wrong.', was: '<b>40</b> kroner', now: '45 kroner' },
    { date: Date.UTC(2026, 10, 4, 9), text: 'The skipper’s name is Anne Dahl.' },
  ],
};
