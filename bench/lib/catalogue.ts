/** Catalogues of any size in a file: the newest articles published as usual, older ones copied by SQL. */
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { articleDocument } from './corpus.ts';
import { publish, setPublication } from './editor.ts';
import { tempFolder } from './temp.ts';
import { openWorld } from './world.ts';

export interface CatalogueFile {
  readonly file: string;
}

export interface CatalogueSize {
  /** Published through the editor API, with bodies of `bytes`. */
  readonly newest: number;
  readonly bytes: number;
  /** How many more there are behind them: copies of one with a body of `olderBytes`. */
  readonly older?: number;
  readonly olderBytes?: number;
  readonly publication?: object;
}

const MOST = 100_001;

export async function makeCatalogue(size: CatalogueSize): Promise<CatalogueFile> {
  const file = join(tempFolder('catalogue'), 'catalogue.sqlite');
  const { newest, bytes, older = 0, olderBytes = 500, publication = {} } = size;
  const world = await openWorld({ file });
  try {
    const at = await world.at('app');
    await setPublication(at, publication);
    if (older > 0) {
      await publish(at, [articleDocument(0, olderBytes)]);
      copyOlder(world.d1.sqlite, older - 1);
    }
    await publish(
      at,
      Array.from({ length: newest }, (_, index) => articleDocument(MOST + index, bytes)),
    );
    // All entries are by one renderer: the clock has nothing to refresh.
    world.d1.sqlite.exec('UPDATE state SET renderer = (SELECT renderer FROM entry)');
    world.d1.sqlite.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    await world.close();
  }
  return { file };
}

/** Article 1 again and again, each a minute older, in the feeds it is in; tags move on as in real life. */
function copyOlder(sqlite: DatabaseSync, count: number): void {
  const numbers = `WITH RECURSIVE copy(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM copy WHERE n < ${count + 1})`;
  const columns = 'digest, content_hash, revision, standing, listed, due_at';
  sqlite.exec(`BEGIN;
    ${numbers} INSERT INTO article (number, id, guid, slug, document, ${columns}, arrival, seq, changed_at)
      SELECT n, id || '-' || n, guid || '-' || n, slug || '-' || n, document, ${columns}, n, seq + n, changed_at
      FROM copy JOIN article ON number = 1;
    ${numbers} INSERT INTO article_body SELECT n, html FROM copy JOIN article_body ON number = 1;
    ${numbers} INSERT INTO revision SELECT n, revision, content_hash, at FROM copy JOIN revision ON number = 1;
    ${numbers} INSERT INTO slug SELECT slug || '-' || n, n FROM copy JOIN slug ON number = 1;
    ${numbers} INSERT INTO entry SELECT n * 4 + entry_key % 4, renderer, substr(printf('%016x', n), -16), length, crc, piece
      FROM copy JOIN entry ON entry_key / 4 = 1;
    ${numbers} INSERT INTO listing SELECT CASE WHEN scope LIKE 'tags/berth%' THEN 'tags/berth-' || (n % 40) ELSE scope END,
      n, state, position - n * 60000, guid || '-' || n, seq + n, changed_at FROM copy JOIN listing ON number = 1;
    UPDATE state SET seq = seq + ${count}, arrivals = arrivals + ${count};
    COMMIT; ANALYZE;`);
}
