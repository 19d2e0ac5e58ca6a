/** The one row every answer depends on: how far the catalogue has moved, and whose it is. */
import type { Publication } from '../article/publication.ts';
import { RENDERER } from '../feed/formats.ts';
import { sha256 } from '../lib/hash.ts';

export interface State {
  readonly seq: number;
  readonly recall: number;
  readonly arrivals: number;
  /** When time alone changes something next; null: never. */
  readonly nextDue: number | null;
  readonly publication: Publication;
  readonly publicationSeq: number;
  readonly publicationAt: number;
  /** What entries must be rendered by to be served as they are. */
  readonly renderer: string;
  /** What the oldest stored entries are rendered by. */
  readonly storedRenderer: string;
}

interface Row {
  seq: number;
  recall: number;
  arrivals: number;
  publication: string | null;
  publication_digest: string | null;
  publication_seq: number;
  publication_at: number;
  renderer: string;
  next_due: number | null;
}

const QUERY =
  'SELECT *, (SELECT min(due_at) FROM article WHERE due_at IS NOT NULL) AS next_due FROM state WHERE id = 1';

/** Null until a publication has been set. */
export async function readState(db: D1Database, base: string): Promise<State | null> {
  const row = await fromPrimary(db).prepare(QUERY).first<Row>();
  if (!row?.publication || !row.publication_digest) return null;
  const publication: Publication = JSON.parse(row.publication);
  return {
    seq: row.seq,
    recall: row.recall,
    arrivals: row.arrivals,
    nextDue: row.next_due,
    publication,
    publicationSeq: row.publication_seq,
    publicationAt: row.publication_at,
    renderer: await rendererFor(row.publication_digest, base),
    storedRenderer: row.renderer,
  };
}

/** Entries hold the base URL and what the publication says of rights and sections, so they are as old as those. */
export async function rendererFor(publicationDigest: string, base: string): Promise<string> {
  return (await sha256(`${RENDERER}\n${publicationDigest}\n${base}`)).slice(0, 10);
}

/** A replica may lag behind the seq we ask for, so what is cached under a seq is read from the primary. */
export const fromPrimary = (db: D1Database): D1DatabaseSession => db.withSession('first-primary');
