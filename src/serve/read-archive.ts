/** An archive document, streamed: however many articles it holds, a few are in memory at a time. */
import { readArchiveRows, readArchiveVersion } from '../catalogue/archive-rows.ts';
import type { State } from '../catalogue/state.ts';
import type { Format } from '../feed/formats.ts';
import { gzipChunks } from '../feed/join.ts';
import { inflatePiece, type Piece } from '../feed/piece.ts';
import { SECOND } from '../lib/time.ts';
import { archiveUrl, isFinished, lastArchive } from './archive-numbers.ts';
import { channelFor, type Place } from './feed-document.ts';
import { framePieces } from './frame-pieces.ts';
import { withPieces } from './pieces.ts';

export interface ArchiveDocument {
  readonly body: ReadableStream<Uint8Array>;
  readonly etag: string;
  readonly lastModified: number;
}

export interface ArchiveRequest {
  readonly number: number;
  readonly format: Format;
  readonly gzip: boolean;
}

export async function readArchive(
  request: ArchiveRequest,
  state: State,
  db: D1Database,
  place: Place,
): Promise<ArchiveDocument | null> {
  const { number, gzip } = request;
  if (!(number >= 1 && number <= lastArchive(state))) return null;
  const range = { from: (number - 1) * state.publication.archiveItems, to: number * state.publication.archiveItems };
  const { seq, at } = await readArchiveVersion(db, range);
  const newest = seq > state.publicationSeq ? { seq, at } : { seq: state.publicationSeq, at: state.publicationAt };
  const pieces = archivePieces(request, state, db, place, newest.at);
  return {
    body: streamOf(gzip ? gzipChunks(pieces) : plainChunks(pieces)),
    etag: `"${newest.seq}.${state.renderer}.a${number}-${state.recall}${hasNext(number, state) ? 'n' : ''}${gzip ? '.gz' : ''}"`,
    lastModified: Math.floor(newest.at / SECOND) * SECOND,
  };
}

/** Links lead only to archives that are there, and from finished ones (RFC 5005 section 4). */
const hasNext = (number: number, state: State): boolean => isFinished(number, state) && number < lastArchive(state);

async function* archivePieces(
  { number, format }: ArchiveRequest,
  state: State,
  db: D1Database,
  place: Place,
  updated: number,
): AsyncGenerator<Piece> {
  const { archiveItems } = state.publication;
  const frame = framePieces(archiveChannel(number, format, state, place, updated), format);
  yield* frame.head;
  let first = true;
  let before = number * archiveItems + 1;
  for (;;) {
    const rows = await readArchiveRows(db, { after: (number - 1) * archiveItems, before, format });
    const known = new Map<string, Piece>();
    for (const { piece } of await withPieces(rows, { format, state, db, base: place.base, known, keep: false })) {
      if (!piece) continue;
      if (!first && frame.between) yield frame.between;
      first = false;
      yield piece;
    }
    const last = rows.at(-1);
    if (!last) break;
    before = last.arrival;
  }
  yield frame.tail;
}

function archiveChannel(number: number, format: Format, state: State, place: Place, updated: number) {
  const scope = { kind: 'all' as const, value: '', name: state.publication.title };
  const current = channelFor({ scope, format, state, place, rows: [], delta: false }, updated);
  const url = (other: number): string => archiveUrl(place.base, other, state.recall, format);
  const history = {
    ...(number > 1 && { 'prev-archive': url(number - 1) }),
    ...(hasNext(number, state) && { 'next-archive': url(number + 1) }),
    current: current.self,
  };
  return { ...current, self: url(number), history, archive: true };
}

async function* plainChunks(pieces: AsyncIterable<Piece>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield inflatePiece(piece);
}

/** Pulled by the reader: nothing is read from the catalogue faster than the client takes it. */
function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}
