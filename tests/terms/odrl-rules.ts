/** ODRL 2.2 as checks: each rule of the Information Model that our policies could break. Gives what is wrong. */
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objects = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
const isAbsolute = (value: unknown): boolean => typeof value === 'string' && URL.canParse(value);
const iri = (value: unknown): unknown => (isObject(value) ? value.uid : value);

/** Core Vocabulary; everything else needs a profile (section 4). */
const CORE_ACTIONS = ['use', 'transfer'];
const COMMON_ACTIONS = [
  'attribute',
  'derive',
  'display',
  'distribute',
  'extract',
  'include',
  'index',
  'inform',
  'modify',
  'nextPolicy',
  'obtainConsent',
  'reproduce',
  'reviewPolicy',
  'translate',
  'cc:CommercialUse',
];
const OPERATORS = [
  'eq',
  'gt',
  'gteq',
  'lt',
  'lteq',
  'neq',
  'isA',
  'hasPart',
  'isPartOf',
  'isAllOf',
  'isAnyOf',
  'isNoneOf',
];
const OPERANDS = ['absoluteSize', 'dateTime', 'delayPeriod', 'elapsedTime', 'percentage', 'spatial'];
const PROFILES: Readonly<Record<string, { readonly context: string; readonly actions: readonly string[] }>> = {
  'https://iptc.org/std/RightsML/odrl-profile/': {
    context: 'https://iptc.org/std/RightsML/odrl-profile/rightsml.jsonld',
    actions: [...CORE_ACTIONS, ...COMMON_ACTIONS],
  },
  'http://www.w3.org/ns/tdmrep': {
    context: 'http://www.w3.org/ns/tdmrep.jsonld',
    actions: [...CORE_ACTIONS, 'tdm:mine', 'obtainConsent', 'compensate'],
  },
};

export function odrlMistakes(policy: Readonly<Record<string, unknown>>): readonly string[] {
  const contexts = [policy['@context']].flat();
  const profile = PROFILES[String(policy.profile)];
  const permissions = objects(policy.permission);
  const prohibitions = objects(policy.prohibition);
  const duties = permissions.flatMap((rule) => objects(rule.duty));
  const checks: readonly (readonly [boolean, string])[] = [
    [contexts[0] === 'http://www.w3.org/ns/odrl.jsonld', 'the ODRL context comes first'],
    [isAbsolute(policy.uid), 'one absolute uid'],
    [['Offer', 'Agreement', 'Set'].includes(String(policy['@type'])), 'a type'],
    [permissions.length + prohibitions.length > 0, 'at least one rule'],
    [isAbsolute(iri(policy.assigner)), 'an assigner'],
    [policy['@type'] !== 'Agreement' || isAbsolute(policy.assignee), 'an agreement has an assignee'],
    [policy['@type'] === 'Agreement' || policy.assignee === undefined, 'an offer has none'],
    [profile !== undefined && contexts.includes(profile.context), 'a profile and its context'],
  ];
  return [
    ...checks.flatMap(([holds, words]) => (holds ? [] : [words])),
    ...[...permissions, ...prohibitions].flatMap((rule) => ruleMistakes(rule, policy)),
    ...duties.flatMap(dutyMistakes),
    ...[...permissions, ...prohibitions, ...duties].flatMap((rule) =>
      profile?.actions.includes(actionOf(rule)) ? [] : [`no action of the profile: ${actionOf(rule)}`],
    ),
  ];
}

/** Section 2.5.3: an action may be narrowed, and is then the value of an object. */
function actionOf({ action }: Readonly<Record<string, unknown>>): string {
  const value = isObject(action) && isObject(action['rdf:value']) ? action['rdf:value']['@id'] : action;
  return String(value).replace(/^odrl:/, '');
}

function ruleMistakes(rule: Readonly<Record<string, unknown>>, policy: Readonly<Record<string, unknown>>): string[] {
  const refinement = isObject(rule.action) ? objects(rule.action.refinement) : [];
  return [
    ...(isAbsolute(rule.target) ? [] : ['a rule without a target']),
    ...(rule.assigner === iri(policy.assigner) ? [] : ['a rule of somebody else']),
    ...(rule.assignee === policy.assignee ? [] : ['a rule for somebody else']),
    ...[...objects(rule.constraint), ...refinement].flatMap(constraintMistakes),
    ...(Array.isArray(rule.constraint) && rule.constraint.length === 0 ? ['an empty list of constraints'] : []),
  ];
}

const PARTY: Readonly<Record<string, string>> = {
  attribute: 'attributedParty',
  inform: 'informedParty',
};

function dutyMistakes(duty: Readonly<Record<string, unknown>>): string[] {
  const party = PARTY[actionOf(duty)];
  return party === undefined || isAbsolute(duty[party]) ? [] : [`${actionOf(duty)} without its party`];
}

const TYPED: Readonly<Record<string, readonly [string, RegExp]>> = {
  dateTime: ['xsd:dateTime', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/],
  delayPeriod: ['xsd:duration', /^PT\d+H$/],
  elapsedTime: ['xsd:duration', /^P\d+D$/],
  percentage: ['xsd:decimal', /^(100|[1-9]\d?)$/],
  absoluteSize: ['xsd:integer', /^\d+$/],
};

function constraintMistakes(constraint: Readonly<Record<string, unknown>>): string[] {
  const { leftOperand, operator, rightOperand } = constraint;
  const typed = TYPED[String(leftOperand)];
  const fits =
    !typed ||
    (isObject(rightOperand) && rightOperand['@type'] === typed[0] && typed[1].test(String(rightOperand['@value'])));
  return [
    ...(OPERANDS.includes(String(leftOperand)) ? [] : [`left operand ${leftOperand}`]),
    ...(OPERATORS.includes(String(operator)) ? [] : [`operator ${operator}`]),
    ...(rightOperand === undefined ? ['no right operand'] : []),
    ...(fits ? [] : [`right operand of ${leftOperand}: ${JSON.stringify(rightOperand)}`]),
    // "Any of" needs a set (ODRL Vocabulary, section 3.14.9).
    ...(operator === 'isAnyOf' && !Array.isArray(rightOperand) ? ['isAnyOf without a list'] : []),
  ];
}
