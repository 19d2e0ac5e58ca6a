/** A part of the catalogue that has a page and feeds of its own. */
import { slugify } from '../lib/text.ts';
import type { Article } from './article.ts';
import { defaultLanguage, type Publication } from './publication.ts';

export type ScopeKind = 'all' | 'section' | 'tag' | 'author' | 'language';

export interface Scope {
  readonly kind: ScopeKind;
  /** The end of its URL; empty for the whole publication. */
  readonly value: string;
  readonly name: string;
}

const FOLDERS = { section: 'sections', tag: 'tags', author: 'authors', language: 'languages' } as const;

/** Also the path its URLs start with: `tags/ferries`; empty for the whole publication. */
export const scopeKey = ({ kind, value }: Pick<Scope, 'kind' | 'value'>): string =>
  kind === 'all' ? '' : `${FOLDERS[kind]}/${value}`;

export function parseScopeKey(key: string): Pick<Scope, 'kind' | 'value'> | null {
  if (key === '') return { kind: 'all', value: '' };
  const [folder, value, more] = key.split('/');
  const kind = kindOf(folder);
  return kind && value && more === undefined ? { kind, value } : null;
}

export function kindOf(folder: string | undefined): Exclude<ScopeKind, 'all'> | null {
  switch (folder) {
    case 'sections':
      return 'section';
    case 'tags':
      return 'tag';
    case 'authors':
      return 'author';
    case 'languages':
      return 'language';
    default:
      return null;
  }
}

export function scopesOf(article: Article): readonly Scope[] {
  const scopes: Scope[] = [
    { kind: 'all', value: '', name: '' },
    { kind: 'language', value: article.language, name: article.language },
    ...(article.section ? [{ kind: 'section' as const, value: article.section, name: article.section }] : []),
    ...article.tags.map((tag) => ({ kind: 'tag' as const, value: slugify(tag), name: tag })),
    ...article.byline.map(({ name }) => ({ kind: 'author' as const, value: slugify(name), name })),
  ];
  return [
    ...new Map(
      scopes.filter(({ kind, value }) => kind === 'all' || value !== '').map((scope) => [scopeKey(scope), scope]),
    ).values(),
  ];
}

/** Sections and languages are the publication's to name, and exist before anything is published in them. */
export function namedScope(
  scope: Pick<Scope, 'kind' | 'value'>,
  label: string | null,
  publication: Publication,
): Scope | null {
  const name = scopeName(scope, label, publication);
  return name === null ? null : { ...scope, name };
}

function scopeName({ kind, value }: Pick<Scope, 'kind' | 'value'>, label: string | null, publication: Publication) {
  const { title, sections, languages } = publication;
  if (kind === 'all') return title;
  if (kind === 'section') return Object.hasOwn(sections, value) ? (sections[value]?.name ?? null) : null;
  if (kind === 'language') return Object.hasOwn(languages, value) ? (languages[value] ?? null) : null;
  return label;
}

/** Can this be the value of a scope of this kind? Tags and authors are slugs; the others are named by the publication. */
export const isScopeValue = (kind: ScopeKind, value: string): boolean =>
  kind === 'all' ? value === '' : kind === 'section' || kind === 'language' || value === slugify(value);

export const scopeLanguage = (scope: Pick<Scope, 'kind' | 'value'>, publication: Publication): string =>
  scope.kind === 'language' ? scope.value : defaultLanguage(publication);
