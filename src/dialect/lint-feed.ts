/** What a partner says of a whole feed. */
import type { Article } from '../article/article.ts';
import type { DialectChannel } from './channel.ts';
import { DIALECTS, type DialectName } from './dialects.ts';
import { count, type Finding, isHttps, when } from './finding.ts';
import { isLanguage } from './lint.ts';
import { characters } from './shorten.ts';

export interface FeedFacts {
  /** The articles in it, removals not among them. */
  readonly items: readonly Pick<Article, 'guid' | 'language'>[];
  /** Of the document, before compression. */
  readonly bytes: number;
  readonly channel: DialectChannel;
}

export const lintFeed = (dialect: DialectName, feed: FeedFacts): readonly Finding[] => [
  ...sizeFindings(dialect, feed),
  ...itemsFindings(feed),
  ...descriptionFindings(dialect, feed.channel),
  ...logoFindings(dialect, feed.channel.logo ?? null),
  ...channelFindings(dialect, feed.channel),
];

type Told = Pick<Finding, 'level' | 'rule' | 'words' | 'remedy'>;
const told = (found: boolean, tell: () => Told): readonly Finding[] =>
  when(found, () => ({ subject: 'feed', ...tell() }));

function sizeFindings(dialect: DialectName, { bytes, items }: FeedFacts): readonly Finding[] {
  const { label, maxFeedBytes, maxItems } = DIALECTS[dialect];
  return [
    ...told(maxFeedBytes !== null && bytes > maxFeedBytes, () => ({
      level: 'refused',
      rule: `${dialect}/feed-bytes`,
      words: `${label} reads feeds of at most ${count(maxFeedBytes ?? 0)} bytes; this one has ${count(bytes)}.`,
      remedy: 'Give the partner fewer articles at a time.',
    })),
    ...told(items.length > maxItems, () => ({
      level: 'warning',
      rule: `${dialect}/feed-items`,
      words: `${label} reads the ${maxItems} newest items; this feed has ${items.length}, so the oldest may go unread.`,
      remedy: `Give the partner at most ${maxItems} articles at a time.`,
    })),
  ];
}

function itemsFindings({ items, channel }: FeedFacts): readonly Finding[] {
  const guids = items.map(({ guid }) => guid);
  const twice = guids.find((guid, index) => guids.indexOf(guid) !== index);
  const foreign = items.find(({ language }) => !sameLanguage(language, channel.language));
  return [
    ...told(twice !== undefined, () => ({
      level: 'refused',
      rule: 'all/guid-twice',
      words: `Partners know items by their <guid>; two here have the same: ${twice}.`,
      remedy: 'Give each article a `guid` of its own.',
    })),
    ...told(foreign !== undefined, () => ({
      level: 'refused',
      rule: 'all/one-language',
      words: `Partners take one language a feed; this one is in ${channel.language} and holds ${foreign?.language}.`,
      remedy: 'Give the partner a feed of its own for each language.',
    })),
  ];
}

/** `en-GB` may stand in a feed in `en`. */
const sameLanguage = (item: string, channel: string): boolean =>
  item === channel || item.split('-')[0] === channel.split('-')[0];

function descriptionFindings(dialect: DialectName, { description }: DialectChannel): readonly Finding[] {
  const { label, channel } = DIALECTS[dialect];
  const { descriptionLength: max } = channel;
  const has = characters(description);
  return [
    ...told(description.trim() === '', () => ({
      level: 'refused',
      rule: 'all/description',
      words: 'Partners want a <description> of the channel; this one has none.',
      remedy: 'Write the publication’s `description`.',
    })),
    ...told(max !== null && has > max, () => ({
      level: 'warning',
      rule: `${dialect}/description-length`,
      words: `${label} takes channel descriptions of at most ${max} characters; this one has ${has} and is cut.`,
      remedy: `Write a description of at most ${max} characters.`,
    })),
  ];
}

function logoFindings(dialect: DialectName, logo: string | null): readonly Finding[] {
  const { label, channel } = DIALECTS[dialect];
  if (!channel.logo) return [];
  return [
    ...told(logo === null || !isHttps(logo), () => ({
      level: 'refused',
      rule: `${dialect}/logo`,
      words: `${label} wants <snf:logo> with the https address of a PNG of 700 × 100 pixels; this feed has ${logo ?? 'none'}.`,
      remedy: 'Upload the publication’s name as such a picture.',
    })),
    ...told(logo !== null && isHttps(logo) && !new URL(logo).pathname.toLowerCase().endsWith('.png'), () => ({
      level: 'warning',
      rule: `${dialect}/logo-type`,
      words: `${label} wants the logo as PNG of 700 × 100 pixels; this one is ${logo}.`,
      remedy: 'Upload it as PNG.',
    })),
  ];
}

function channelFindings(dialect: DialectName, { self, language, rights }: DialectChannel): readonly Finding[] {
  const { label, httpsOnly, channel } = DIALECTS[dialect];
  return [
    ...told(httpsOnly && !isHttps(self), () => ({
      level: 'refused',
      rule: `${dialect}/https`,
      words: `${label} fetches feeds over https only; this one is at ${new URL(self, 'http://localhost').origin}.`,
      remedy: 'Serve the publication over https (`BASE_URL`).',
    })),
    ...told(!isLanguage(language), () => ({
      level: 'refused',
      rule: 'all/language',
      words: `Partners want a language tag such as en or pt-BR; this feed says “${language}”.`,
      remedy: 'Correct the partner’s language.',
    })),
    ...told(channel.copyright && rights.trim() === '', () => ({
      level: 'warning',
      rule: `${dialect}/copyright`,
      words: `${label} wants <copyright> in the channel; this one has none.`,
      remedy: 'Write the publication’s `rights`.',
    })),
  ];
}
