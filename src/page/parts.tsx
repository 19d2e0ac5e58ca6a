/** Small pieces several pages show: a date, a byline, a link to a scope, the feeds of one. */
import type { Child } from 'hono/jsx';
import type { Article, Hop, Origin, Person } from '../article/article.ts';
import type { Scope } from '../article/scope.ts';
import { longDate, rfc3339 } from '../lib/time.ts';
import { inLanguage } from './direction.ts';
import type { Site } from './site.ts';
import { authorScope, FORMATS, feedPath, feedTitle, hasPage, scopePath } from './urls.ts';
import type { Words } from './words.ts';

interface MomentProps {
  readonly site: Site;
  readonly at: number;
  readonly language: string;
  readonly class?: string;
}

/** A date in the publication's time zone; the exact moment is in `datetime`. */
export const Moment = ({ site, at, language, class: name }: MomentProps) => (
  <time {...(name ? { class: name } : {})} datetime={rfc3339(at)}>
    {longDate(at, language, site.publication.timeZone)}
  </time>
);

export const ScopeLink = ({ scope, class: name }: { readonly scope: Scope; readonly class?: string }) =>
  hasPage(scope) ? (
    <a {...(name ? { class: name } : {})} href={scopePath(scope)}>
      {scope.name}
    </a>
  ) : (
    <span {...(name ? { class: name } : {})}>{scope.name}</span>
  );

/** The names in order, joined as the article's language joins them. */
export const Byline = ({ article, words }: { readonly article: Article; readonly words: Words }) => (
  <span class="byline">
    <span {...inLanguage(words.language, article.language)}>{words.by}</span>{' '}
    {joined(article.byline, article.language).map((part) =>
      typeof part === 'string' ? part : <ScopeLink scope={authorScope(part)} class="p-author h-card" />,
    )}
  </span>
);

function joined(people: readonly Person[], language: string): (Person | string)[] {
  const parts = new Intl.ListFormat(language).formatToParts(people.map((_, index) => String(index)));
  return parts.map(({ type, value }) => (type === 'element' ? (people[Number(value)] ?? value) : value));
}

interface OriginLineProps {
  readonly origin: Origin;
  readonly words: Words;
  readonly around: string;
  readonly children?: Child;
}

/** "Reposted from The Sound Review, via Coast Wire": every station, oldest first, each a link to its page. */
export const OriginLine = ({ origin: { hops }, words, around, children }: OriginLineProps) => (
  <p class="origin" {...inLanguage(words.language, around)}>
    {words.repostedFrom} <HopLink hop={hops[0]} />
    {children}
    {hops.slice(1).map((hop) => (
      <>
        {`${words.comma} ${words.via[hop.role]} `}
        <HopLink hop={hop} />
      </>
    ))}
  </p>
);

const HopLink = ({ hop }: { readonly hop: Hop }) => (
  <a href={hop.url}>
    <bdi>{hop.publisher}</bdi>
  </a>
);

interface FeedLinksProps {
  readonly site: Site;
  readonly scope: Scope;
}

export const FeedLinks = ({ site, scope }: FeedLinksProps) => (
  <ul class="feeds">
    {FORMATS.map(({ format, type, label }) => (
      <li>
        <a href={feedPath(scope, format)} type={type} aria-label={`${label}, ${feedTitle(site, scope)}`}>
          {label}
        </a>
      </li>
    ))}
  </ul>
);
