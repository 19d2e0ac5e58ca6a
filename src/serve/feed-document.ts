/** Rows → one feed document: entries ordered, framed and joined, with its validators. Reads no clock. */
import { namedScope, type Scope, scopeKey, scopeLanguage } from '../article/scope.ts';
import type { FeedRow, FeedRows } from '../catalogue/feed-rows.ts';
import type { State } from '../catalogue/state.ts';
import { FORMATS, type Format } from '../feed/formats.ts';
import type { Channel } from '../feed/frame.ts';
import { joinGzip, joinPlain } from '../feed/join.ts';
import { tombstone } from '../feed/notice.ts';
import { deflatePiece, type Piece } from '../feed/piece.ts';
import { sha256 } from '../lib/hash.ts';
import { SECOND } from '../lib/time.ts';
import { archiveUrl, lastArchive } from './archive-numbers.ts';
import { framePieces } from './frame-pieces.ts';

export interface Place {
  readonly base: string;
  readonly hub: string | null;
}

export const GENERATOR = 'Tearsheet';

export interface FeedDocument {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly etag: string;
  readonly lastModified: number;
  /** The seqs a delta of this document can start behind, ascending. */
  readonly seqs: readonly number[];
}

export interface FeedParts {
  /** A delta holds only these rows, and says of each that is gone that it is. */
  readonly delta: boolean;
  readonly scope: Scope;
  readonly format: Format;
  readonly rows: readonly FeedRow[];
  readonly state: State;
  readonly place: Place;
}

export const scopeFor = (asked: Pick<Scope, 'kind' | 'value'>, { rows, label }: FeedRows, state: State): Scope | null =>
  namedScope(asked, rows.length > 0 ? label : null, state.publication);

export async function feedDocument(parts: FeedParts, gzip: boolean): Promise<FeedDocument> {
  const { rows, state, format } = parts;
  const newest = newestChange(rows, state);
  const frame = framePieces(channelFor(parts, newest.at), format);
  const listed = inDocumentOrder(parts);
  const pieces = [...frame.head, ...separated(listed, frame.between), frame.tail];
  const digest = await sha256(`${frame.text}${listed.map(({ hash }) => hash).join(' ')}`);
  return {
    bytes: gzip ? joinGzip(pieces) : joinPlain(pieces),
    etag: `"${newest.seq}.${state.renderer}.${digest.slice(0, 16)}${gzip ? '.gz' : ''}"`,
    lastModified: Math.floor(newest.at / SECOND) * SECOND,
    seqs: ascending(rows),
  };
}

const ascending = (rows: readonly FeedRow[]): readonly number[] =>
  [...new Set(rows.map(({ seq }) => seq))].sort((a, b) => a - b);

const separated = (listed: readonly Listed[], between: Piece | null): Piece[] =>
  between === null
    ? listed.map(({ piece }) => piece)
    : listed.flatMap(({ piece }, index) => (index === 0 ? [piece] : [between, piece]));

/** The newest of the feed's own changes: one elsewhere never moves its validators. */
function newestChange(rows: readonly FeedRow[], state: State): { readonly seq: number; readonly at: number } {
  let newest = { seq: state.publicationSeq, at: state.publicationAt };
  for (const row of rows) if (row.seq > newest.seq) newest = { seq: row.seq, at: row.changedAt };
  return newest;
}

interface Listed {
  readonly piece: Piece;
  readonly hash: string;
}

/** Removals and articles by position; in Atom tombstones go first, since they are metadata of the feed. */
function inDocumentOrder({ rows, format, delta }: FeedParts): readonly Listed[] {
  const sayGone = delta && format === 'atom';
  const rank = (row: FeedRow): number => (format === 'atom' && row.state !== 'shown' ? 1 : 0);
  const listed: Listed[] = [];
  for (const row of [...rows].sort((a, b) => rank(b) - rank(a) || b.position - a.position || b.number - a.number)) {
    if (row.piece) listed.push({ piece: row.piece, hash: row.hash });
    else if (sayGone && row.state === 'gone') listed.push(goneListed(row));
  }
  return listed;
}

function goneListed(row: FeedRow): Listed {
  const text = FORMATS.atom.lead + tombstone(row.guid, row.changedAt, null, null);
  return { piece: deflatePiece(text), hash: text };
}

export function channelFor({ scope, format, state, place }: FeedParts, updated: number): Channel {
  const { publication } = state;
  const key = scopeKey(scope);
  const home = key === '' ? `${place.base}/` : `${place.base}/${encodeURI(key)}/`;
  const whole = scope.kind === 'all';
  const archive = whole ? lastArchive(state) : 0;
  const section = scope.kind === 'section' ? publication.sections[scope.value]?.description : undefined;
  return {
    id: `tag:${publication.authority}:feed/${whole ? 'all' : encodeURI(key)}`,
    title: whole ? publication.title : `${publication.title}: ${scope.name}`,
    description: section ?? publication.description,
    language: scopeLanguage(scope, publication),
    home,
    self: `${home}feed.${format}`,
    hub: place.hub,
    author: publication.publisher.name,
    rights: publication.rights,
    license: publication.license ?? null,
    updated,
    generator: GENERATOR,
    base: place.base,
    stylesheet: `${place.base}/assets/feed.css`,
    history: archive > 0 ? { 'prev-archive': archiveUrl(place.base, archive, state.recall, format) } : {},
    archive: false,
  };
}
