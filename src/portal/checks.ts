/** What a partner's dialect says of the articles in its feed. */
import type { Publication } from '../article/publication.ts';
import { type DialectName, isDialect } from '../dialect/dialects.ts';
import { lint } from '../dialect/lint.ts';
import { factsOf } from '../feed/facts.ts';
import type { CheckedArticle } from '../page/portal-view.ts';
import { copyBodyHtml } from '../rendition/copy-body.ts';
import { type Asker, newestFor, type Takeable } from './entitled.ts';

export async function checksFor(asker: Asker, base: string): Promise<readonly CheckedArticle[]> {
  const { partner, state, now } = asker;
  const { dialect } = partner;
  if (!isDialect(dialect)) return [];
  const newest = await newestFor(asker);
  return newest.map((full) => ({
    article: full.article,
    findings: findingsOf(full, dialect, state.publication, base, now),
  }));
}

/** Of the copy as the feed has it; photos that stay with us are among the findings. */
function findingsOf(full: Takeable, dialect: DialectName, publication: Publication, base: string, now: number) {
  const facts = factsOf(full, { publication, base });
  const content = copyBodyHtml(full, publication, base).html;
  return lint(dialect, { ...facts, content, canonical: facts.url, expiresAt: full.article.expiresAt }, now);
}
