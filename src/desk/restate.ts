/**
 * Holds an article back, or lets it go again, as it stands. Not through its document: what a reader sees of it has not
 * moved, so neither may its revision; and it must work even if the publication would no longer take the article.
 */
import type { Status } from '../article/article.ts';
import { readBody, type StoredArticle } from '../catalogue/stored-article.ts';
import { writeChange } from '../catalogue/write.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { changeFor } from '../publish/change.ts';
import type { Publishing } from '../publish/publish-article.ts';

/** Answers when time alone changes it next. */
export async function restate(
  stored: StoredArticle,
  status: Exclude<Status, 'withdrawn'>,
  { db, state, base, now }: Publishing,
): Promise<Result<number | null, 'overtaken'>> {
  const draft = {
    article: { ...stored.article, status },
    body: await readBody(db, stored.number),
    previous: stored,
    // Names this state, so that publishing the file again puts the article as the file has it.
    digest: `${status} ${now}`,
    contentHash: stored.contentHash,
    bodyMoved: false,
  };
  const change = await changeFor(draft, state, base, now);
  const written = await writeChange(db, change);
  return written.outcome === 'overtaken' ? fail('overtaken') : ok(change.phase.dueAt);
}
