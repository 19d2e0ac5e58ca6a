/** Browsers that nobody reads in: asked ahead of time, or at work on the copy. */
import { type Entry, entries } from './class-entry.ts';

const CHROME =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0';
const SAFARI =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15';
const SENT = { 'accept-language': 'en', accept: 'image/avif,*/*' };
const FOLLOWED = { 'accept-language': 'en', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };

const PURPOSES: readonly Readonly<Record<string, string>>[] = [
  { 'sec-purpose': 'prefetch' },
  { 'sec-purpose': 'prefetch;prerender' },
  { 'sec-purpose': 'prefetch;anonymous-client-ip' },
  { purpose: 'prefetch' },
  { purpose: 'preview' },
  { 'x-purpose': 'preview' },
  { 'x-moz': 'prefetch' },
];

/** Where an editor, a designer or a test looks at a page. */
const AT_WORK: readonly string[] = [
  'http://localhost:3000/draft',
  'http://localhost/',
  'http://127.0.0.1:8080/',
  'http://[::1]:4321/',
  'http://192.168.1.20/',
  'http://10.0.0.7:8000/',
  'http://172.20.3.4/',
  'http://cms/',
  'http://newsroom.local/',
  'https://north-post.test/',
  'https://press.internal/',
  'https://staging.north-post.example/',
  'https://www.staging.north-post.example/',
  'https://dev.north-post.example/',
  'https://stage2.north-post.example/',
  'https://preview.north-post.co.uk/',
  'https://north-post-staging.hosting.example/',
  'https://northpost-dev.hosting.example/',
  'https://northpost.wpcomstaging.com/',
  'https://northpoststg.wpengine.com/',
  'https://dev-northpost.pantheonsite.io/',
  'https://env-northpost.kinsta.cloud/',
  'https://a1b2-c3.ngrok-free.app/',
  'https://deploy-preview-12--northpost.netlify.app/',
  'https://north-post.example/wp-admin/post.php?post=17&action=edit',
  'https://north-post.example/?p=17&preview=true',
  'https://north-post.example/2026/05/ferry/?preview_id=17&preview_nonce=a1',
  'https://north-post.example/ghost/#/editor/post/64',
  'https://north-post.example/node/12/edit',
  'https://north-post.example/administrator/index.php',
  'https://docs.google.com/',
  'https://app.contentful.com/',
  'https://north.arcpublishing.com/',
  'https://news.example/desk/articles/ferry',
  'https://news.example/republish/ferry',
];

/** Names that only look like it. */
const READ: readonly string[] = [
  'https://test.de/',
  'https://dev.to/',
  'https://stage.co.uk/',
  'https://thestage.example/',
  'https://developers.example/',
  'https://www.devonlive.example/',
  'https://localnews.example/',
  'https://the-local.example/',
  'https://north-post.example/local/ferry',
  'https://ghosttown.example/',
  'https://admiral.example/administration/',
  'https://north-post.example/preview-of-the-season/',
  'https://mail.google.com/',
  'https://translate.goog/',
  'https://news.example/articles/ferry',
  'android-app://com.google.android.googlequicksearchbox/',
];

const LINK_SCANNERS: readonly string[] = [
  'Mozilla/5.0 (compatible; BarracudaCentral/1.0)',
  'Proofpoint URL Defense/1.0',
  'Mimecast-Link-Scan/2.1',
  'CiscoSecureEmail/14.0',
  'Microsoft Office Existence Discovery',
  'Microsoft Office Protocol Discovery',
  'Mozilla/4.0 (compatible; ms-office; MSOffice 16)',
  'AppEngine-Google; (+http://code.google.com/appengine; appid: s~virustotalcloud)',
];

export const EARLY: readonly Entry[] = [
  ...PURPOSES.flatMap((purpose) =>
    entries({ group: 'prefetch', class: 'prefetch', sent: { ...SENT, ...purpose } }, [CHROME]),
  ),
  ...entries({ group: 'prefetch', class: 'prefetch', sent: { 'x-moz': 'prefetch', ...SENT } }, [FIREFOX]),
  ...entries({ group: 'prefetch', class: 'prefetch' }, [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0',
  ]),
  ...entries({ group: 'prefetch', class: 'prefetch', kind: 'click' }, LINK_SCANNERS),
  ...entries(
    {
      group: 'prefetch',
      class: 'prefetch',
      kind: 'click',
      sent: { ...SENT, 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
    },
    [CHROME],
  ),
  ...entries({ group: 'browsers', class: 'reader', kind: 'click', sent: FOLLOWED, browser: true }, [
    CHROME,
    FIREFOX,
    SAFARI,
  ]),
  ...AT_WORK.flatMap((referer) => entries({ group: 'editors', class: 'editor', sent: { ...SENT, referer } }, [CHROME])),
  ...READ.flatMap((referer) =>
    entries({ group: 'editors', class: 'reader', sent: { ...SENT, referer }, browser: true }, [SAFARI]),
  ),
];
