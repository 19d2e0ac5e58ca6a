/**
 * What MSN, SmartNews and Google News say of a feed, checked on its bytes: a second reading of reposts.md, section (b),
 * that shares no code with src/dialect. An empty list is a feed the partner takes.
 */
import { all, everyName, only, readTree, type Tree, texts } from './feed-tree.ts';
import { partnerProblems } from './judge-partners.ts';
import { imagesIn, linksIn, moment, momentOf822 } from './judge-values.ts';

const NAMESPACES: Readonly<Record<string, string>> = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  media: 'http://search.yahoo.com/mrss/',
  mi: 'http://schemas.ingestion.microsoft.com/common/',
  snf: 'http://www.smartnews.be/snf',
};

const OWN_PREFIXES: Readonly<Record<string, readonly string[]>> = {
  generic: [],
  msn: ['mi', 'dcterms'],
  smartnews: ['snf'],
  'google-news': [],
};

/** `now` is when the partner reads. */
export function checkFeed(dialect: string, xml: string, now: number = Date.now()): string[] {
  const root = readTree(xml);
  if (typeof root === 'string') return [root];
  const [channel] = all(root, 'channel');
  if (root.name !== 'rss' || !channel) return ['not an RSS feed'];
  const items = all(channel, 'item');
  return [
    ...encodingProblems(xml),
    ...namespaceProblems(root, dialect),
    ...channelProblems(channel),
    ...guidProblems(items),
    ...items.flatMap((item) => itemProblems(item, only(channel, 'language'), now).map(named(item))),
    ...partnerProblems(dialect, { channel, items, bytes: new TextEncoder().encode(xml).length, now }),
  ];
}

export const named =
  (item: Tree) =>
  (problem: string): string =>
    `${only(item, 'guid') ?? 'item without guid'}: ${problem}`;

/**
 * Two readings of one feed: what changed must say so, what didn't must not. MSN refuses feeds whose ids or dates move
 * at every poll, and skips changes that no date tells of.
 */
export function checkPolls(dialect: string, before: string, after: string): string[] {
  const [first, second] = [itemsByGuid(before), itemsByGuid(after)];
  return [...second].flatMap(([guid, item]) => {
    const old = first.get(guid);
    return old ? changeProblems(dialect, old, item).map(named(item)) : [];
  });
}

function changeProblems(dialect: string, old: Tree, item: Tree): readonly string[] {
  const [name, read] = CHANGE[dialect] ?? CHANGE_ANY;
  const [was, is] = [read(only(old, name) ?? ''), read(only(item, name) ?? '')];
  if (was === null || is === null) return [`no ${name}`];
  const [told, changed] = [is > was, saidBy(old) !== saidBy(item)];
  if (is < was) return [`${name} goes back`];
  if (changed && !told) return [`changed, but ${name} did not move`];
  return !changed && told ? [`${name} moved, but nothing changed`] : [];
}

type Change = readonly [element: string, read: (text: string) => number | null];
const CHANGE_ANY: Change = ['atom:updated', moment];
const CHANGE: Readonly<Record<string, Change>> = {
  msn: ['dcterms:modified', moment],
  smartnews: ['pubDate', momentOf822],
  'google-news': ['pubDate', momentOf822],
};

/** What a reader sees of it; words and images; credit links may be new at each poll. */
const saidBy = (item: Tree): string =>
  JSON.stringify(
    ['title', 'description', 'content:encoded', 'media:status', 'mi:expirationDate'].map((name) =>
      (only(item, name) ?? '').replace(/<(?!img)[^>]*>/g, ' '),
    ),
  );

function itemsByGuid(xml: string): ReadonlyMap<string, Tree> {
  const root = readTree(xml);
  const items = typeof root === 'string' ? [] : all(all(root, 'channel')[0], 'item');
  return new Map(items.map((item) => [only(item, 'guid') ?? '', item]));
}

const encodingProblems = (xml: string): readonly string[] => [
  ...(/^<\?xml [^>]*encoding="utf-8"/i.test(xml) ? [] : ['not declared as UTF-8']),
  ...(xml.isWellFormed() ? [] : ['not UTF-8']),
];

function namespaceProblems(root: Tree, dialect: string): readonly string[] {
  const declared = { ...root.attributes, ...all(root, 'channel')[0]?.attributes };
  const used = new Set(everyName(root).flatMap((name) => (name.includes(':') ? [name.split(':')[0] ?? ''] : [])));
  const foreign = Object.values(OWN_PREFIXES)
    .flat()
    .filter((prefix) => !OWN_PREFIXES[dialect]?.includes(prefix));
  return [...used].flatMap((prefix) => {
    if (prefix === 'xmlns' || prefix === 'xml') return [];
    const uri = declared[`xmlns:${prefix}`];
    if (foreign.includes(prefix)) return [`${prefix}: belongs to another dialect`];
    if (uri === undefined) return [`${prefix}: is not declared`];
    return NAMESPACES[prefix] !== undefined && NAMESPACES[prefix] !== uri ? [`${prefix}: is declared as ${uri}`] : [];
  });
}

function channelProblems(channel: Tree): readonly string[] {
  const first = channel.children.findIndex(({ name }) => name === 'item');
  const late = channel.children.slice(first).filter(({ name }) => name !== 'item');
  return [
    ...['title', 'link', 'description', 'language'].flatMap((name) => {
      const found = texts(channel, name);
      return found.length === 1 && found[0]?.trim() ? [] : [`channel: ${found.length} ${name}`];
    }),
    ...(first >= 0 && late.length > 0 ? [`channel: ${late[0]?.name} after the items`] : []),
  ];
}

function guidProblems(items: readonly Tree[]): readonly string[] {
  const guids = items.flatMap((item) => texts(item, 'guid'));
  return [
    ...(guids.length === items.length ? [] : ['an item without guid, or with two']),
    ...guids.filter((guid, index) => guids.indexOf(guid) !== index).map((guid) => `${guid} is there twice`),
  ];
}

const need = (holds: boolean, problem: string): readonly string[] => (holds ? [] : [problem]);

const itemProblems = (item: Tree, language: string | null, now: number): readonly string[] => [
  ...identityProblems(item),
  ...dateProblems(item, now),
  ...need(oneLanguage(only(item, 'dc:language'), language), `not in the language of the feed, ${language}`),
  ...bodyProblems(only(item, 'content:encoded') ?? ''),
  ...all(item, 'media:content').flatMap(photoProblems),
];

function identityProblems(item: Tree): readonly string[] {
  const [guid] = all(item, 'guid');
  const isUrl = /^https?:\/\//.test(guid?.text ?? '');
  return [
    ...need(isUrl || guid?.attributes.isPermaLink === 'false', 'a guid that is no URL needs isPermaLink=false'),
    ...need(texts(item, 'title').length === 1 && only(item, 'title')?.trim() !== '', 'no title'),
    ...need(/^https?:\/\/[^/]/.test(only(item, 'link') ?? ''), 'link is not absolute'),
  ];
}

function dateProblems(item: Tree, now: number): readonly string[] {
  const date = momentOf822(only(item, 'pubDate') ?? '');
  const updated = only(item, 'atom:updated');
  return [
    ...need(texts(item, 'pubDate').length === 1 && date !== null, 'no pubDate as RFC 822 has it, in GMT'),
    ...need(date === null || date <= now, 'pubDate in the future'),
    ...need(updated === null || moment(updated) !== null, `atom:updated is ${updated}`),
  ];
}

const oneLanguage = (own: string | null, feed: string | null): boolean =>
  own === null || feed === null || own.split('-')[0] === feed.split('-')[0];

const bodyProblems = (html: string): readonly string[] => [
  ...imagesIn(html).flatMap((url) => (/^https?:\/\//.test(url) ? [] : [`image ${url} is not absolute`])),
  ...linksIn(html).flatMap((url) => (/^(https?:\/\/|mailto:|tel:)/.test(url) ? [] : [`link ${url} is not absolute`])),
];

const photoProblems = (photo: Tree): readonly string[] => [
  ...(/^https?:\/\//.test(photo.attributes.url ?? '') ? [] : ['photo without absolute url']),
  ...(only(photo, 'media:credit')?.trim() ? [] : [`photo ${photo.attributes.url} without credit`]),
];
