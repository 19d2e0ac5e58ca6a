/**
 * Terms in plain words: what may, must and must not be done. The terms page, the republish page, the desk and the
 * `usageTerms` of ninjs all print these sentences, so a duty that is said in one of them is said in all.
 */
import type { Publication } from '../article/publication.ts';
import type { Terms } from '../article/terms.ts';
import { creativeCommonsKind, licenseName } from './creative-commons.ts';
import { creditTemplates } from './credit-line.ts';

export interface Prose {
  readonly may: readonly string[];
  readonly must: readonly string[];
  readonly mustNot: readonly string[];
}

export const GROUPS = { may: 'You may', must: 'You must', mustNot: 'You must not' } as const;

/** One sentence, and whether it grants, binds or forbids. */
interface Rule {
  readonly group: keyof Prose;
  readonly words: string;
}

const may = (words: string): Rule => ({ group: 'may', words });
const must = (words: string): Rule => ({ group: 'must', words });
const mustNot = (words: string): Rule => ({ group: 'mustNot', words });

export function proseOf(terms: Terms, publication: Publication): Prose {
  const rules = [
    ...asking(terms, publication),
    ...licensed(terms),
    ...text(terms),
    ...credit(terms, publication),
    ...place(terms),
    ...time(terms),
    ...afterwards(terms, publication),
    ...machines(terms),
  ];
  const words = (group: keyof Prose) => rules.filter((rule) => rule.group === group).map((rule) => rule.words);
  return { may: words('may'), must: words('must'), mustNot: words('mustNot') };
}

/** All of it in one line of plain text. */
export function proseText(terms: Terms, publication: Publication): string {
  const prose = proseOf(terms, publication);
  const group = (name: keyof Prose) => (prose[name].length > 0 ? [`${GROUPS[name]}: ${prose[name].join(' ')}`] : []);
  return [`${terms.title}.`, ...group('may'), ...group('must'), ...group('mustNot')].join(' ');
}

const APPROVAL: Readonly<Record<Terms['approval'], string>> = {
  desk: 'Somebody at our desk reads what you ask and answers.',
  verified: 'Once you have shown that your domain is yours, the answer comes by itself.',
};

function asking({ open, approval, commercial }: Terms, { contact }: Publication): readonly Rule[] {
  return [
    may(
      open
        ? `Republish an article without asking, if you keep to these rules. For anything else, ask us. ${APPROVAL[approval]}`
        : `Ask us for permission to republish, at ${contact}. ${APPROVAL[approval]}`,
    ),
    ...(open ? [] : [mustNot('Republish anything without our written permission.')]),
    commercial ? may('Run an article on a commercial site.') : mustNot('Use an article for a commercial purpose.'),
  ];
}

/** A public licence is given to everybody and can't be narrowed afterwards, so where it says more, it counts. */
function licensed({ license }: Terms): readonly Rule[] {
  if (license === undefined) return [];
  const elements = creativeCommonsKind(license)?.split('-') ?? [];
  return [
    may(`Do all that the licence ${licenseName(license)} allows. Where it allows more than these rules, it counts.`),
    ...(elements.includes('by') ? [must('Name the author, and link to the licence.')] : []),
    ...(elements.includes('sa') ? [must('Put whatever you change under the same licence.')] : []),
  ];
}

const EDITING: Readonly<Record<Terms['edits'], readonly Rule[]>> = {
  none: [mustNot('Change anything, not even the headline.')],
  style: [
    may('Adapt dates, times, place names and spelling to your house style.'),
    mustNot('Publish a version changed in any other way.'),
  ],
  any: [may('Shorten and edit the text.'), must('Say so if you changed anything.')],
};

const text = ({ edits, translation, excerptWords, keepLinks }: Terms): readonly Rule[] => [
  ...EDITING[edits],
  translation ? may('Translate it, and name the translator.') : mustNot('Publish a translation.'),
  excerptWords === undefined
    ? must('Publish the article as a whole, not in parts.')
    : must(`Publish no more than the first ${plural(excerptWords, 'word')}, and link to the rest.`),
  keepLinks ? must('Keep the links in the text.') : may('Leave out links in the text.'),
  must('Keep the credit of every photo, and leave out photos that are not in our copy: they are not ours to give.'),
];

const CREDIT_AT: Readonly<Record<Terms['creditAt'], string>> = {
  start: 'above the first line',
  end: 'below the last line',
};

const CARRIERS: Readonly<Record<Terms['carriers'], string>> = {
  link: 'Keep its reference code and its link to the article here, as they are.',
  'link+badge': 'Keep its reference code, its link to the article here and the badge beside it, as they are.',
};

function credit(terms: Terms, publication: Publication): readonly Rule[] {
  const templates = creditTemplates(terms, publication);
  const lines = templates.map(({ name, template }) =>
    templates.length === 1 ? isolated(template) : `${isolated(name)}: ${isolated(template)}`,
  );
  return [must(`Print the credit line ${CREDIT_AT[terms.creditAt]}. ${CARRIERS[terms.carriers]} ${lines.join(' · ')}`)];
}

const POLICY: Readonly<Record<Terms['canonical'], Rule>> = {
  canonical: must('Name our page as the canonical one (rel=canonical) in the head of yours.'),
  noindex: must('Tell search engines not to list your page (robots: noindex).'),
  both: must(
    'Name our page as the canonical one (rel=canonical), and tell search engines not to list yours (noindex).',
  ),
  none: may('Let search engines list your page as they like.'),
};

const place = ({ canonical, territory }: Terms): readonly Rule[] => [
  POLICY[canonical],
  ...(territory.length > 0 ? [must(`Publish it for readers in ${countries(territory)} only.`)] : []),
];

const time = ({ delayHours, removeAfterDays, share }: Terms): readonly Rule[] => [
  ...(delayHours > 0 ? [must(`Wait ${plural(delayHours, 'hour')} after we have published.`)] : []),
  ...(removeAfterDays === undefined
    ? []
    : [must(`Take it down ${plural(removeAfterDays, 'day')} after you have published it.`)]),
  ...(share === undefined ? [] : [mustNot(`Take more than ${share} percent of what we publish in 30 days.`)]),
];

const afterwards = ({ notify, corrections }: Terms, { contact }: Publication): readonly Rule[] => [
  ...(notify ? [must(`Tell us where it runs: ${contact}.`)] : []),
  ...(corrections ? [must('Carry over our corrections, and take an article down when we withdraw it.')] : []),
];

function machines({ mining }: Terms): readonly Rule[] {
  const rule = (allowed: boolean, words: string): Rule => (allowed ? may(words) : mustNot(words));
  return [
    rule(mining.search, 'Build a search index from our pages.'),
    rule(mining.input, 'Let a machine answer questions from our articles.'),
    rule(mining.train, 'Train a machine on our articles.'),
  ];
}

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

function countries(codes: readonly string[]): string {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(codes.map((code) => names.of(code) ?? code));
}

const ISOLATE = '\u2068';
const END = '\u2069';

/** A credit line may run the other way than the sentence around it (Unicode UAX 9, FSI and PDI). */
const isolated = (words: string): string => `${ISOLATE}${words.replace(/[\u2066-\u2069]/g, '')}${END}`;

/** A sentence cut where other people's words begin and end: every second piece is theirs. */
export const pieces = (sentence: string): readonly string[] => sentence.split(/[\u2068\u2069]/);
