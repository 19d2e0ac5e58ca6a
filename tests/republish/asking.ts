/** What the tests of the republish page share: a publication with four kinds of terms, and articles under them. */
import type { Response } from 'miniflare';
import type { ArticleDocument } from '../../src/article/input.ts';
import { attribute, byTag, pageElements, text } from '../page/dom.ts';
import { BASE, named, PUBLICATION, type World } from '../world.ts';

export const TERMED = {
  ...PUBLICATION,
  terms: {
    standard: { title: 'Open to all', open: true, commercial: true, carriers: 'link+badge' },
    delayed: { title: 'After a day', open: true, delayHours: 24, canonical: 'both' },
    asked: { title: 'Ask the desk', approval: 'desk', creditAt: 'start', carriers: 'link', canonical: 'none' },
    proved: { title: 'Prove the domain', approval: 'verified' },
  },
};

const HOPS: NonNullable<ArticleDocument['origin']>['hops'] = [
  {
    role: 'original',
    publisher: 'The Sound Review',
    url: 'https://soundreview.example/eelgrass',
    date: '2026-10-28T09:00:00Z',
    credit: 'This article originally appeared on The Sound Review, October 28, 2026, and is reposted with permission.',
  },
  {
    role: 'republisher',
    publisher: 'Coast Wire',
    url: 'https://coastwire.example/eelgrass',
    date: '2026-10-30T09:00:00Z',
    credit: 'Reposted by Coast Wire, October 30, 2026.',
  },
];

/** A repost of two hops, which may be passed on or not. */
export const reposted = (word: string, sublicensable: boolean): ArticleDocument =>
  named(word, { origin: { hops: HOPS, permission: { basis: 'contract', reference: 'No. 7', sublicensable } } });

export const CREDITS = HOPS.map(({ credit }) => credit);

/** The words of a field on a page. */
export const field = (html: string, id: string): string =>
  text(pageElements(html).find((element) => attribute(element, 'id') === id));

export const hrefs = (html: string): readonly string[] => byTag(html, 'a').map((a) => attribute(a, 'href') ?? '');

/** Every form comes from somewhere else, so only the test of the limit meets it. */
let sent = 0;
const somewhere = (): string => `2001:db8::${(++sent).toString(16)}`;

/** A form as a browser sends it. */
export const sendForm = (
  world: World,
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  world.mf.dispatchFetch(BASE + path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'text/html',
      'sec-fetch-site': 'same-origin',
      'cf-connecting-ip': somewhere(),
      ...headers,
    },
    redirect: 'manual',
  });

export const HTML = { accept: 'text/html' };

export const ENDS = ['copy.html', 'copy.md', 'copy.txt', 'copy.json'] as const;

export const PUBLIC_LICENCE = 'https://creativecommons.org/licenses/by-nd/4.0/';

/** The token in a credit link. */
export const TOKEN = /\/c\/([A-Za-z0-9_-]{36})/;

/** A form that does. */
export const GOOD = {
  organisation: 'Coast Radio',
  name: 'Ana Lima',
  email: 'ana@coastradio.example',
  domain: 'coastradio.example',
  message: 'For our\r\nwebsite.',
  website: '',
};
