/** What a permission is for, in an editor's words. */

import type { Publication } from '../article/publication.ts';
import { namedScope, parseScopeKey } from '../article/scope.ts';
import { articleOf, termsScope } from '../partner/grant.ts';

const TERMS = termsScope('');
const KINDS = { all: '', section: 'Section', tag: 'Topic', author: 'Author', language: 'Language' } as const;

export function scopeWords(scope: string, publication: Publication): string {
  const id = articleOf(scope);
  if (id !== null) return `One article: ${id}`;
  if (scope.startsWith(TERMS)) return `Everything under the terms “${scope.slice(TERMS.length)}”`;
  const parsed = parseScopeKey(scope);
  if (!parsed || parsed.kind === 'all') return 'Everything';
  return `${KINDS[parsed.kind]}: ${namedScope(parsed, parsed.value, publication)?.name ?? parsed.value}`;
}
