/** The terms as documents for programs, each made from the same data as the page of terms. */
import { readOtherTerms } from '../catalogue/other-terms.ts';
import type { Site } from '../page/site.ts';
import { LICENSE_XML, offerPath, TDMREP, tdmPolicyPath } from '../terms/addresses.ts';
import { placesOf } from '../terms/mining.ts';
import { odrlOffer, tdmPolicy } from '../terms/odrl.ts';
import { licenseXml, RSL_TYPE } from '../terms/rsl.ts';
import { namedTerms, termsOf } from '../terms/standard-terms.ts';
import { tdmRep } from '../terms/tdmrep.ts';

export interface TermsDocument {
  readonly type: string;
  readonly text: string;
}

const JSON_LD = 'application/ld+json';

/** Null: there is none at this path. */
export async function readTerms(path: string, db: D1Database, site: Site): Promise<TermsDocument | null> {
  const { publication } = site;
  if (path === LICENSE_XML)
    return { type: RSL_TYPE, text: licenseXml(site, placesOf(publication, await readOtherTerms(db, publication))) };
  if (path === TDMREP)
    return {
      type: 'application/json',
      text: tdmRep(site, placesOf(publication, await readOtherTerms(db, publication))),
    };
  for (const name of Object.keys(termsOf(publication))) {
    const terms = namedTerms(publication, name);
    if (path === offerPath(name)) return { type: JSON_LD, text: printed(odrlOffer(terms, site)) };
    if (path === tdmPolicyPath(name)) return { type: JSON_LD, text: printed(tdmPolicy(terms, site)) };
  }
  return null;
}

const printed = (document: Readonly<Record<string, unknown>>): string => `${JSON.stringify(document, null, 2)}\n`;
