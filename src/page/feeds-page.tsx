/** All feeds as a list a person can read, how to use one, and what `_tearsheet` in the JSON Feeds means. */

import type { Scope } from '../article/scope.ts';
import { ExtensionDoc } from './extension-doc.tsx';
import { page } from './layout.tsx';
import { FeedLinks, ScopeLink } from './parts.tsx';
import type { Site } from './site.ts';
import { absolute, FEEDS, OPML, TERMS, wholeScope } from './urls.ts';
import { PROSE_LANGUAGE } from './words.ts';

const TITLE = 'Feeds';

const GROUPS = [
  { kind: 'section', heading: 'By section' },
  { kind: 'language', heading: 'By language' },
  { kind: 'tag', heading: 'By topic' },
  { kind: 'author', heading: 'By author' },
] as const;

export function feedsPage(site: Site, scopes: readonly Scope[]): string {
  const { title } = site.publication;
  const meta = {
    language: PROSE_LANGUAGE,
    title: TITLE,
    description: `Every feed of ${title}: in RSS, Atom and JSON Feed, as a whole and by section, language, topic and author.`,
    type: 'website',
    canonical: absolute(site, FEEDS),
    scope: null,
  } as const;
  return page(
    site,
    meta,
    <div class="prose">
      <header class="heading">
        <h1>{TITLE}</h1>
        <p class="dek">{meta.description}</p>
      </header>
      <p>
        Copy the address of a feed into a feed reader, and new articles will arrive there by themselves. The three
        formats hold the same articles; if your reader doesn’t say which it wants, take RSS.
      </p>
      <p>
        Or take <a href={OPML}>all feeds in one file (OPML)</a> and import it. What you may do with the articles is in
        our <a href={TERMS}>terms of use</a>.
      </p>
      <h2>Everything</h2>
      <FeedList site={site} scopes={[wholeScope(site)]} />
      {GROUPS.map(({ kind, heading }) => (
        <Group site={site} heading={heading} scopes={scopes.filter((scope) => scope.kind === kind)} />
      ))}
      <ExtensionDoc site={site} />
    </div>,
  );
}

interface GroupProps {
  readonly site: Site;
  readonly heading: string;
  readonly scopes: readonly Scope[];
}

const Group = ({ site, heading, scopes }: GroupProps) =>
  scopes.length > 0 ? (
    <>
      <h2>{heading}</h2>
      <FeedList site={site} scopes={scopes} />
    </>
  ) : null;

const FeedList = ({ site, scopes }: Omit<GroupProps, 'heading'>) => (
  <ul class="feed-list">
    {scopes.map((scope) => (
      <li>
        <ScopeLink scope={scope} class="scope" />
        <FeedLinks site={site} scope={scope} />
      </li>
    ))}
  </ul>
);
