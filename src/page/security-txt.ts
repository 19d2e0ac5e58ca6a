/** security.txt (RFC 9116): Contact and exactly one Expires are required; Canonical names the address it is served at. */
import { rfc3339 } from '../lib/time.ts';
import type { Site } from './site.ts';
import { absolute, SECURITY_TXT } from './urls.ts';

export const securityTxt = (site: Site, expires: number): string =>
  [
    `Contact: mailto:${site.publication.contact}`,
    `Expires: ${rfc3339(expires)}`,
    `Preferred-Languages: ${Object.keys(site.publication.languages).join(', ')}`,
    `Canonical: ${absolute(site, SECURITY_TXT)}`,
    '',
  ].join('\n');
