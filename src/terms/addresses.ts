/** Where terms are found, in the forms they are given in. */
import type { Publication } from '../article/publication.ts';
import { STANDARD } from '../article/terms.ts';

export interface TermsSite {
  readonly publication: Publication;
  /** Absolute, without a slash at the end. */
  readonly base: string;
}

export const LICENSE_XML = '/license.xml';
export const TDMREP = '/.well-known/tdmrep.json';

const PAGE = '/terms';

/** For people: the terms among the others on the page. */
export const termsPath = (name: string): string => (name === STANDARD ? PAGE : `${PAGE}#${name}`);

/** The ODRL Offer. */
export const offerPath = (name: string): string => `${PAGE}/${name}.jsonld`;

/** What is said of text and data mining alone, in the vocabulary made for it. */
export const tdmPolicyPath = (name: string): string => `${PAGE}/${name}.tdm.jsonld`;
