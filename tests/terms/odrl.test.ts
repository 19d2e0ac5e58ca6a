/** Terms as ODRL: the rules of the standard, and that no field is forgotten. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberAt } from '../../src/lib/json.ts';
import { odrlAgreement, odrlOffer, tdmPolicy } from '../../src/terms/odrl.ts';
import { arbitraryTerms } from './arbitrary.ts';
import { BASE, CHANGES, named, publicationWith, site, siteOf } from './fixtures.ts';
import { odrlMistakes } from './odrl-rules.ts';

const agreed = {
  uid: `${BASE}/grants/17`,
  assignee: 'https://partner.example/',
  assigner: `${BASE}/`,
  target: 'tag:harbourlight.example,2026-11-03:night-ferry',
  from: Date.UTC(2026, 10, 1),
};

const actions = (policy: Readonly<Record<string, unknown>>, kind: 'permission' | 'prohibition'): readonly unknown[] => {
  const rules = policy[kind];
  return Array.isArray(rules)
    ? rules.map((rule) => memberAt(rule, 'action', 'rdf:value', '@id') ?? memberAt(rule, 'action'))
    : [];
};
const duties = (policy: Readonly<Record<string, unknown>>): readonly unknown[] => {
  const found = memberAt(policy, 'permission', 0, 'duty');
  return Array.isArray(found) ? found : [];
};
const has = (fields: Readonly<Record<string, unknown>>, duty: Readonly<Record<string, unknown>>) =>
  expect(duties(odrlOffer(named(fields), site))).toContainEqual(expect.objectContaining(duty));

describe('the checks', () => {
  const good = odrlOffer(named(CHANGES), site);
  it.each([
    ['uid', { uid: 'desk' }],
    ['uid', { uid: undefined }],
    ['assigner', { assigner: undefined }],
    ['profile', { profile: undefined }],
    ['profile', { '@context': ['http://www.w3.org/ns/odrl.jsonld'] }],
    ['rule', { permission: [], prohibition: [] }],
    ['target', { permission: [{ action: 'distribute', assigner: `${BASE}/` }] }],
    ['action', { permission: [{ action: 'sell', assigner: `${BASE}/`, target: BASE }] }],
    ['assignee', { '@type': 'Agreement' }],
    ['none', { assignee: 'https://p.example/' }],
  ])('see a mistake in %s', (words, broken) => {
    expect(odrlMistakes({ ...good, ...broken }).join()).toContain(words);
  });

  it('see one in a constraint', () => {
    const rule = { action: 'distribute', assigner: `${BASE}/`, target: BASE };
    const constraint = [{ leftOperand: 'dateTime', operator: '<', rightOperand: '2026' }];
    expect(odrlMistakes({ ...good, permission: [{ ...rule, constraint }] })).toHaveLength(2);
  });
});

describe('an offer', () => {
  it.each(Object.entries(CHANGES))('moves with %s', (field, value) => {
    expect(odrlOffer(named({ [field]: value }), site)).not.toEqual(odrlOffer(named(), site));
  });

  it('keeps the rules, whatever the terms', () => {
    fc.assert(
      fc.property(arbitraryTerms, (terms) => {
        expect(odrlMistakes(odrlOffer({ name: 'desk', ...terms }, site))).toEqual([]);
        expect(odrlMistakes(tdmPolicy({ name: 'desk', ...terms }, site))).toEqual([]);
      }),
    );
  });

  it('says by name where it is', () => {
    expect(odrlOffer(named({}, 'islands-desk'), site)).toMatchObject({
      '@type': 'Offer',
      uid: 'https://news.example/terms/islands-desk.jsonld',
      assigner: { uid: 'https://news.example/', 'vcard:fn': 'Harbour Light Press' },
      'dct:source': { '@id': 'https://news.example/terms#islands-desk' },
    });
  });

  it('limits every permission but to index', () => {
    const fields = { share: 10, delayHours: 48, removeAfterDays: 90, territory: ['NO', 'SE'] };
    const { permission } = odrlOffer(named(fields), site);
    expect(permission).toHaveLength(5);
    const operands = (rule: unknown) => {
      const found = memberAt(rule, 'constraint');
      return Array.isArray(found)
        ? found.map((each) => `${memberAt(each, 'leftOperand')} ${memberAt(each, 'operator')}`)
        : [];
    };
    if (!Array.isArray(permission)) throw new Error('Permissions are a list');
    for (const rule of permission)
      expect(operands(rule)).toEqual(
        memberAt(rule, 'action') === 'index'
          ? []
          : ['delayPeriod gteq', 'elapsedTime lteq', 'percentage lteq', 'spatial isAnyOf'],
      );
    expect(JSON.stringify(permission)).toContain('"PT48H"');
    expect(JSON.stringify(permission)).toContain('"P90D"');
    expect(JSON.stringify(permission)).toContain('iso3166-1a2/SE');
  });

  it.each([
    [{ edits: 'any' }, ['derive', 'modify'], []],
    [{ edits: 'style' }, ['modify'], ['derive']],
    [{ edits: 'none' }, [], ['derive', 'modify']],
    [{ translation: true }, ['translate'], []],
    [{ translation: false }, [], ['translate']],
    [{ commercial: false }, [], ['cc:CommercialUse']],
    [{ mining: { search: false } }, [], ['index']],
    [{ mining: { search: true } }, ['index'], []],
    [{}, ['distribute'], ['extract']],
    [{ excerptWords: 100 }, ['odrl:distribute'], []],
  ])('for %j permits %j and prohibits %j', (fields, permitted, prohibited) => {
    const offer = odrlOffer(named(fields), site);
    expect(actions(offer, 'permission')).toEqual(expect.arrayContaining(permitted));
    expect(actions(offer, 'prohibition')).toEqual(expect.arrayContaining(prohibited));
    for (const action of permitted) expect(actions(offer, 'prohibition')).not.toContain(action);
    for (const action of prohibited) expect(actions(offer, 'permission')).not.toContain(action);
  });

  it('asks for what the terms ask', () => {
    has({}, { action: 'attribute', attributedParty: `${BASE}/` });
    has({ open: false }, { action: 'obtainConsent', consentingParty: `${BASE}/` });
    has({ notify: true }, { action: 'inform', informedParty: `${BASE}/` });
    has({ carriers: 'link+badge' }, { action: 'include', target: `${BASE}/terms#badge` });
    has({ canonical: 'both' }, { action: 'include', target: `${BASE}/terms#noindex` });
    has({}, { action: 'nextPolicy', target: `${BASE}/terms/desk.jsonld` });
    expect(JSON.stringify(duties(odrlOffer(named({ open: true }), site)))).not.toContain('obtainConsent');
  });
});

describe('an agreement', () => {
  it('has both parties, the article and the time', () => {
    const until = Date.UTC(2027, 10, 1);
    const agreement = odrlAgreement(named(), { ...agreed, until }, site);
    expect(odrlMistakes(agreement)).toEqual([]);
    expect(agreement).toMatchObject({ '@type': 'Agreement', uid: agreed.uid, assignee: agreed.assignee });
    expect(memberAt(agreement, 'permission', 0)).toMatchObject({
      target: agreed.target,
      assignee: agreed.assignee,
      constraint: [
        { leftOperand: 'dateTime', operator: 'gteq', rightOperand: { '@value': '2026-11-01T00:00:00Z' } },
        { leftOperand: 'dateTime', operator: 'lt', rightOperand: { '@value': '2027-11-01T00:00:00Z' } },
      ],
    });
  });

  it('asks for no consent again, and ends only where it says so', () => {
    const text = JSON.stringify(odrlAgreement(named({ open: false }), agreed, site));
    expect(text).not.toContain('obtainConsent');
    expect(text).not.toContain('"lt"');
  });
});

describe('the mining policy', () => {
  it.each([
    [{ input: true, train: true }, false],
    [{ input: true, train: false }, true],
    [{ input: false, train: true }, true],
    [{ input: false, train: false }, true],
  ])('for %j asks for consent: %s', (mining, asks) => {
    const policy = tdmPolicy(named({ mining }), site);
    expect(JSON.stringify(policy).includes('obtainConsent')).toBe(asks);
    expect(policy.uid).toBe('https://news.example/terms/desk.tdm.jsonld');
  });
});

it('is JSON that says the same again, with hostile names', () => {
  fc.assert(
    fc.property(arbitraryTerms, fc.string({ unit: 'binary', minLength: 1 }), (terms, name) => {
      const place = siteOf({ ...publicationWith(), title: name, publisher: { name } });
      const offer = odrlOffer({ name: 'desk', ...terms }, place);
      expect(JSON.parse(JSON.stringify(offer))).toEqual(JSON.parse(JSON.stringify(offer)));
      expect(memberAt(JSON.parse(JSON.stringify(offer)), 'assigner', 'vcard:fn')).toBe(name);
      expect(odrlMistakes(offer)).toEqual([]);
    }),
  );
});
