/** Photos: bytes in R2 under their hash, what is known of them in D1. */
import type { AssetFacts } from '../article/parse.ts';
import { fromPrimary } from './state.ts';

export async function findAsset(db: D1Database, hash: string): Promise<AssetFacts | null> {
  const query = 'SELECT hash AS asset, type, bytes, width, height FROM asset WHERE hash = ?';
  return db.prepare(query).bind(hash).first<AssetFacts>();
}

/** The photo's type, if an article that is shown now uses it: that is the only reason to hand it out. */
export async function shownAssetType(db: D1Database, hash: string): Promise<string | null> {
  const query = `SELECT type FROM asset WHERE hash = ?1 AND EXISTS (
    SELECT 1 FROM asset_use JOIN article USING (number) WHERE asset_use.hash = ?1 AND standing = 'shown')`;
  return fromPrimary(db).prepare(query).bind(hash).first<string>('type');
}

/** Bytes first: a row without bytes would be a photo that can't be shown. */
export async function storeAsset(
  db: D1Database,
  photos: R2Bucket,
  facts: AssetFacts,
  bytes: Uint8Array,
  now: number,
): Promise<void> {
  await photos.put(facts.asset, bytes, { httpMetadata: { contentType: facts.type } });
  await db
    .prepare('INSERT OR IGNORE INTO asset VALUES (?, ?, ?, ?, ?, ?)')
    .bind(facts.asset, facts.type, facts.bytes, facts.width, facts.height, now)
    .run();
}
