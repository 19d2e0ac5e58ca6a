/** Flow 1, publish: one article as JSON → parsed, sanitised, rendered → one transaction. */
import * as v from 'valibot';
import { type FieldProblem, fieldProblems } from '../article/field-problem.ts';
import { type ArticleInput, articleInputSchema, contentHash, digest } from '../article/input.ts';
import { toArticle } from '../article/parse.ts';
import type { State } from '../catalogue/state.ts';
import { type Claimed, readBody, readClaim, type StoredArticle } from '../catalogue/stored-article.ts';
import { writeChange } from '../catalogue/write.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { changeFor } from './change.ts';

export interface Published {
  readonly id: string;
  readonly slug: string;
  readonly changed: boolean;
  readonly created: boolean;
  readonly revision: number;
  /** When time alone changes it next; null: never. */
  readonly dueAt: number | null;
}

export type PublishProblem =
  | { readonly reason: 'invalid'; readonly problems: readonly FieldProblem[] }
  | { readonly reason: 'conflict'; readonly problems: readonly FieldProblem[] }
  | { readonly reason: 'overtaken' };

export interface Publishing {
  readonly db: D1Database;
  readonly state: State;
  readonly base: string;
  readonly now: number;
}

const ATTEMPTS = 3;

export async function publishArticle(
  document: unknown,
  publishing: Publishing,
): Promise<Result<Published, PublishProblem>> {
  const parsed = v.safeParse(articleInputSchema, document, { abortPipeEarly: true });
  if (!parsed.success) return fail({ reason: 'invalid', problems: fieldProblems(parsed.issues) });
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const result = await attemptToPublish(parsed.output, publishing);
    if (result.ok || result.error.reason !== 'overtaken') return result;
  }
  return fail({ reason: 'overtaken' });
}

async function attemptToPublish(
  input: ArticleInput,
  publishing: Publishing,
): Promise<Result<Published, PublishProblem>> {
  const { db, state, base, now } = publishing;
  const [claim, inputDigest, hash] = await Promise.all([claimFor(db, input), digest(input), contentHash(input)]);
  const previous = claim.stored;
  if (previous?.digest === inputDigest) return ok(unchanged(previous));
  const conflicts = conflictsOf(input, claim);
  if (conflicts.length > 0) return fail({ reason: 'conflict', problems: conflicts });
  const contentMoved = previous?.contentHash !== hash;
  const context = {
    publication: state.publication,
    assets: claim.assets,
    previous: previous?.article ?? null,
    contentMoved,
    now,
  };
  const full = toArticle(input, context);
  if (!full.ok) return fail({ reason: 'invalid', problems: full.error });
  const bodyMoved = contentMoved || previous?.article.slug !== input.slug;
  const draft = { ...full.value, previous, digest: inputDigest, contentHash: hash, bodyMoved };
  const change = await changeFor(draft, state, base, now);
  const written = await writeChange(db, change);
  if (written.outcome === 'overtaken') return fail({ reason: 'overtaken' });
  const { revision, phase } = change;
  return ok({
    id: input.id,
    slug: input.slug,
    changed: true,
    created: previous === null,
    revision,
    dueAt: phase.dueAt,
  });
}

const claimFor = (db: D1Database, input: ArticleInput): Promise<Claimed> =>
  readClaim(db, {
    id: input.id,
    slugs: [input.slug, ...input.aliases],
    guid: input.guid ?? input.id,
    assets: [...(input.photo ? [input.photo] : []), ...input.photos].map((photo) => photo.asset),
  });

const unchanged = ({ article, revision }: StoredArticle): Published => ({
  id: article.id,
  slug: article.slug,
  changed: false,
  created: false,
  revision,
  dueAt: null,
});

function conflictsOf(input: ArticleInput, { slugOwners, guidOwner }: Claimed): FieldProblem[] {
  const problems = [...slugOwners].map(([slug, owner]) => ({
    pointer: slug === input.slug ? '/slug' : `/aliases/${input.aliases.indexOf(slug)}`,
    detail: `"${slug}" is or was the address of ${owner}. Write another slug.`,
  }));
  if (guidOwner)
    problems.push({ pointer: '/guid', detail: `${guidOwner} already has this guid. One guid is one article.` });
  return problems;
}

/** Withdraws an article as it stands, for an editor who has no file at hand. */
export async function withdrawArticle(
  stored: StoredArticle,
  reason: string,
  { db, state, base, now }: Publishing,
): Promise<Result<Published, PublishProblem>> {
  const article = { ...stored.article, status: 'withdrawn' as const, withdrawal: { reason, date: now } };
  const body = await readBody(db, stored.number);
  // The digest names this state, so that publishing the file again puts the article back.
  const draft = {
    article,
    body,
    previous: stored,
    digest: `withdrawn ${now}`,
    contentHash: stored.contentHash,
    bodyMoved: false,
  };
  const change = await changeFor(draft, state, base, now);
  const written = await writeChange(db, change);
  if (written.outcome === 'overtaken') return fail({ reason: 'overtaken' });
  const { id, slug } = article;
  return ok({ id, slug, changed: true, created: false, revision: stored.revision, dueAt: change.phase.dueAt });
}
