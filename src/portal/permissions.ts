/** A partner's permissions in words. */
import type { Publication } from '../article/publication.ts';
import { parseScopeKey } from '../article/scope.ts';
import { listGrants } from '../catalogue/grant-rows.ts';
import { findById } from '../catalogue/stored-article.ts';
import type { PermissionView } from '../page/portal-view.ts';
import { articleOf, type Grant, inForce } from '../partner/grant.ts';
import type { Asker } from './entitled.ts';

export async function permissionsOf({ partner, state, db, now }: Asker): Promise<readonly PermissionView[]> {
  const grants = await listGrants(db, partner.id);
  return Promise.all(
    grants.map(async (grant) => ({
      grant,
      scope: await scopeWords(grant.scope, state.publication, db),
      standing: standingOf(grant, now),
    })),
  );
}

function standingOf(grant: Grant, now: number): PermissionView['standing'] {
  if (grant.state !== 'active' || inForce(grant, now)) return grant.state;
  return now < grant.from ? 'later' : 'over';
}

async function scopeWords(scope: string, { sections, languages }: Publication, db: D1Database): Promise<string> {
  if (scope === '') return 'All articles';
  const id = articleOf(scope);
  if (id !== null) return articleWords(id, db);
  const parsed = parseScopeKey(scope);
  const value = parsed?.value ?? scope;
  switch (parsed?.kind) {
    case 'section':
      return `Section ${sections[value]?.name ?? value}`;
    case 'language':
      return `Articles in ${languages[value] ?? value}`;
    case 'tag':
      return `Articles on the topic “${value}”`;
    case 'author':
      return `Articles by the author “${value}”`;
    default:
      return scope;
  }
}

/** One that is held or under embargo has no name yet, not even for whoever is to have it. */
async function articleWords(id: string, db: D1Database): Promise<string> {
  const stored = await findById(db, id);
  return stored?.standing === 'shown' ? `The article “${stored.article.title}”` : 'One article that is not public now';
}
