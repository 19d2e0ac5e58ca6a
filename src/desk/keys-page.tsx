/** Keys of people and programs at the desk and in the API. */
import { type KeyInfo, SCOPES } from '../editor/keys.ts';
import { confirmPage } from './confirm-page.tsx';
import { SCOPE_WORDS } from './labels.ts';
import { deskPage, type Frame, Heading } from './layout.tsx';
import { Empty, Line, State, When } from './parts.tsx';

export interface KeyList {
  readonly keys: readonly KeyInfo[];
  /** A key just made: it can be read here and never again. */
  readonly fresh: { readonly label: string; readonly key: string } | null;
}

export const keysPage = (frame: Frame, { keys, fresh }: KeyList): string =>
  deskPage(
    frame,
    { title: 'Keys', place: '/desk/keys' },
    <>
      <Heading title="Keys" />
      {fresh && <Fresh {...fresh} />}
      <p>
        Besides these there is the deployment’s own key, which may do everything. It is set where the service is
        deployed, not here.
      </p>
      {keys.length === 0 ? <Empty>No key has been made yet.</Empty> : <Table frame={frame} keys={keys} />}
      <MintForm />
    </>,
  );

const Fresh = ({ label, key }: { label: string; key: string }) => (
  <section class="panel fresh" aria-labelledby="fresh">
    <h2 id="fresh" dir="auto">
      The key for {label}
    </h2>
    <p>Copy it now: it is shown this once, and only a hash of it is kept.</p>
    <p>
      <code class="secret" tabindex={0}>
        {key}
      </code>
    </p>
  </section>
);

const Table = ({ frame: { site }, keys }: { frame: Frame; keys: readonly KeyInfo[] }) => (
  <table class="rows">
    <caption class="unseen">Keys, the oldest first</caption>
    <thead>
      <tr>
        <th scope="col">For</th>
        <th scope="col">May</th>
        <th scope="col">Made</th>
        <th scope="col">State</th>
      </tr>
    </thead>
    <tbody>
      {keys.map((key) => (
        <tr>
          <th scope="row" dir="auto">
            {key.label} <code class="quiet">{key.id}</code>
          </th>
          <td data-name="May">{key.scopes.map((scope) => SCOPE_WORDS[scope]).join(', ')}</td>
          <td data-name="Made">
            <When site={site} at={key.createdAt} />
          </td>
          <td data-name="State">
            {key.revokedAt === null ? (
              <a href={`/desk/keys/${key.id}/revoke`} aria-label={`Revoke the key for ${key.label}`}>
                Revoke…
              </a>
            ) : (
              <>
                <State kind="no">Revoked</State> <When site={site} at={key.revokedAt} />
              </>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const MintForm = () => (
  <section class="panel narrow" aria-labelledby="mint">
    <h2 id="mint">Make a key</h2>
    <form method="post" action="/desk/keys">
      <Line
        name="label"
        label="Who or what it is for"
        hint="One key for each person or program: then one can be revoked alone."
        max={100}
        required
      />
      <fieldset>
        <legend>It may</legend>
        {SCOPES.map((scope) => (
          <p class="check">
            <input id={`scope-${scope}`} type="checkbox" name="scope" value={scope} checked={scope === 'read'} />
            <label for={`scope-${scope}`}>{SCOPE_WORDS[scope]}</label>
          </p>
        ))}
      </fieldset>
      <p>
        <button type="submit">Make the key</button>
      </p>
    </form>
  </section>
);

export const revokeKeyPage = (frame: Frame, key: KeyInfo): string =>
  confirmPage(
    frame,
    {
      title: 'Revoke this key?',
      place: '/desk/keys',
      action: `/desk/keys/${key.id}/revoke`,
      button: 'Revoke it',
      back: '/desk/keys',
    },
    <>
      <p class="quoted" dir="auto">
        {key.label} <code class="quiet">{key.id}</code>
      </p>
      <p>
        It will open nothing any more, here or in the API, and whoever is signed in with it is signed out. A revoked key
        stays revoked: make a new one if it is still needed.
      </p>
    </>,
  );
