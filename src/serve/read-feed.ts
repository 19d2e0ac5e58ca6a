/** A feed document, or the part of it that is newer than a base, read from the catalogue. */
import type { Scope } from '../article/scope.ts';
import { scopeKey } from '../article/scope.ts';
import { readFeedRows } from '../catalogue/feed-rows.ts';
import type { State } from '../catalogue/state.ts';
import type { Format } from '../feed/formats.ts';
import { type FeedDocument, feedDocument, type Place, scopeFor } from './feed-document.ts';
import { knownPieces, withPieces } from './pieces.ts';

export interface FeedRequest {
  readonly scope: Pick<Scope, 'kind' | 'value'>;
  readonly format: Format;
  readonly gzip: boolean;
  /** Only what changed behind this seq; null: everything. */
  readonly since: number | null;
}

/** Further back than this many departures a delta would be incomplete. */
const MAX_GONE = 200;
const MAX_REMEMBERED = 2000;

/** Which pieces each feed was last joined from: what needn't be read again if the memo still has it. */
const lastHashes = new Map<string, readonly string[]>();

/** Null: there is no such feed, or no delta from there. */
export async function readFeed(
  request: FeedRequest,
  state: State,
  db: D1Database,
  place: Place,
): Promise<FeedDocument | null> {
  const { scope, format, since, gzip } = request;
  const name = `${format} ${scopeKey(scope)}`;
  const known = knownPieces(lastHashes.get(name) ?? lastHashes.get(`${format} `) ?? []);
  const found = await readFeedRows(db, {
    scope: scopeKey(scope),
    format,
    items: state.publication.feedItems,
    goneSince: since ?? -1,
    goneLimit: since === null ? 1 : MAX_GONE,
    known: [...known.keys()],
  });
  const named = scopeFor(scope, found, state);
  if (!named) return null;
  if (since !== null && found.rows.filter((row) => row.state === 'gone').length >= MAX_GONE) return null;
  const wanted = since === null ? found.rows : found.rows.filter((row) => row.seq > since);
  const rows = await withPieces(wanted, { format, state, db, base: place.base, known, keep: true });
  if (since === null)
    rememberHashes(
      name,
      rows.map((row) => row.hash),
    );
  return feedDocument({ scope: named, format, rows, state, place, delta: since !== null }, gzip);
}

function rememberHashes(name: string, hashes: readonly string[]): void {
  if (lastHashes.size >= MAX_REMEMBERED) lastHashes.clear();
  lastHashes.set(name, hashes);
}
