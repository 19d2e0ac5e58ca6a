/** The form that gives a permission: for what, under which terms, and what is agreed besides. */
import { CANONICAL_POLICIES, CARRIERS } from '../article/terms.ts';
import type { Site } from '../page/site.ts';
import { termsOf } from '../terms/standard-terms.ts';
import { CANONICAL_WORDS, CARRIER_WORDS } from './labels.ts';
import { Choice, Line } from './parts.tsx';

/** As typed, by the names of the fields. */
export type GrantTyped = Readonly<Record<string, string>>;

interface Props {
  readonly site: Site;
  readonly partner: string;
  readonly typed: GrantTyped;
}

/** The choice that says: the field below names it. */
export const OTHER_SCOPE = 'other';
const AS_TERMS: readonly [string, string] = ['', 'As the terms say'];

export const GiveForm = ({ site: { publication }, partner, typed }: Props) => (
  <details open={Object.keys(typed).length > 0}>
    <summary>Give a permission</summary>
    <form method="post" action={`/desk/partners/${partner}/permissions`}>
      <Choice
        name="scope"
        label="For what"
        value={typed.scope ?? ''}
        options={[
          ['', 'Everything'],
          ...Object.entries(publication.sections).map(([key, { name }]) => [`sections/${key}`, name] as const),
          [OTHER_SCOPE, 'What I name below'],
        ]}
      />
      <Line
        name="other"
        label="An article, topic or author"
        hint="articles/ID, tags/NAME or authors/NAME, as in their addresses and on the article’s page."
        value={typed.other}
        max={600}
      />
      <Choice
        name="terms"
        label="Under which terms"
        value={typed.terms ?? 'standard'}
        options={Object.entries(termsOf(publication)).map(([name, { title }]) => [name, title] as const)}
      />
      <div class="pair">
        <Line name="from" label="From" type="date" value={typed.from} hint="Empty: from now." />
        <Line
          name="until"
          label="Until"
          type="date"
          value={typed.until}
          hint="The last day. Empty: until it is ended."
        />
      </div>
      <Agreed typed={typed} />
      <div class="buttons">
        <button type="submit" name="state" value="active">
          Give it
        </button>
        <button type="submit" name="state" value="offered" class="plain">
          Offer it
        </button>
      </div>
    </form>
  </details>
);

const Agreed = ({ typed }: { typed: GrantTyped }) => (
  <fieldset>
    <legend>Agreed besides</legend>
    <p class="hint">What is left empty is as the terms say.</p>
    <div class="pair">
      <Choice
        name="carriers"
        label="A copy carries"
        value={typed.carriers ?? ''}
        options={[AS_TERMS, ...CARRIERS.map((each) => [each, CARRIER_WORDS[each]] as const)]}
      />
      <Choice
        name="canonical"
        label="Search engines"
        value={typed.canonical ?? ''}
        options={[AS_TERMS, ...CANONICAL_POLICIES.map((each) => [each, CANONICAL_WORDS[each]] as const)]}
      />
      <Line name="delayHours" label="Hours after us" type="number" value={typed.delayHours} />
      <Line name="share" label="Percent in 30 days" type="number" value={typed.share} />
      <Line name="removeAfterDays" label="Days until removal" type="number" value={typed.removeAfterDays} />
    </div>
  </fieldset>
);
