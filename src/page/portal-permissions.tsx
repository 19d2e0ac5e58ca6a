/** Permissions in words: what for, since when, until when, under which rules; and one that waits to be accepted. */
import { rfc3339 } from '../lib/time.ts';
import { type PermissionView, PORTAL } from './portal-view.ts';
import { asGiven, RuleGroups } from './republish-rules.tsx';
import type { Site } from './site.ts';
import { PROSE_LANGUAGE } from './words.ts';

const STANDINGS: Readonly<Record<PermissionView['standing'], string>> = {
  requested: 'Requested',
  offered: 'Waits for you',
  active: 'In force',
  suspended: 'Suspended',
  ended: 'Ended',
  later: 'Not yet in force',
  over: 'Run out',
};

interface PermissionsProps {
  readonly site: Site;
  readonly permissions: readonly PermissionView[];
}

export const Permissions = ({ site, permissions }: PermissionsProps) => (
  <section aria-labelledby="permissions">
    <h2 id="permissions">Your permissions</h2>
    {permissions.length === 0 && <p>You have none yet. Ask our desk, or ask from the page of an article.</p>}
    {permissions.map((permission) => (
      <Permission site={site} permission={permission} />
    ))}
  </section>
);

const Permission = ({ site, permission }: { readonly site: Site; readonly permission: PermissionView }) => {
  const { grant, scope, standing } = permission;
  return (
    <article class="permission">
      <h3>
        <bdi>{scope}</bdi>{' '}
        <span class={`state ${standing === 'over' ? 'ended' : standing}`}>{STANDINGS[standing]}</span>
      </h3>
      <p>
        Permission {grant.number}, under “<bdi>{grant.terms.title}</bdi>” (version {grant.termsVersion}). From{' '}
        <Day site={site} at={grant.from} />
        {grant.until === null ? (
          ', without an end.'
        ) : (
          <>
            {' '}
            until <Day site={site} at={grant.until} />.
          </>
        )}
      </p>
      <details open={standing === 'offered'}>
        <summary>The rules of permission {grant.number}</summary>
        <RuleGroups site={site} terms={asGiven(grant.terms)} around={PROSE_LANGUAGE} />
      </details>
      {standing === 'offered' && (
        <form method="post" action={`${PORTAL}/permissions/${grant.number}/accept`}>
          <p>It is in force once you accept it.</p>
          <p>
            <button type="submit">Accept permission {grant.number}</button>
          </p>
        </form>
      )}
    </article>
  );
};

/** To the minute, in the publication's time zone. */
const Day = ({ site, at }: { readonly site: Site; readonly at: number }) => (
  <time datetime={rfc3339(at)}>
    {new Intl.DateTimeFormat('en-GB', {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: site.publication.timeZone,
    }).format(at)}
  </time>
);
