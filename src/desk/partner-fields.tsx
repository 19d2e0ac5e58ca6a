/** What is asked of a partner, whether it is new or known. */
import type { Publication } from '../article/publication.ts';
import { DIALECT_NAMES, DIALECTS } from '../dialect/dialects.ts';
import { Area, Choice, Line } from './parts.tsx';

/** As typed: what is wrong with it is for the schema to say. */
export interface PartnerTyped {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly dialect: string;
  readonly contacts: string;
}

export const NO_PARTNER: PartnerTyped = { id: '', name: '', language: '', dialect: 'generic', contacts: '' };

export const PartnerFields = ({ typed, publication }: { typed: PartnerTyped; publication: Publication }) => (
  <>
    <Line name="name" label="Name" value={typed.name} max={200} required />
    <div class="pair">
      <Choice
        name="language"
        label="Language of its feeds"
        value={typed.language}
        options={Object.entries(publication.languages)}
      />
      <Choice
        name="dialect"
        label="Kind of feed"
        value={typed.dialect}
        options={DIALECT_NAMES.map((name) => [name, DIALECTS[name].label] as const)}
      />
    </div>
    <Area name="contacts" label="Contacts" hint="Email addresses, one a line." value={typed.contacts} />
  </>
);
