/** The page around every page of the desk: who is signed in, where one can go, what has just happened. */
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { KeyScope } from '../editor/keys.ts';
import type { Site } from '../page/site.ts';
import { ICON, STYLESHEET } from '../page/urls.ts';
import { DONE } from './done.ts';
import { may, type Session } from './session.ts';

export interface Frame {
  readonly site: Site | null;
  /** Null: nobody is signed in. */
  readonly session: Session | null;
  /** Requests waiting for an answer. */
  readonly waiting: number;
  /** The code of what has just been done (`done.ts`). */
  readonly done: string | null;
  /** Why nothing was done. */
  readonly problem: string | null;
}

interface Place {
  readonly path: string;
  readonly name: string;
  readonly scope: KeyScope;
}

const PLACES: readonly Place[] = [
  { path: '/desk', name: 'Overview', scope: 'read' },
  { path: '/desk/copies', name: 'Copies', scope: 'read' },
  { path: '/desk/readership', name: 'Feed readers', scope: 'read' },
  { path: '/desk/articles', name: 'Articles', scope: 'read' },
  { path: '/desk/partners', name: 'Partners', scope: 'read' },
  { path: '/desk/permissions', name: 'Permissions', scope: 'read' },
  { path: '/desk/requests', name: 'Requests', scope: 'read' },
  { path: '/desk/terms', name: 'Terms', scope: 'read' },
  { path: '/desk/keys', name: 'Keys', scope: 'keys' },
];

export interface DeskMeta {
  readonly title: string;
  /** Which place of the navigation it belongs to. */
  readonly place: string;
}

export function deskPage(frame: Frame, { title, place }: DeskMeta, main: JSX.Element): string {
  const name = frame.site?.publication.title ?? 'Tearsheet';
  const html = (
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – Desk of ${name}`}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={STYLESHEET} />
        <link rel="stylesheet" href="/assets/desk.css" />
        <link rel="icon" href={ICON} type="image/svg+xml" />
      </head>
      <body class="desk">
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <Bar frame={frame} place={place} name={name} />
        <main id="main" tabindex={-1}>
          <Outcome frame={frame} />
          {main}
        </main>
      </body>
    </html>
  );
  return `<!doctype html>\n${html.toString()}\n`;
}

const Bar = ({ frame, place, name }: { frame: Frame; place: string; name: string }) => (
  <header class="desk-bar">
    <p class="desk-name">
      <a href="/">
        <bdi>{name}</bdi>
      </a>{' '}
      <a class="desk-word" href="/desk">
        Desk
      </a>
    </p>
    {frame.session && <Places session={frame.session} waiting={frame.waiting} place={place} />}
    {frame.session && (
      <form method="post" action="/desk/sign-out" class="who">
        <span>
          <span class="quiet">Signed in with</span> <bdi>{frame.session.label}</bdi>
        </span>
        <button type="submit" class="plain">
          Sign out
        </button>
      </form>
    )}
  </header>
);

const Places = ({ session, waiting, place }: { session: Session; waiting: number; place: string }) => (
  <nav aria-label="Desk">
    <ul>
      {PLACES.filter(({ scope }) => may(session, scope)).map(({ path, name }) => (
        <li>
          <a href={path} {...(path === place ? { 'aria-current': 'true' } : {})}>
            {name}
            {path === '/desk/requests' && waiting > 0 && (
              <span class="count">
                {waiting}
                <span class="unseen"> waiting</span>
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

/** Said first, because the page was asked for to hear it. */
const Outcome = ({ frame: { done, problem, session } }: { frame: Frame }) => (
  <>
    {problem !== null && (
      <p class="outcome bad" role="alert">
        {session && <strong>Nothing was changed.</strong>} {problem}
      </p>
    )}
    {problem === null && done !== null && Object.hasOwn(DONE, done) && (
      <p class="outcome good" role="status">
        {DONE[done]}
      </p>
    )}
  </>
);

/** A heading with what stands beside it. */
export const Heading = ({ title, children }: { title: string; children?: Child }) => (
  <header class="desk-heading">
    <h1 dir="auto">{title}</h1>
    {children}
  </header>
);
