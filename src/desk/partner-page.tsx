/** One partner: who it is, its domains, its keys, what it may republish. */
import type { PartnerKeyInfo } from '../catalogue/partner-rows.ts';
import type { Site } from '../page/site.ts';
import type { Grant } from '../partner/grant.ts';
import type { Partner, PartnerDomain } from '../partner/partner.ts';
import { GiveForm, type GrantTyped } from './give-form.tsx';
import { GrantTable } from './grants-page.tsx';
import { PARTNER_STATE_WORDS } from './labels.ts';
import { deskPage, type Frame, Heading } from './layout.tsx';
import { Domains } from './partner-domains.tsx';
import { PartnerFields } from './partner-fields.tsx';
import { PartnerKeys } from './partner-keys.tsx';
import { Empty, State } from './parts.tsx';

export interface PartnerView {
  readonly site: Site;
  readonly partner: Partner;
  readonly domains: readonly PartnerDomain[];
  readonly keys: readonly PartnerKeyInfo[];
  readonly grants: readonly Grant[];
  /** A key just made, shown this once. */
  readonly fresh: string | null;
  readonly typed: GrantTyped;
}

export function partnerPage(frame: Frame, view: PartnerView): string {
  const { site, partner, grants } = view;
  const writes = frame.session?.scopes.includes('partners') === true && partner.state !== 'ended';
  return deskPage(
    frame,
    { title: partner.name, place: '/desk/partners' },
    <>
      <Heading title={partner.name}>
        <p class="under">
          <State kind={partner.state}>{PARTNER_STATE_WORDS[partner.state]}</State> <code>{partner.id}</code>
        </p>
        <p>
          <a href={`/desk/partners/${partner.id}/reads`}>Copies and reads</a>
        </p>
      </Heading>
      <div class="columns">
        <div>
          {writes && <About site={site} partner={partner} />}
          {writes && <Moves partner={partner} />}
        </div>
        <div>
          <section class="panel" aria-labelledby="permissions">
            <h2 id="permissions">Permissions</h2>
            {grants.length === 0 ? (
              <Empty>It has no permission yet.</Empty>
            ) : (
              <GrantTable site={site} grants={grants} names={null} />
            )}
            {writes && <GiveForm site={site} partner={partner.id} typed={view.typed} />}
          </section>
          <Domains site={site} partner={partner.id} domains={view.domains} writes={writes} />
          <PartnerKeys site={site} partner={partner.id} keys={view.keys} fresh={view.fresh} writes={writes} />
        </div>
      </div>
    </>,
  );
}

const About = ({ site, partner }: { site: Site; partner: Partner }) => (
  <section class="panel" aria-labelledby="about">
    <h2 id="about">About it</h2>
    <form method="post" action={`/desk/partners/${partner.id}`}>
      <PartnerFields typed={{ ...partner, contacts: partner.contacts.join('\n') }} publication={site.publication} />
      <p>
        <button type="submit">Save</button>
      </p>
    </form>
  </section>
);

const Moves = ({ partner: { id, state } }: { partner: Partner }) => (
  <section class="panel" aria-labelledby="moves">
    <h2 id="moves">Suspend or end</h2>
    <p class="hint">While it is suspended its keys open nothing. Copies that are out go on being counted.</p>
    <div class="buttons">
      <form method="post" action={`/desk/partners/${id}/state`}>
        <button type="submit" name="to" value={state === 'active' ? 'suspended' : 'active'}>
          {state === 'active' ? 'Suspend' : 'Take back the suspension'}
        </button>
      </form>
      <a class="button grave" href={`/desk/partners/${id}/end`}>
        End…
      </a>
    </div>
  </section>
);
