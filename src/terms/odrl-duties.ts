/** What whoever uses a permission has to do for it, as ODRL duties (section 2.6.3). */
import type { NamedTerms, Terms } from '../article/terms.ts';
import { offerPath, type TermsSite } from './addresses.ts';
import { creditTemplates } from './credit-line.ts';
import type { JsonObject } from './odrl.ts';

/** `asked`: consent has been given already. */
export function dutiesOf(terms: NamedTerms, site: TermsSite, asked: boolean): readonly JsonObject[] {
  const us = `${site.base}/`;
  const lines = creditTemplates(terms, site.publication).map(({ language, template }) => ({
    '@value': template,
    '@language': language,
  }));
  return [
    { action: 'attribute', attributedParty: us, 'dct:description': lines },
    ...carried(terms).map((part) => ({ action: 'include', target: `${site.base}/terms#${part}` })),
    // Whoever passes it on passes these terms on.
    { action: 'nextPolicy', target: site.base + offerPath(terms.name) },
    ...(terms.open || asked ? [] : [{ action: 'obtainConsent', consentingParty: us, 'dct:type': terms.approval }]),
    ...(terms.notify ? [{ action: 'inform', informedParty: us }] : []),
    ...(terms.corrections ? [{ action: 'reviewPolicy', target: `${site.base}/terms#corrections` }] : []),
  ];
}

/** Parts of a copy that ODRL has no words for, by names under our own address. */
const carried = ({ creditAt, carriers, keepLinks, canonical }: Terms): readonly string[] => [
  `credit-${creditAt}`,
  ...carriers.split('+'),
  ...(keepLinks ? ['links'] : []),
  ...(canonical === 'canonical' || canonical === 'both' ? ['canonical'] : []),
  ...(canonical === 'noindex' || canonical === 'both' ? ['noindex'] : []),
];
