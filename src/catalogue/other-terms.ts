/** Which articles that are shown are under other terms than the publication's standard ones. */
import type { Publication } from '../article/publication.ts';
import { STANDARD } from '../article/terms.ts';
import type { OtherTerms } from '../terms/mining.ts';
import { termsFor } from '../terms/standard-terms.ts';
import { fromPrimary } from './state.ts';

/** More are not named one by one: see `placesOf`. */
export const MAX_OTHERS = 1000;

interface Row {
  slug: string;
  section: string | null;
  terms: string | null;
  license: string | null;
  foreign_text: 0 | 1;
}

const COLUMNS = `slug, document ->> 'section' AS section, document ->> 'terms' AS terms,
  document ->> 'license' AS license, document ->> 'origin' IS NOT NULL AS foreign_text`;

const QUERY = `SELECT ${COLUMNS} FROM article WHERE apart = 1 AND standing = 'shown'
  UNION SELECT ${COLUMNS} FROM listing JOIN article USING (number)
    WHERE scope IN (SELECT value FROM json_each(?1)) AND state = 'shown' AND standing = 'shown'
  ORDER BY slug LIMIT ?2`;

/** Null: more than MAX_OTHERS. */
export async function readOtherTerms(
  db: D1Database,
  publication: Publication,
  limit: number = MAX_OTHERS,
): Promise<readonly OtherTerms[] | null> {
  const scopes = Object.entries(publication.sections).flatMap(([key, { terms }]) =>
    terms === undefined || terms === STANDARD ? [] : [`sections/${key}`],
  );
  const { results } = await fromPrimary(db)
    .prepare(QUERY)
    .bind(JSON.stringify(scopes), limit + 1)
    .all<Row>();
  return results.length > limit ? null : results.map((row) => otherTerms(row, publication));
}

function otherTerms(row: Row, publication: Publication): OtherTerms {
  const { slug, license } = row;
  if (row.foreign_text) return { slug, terms: null, license };
  const { name } = termsFor({ section: row.section, ...(row.terms !== null && { terms: row.terms }) }, publication);
  return { slug, terms: name, license };
}
