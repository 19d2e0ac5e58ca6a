/** robots.txt (RFC 9309): everything public may be crawled; the editors' API is no reading matter. */
import { LICENSE_XML } from '../terms/addresses.ts';
import { siteSignals } from '../terms/mining.ts';
import type { Site } from './site.ts';
import { absolute, NEWS_SITEMAP } from './urls.ts';

/** Before the first group, so that the licence counts for every crawler (RSL 1.0, section on robots.txt). */
export const robotsTxt = (site: Site): string =>
  [
    `License: ${absolute(site, LICENSE_XML)}`,
    '',
    'User-agent: *',
    ...contentSignal(site),
    'Allow: /',
    'Disallow: /api/',
    '',
    `Sitemap: ${absolute(site, NEWS_SITEMAP)}`,
    '',
  ].join('\n');

/** Cloudflare's Content Signals: what may be done with what was crawled. */
function contentSignal({ publication }: Site): readonly string[] {
  const { search, input, train } = siteSignals(publication);
  const said = Object.entries({ search, 'ai-input': input, 'ai-train': train }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${value ? 'yes' : 'no'}`],
  );
  return said.length > 0 ? [`Content-Signal: ${said.join(', ')}`] : [];
}
