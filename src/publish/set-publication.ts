import * as v from 'valibot';
import { type FieldProblem, fieldProblems } from '../article/field-problem.ts';
import { publicationDigest, publicationSchema } from '../article/publication.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { recordTerms } from '../permit/record-terms.ts';

/** Sets whose feeds these are. A change is one that everybody sees, so it has a seq of its own. */
export async function setPublication(
  document: unknown,
  db: D1Database,
  now: number,
): Promise<Result<{ readonly changed: boolean }, readonly FieldProblem[]>> {
  const parsed = v.safeParse(publicationSchema, document, { abortPipeEarly: true });
  if (!parsed.success) return fail(fieldProblems(parsed.issues));
  const digest = await publicationDigest(parsed.output);
  const query = `UPDATE state SET publication = ?1, publication_digest = ?2, seq = seq + 1, publication_seq = seq + 1, publication_at = ?3
    WHERE id = 1 AND publication_digest IS NOT ?2`;
  const result = await db.prepare(query).bind(JSON.stringify(parsed.output), digest, now).run();
  await recordTerms(parsed.output, db, now);
  return ok({ changed: result.meta.changes > 0 });
}
