/** Addresses must work far from our site: absolute, over https, and for some without campaign parameters. */
import { DIALECTS, type DialectName } from './dialects.ts';
import { type Finding, isAbsolute, isHttps, when } from './finding.ts';
import type { DialectItem } from './item.ts';

const CAMPAIGN = /[?&#;]utm_[a-z_]+=/i;

export function linkFindings(dialect: DialectName, { url, canonical }: DialectItem): readonly Finding[] {
  const { label, plainLinks } = DIALECTS[dialect];
  return [
    ...when(!isAbsolute(url) || !isAbsolute(canonical), () => ({
      level: 'refused',
      rule: 'all/absolute-urls',
      subject: 'item',
      words: `Partners open <link> from their own pages, so it must be absolute; this one is ${isAbsolute(url) ? canonical : url}.`,
      remedy: 'Set `BASE_URL`, or correct `canonicalUrl`.',
    })),
    ...when(isAbsolute(url) && !isHttps(url), () => ({
      level: 'warning',
      rule: 'all/https',
      subject: 'item',
      words: `Partners want https in <link>; this one is ${url}.`,
      remedy: 'Serve the publication over https (`BASE_URL`).',
    })),
    ...when(plainLinks && (CAMPAIGN.test(url) || CAMPAIGN.test(canonical)), () => ({
      level: 'refused',
      rule: `${dialect}/campaign-link`,
      subject: 'item',
      words: `${label} wants the canonical address in <link>, without utm_ parameters.`,
      remedy: 'Take the parameters out of `canonicalUrl`.',
    })),
  ];
}
