/** The rules that only one partner has. */
import { all, only, type Tree, texts } from './feed-tree.ts';
import { bytesOf, letters, levelsOf, moment, momentOf822 } from './judge-values.ts';

export interface Feed {
  readonly channel: Tree;
  readonly items: readonly Tree[];
  readonly bytes: number;
  readonly now: number;
}

export function partnerProblems(dialect: string, feed: Feed): readonly string[] {
  const { items, now } = feed;
  const each = (judge: (item: Tree, now: number) => readonly string[]): readonly string[] =>
    items.flatMap((item) => judge(item, now).map((problem) => `${only(item, 'guid')}: ${problem}`));
  if (dialect === 'msn') return [...most(living(items, isExpired(now)), 20), ...each(msnItem)];
  if (dialect === 'smartnews') return [...smartnewsChannel(feed), ...each(smartnewsItem)];
  if (dialect === 'google-news') return [...googleFeed(feed), ...each(googleItem)];
  return dialect === 'generic' ? each(genericItem) : [`no dialect ${dialect}`];
}

const most = (items: readonly Tree[], max: number): readonly string[] =>
  items.length > max ? [`${items.length} items, ${max} are read`] : [];

const living = (items: readonly Tree[], gone: (item: Tree) => boolean): readonly Tree[] =>
  items.filter((item) => !gone(item));

const isExpired =
  (now: number) =>
  (item: Tree): boolean =>
    (moment(only(item, 'mi:expirationDate') ?? '') ?? Number.POSITIVE_INFINITY) <= now;

const YEAR = 365 * 86_400_000;

function msnItem(item: Tree, now: number): readonly string[] {
  const published = momentOf822(only(item, 'pubDate') ?? '') ?? 0;
  const modified = moment(only(item, 'dcterms:modified') ?? '');
  const [valid, expires] = [only(item, 'dcterms:valid'), only(item, 'mi:expirationDate')];
  return [
    ...(modified === null ? ['no dcterms:modified in UTC'] : []),
    ...(modified !== null && modified < published ? ['modified before it was published'] : []),
    ...(modified !== null && modified > now ? ['modified in the future'] : []),
    ...(valid === expires ? [] : ['dcterms:valid and mi:expirationDate differ']),
    ...(expires !== null && moment(expires) === null ? ['no expiry in UTC'] : []),
    ...(isExpired(now)(item) ? msnTakedown(item, modified) : msnLiving(item, now - published)),
  ];
}

function msnTakedown(item: Tree, modified: number | null): readonly string[] {
  const expiry = moment(only(item, 'mi:expirationDate') ?? '') ?? 0;
  return [
    ...(modified !== null && modified < expiry ? ['taken down with an old dcterms:modified'] : []),
    ...(only(item, 'content:encoded') === null ? [] : ['taken down with its text']),
    ...(all(item, 'media:content').length === 0 ? [] : ['taken down with a photo']),
  ];
}

function msnLiving(item: Tree, age: number): readonly string[] {
  const title = letters(only(item, 'title') ?? '');
  const short = only(item, 'mi:shortTitle');
  const body = only(item, 'content:encoded');
  return [
    ...(title > 20 ? [] : [`title of ${title} characters`]),
    ...(title > 150 && !short ? [`title of ${title} characters without a short one`] : []),
    ...(short !== null && letters(short) > 150 ? ['short title too long'] : []),
    ...(age < YEAR ? [] : ['a year old']),
    ...(body?.replace(/<[^>]*>/g, '').trim() ? [] : ['no text in content:encoded']),
    ...(levelsOf(body ?? '') < 10 ? [] : ['nested ten levels or more']),
    ...(/<(script|style|object|embed|param|applet|iframe)\b/i.test(body ?? '') ? ['markup MSN strips'] : []),
    ...all(item, 'media:content').flatMap(msnPhoto),
  ];
}

function msnPhoto(photo: Tree): readonly string[] {
  const { url, type = '', fileSize } = photo.attributes;
  const rights = only(photo, 'mi:hasSyndicationRights');
  return [
    ...(rights === '1' || rights === '0' ? [] : [`photo ${url}: hasSyndicationRights is ${rights}`]),
    ...(rights === '0' && !only(photo, 'mi:licensorName') ? [`photo ${url}: no rights and no licensor`] : []),
    ...(/^image\/(jpeg|png|gif|webp)$/.test(type) ? [] : [`photo ${url}: ${type}`]),
    ...(Number(fileSize ?? 0) <= 15_000_000 ? [] : [`photo ${url}: over 15 MB`]),
    ...(all(photo, 'media:thumbnail')[0]?.attributes.url ? [] : [`photo ${url}: no thumbnail`]),
  ];
}

function smartnewsChannel({ channel, bytes }: Feed): readonly string[] {
  const description = only(channel, 'description') ?? '';
  const [logo] = all(channel, 'snf:logo').flatMap((found) => texts(found, 'url'));
  return [
    ...(letters(description) <= 30 ? [] : [`channel: description of ${letters(description)} characters`]),
    ...(/^https:\/\//.test(logo ?? '') ? [] : ['channel: no snf:logo with an https url']),
    ...(momentOf822(only(channel, 'pubDate') ?? '') === null ? ['channel: no pubDate'] : []),
    ...(/^[1-9]\d*$/.test(only(channel, 'ttl') ?? '') ? [] : ['channel: no ttl in minutes']),
    ...(only(channel, 'copyright')?.trim() ? [] : ['channel: no copyright']),
    ...(bytes <= 1_000_000 ? [] : [`${bytes} bytes`]),
  ];
}

function smartnewsItem(item: Tree): readonly string[] {
  const status = texts(item, 'media:status');
  const deleted = status[0] === 'deleted';
  const body = only(item, 'content:encoded');
  return [
    ...(status.length === 1 && /^(active|deleted)$/.test(status[0] ?? '') ? [] : [`media:status is ${status}`]),
    ...(/[?&;#]utm_/i.test(only(item, 'link') ?? '') ? ['utm_ in link'] : []),
    ...(deleted || body?.replace(/<[^>]*>/g, '').trim() ? [] : ['no text in content:encoded']),
    ...(deleted && body !== null ? ['deleted with its text'] : []),
    ...showsChange(item),
  ];
}

/** Where a partner looks for changes in pubDate, it must be the date of the last one. */
const showsChange = (item: Tree): readonly string[] =>
  momentOf822(only(item, 'pubDate') ?? '') === moment(only(item, 'atom:updated') ?? '')
    ? []
    : ['pubDate is not the date of the last change'];

const googleFeed = ({ items, bytes }: Feed): readonly string[] => [
  ...most(living(items, isNotice), 60),
  ...(bytes <= 2_000_000 ? [] : [`${bytes} bytes`]),
];

const isNotice = (item: Tree): boolean => only(item, 'content:encoded') === null;

const googleItem = (item: Tree): readonly string[] => [
  ...(bytesOf(only(item, 'content:encoded') ?? '') <= 1_000_000 ? [] : ['an article over 1 MB']),
  ...(isNotice(item) && !only(item, 'description')?.trim() ? ['neither text nor notice'] : []),
  ...showsChange(item),
];

function genericItem(item: Tree): readonly string[] {
  const [published, updated] = [momentOf822(only(item, 'pubDate') ?? ''), moment(only(item, 'atom:updated') ?? '')];
  return [
    ...(updated === null ? ['no atom:updated'] : []),
    ...(published !== null && updated !== null && updated < published ? ['updated before it was published'] : []),
  ];
}
