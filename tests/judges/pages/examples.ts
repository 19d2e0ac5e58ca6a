/** One page of each kind. */
import { type Demo, ofKind } from '../demo.ts';
import { isThere, itemsOf, type JsonItem } from '../items.ts';

export interface Example {
  readonly name: string;
  readonly url: string;
}

export function examplesOf(demo: Demo): readonly Example[] {
  const feed = demo.documents.find(({ url }) => url === `${demo.base}/feed.json`);
  const items = feed ? itemsOf(feed) : [];
  const isOwn = (item: JsonItem) => isThere(item) && !item._tearsheet.origin;
  const list = ofKind(demo, 'html').find(({ url }) => url.includes('/sections/'));
  const found: readonly (readonly [string, string | undefined])[] = [
    ['home', `${demo.base}/`],
    ['article', items.find((item) => isOwn(item) && item._tearsheet.photos.length > 0)?.url],
    ['repost', items.find(({ _tearsheet }) => _tearsheet.origin)?.url],
    ['RTL article', items.find(({ language }) => language === 'ar')?.url],
    ['table', tablePage(demo)],
    ['list', list?.url],
    ['feeds', `${demo.base}/feeds`],
    ['terms', `${demo.base}/terms`],
    ['counting', `${demo.base}/counting`],
    ['republish', republishPage(demo, 'textarea')],
    ['republish, asked for', republishPage(demo, '<form')],
    ['desk', `${demo.base}/desk`],
    ['portal', `${demo.base}/portal`],
    ['404', `${demo.base}/no-such-page`],
    ['410', items.find(({ _tearsheet }) => _tearsheet.withdrawn)?.url],
  ];
  return found.map(([name, url]) => {
    if (url === undefined) throw new Error(`the demo has no page for "${name}"`);
    return { name, url };
  });
}

/** The first of its kind that holds this. */
const republishPage = (demo: Demo, holds: string): string | undefined =>
  ofKind(demo, 'html').find(({ url, text }) => url.includes('/republish/') && text.includes(holds))?.url;

/** The page with the most tables: wide content is where narrow screens fail. */
function tablePage(demo: Demo): string | undefined {
  const tables = (text: string): number => text.split('<table').length;
  return [...ofKind(demo, 'html')].sort((a, b) => tables(b.text) - tables(a.text))[0]?.url;
}
