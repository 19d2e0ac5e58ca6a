/**
 * What the publication offers now, as numbered versions; and the grant everybody has under terms that are open. Ending
 * an older one does not end what was taken under it: its number still verifies and counts.
 */
import type { Publication } from '../article/publication.ts';
import type { NamedTerms } from '../article/terms.ts';
import { canonicalJson, sha256 } from '../lib/hash.ts';
import { termsScope } from '../partner/grant.ts';
import { namedTerms, termsOf } from '../terms/standard-terms.ts';

interface Latest {
  name: string;
  version: number;
  digest: string;
}

interface Offer {
  readonly terms: NamedTerms;
  readonly version: number;
  readonly digest: string;
  readonly fresh: boolean;
}

const LATEST = 'SELECT name, max(version) AS version, digest FROM terms_version GROUP BY name';
const PUBLIC = "partner IS NULL AND state = 'active'";

/** Run again it changes nothing, so an interrupted one is mended by the next. */
export async function recordTerms(publication: Publication, db: D1Database, now: number): Promise<void> {
  const { results } = await db.prepare(LATEST).all<Latest>();
  const offers = await Promise.all(
    Object.keys(termsOf(publication)).map((name) => offerOf(name, publication, results)),
  );
  const open = offers.filter(({ terms }) => terms.open);
  await db.batch([
    ...offers.filter(({ fresh }) => fresh).map((offer) => version(db, offer, now)),
    ...ended(db, open, now),
    ...open.flatMap((offer) => granted(db, offer, now)),
  ]);
}

async function offerOf(name: string, publication: Publication, known: readonly Latest[]): Promise<Offer> {
  const terms = namedTerms(publication, name);
  const digest = await sha256(canonicalJson(terms));
  const latest = known.find((each) => each.name === name);
  const fresh = latest?.digest !== digest;
  return { terms, digest, fresh, version: (latest?.version ?? 0) + (fresh ? 1 : 0) };
}

const version = (db: D1Database, { terms, version, digest }: Offer, now: number): D1PreparedStatement =>
  db
    .prepare('INSERT INTO terms_version VALUES (?, ?, ?, ?, ?)')
    .bind(terms.name, version, digest, JSON.stringify(terms), now);

const REASON = 'The terms have changed.';

function ended(db: D1Database, open: readonly Offer[], now: number): D1PreparedStatement[] {
  const current = JSON.stringify(open.map(({ terms, version }) => `${termsScope(terms.name)} ${version}`));
  const old = `${PUBLIC} AND scope || ' ' || terms_version NOT IN (SELECT value FROM json_each(?1))`;
  return [
    db
      .prepare(
        `INSERT INTO grant_event SELECT number, ?2, 'ended', 'publication', ?3 FROM permission_grant WHERE ${old}`,
      )
      .bind(current, now, REASON),
    db.prepare(`UPDATE permission_grant SET state = 'ended', valid_until = ?2 WHERE ${old}`).bind(current, now),
  ];
}

function granted(db: D1Database, { terms, version }: Offer, now: number): D1PreparedStatement[] {
  const scope = termsScope(terms.name);
  const insert = `INSERT INTO permission_grant (partner, scope, state, terms_name, terms_version, terms, valid_from, created_at)
    SELECT NULL, ?1, 'active', ?2, ?3, ?4, ?5, ?5
    WHERE NOT EXISTS (SELECT 1 FROM permission_grant WHERE ${PUBLIC} AND scope = ?1 AND terms_version = ?3)`;
  const event = `INSERT INTO grant_event SELECT number, ?2, 'active', 'publication', 'Everybody may, under these terms.'
    FROM permission_grant WHERE ${PUBLIC} AND scope = ?1
    AND NOT EXISTS (SELECT 1 FROM grant_event WHERE grant_event.number = permission_grant.number)`;
  return [
    db.prepare(insert).bind(scope, terms.name, version, JSON.stringify(terms), now),
    db.prepare(event).bind(scope, now),
  ];
}

/** The newest version of named terms. */
export async function currentVersion(db: D1Database, name: string): Promise<number> {
  const query = 'SELECT max(version) AS version FROM terms_version WHERE name = ?';
  return (await db.prepare(query).bind(name).first<number>('version')) ?? 0;
}
