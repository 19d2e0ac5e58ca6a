/** A partner's keys: a feed key only reads feeds, a portal key only signs in. */
import type { PartnerKeyInfo } from '../catalogue/partner-rows.ts';
import type { Site } from '../page/site.ts';
import { KEY_KINDS } from '../partner/partner.ts';
import { confirmPage } from './confirm-page.tsx';
import { KEY_KIND_WORDS } from './labels.ts';
import type { Frame } from './layout.tsx';
import { Choice, Empty, Line, State, When } from './parts.tsx';

interface Props {
  readonly site: Site;
  readonly partner: string;
  readonly keys: readonly PartnerKeyInfo[];
  readonly fresh: string | null;
  readonly writes: boolean;
}

export const PartnerKeys = ({ site, partner, keys, fresh, writes }: Props) => (
  <section class="panel" aria-labelledby="keys">
    <h2 id="keys">Keys</h2>
    {fresh !== null && (
      <div role="status">
        <p>Send this to the partner by a way you trust. It is shown this once, and only a hash of it is kept.</p>
        <code class="secret">{fresh}</code>
      </div>
    )}
    {keys.length === 0 ? (
      <Empty>It has no key yet.</Empty>
    ) : (
      <KeyTable site={site} partner={partner} keys={keys} writes={writes} />
    )}
    {writes && <MintForm partner={partner} />}
  </section>
);

type TableProps = Omit<Props, 'fresh'>;

const KeyTable = ({ site, partner, keys, writes }: TableProps) => (
  <table class="rows small">
    <caption class="unseen">Keys of the partner, the oldest first</caption>
    <thead>
      <tr>
        <th scope="col">For</th>
        <th scope="col">What it does</th>
        <th scope="col">Made</th>
        <th scope="col">State</th>
      </tr>
    </thead>
    <tbody>
      {keys.map(({ id, kind, label, createdAt, revokedAt }) => (
        <tr>
          <th scope="row" dir="auto">
            {label} <code class="quiet">{id}</code>
          </th>
          <td data-name="What it does">{KEY_KIND_WORDS[kind]}</td>
          <td data-name="Made">
            <When site={site} at={createdAt} />
          </td>
          <td data-name="State">
            {revokedAt !== null && <State kind="no">Revoked</State>}
            {revokedAt === null && !writes && <State kind="yes">Opens</State>}
            {revokedAt === null && writes && (
              <a href={`/desk/partners/${partner}/keys/${id}/revoke`} aria-label={`Revoke the key for ${label}`}>
                Revoke…
              </a>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const MintForm = ({ partner }: { partner: string }) => (
  <form method="post" action={`/desk/partners/${partner}/keys`}>
    <div class="pair">
      <Line name="label" label="Another key, for" max={100} required />
      <Choice
        name="kind"
        label="What it does"
        value="feed"
        options={KEY_KINDS.map((kind) => [kind, KEY_KIND_WORDS[kind]] as const)}
      />
    </div>
    <p>
      <button type="submit">Make the key</button>
    </p>
  </form>
);

export const revokePartnerKeyPage = (frame: Frame, partner: string, { id, label }: PartnerKeyInfo): string =>
  confirmPage(
    frame,
    {
      title: 'Revoke this key?',
      place: '/desk/partners',
      action: `/desk/partners/${partner}/keys/${id}/revoke`,
      button: 'Revoke it',
      back: `/desk/partners/${partner}`,
    },
    <>
      <p class="quoted" dir="auto">
        {label} <code class="quiet">{id}</code>
      </p>
      <p>Within ten seconds it opens nothing any more, and it stays so. Make the partner a new one first.</p>
    </>,
  );

export const endPartnerPage = (frame: Frame, partner: { readonly id: string; readonly name: string }): string =>
  confirmPage(
    frame,
    {
      title: 'End this partnership?',
      place: '/desk/partners',
      action: `/desk/partners/${partner.id}/state`,
      button: 'End it',
      back: `/desk/partners/${partner.id}`,
    },
    <>
      <p class="quoted" dir="auto">
        {partner.name}
      </p>
      <input type="hidden" name="to" value="ended" />
      <p>
        Its keys open nothing any more, and that can’t be undone: it would have to become a new partner. Copies that are
        out go on being counted.
      </p>
    </>,
  );
