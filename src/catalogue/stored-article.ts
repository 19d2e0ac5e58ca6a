/** Articles as the catalogue holds them, found by id, slug, guid or due moment. */
import type { Article } from '../article/article.ts';
import type { AssetFacts } from '../article/parse.ts';
import type { Listed, Standing } from './standing.ts';

export interface StoredArticle {
  readonly number: number;
  readonly article: Article;
  readonly digest: string;
  readonly contentHash: string;
  readonly revision: number;
  readonly standing: Standing;
  readonly listed: Listed | null;
  readonly arrival: number | null;
  readonly seq: number;
}

export interface ArticleRow {
  number: number;
  document: string;
  digest: string;
  content_hash: string;
  revision: number;
  standing: Standing;
  listed: Listed | null;
  arrival: number | null;
  seq: number;
}

export const ARTICLE_COLUMNS =
  'article.number, document, digest, content_hash, revision, standing, listed, arrival, article.seq';

/** Our own words, written by `article/parse.ts` and nothing else: not parsed by a schema again. */
export function readDocument(document: string): Article {
  const article: Article = JSON.parse(document);
  return article;
}

export const storedFrom = (row: ArticleRow): StoredArticle => ({
  number: row.number,
  article: readDocument(row.document),
  digest: row.digest,
  contentHash: row.content_hash,
  revision: row.revision,
  standing: row.standing,
  listed: row.listed,
  arrival: row.arrival,
  seq: row.seq,
});

export interface Claimed {
  readonly stored: StoredArticle | null;
  /** Who else has what this article wants, by slug or guid. */
  readonly slugOwners: ReadonlyMap<string, string>;
  readonly guidOwner: string | null;
  readonly assets: ReadonlyMap<string, AssetFacts>;
}

interface ClaimRow {
  stored: string | null;
  slugs: string;
  guid_owner: string | null;
  assets: string;
}

const CLAIM = `SELECT
  (SELECT json_object('number', number, 'document', document, 'digest', digest, 'content_hash', content_hash,
    'revision', revision, 'standing', standing, 'listed', listed, 'arrival', arrival, 'seq', seq)
    FROM article WHERE id = ?1) AS stored,
  (SELECT json_group_array(json_array(slug.slug, article.id)) FROM json_each(?2) AS wanted
    JOIN slug ON slug.slug = wanted.value JOIN article ON article.number = slug.number WHERE article.id <> ?1) AS slugs,
  (SELECT id FROM article WHERE guid = ?3 AND id <> ?1) AS guid_owner,
  (SELECT json_group_array(json_object('asset', hash, 'type', type, 'bytes', bytes, 'width', width, 'height', height))
    FROM asset WHERE hash IN (SELECT value FROM json_each(?4))) AS assets`;

/** Everything that must be known before an article may be written, in one query. */
export async function readClaim(
  db: D1Database,
  wanted: { id: string; slugs: readonly string[]; guid: string; assets: readonly string[] },
): Promise<Claimed> {
  const { id, slugs, guid, assets } = wanted;
  const row = await db.prepare(CLAIM).bind(id, JSON.stringify(slugs), guid, JSON.stringify(assets)).first<ClaimRow>();
  if (!row) throw new Error('A SELECT without FROM gave no row');
  const stored: ArticleRow | null = row.stored ? JSON.parse(row.stored) : null;
  const owners: [string, string][] = JSON.parse(row.slugs);
  const facts: AssetFacts[] = JSON.parse(row.assets);
  return {
    stored: stored && storedFrom(stored),
    slugOwners: new Map(owners),
    guidOwner: row.guid_owner,
    assets: new Map(facts.map((asset) => [asset.asset, asset])),
  };
}

export async function findById(db: D1Database, id: string): Promise<StoredArticle | null> {
  const row = await db.prepare(`SELECT ${ARTICLE_COLUMNS} FROM article WHERE id = ?`).bind(id).first<ArticleRow>();
  return row && storedFrom(row);
}

export async function readBody(db: D1Database, number: number): Promise<string> {
  const html = await db.prepare('SELECT html FROM article_body WHERE number = ?').bind(number).first<string>('html');
  return html ?? '';
}

/** Articles whose next change is due, the longest overdue first. */
export async function findDue(db: D1Database, now: number, limit: number): Promise<readonly StoredArticle[]> {
  const query = `SELECT ${ARTICLE_COLUMNS} FROM article WHERE due_at <= ? ORDER BY due_at LIMIT ?`;
  const { results } = await db.prepare(query).bind(now, limit).all<ArticleRow>();
  return results.map(storedFrom);
}
