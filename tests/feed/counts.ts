/** How often each element stands in an entry: an injected one would change it. */
import { allPhotos, type FullArticle } from '../../src/article/article.ts';
import { publication } from './fixtures.ts';
import type { XmlNode } from './strict-xml.ts';

type Counts = Readonly<Record<string, number>>;

export function countsIn(entry: XmlNode): Counts {
  const counts: Record<string, number> = {};
  for (const { name } of entry.children) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

const present = (counts: Counts): Counts => Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

const terms = ({ article }: FullArticle): number => article.tags.length + (article.section === null ? 0 : 1);
const hops = ({ article }: FullArticle) => article.origin?.hops ?? [];

export const rssCounts = (full: FullArticle): Counts =>
  present({
    title: 1,
    link: 1,
    guid: 1,
    pubDate: 1,
    description: 1,
    'content:encoded': 1,
    'dc:creator': full.article.byline.length,
    'dc:rights': 1,
    'dc:language': 1,
    category: terms(full),
    source: hops(full)[0]?.feed ? 1 : 0,
    enclosure: Math.min(1, allPhotos(full.article).length),
    'creativeCommons:license': (hops(full)[0] ? hops(full)[0]?.license : publication.license) ? 1 : 0,
    'atom:link': hops(full).length + 1,
    'atom:updated': 1,
    'media:content': allPhotos(full.article).length,
  });

export const atomCounts = (full: FullArticle): Counts =>
  present({
    title: 1,
    id: 1,
    link: 1 + hops(full).length + 1 + allPhotos(full.article).length,
    updated: 1,
    summary: 1,
    content: 1,
    author: full.article.byline.length,
    category: terms(full),
    published: 1,
    rights: 1,
    contributor: new Set(allPhotos(full.article).map(({ credit }) => credit)).size,
    source: hops(full).length > 0 ? 1 : 0,
    'media:content': allPhotos(full.article).length,
  });
