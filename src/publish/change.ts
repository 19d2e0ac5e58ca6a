/** What an article's new state means for everything that hangs on it: feeds it enters or leaves, recall, entries. */
import { allPhotos, type FullArticle } from '../article/article.ts';
import { scopeKey, scopesOf } from '../article/scope.ts';
import { renderStoredCopies } from '../catalogue/copy-entries.ts';
import { renderAll } from '../catalogue/entries.ts';
import { type Phase, phaseOf } from '../catalogue/standing.ts';
import type { State } from '../catalogue/state.ts';
import type { StoredArticle } from '../catalogue/stored-article.ts';
import type { Change } from '../catalogue/write.ts';
import { removalOf } from '../feed/notice.ts';

export interface Draft extends FullArticle {
  readonly previous: StoredArticle | null;
  readonly digest: string;
  readonly contentHash: string;
  readonly bodyMoved: boolean;
}

export async function changeFor(draft: Draft, state: State, base: string, now: number): Promise<Change> {
  const { previous, article, body } = draft;
  const phase = quietly(phaseOf(article, Boolean(previous?.listed), now), previous);
  const scopes = scopesOf(article);
  const removal = phase.listed === 'removed' ? removalOf(article, now) : null;
  const site = { publication: state.publication, base };
  const sameContent = previous?.contentHash === draft.contentHash;
  return {
    previous,
    article,
    body: draft.bodyMoved ? body : null,
    digest: draft.digest,
    contentHash: draft.contentHash,
    revision: previous ? previous.revision + (sameContent ? 0 : 1) : 1,
    phase,
    scopes,
    departed: departedScopes(draft, phase),
    entries: await renderAll({ article, body }, removal, site),
    copies: await renderStoredCopies({ article, body }, removal, site),
    renderer: state.renderer,
    visible: isListed(phase.listed) || isListed(previous?.listed ?? null),
    recalls: recalls(draft, phase),
    now,
  };
}

/** What we knew and never listed is not spoken of when it goes: nobody outside has heard of it. */
const quietly = (phase: Phase, previous: StoredArticle | null): Phase =>
  previous && !previous.listed && phase.listed === 'removed' ? { ...phase, listed: null, dueAt: null } : phase;

const isListed = (listed: string | null): boolean => listed === 'shown' || listed === 'removed';

function departedScopes({ previous, article }: Draft, phase: Phase): readonly string[] {
  if (!previous || !isListed(previous.listed)) return [];
  const before = scopesOf(previous.article).map(scopeKey);
  if (!isListed(phase.listed)) return before;
  const after = scopesOf(article).map(scopeKey);
  return before.filter((scope) => !after.includes(scope));
}

/** Text, or a photo, that was shown and must not be any more: older copies at the edge have to become unreachable. */
function recalls({ previous, article }: Draft, phase: Phase): boolean {
  if (previous?.standing !== 'shown') return false;
  if (phase.standing !== 'shown') return true;
  const kept = allPhotos(article).map((photo) => photo.asset);
  return allPhotos(previous.article).some((photo) => !kept.includes(photo.asset));
}
