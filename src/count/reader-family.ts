/**
 * Which program polls, as one of a fixed set of names, and for how many people. Nothing else of a User-Agent is kept:
 * versions and platforms would tell readers apart.
 */

/** Product tokens as they stand in User-Agents, to the family they belong to. The first that matches counts. */
const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/feedly/i, 'feedly'],
  [/inoreader/i, 'inoreader'],
  [/newsblur/i, 'newsblur'],
  [/theoldreader/i, 'theoldreader'],
  [/feedbin/i, 'feedbin'],
  [/feedlot|feedspot/i, 'feedspot'],
  [/bazqux/i, 'bazqux'],
  [/feeder\.co/i, 'feeder'],
  [/miniflux/i, 'miniflux'],
  [/freshrss/i, 'freshrss'],
  [/tiny tiny rss/i, 'tt-rss'],
  [/commafeed/i, 'commafeed'],
  [/netnewswire/i, 'netnewswire'],
  [/newsboat|newsbeuter/i, 'newsboat'],
  [/reeder/i, 'reeder'],
  [/unread/i, 'unread'],
  [/vienna/i, 'vienna'],
  [/akregator/i, 'akregator'],
  [/liferea/i, 'liferea'],
  [/rssguard/i, 'rssguard'],
  [/quiterss/i, 'quiterss'],
  [/thunderbird/i, 'thunderbird'],
  [/elfeed/i, 'elfeed'],
  [/sfeed/i, 'sfeed'],
  [/feedparser/i, 'feedparser'],
  [/rss-?bridge|rsshub/i, 'bridge'],
  [/slack/i, 'slack'],
  [/discord/i, 'discord'],
  [/telegram/i, 'telegram'],
  [/googlebot|google-?feedfetcher|feedfetcher-google/i, 'google'],
  [/bingbot/i, 'bing'],
  [/facebookexternalhit|meta-external/i, 'meta'],
  [/smartnews/i, 'smartnews'],
  [/flipboard/i, 'flipboard'],
  [/wordpress|simplepie/i, 'wordpress'],
  [/curl|wget|httpie/i, 'command-line'],
  [/python|go-http-client|okhttp|java\/|node|undici|axios|ruby|perl|php/i, 'library'],
  [/^mozilla\//i, 'browser'],
];

const MAX_AGENT = 300;
const MAX_SUBSCRIBERS = 10_000_000;

/** Agents seen last, in memory only: a fetcher comes again and again with the same words. */
const MAX_SEEN = 200;
const seen = new Map<string, string>();

export function readerFamily(userAgent: string | null): string {
  const agent = (userAgent ?? '').slice(0, MAX_AGENT);
  const known = seen.get(agent);
  if (known) return known;
  const family = familyOf(agent);
  if (seen.size >= MAX_SEEN) seen.clear();
  seen.set(agent, family);
  return family;
}

function familyOf(agent: string): string {
  if (agent.trim() === '') return 'none';
  return FAMILIES.find(([pattern]) => pattern.test(agent))?.[1] ?? 'other';
}

/** Aggregators say for how many they ask: `Feedbin feed-id:1 - 42 subscribers`. 0 if it doesn't. */
export function subscribersIn(userAgent: string | null): number {
  const found = /(\d{1,8})\s+(?:subscribers?|readers?)\b/i.exec((userAgent ?? '').slice(0, MAX_AGENT));
  return Math.min(Number(found?.[1] ?? 0), MAX_SUBSCRIBERS);
}
