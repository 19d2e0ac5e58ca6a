/**
 * One change of one article as one D1 transaction: article, body, revision, entries, listings and `seq` move together
 * or not at all. The first statement is the lock: if the article is no longer what the change was worked out from,
 * it sets `seq` to NULL, which the table refuses, and nothing happens.
 */
import { type Article, allPhotos } from '../article/article.ts';
import { type Scope, scopeKey } from '../article/scope.ts';
import { COPY_VALUES, copyValues, INSERT_COPY, type StoredCopy } from './copy-entries.ts';
import { type RenderedEntry, toBase64 } from './entries.ts';
import type { Phase } from './standing.ts';
import type { StoredArticle } from './stored-article.ts';

export interface Change {
  readonly previous: StoredArticle | null;
  readonly article: Article;
  /** Null: as it was. */
  readonly body: string | null;
  readonly digest: string;
  readonly contentHash: string;
  readonly revision: number;
  readonly phase: Phase;
  readonly scopes: readonly Scope[];
  /** Scopes it leaves, or all it was in. */
  readonly departed: readonly string[];
  readonly entries: readonly RenderedEntry[];
  readonly copies: readonly StoredCopy[];
  readonly renderer: string;
  /** Can anybody outside see this change? */
  readonly visible: boolean;
  /** Was a text or a photo shown until now that must not be any more? */
  readonly recalls: boolean;
  readonly now: number;
}

const NUMBER = '(SELECT number FROM article WHERE id = ?1)';
const SEQ = '(SELECT seq FROM state WHERE id = 1)';

export type Written = { readonly outcome: 'written'; readonly seq: number } | { readonly outcome: 'overtaken' };

export async function writeChange(db: D1Database, change: Change): Promise<Written> {
  try {
    const [state] = await db.batch<{ seq: number }>(statements(db, change));
    return { outcome: 'written', seq: state?.results[0]?.seq ?? 0 };
  } catch (error) {
    if (error instanceof Error && /constraint failed/.test(error.message)) return { outcome: 'overtaken' };
    throw error;
  }
}

function statements(db: D1Database, change: Change): D1PreparedStatement[] {
  return [
    lock(db, change),
    article(db, change),
    ...body(db, change),
    ...revision(db, change),
    ...slugs(db, change),
    ...departures(db, change),
    ...listings(db, change),
    entries(db, change),
    copies(db, change),
    ...assetUses(db, change),
  ];
}

/** What a change is worked out from; a new article is worked out from nothing. */
const basis = (stored: StoredArticle | null): string | null =>
  stored && `${stored.digest} ${stored.standing} ${stored.listed ?? ''} ${stored.seq}`;

function lock(db: D1Database, { previous, article, visible, recalls, phase }: Change): D1PreparedStatement {
  const arrives = phase.standing === 'shown' && previous?.arrival == null;
  return db
    .prepare(
      `UPDATE state SET recall = recall + ?3, arrivals = arrivals + ?4, seq = CASE WHEN
        (SELECT digest || ' ' || standing || ' ' || coalesce(listed, '') || ' ' || seq FROM article WHERE id = ?1) IS ?2
        THEN seq + ?5 END WHERE id = 1 RETURNING seq`,
    )
    .bind(article.id, basis(previous), Number(recalls), Number(arrives), Number(visible));
}

/** Not simply under the publication's standard terms? */
const isApart = ({ origin, terms, license }: Article): boolean =>
  origin !== null || terms !== undefined || license !== null;

function article(db: D1Database, change: Change): D1PreparedStatement {
  const { article, digest, contentHash, revision, phase, now } = change;
  return db
    .prepare(
      `INSERT INTO article (id, guid, slug, document, digest, content_hash, revision, standing, listed, due_at, arrival, seq, changed_at, apart)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, CASE WHEN ?8 = 'shown' THEN arrivals END, seq, ?11, ?12 FROM state WHERE id = 1
       ON CONFLICT (id) DO UPDATE SET guid = excluded.guid, slug = excluded.slug, document = excluded.document,
         digest = excluded.digest, content_hash = excluded.content_hash, revision = excluded.revision,
         standing = excluded.standing, listed = excluded.listed, due_at = excluded.due_at,
         arrival = coalesce(article.arrival, excluded.arrival), seq = excluded.seq, changed_at = excluded.changed_at,
         apart = excluded.apart`,
    )
    .bind(
      article.id,
      article.guid,
      article.slug,
      JSON.stringify(article),
      digest,
      contentHash,
      revision,
      phase.standing,
      phase.listed,
      phase.dueAt,
      now,
      Number(isApart(article)),
    );
}

const body = (db: D1Database, { article, body }: Change): D1PreparedStatement[] =>
  body === null
    ? []
    : [db.prepare(`INSERT OR REPLACE INTO article_body VALUES (${NUMBER}, ?2)`).bind(article.id, body)];

const revision = (db: D1Database, { previous, article, revision, contentHash, now }: Change): D1PreparedStatement[] =>
  previous?.revision === revision
    ? []
    : [db.prepare(`INSERT INTO revision VALUES (${NUMBER}, ?2, ?3, ?4)`).bind(article.id, revision, contentHash, now)];

function slugs(db: D1Database, { previous, article }: Change): D1PreparedStatement[] {
  const known = previous ? [previous.article.slug, ...previous.article.aliases] : [];
  const fresh = [article.slug, ...article.aliases].filter((slug) => !known.includes(slug));
  if (fresh.length === 0) return [];
  const query = `INSERT INTO slug SELECT value, ${NUMBER} FROM json_each(?2) WHERE true
    ON CONFLICT (slug) DO UPDATE SET number = excluded.number`;
  return [db.prepare(query).bind(article.id, JSON.stringify(fresh))];
}

function departures(db: D1Database, { article, departed, now }: Change): D1PreparedStatement[] {
  if (departed.length === 0) return [];
  const query = `UPDATE listing SET state = 'gone', seq = ${SEQ}, changed_at = ?3
    WHERE scope IN (SELECT value FROM json_each(?2)) AND number = ${NUMBER} AND state <> 'gone'`;
  return [db.prepare(query).bind(article.id, JSON.stringify(departed), now)];
}

function listings(db: D1Database, { article, scopes, phase, now }: Change): D1PreparedStatement[] {
  if (phase.listed !== 'shown' && phase.listed !== 'removed') return [];
  const keys = JSON.stringify(scopes.map(scopeKey));
  const labels = JSON.stringify(
    scopes.filter(({ kind }) => kind !== 'all').map((scope) => [scopeKey(scope), scope.name]),
  );
  return [
    db
      .prepare(
        `INSERT INTO listing SELECT value, ${NUMBER}, ?3, ?4, ?5, ${SEQ}, ?6 FROM json_each(?2) WHERE true
         ON CONFLICT (scope, number) DO UPDATE SET state = excluded.state, position = excluded.position,
           guid = excluded.guid, seq = excluded.seq, changed_at = excluded.changed_at`,
      )
      .bind(article.id, keys, phase.listed, phase.position, article.guid, now),
    db.prepare(`INSERT OR IGNORE INTO scope SELECT value ->> 0, value ->> 1 FROM json_each(?1)`).bind(labels),
  ];
}

function entries(db: D1Database, { article, entries, renderer }: Change): D1PreparedStatement {
  const rows = entries.map((_entry, index) => {
    const at = 2 + index * 5;
    return `(${NUMBER} * 4 + ?${at + 1}, ?2, ?${at + 2}, ?${at + 3}, ?${at + 4}, ?${at + 5})`;
  });
  const values = entries.flatMap(({ code, hash, piece }) => [
    code,
    hash,
    piece.length,
    piece.crc,
    toBase64(piece.deflated),
  ]);
  return db.prepare(`INSERT OR REPLACE INTO entry VALUES ${rows.join(', ')}`).bind(article.id, renderer, ...values);
}

function copies(db: D1Database, { article, copies, renderer }: Change): D1PreparedStatement {
  const places = (from: number) => Array.from({ length: COPY_VALUES }, (_, index) => `?${from + index}`).join(', ');
  const rows = copies.map(({ code }, index) => `(${NUMBER} * 4 + ${code}, ?2, ${places(3 + index * COPY_VALUES)})`);
  return db
    .prepare(`${INSERT_COPY} VALUES ${rows.join(', ')}`)
    .bind(article.id, renderer, ...copies.flatMap(copyValues));
}

function assetUses(db: D1Database, { previous, article }: Change): D1PreparedStatement[] {
  const before = previous ? allPhotos(previous.article).map((photo) => photo.asset) : [];
  const after = allPhotos(article).map((photo) => photo.asset);
  const dropped = before.filter((asset) => !after.includes(asset));
  const added = after.filter((asset) => !before.includes(asset));
  return [
    ...(dropped.length > 0
      ? [
          db
            .prepare(`DELETE FROM asset_use WHERE hash IN (SELECT value FROM json_each(?2)) AND number = ${NUMBER}`)
            .bind(article.id, JSON.stringify(dropped)),
        ]
      : []),
    ...(added.length > 0
      ? [
          db
            .prepare(`INSERT OR IGNORE INTO asset_use SELECT value, ${NUMBER} FROM json_each(?2)`)
            .bind(article.id, JSON.stringify(added)),
        ]
      : []),
  ];
}
