/**
 * Terms as ODRL 2.2 (W3C) in JSON-LD: an Offer for everybody who asks, an Agreement for one partner. Actions and
 * operands are those of the ODRL Common Vocabulary, which is beyond core, so a profile is named: RightsML, IPTC's.
 */
import type { NamedTerms, Terms } from '../article/terms.ts';
import { rfc3339 } from '../lib/time.ts';
import { offerPath, type TermsSite, tdmPolicyPath, termsPath } from './addresses.ts';
import { constraintsOf, dateTime } from './odrl-constraints.ts';
import { dutiesOf } from './odrl-duties.ts';
import { proseText } from './prose.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

const CONTEXT = ['http://www.w3.org/ns/odrl.jsonld', 'https://iptc.org/std/RightsML/odrl-profile/rightsml.jsonld'];
const PROFILE = 'https://iptc.org/std/RightsML/odrl-profile/';

/** Whom a rule binds, and what it is about. */
interface Parties {
  readonly target: string;
  readonly assigner: string;
  readonly assignee?: string;
}

export interface Agreed {
  /** Absolute, and the agreement's alone. */
  readonly uid: string;
  readonly assignee: string;
  readonly assigner: string;
  /** What it is about: an article's id or address, or a set of articles. */
  readonly target: string;
  readonly from: number;
  readonly until?: number | undefined;
}

export function odrlOffer(terms: NamedTerms, site: TermsSite): JsonObject {
  const uid = site.base + offerPath(terms.name);
  // Not an address of its own: the name of the set of articles that are under these terms.
  const parties = { target: `${uid}#articles`, assigner: `${site.base}/` };
  return {
    ...policy('Offer', uid, terms, site),
    assigner: party(site),
    ...rulesOf(terms, parties, site, { constraints: [], asked: false }),
  };
}

/** What a grant says. Consent has been given, so to ask for it is no duty any more. */
export function odrlAgreement(terms: NamedTerms, agreed: Agreed, site: TermsSite): JsonObject {
  const { uid, assignee, assigner, target, from, until } = agreed;
  const constraints = [
    dateTime('gteq', rfc3339(from)),
    ...(until === undefined ? [] : [dateTime('lt', rfc3339(until))]),
  ];
  return {
    ...policy('Agreement', uid, terms, site),
    assigner,
    assignee,
    ...rulesOf(terms, { target, assigner, assignee }, site, { constraints, asked: true }),
  };
}

const policy = (type: string, uid: string, terms: NamedTerms, { publication, base }: TermsSite): JsonObject => ({
  '@context': CONTEXT,
  '@type': type,
  uid,
  profile: PROFILE,
  'dct:title': terms.title,
  // What no vocabulary has a word for is here, and all the rest again: the same sentences as on the page.
  'dct:description': proseText(terms, publication),
  'dct:source': { '@id': base + termsPath(terms.name) },
  ...(terms.license !== undefined && { 'dct:license': { '@id': terms.license } }),
});

const party = ({ publication, base }: TermsSite): JsonObject => ({
  uid: `${base}/`,
  'vcard:fn': publication.publisher.name,
  'vcard:hasEmail': { '@id': `mailto:${publication.contact}` },
});

interface Circumstances {
  /** What constrains every permission beside the terms themselves. */
  readonly constraints: readonly JsonObject[];
  readonly asked: boolean;
}

function rulesOf(
  terms: NamedTerms,
  parties: Parties,
  site: TermsSite,
  { constraints, asked }: Circumstances,
): JsonObject {
  const all = [...constraints, ...constraintsOf(terms)];
  const limits = all.length > 0 && { constraint: all };
  const duties = dutiesOf(terms, site, asked);
  const permission = permitted(terms).map((action) =>
    action === 'index'
      ? { ...parties, action }
      : { ...parties, action: refined(action, terms, site), ...limits, duty: duties },
  );
  return { permission, prohibition: prohibited(terms).map((action) => ({ ...parties, action })) };
}

/** Search engines read our pages, not a copy, so what a copy must carry does not bind `index`. */
const permitted = ({ edits, translation, mining }: Terms): readonly string[] => [
  'reproduce',
  'distribute',
  'display',
  ...(edits === 'any' ? ['derive'] : []),
  ...(edits === 'none' ? [] : ['modify']),
  ...(translation ? ['translate'] : []),
  ...(mining.search ? ['index'] : []),
];

const prohibited = ({ edits, translation, commercial, mining, excerptWords }: Terms): readonly string[] => [
  ...(edits === 'any' ? [] : ['derive']),
  ...(edits === 'none' ? ['modify'] : []),
  ...(translation ? [] : ['translate']),
  ...(commercial ? [] : ['cc:CommercialUse']),
  ...(excerptWords === undefined && edits !== 'any' ? ['extract'] : []),
  ...(mining.search ? [] : ['index']),
];

/** ODRL 2.2 section 2.5.3: an action narrowed down. An excerpt is counted in words, which no vocabulary has a unit for. */
const refined = (action: string, { excerptWords }: Terms, { base }: TermsSite): string | JsonObject =>
  excerptWords === undefined || action === 'translate' || action === 'modify'
    ? action
    : {
        'rdf:value': { '@id': `odrl:${action}` },
        refinement: [
          {
            leftOperand: 'absoluteSize',
            operator: 'lteq',
            rightOperand: { '@value': String(excerptWords), '@type': 'xsd:integer' },
            unit: `${base}/terms#word`,
          },
        ],
      };

/** The text and data mining policy (W3C TDMRep final report): mining alone, in the one vocabulary its readers know. */
export function tdmPolicy(terms: NamedTerms, site: TermsSite): JsonObject {
  const parties = { target: `${site.base + offerPath(terms.name)}#articles`, assigner: `${site.base}/` };
  return {
    '@context': ['http://www.w3.org/ns/odrl.jsonld', 'http://www.w3.org/ns/tdmrep.jsonld'],
    '@type': 'Offer',
    profile: 'http://www.w3.org/ns/tdmrep',
    uid: site.base + tdmPolicyPath(terms.name),
    assigner: party(site),
    permission: [{ ...parties, action: 'tdm:mine', ...(isReserved(terms) && { duty: [{ action: 'obtainConsent' }] }) }],
  };
}

/** Mining is answering and training alike, so it is free only where both are. A search index is neither. */
export const isReserved = ({ mining }: Terms): boolean => !mining.input || !mining.train;
