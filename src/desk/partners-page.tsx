import type { Publication } from '../article/publication.ts';
import { DIALECTS, isDialect } from '../dialect/dialects.ts';
import type { Partner } from '../partner/partner.ts';
import { PARTNER_STATE_WORDS } from './labels.ts';
import { deskPage, type Frame, Heading } from './layout.tsx';
import { PartnerFields, type PartnerTyped } from './partner-fields.tsx';
import { Empty, Line, State } from './parts.tsx';

export interface PartnerList {
  readonly publication: Publication;
  readonly partners: readonly Partner[];
  readonly typed: PartnerTyped;
  readonly writes: boolean;
}

export const partnersPage = (frame: Frame, { publication, partners, typed, writes }: PartnerList): string =>
  deskPage(
    frame,
    { title: 'Partners', place: '/desk/partners' },
    <>
      <Heading title="Partners" />
      {partners.length === 0 ? (
        <Empty>There is no partner yet. Approving a request makes one, or add one here.</Empty>
      ) : (
        <Table partners={partners} publication={publication} />
      )}
      {writes && (
        <section class="panel narrow" aria-labelledby="add">
          <h2 id="add">Add a partner</h2>
          <form method="post" action="/desk/partners">
            <Line
              name="id"
              label="Short name"
              hint="Lower-case letters, digits and hyphens. It stays what it is."
              value={typed.id}
              max={40}
              required
            />
            <PartnerFields typed={typed} publication={publication} />
            <p>
              <button type="submit">Add the partner</button>
            </p>
          </form>
        </section>
      )}
    </>,
  );

const Table = ({ partners, publication }: { partners: readonly Partner[]; publication: Publication }) => (
  <table class="rows">
    <caption class="unseen">Partners by name</caption>
    <thead>
      <tr>
        <th scope="col">Name</th>
        <th scope="col">State</th>
        <th scope="col">Language</th>
        <th scope="col">Feed</th>
      </tr>
    </thead>
    <tbody>
      {partners.map(({ id, name, state, language, dialect }) => (
        <tr>
          <th scope="row">
            <a href={`/desk/partners/${id}`} dir="auto">
              {name}
            </a>
          </th>
          <td data-name="State">
            <State kind={state}>{PARTNER_STATE_WORDS[state]}</State>
          </td>
          <td data-name="Language">
            <bdi>{publication.languages[language] ?? language}</bdi>
          </td>
          <td data-name="Feed">{isDialect(dialect) ? DIALECTS[dialect].label : dialect}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
