/**
 * What time changes by itself: an embargo lifts, a permission ends, a removal has been announced long enough.
 * Called by the clock's alarm, by cron as its backstop, and by whoever reads the state and finds it overdue.
 */
import { readState, type State } from '../catalogue/state.ts';
import { findDue, readBody, type StoredArticle } from '../catalogue/stored-article.ts';
import { writeChange } from '../catalogue/write.ts';
import { changeFor } from './change.ts';

const BATCH = 20;

/** Answers how many articles changed. Running it twice, or in two places at once, changes each once. */
export async function runDue(db: D1Database, base: string, now: number): Promise<number> {
  const state = await readState(db, base);
  if (!state) return 0;
  let changed = 0;
  for (let more = true; more; ) {
    const due = await findDue(db, now, BATCH);
    let moved = 0;
    for (const stored of due) if (await bring(stored, db, state, base, now)) moved++;
    changed += moved;
    // Nothing moved: somebody else is at it.
    more = due.length === BATCH && moved > 0;
  }
  return changed;
}

async function bring(stored: StoredArticle, db: D1Database, state: State, base: string, now: number): Promise<boolean> {
  const body = await readBody(db, stored.number);
  const { article, digest, contentHash } = stored;
  const draft = { article, body, previous: stored, digest, contentHash, bodyMoved: false };
  const written = await writeChange(db, await changeFor(draft, state, base, now));
  return written.outcome === 'written';
}
