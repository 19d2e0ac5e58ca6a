/**
 * Before a partner says it: why an item would be refused, a photo dropped, or something not shown as it is. Rules named
 * `all/…` hold for every dialect, the others for the one in their name.
 */
import { DAY } from '../lib/time.ts';
import { DIALECTS, type DialectName } from './dialects.ts';
import { count, type Finding, when } from './finding.ts';
import type { DialectItem } from './item.ts';
import { linkFindings } from './lint-links.ts';
import { markupFindings } from './lint-markup.ts';
import { titleFindings } from './lint-title.ts';
import { photosFor, photoWarnings } from './photos.ts';

/** `item.photos` are all the article has; which of them stay out is among the answers. */
export function lint(dialect: DialectName, item: DialectItem, now: number): readonly Finding[] {
  const { kept, dropped } = photosFor(dialect, item.photos);
  return [
    ...identityFindings(item),
    ...titleFindings(dialect, item.article.title),
    ...dateFindings(dialect, item, now),
    ...linkFindings(dialect, item),
    ...markupFindings(dialect, item),
    ...dropped.map(({ finding }) => finding),
    ...photoWarnings(dialect, kept),
  ];
}

const identityFindings = ({ article }: DialectItem): readonly Finding[] => [
  ...when(article.guid.trim() === '', () => ({
    level: 'refused',
    rule: 'all/guid',
    subject: 'item',
    words: 'Partners know an item by its <guid>; this one has none.',
    remedy: 'Give the article an `id`, and never change it.',
  })),
  ...when(!isLanguage(article.language), () => ({
    level: 'refused',
    rule: 'all/language',
    subject: 'item',
    words: `Partners want a language tag such as en or pt-BR; this item says “${article.language}”.`,
    remedy: 'Correct `language`.',
  })),
];

export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function dateFindings(dialect: DialectName, { article, expiresAt }: DialectItem, now: number): readonly Finding[] {
  const { label, maxAgeDays } = DIALECTS[dialect];
  const days = Math.floor((now - article.published) / DAY);
  return [
    ...when(article.published > now || article.modified > now, () => ({
      level: 'refused',
      rule: 'all/date-future',
      subject: 'item',
      words: 'Partners take items whose dates are in the past; this one is dated in the future.',
      remedy: 'Wait until its date, or correct `published` and `modified`.',
    })),
    ...when(maxAgeDays !== null && days >= maxAgeDays, () => ({
      level: 'refused',
      rule: `${dialect}/date-age`,
      subject: 'item',
      words: `${label} takes items published less than ${maxAgeDays} days ago; this one is ${count(days)} days old.`,
      remedy: 'Nothing: it is too old for this partner.',
    })),
    ...when(expiresAt !== null && expiresAt <= now, () => ({
      level: 'refused',
      rule: 'all/expired',
      subject: 'item',
      words: 'Partners take down items whose expiry is past; this one’s is.',
      remedy: 'Correct `expiresAt`, or let the removal stand.',
    })),
  ];
}
