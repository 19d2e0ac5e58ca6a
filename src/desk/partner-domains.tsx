/** A partner's domains: where its copies are expected, and whether they were shown to be its own. */
import { PROOF_PATH, PROOF_RECORD } from '../outside/domain-proof.ts';
import type { Site } from '../page/site.ts';
import type { PartnerDomain } from '../partner/partner.ts';
import { PROOF_WORDS } from './labels.ts';
import { Empty, Line, State, When } from './parts.tsx';

interface Props {
  readonly site: Site;
  readonly partner: string;
  readonly domains: readonly PartnerDomain[];
  readonly writes: boolean;
}

export const Domains = ({ site, partner, domains, writes }: Props) => (
  <section class="panel" aria-labelledby="domains">
    <h2 id="domains">Domains</h2>
    {domains.length === 0 && <Empty>No domain is named yet.</Empty>}
    {domains.map((each) => (
      <div class="domain">
        <p>
          <strong>{each.domain}</strong> <Proved site={site} domain={each} />
        </p>
        {each.verifiedAt === null && <Challenge domain={each} />}
        {writes && <DomainForm partner={partner} domain={each} />}
      </div>
    ))}
    {writes && (
      <form method="post" action={`/desk/partners/${partner}/domains`}>
        <Line
          name="domain"
          label="Another domain"
          hint="Without https:// and path: partner.example"
          max={253}
          required
        />
        <p>
          <button type="submit">Add the domain</button>
        </p>
      </form>
    )}
  </section>
);

const Proved = ({ site, domain: { verifiedAt, method, checkedAt } }: { site: Site; domain: PartnerDomain }) =>
  verifiedAt === null ? (
    <>
      <State kind="open">Not verified</State>
      {checkedAt !== null && (
        <span class="quiet">
          {' '}
          Last looked at <When site={site} at={checkedAt} />
        </span>
      )}
    </>
  ) : (
    <>
      <State kind="yes">Verified</State>{' '}
      <span class="quiet">
        {method === null ? '' : PROOF_WORDS[method]}, <When site={site} at={verifiedAt} />
      </span>
    </>
  );

const Challenge = ({ domain: { domain, challenge } }: { domain: PartnerDomain }) => (
  <p class="hint">
    Ask the partner to show this at the domain: <code>{challenge}</code>, as a TXT record of{' '}
    <code>
      {PROOF_RECORD}.{domain}
    </code>{' '}
    or as a line of{' '}
    <code>
      https://{domain}
      {PROOF_PATH}
    </code>
    .
  </p>
);

const DomainForm = ({ partner, domain: { domain, verifiedAt } }: { partner: string; domain: PartnerDomain }) => (
  <form method="post" action={`/desk/partners/${partner}/domain`} class="buttons">
    <input type="hidden" name="domain" value={domain} />
    {verifiedAt === null && (
      <button type="submit" class="plain" name="act" value="verify" aria-label={`Look now at ${domain}`}>
        Look now
      </button>
    )}
    <button type="submit" class="grave" name="act" value="remove" aria-label={`Take away ${domain}`}>
      Take away
    </button>
  </form>
);
