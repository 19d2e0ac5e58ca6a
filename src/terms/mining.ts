/**
 * What machines may do at which addresses of ours, once for RSL, TDMRep and robots.txt, so that the three agree. An
 * address says nothing of an article's section, so articles under other terms than the standard ones are named.
 */
import type { Publication } from '../article/publication.ts';
import { type NamedTerms, STANDARD, type Terms } from '../article/terms.ts';
import { namedTerms, termsOf } from './standard-terms.ts';

/** An article that is not under the standard terms and nothing else. */
export interface OtherTerms {
  readonly slug: string;
  /** Null: the article is another publisher's. */
  readonly terms: string | null;
  /** The article's own licence, where it has one. */
  readonly license: string | null;
}

export interface Place {
  /** A path as in robots.txt (RFC 9309 section 2.2.3): a beginning, with `*`, ended by `$`. */
  readonly path: string;
  /** Null: not ours to give. */
  readonly terms: NamedTerms | null;
  readonly license: string | null;
}

/** Where several articles stand whole in one document, some of which may be another publisher's. */
const GATHERED = ['/feed*', '/*/feed.*', '/archive/*', '/republish/*'];

/** Each photo says whose it is; by its address that can't be known. */
const PHOTOS = '/media/*';

/** Narrow places first, the whole site last. `null`: there are too many articles to name, so none is given away. */
export function placesOf(publication: Publication, others: readonly OtherTerms[] | null): readonly Place[] {
  const closed = (path: string): Place => ({ path, terms: null, license: null });
  const named = others?.flatMap((other) =>
    pathsOf(other.slug).map((path) => ({ path, ...termsOn(other, publication) })),
  );
  const gathered = others?.length === 0 ? [] : GATHERED.map(closed);
  const sections = Object.entries(publication.sections).flatMap(([key, { terms }]) =>
    terms === undefined || terms === STANDARD ? [] : [open(`/sections/${key}/*`, namedTerms(publication, terms))],
  );
  return [
    ...(named ?? [closed('/articles/*')]),
    ...gathered,
    closed(PHOTOS),
    ...sections,
    open('/*', namedTerms(publication, STANDARD)),
  ];
}

const open = (path: string, terms: NamedTerms): Place => ({ path, terms, license: terms.license ?? null });

/** Without its end a path would cover every article whose name begins alike. */
function pathsOf(slug: string): readonly string[] {
  const path = `/articles/${encodeURIComponent(slug)}`;
  return [`${path}$`, `${path}?*`];
}

function termsOn({ terms, license }: OtherTerms, publication: Publication): Omit<Place, 'path'> {
  if (terms === null) return { terms: null, license: null };
  const found = namedTerms(publication, terms);
  return { terms: found, license: license ?? found.license ?? null };
}

type Use = keyof Terms['mining'];

/**
 * For robots.txt, whose signals count for the whole site: said only where they are true of all of it. Nobody may train
 * on reposts and photos of others, so of machines that is a no or nothing.
 */
export function siteSignals(publication: Publication): Readonly<Partial<Record<Use, boolean>>> {
  const all = Object.values(termsOf(publication));
  const no = (use: Use) => all.every(({ mining }) => !mining[use]) && { [use]: false };
  const search = all.every(({ mining }) => mining.search) && { search: true };
  return { ...search, ...no('search'), ...no('input'), ...no('train') };
}
