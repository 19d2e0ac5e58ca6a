/** What a partner may take now. The newest come from the same query as its feed, so the two never disagree. */
import type { Article } from '../article/article.ts';
import { readCopyRows } from '../catalogue/copy-rows.ts';
import { activeGrants } from '../catalogue/grant-rows.ts';
import type { PageArticle } from '../catalogue/page-rows.ts';
import { fromPrimary, type State } from '../catalogue/state.ts';
import { readDocument } from '../catalogue/stored-article.ts';
import { DIALECTS, isDialect } from '../dialect/dialects.ts';
import { DAY } from '../lib/time.ts';
import { covers, type Grant, inForce, releasedAt } from '../partner/grant.ts';
import type { Partner } from '../partner/partner.ts';
import { termsFor, whyNotRepublishable } from '../terms/standard-terms.ts';

export interface Asker {
  readonly partner: Partner;
  readonly state: State;
  readonly db: D1Database;
  readonly now: number;
}

export type Entitlement =
  | { readonly kind: 'now'; readonly grant: Grant }
  /** Permitted, but its delay isn't over. */
  | { readonly kind: 'later'; readonly at: number }
  /** Permitted once: the time or share of it is used up. */
  | { readonly kind: 'over' }
  | { readonly kind: 'none' };

const grantsOf = async ({ partner, db, now }: Asker): Promise<readonly Grant[]> =>
  (await activeGrants(db, partner.id)).filter((grant) => inForce(grant, now));

/** Under the newest permission that has it, as in the feed. Asked only of an article that is shown. */
export async function entitlementTo(found: PageArticle, asker: Asker): Promise<Entitlement> {
  const { article, number } = found;
  if (whyNotRepublishable(article)) return { kind: 'none' };
  const termsNow = termsFor(article, asker.state.publication).name;
  const grants = (await grantsOf(asker)).filter((grant) => covers(grant, article, termsNow));
  if (grants.length === 0) return { kind: 'none' };
  const released = grants.filter((grant) => releasedAt(grant, article.published) <= asker.now);
  if (released.length === 0)
    return { kind: 'later', at: Math.min(...grants.map((grant) => releasedAt(grant, article.published))) };
  for (const grant of released)
    if (!isOver(grant, article, asker.now) && (await withinShare(grant, number, asker))) return { kind: 'now', grant };
  return { kind: 'over' };
}

const isOver = ({ terms: { removeAfterDays } }: Grant, { published }: Article, now: number): boolean =>
  removeAfterDays !== undefined && published < now - removeAfterDays * DAY;

/** More than any share of 30 days comes to. */
const ALL = 10_000;

async function withinShare(grant: Grant, number: number, asker: Asker): Promise<boolean> {
  if (grant.terms.share === undefined) return true;
  const [rows = []] = await rowsFor([grant], ALL, asker);
  return rows.some((row) => row.number === number && row.state === 'shown');
}

const rowsFor = (grants: readonly Grant[], items: number, { partner, db, now }: Asker) =>
  readCopyRows(db, { grants, format: 'rss', dialect: partner.dialect, language: partner.language, items, now });

export interface Takeable {
  readonly number: number;
  readonly article: Article;
  readonly body: string;
}

/** As many as its feed holds, newest first. */
export async function newestFor(asker: Asker): Promise<readonly Takeable[]> {
  const { partner, state, db } = asker;
  if (!isDialect(partner.dialect)) return [];
  const items = Math.min(DIALECTS[partner.dialect].maxItems, state.publication.feedItems);
  const found = await rowsFor(await grantsOf(asker), items, asker);
  const rows = found.flat().filter((row) => row.state === 'shown');
  const newest = [...new Map(rows.map((row) => [row.number, row.position])).entries()]
    .sort(([numberA, a], [numberB, b]) => b - a || numberB - numberA)
    .slice(0, items);
  return articlesBy(
    newest.map(([number]) => number),
    db,
  );
}

async function articlesBy(numbers: readonly number[], db: D1Database): Promise<readonly Takeable[]> {
  const query = `SELECT article.number, document, html FROM json_each(?) AS wanted
    JOIN article ON article.number = wanted.value JOIN article_body ON article_body.number = article.number
    WHERE standing = 'shown' ORDER BY wanted.key`;
  const { results } = await fromPrimary(db)
    .prepare(query)
    .bind(JSON.stringify(numbers))
    .all<{ number: number; document: string; html: string }>();
  return results.map(({ number, document, html }) => ({ number, article: readDocument(document), body: html }));
}
