/** The page around every page of the portal: who is signed in, where one can go, what has just happened. */
import type { Child } from 'hono/jsx';
import { page } from './layout.tsx';
import { CHECKS, PORTAL, PORTAL_DONE, type PortalFrame } from './portal-view.ts';
import { REPUBLISH_STYLES } from './republish-parts.ts';
import { PROSE_LANGUAGE } from './words.ts';

interface PortalMeta {
  readonly title: string;
  /** Which place of the navigation it is; empty: none. */
  readonly place: string;
}

export function portalPage(frame: PortalFrame, { title, place }: PortalMeta, main: Child): string {
  const meta = {
    language: PROSE_LANGUAGE,
    title: `${title} – Partners`,
    description: 'For partners who republish our articles.',
    type: 'website',
    canonical: null,
    scope: null,
    stylesheet: REPUBLISH_STYLES,
  } as const;
  return page(
    frame.site,
    meta,
    <div class="republish portal">
      {frame.partner && <Bar partner={frame.partner} place={place} />}
      <Outcome frame={frame} />
      <h1>{title}</h1>
      {main}
    </div>,
  );
}

const PLACES = [
  { path: PORTAL, name: 'Articles and permissions' },
  { path: CHECKS, name: 'Checks' },
] as const;

const Bar = ({ partner, place }: { readonly partner: { readonly name: string }; readonly place: string }) => (
  <div class="portal-bar">
    <nav aria-label="Portal">
      <ul>
        {PLACES.map(({ path, name }) => (
          <li>
            <a href={path} {...(path === place ? { 'aria-current': 'page' } : {})}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <form method="post" action={`${PORTAL}/sign-out`}>
      <span>
        Signed in for <bdi>{partner.name}</bdi>
      </span>
      <button type="submit">Sign out</button>
    </form>
  </div>
);

const Outcome = ({ frame: { done, problem } }: { readonly frame: PortalFrame }) => (
  <>
    {problem !== null && (
      <p class="outcome" role="alert">
        {problem}
      </p>
    )}
    {problem === null && done !== null && Object.hasOwn(PORTAL_DONE, done) && (
      <p class="outcome good" role="status">
        {PORTAL_DONE[done]}
      </p>
    )}
  </>
);
