/** Permissions: who may republish what, and until when. */
import type { Site } from '../page/site.ts';
import { type Grant, inForce } from '../partner/grant.ts';
import { GRANT_STATE_WORDS } from './labels.ts';
import { deskPage, type Frame, Heading } from './layout.tsx';
import { Empty, State, When } from './parts.tsx';
import { scopeWords } from './scope-words.ts';

/** Partners' names by their id. */
export type PartnerNames = ReadonlyMap<string, string>;

export const grantsPage = (frame: Frame, site: Site, grants: readonly Grant[], names: PartnerNames): string =>
  deskPage(
    frame,
    { title: 'Permissions', place: '/desk/permissions' },
    <>
      <Heading title="Permissions" />
      <p>A permission is given on a partner’s page. Open terms are a permission for everybody.</p>
      {grants.length === 0 ? (
        <Empty>No permission has been given yet.</Empty>
      ) : (
        <GrantTable {...{ site, grants, names }} />
      )}
    </>,
  );

export const holderOf = ({ partner }: Grant, names: PartnerNames): string =>
  partner === null ? 'Everybody' : (names.get(partner) ?? partner);

interface TableProps {
  readonly site: Site;
  readonly grants: readonly Grant[];
  /** Null: all are one partner's. */
  readonly names: PartnerNames | null;
}

export const GrantTable = ({ site, grants, names }: TableProps) => (
  <table class="rows">
    <caption class="unseen">Permissions, the newest first</caption>
    <thead>
      <tr>
        <th scope="col">For</th>
        <th scope="col">State</th>
        {names && <th scope="col">Who</th>}
        <th scope="col">Terms</th>
        <th scope="col">Until</th>
      </tr>
    </thead>
    <tbody>
      {grants.map((grant) => (
        <tr>
          <th scope="row">
            <a href={`/desk/permissions/${grant.number}`} dir="auto">
              {scopeWords(grant.scope, site.publication)}
            </a>
          </th>
          <td data-name="State">
            <State kind={grant.state}>{GRANT_STATE_WORDS[grant.state]}</State>
          </td>
          {names && (
            <td data-name="Who">
              <bdi>{holderOf(grant, names)}</bdi>
            </td>
          )}
          <td data-name="Terms">
            <bdi>{grant.terms.title}</bdi>, version {grant.termsVersion}
          </td>
          <td data-name="Until">{grant.until === null ? '–' : <When site={site} at={grant.until} />}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** Why a permission that is active lets nothing go at this moment; empty if it does. */
export function notNow(grant: Grant, now: number): string {
  if (grant.state !== 'active' || inForce(grant, now)) return '';
  return grant.from > now ? 'It has not begun yet.' : 'Its time is over.';
}
