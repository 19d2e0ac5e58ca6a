/** One feed of fifty articles, made in every way that is compared. */

import { pieceFromRow, toBase64 } from '../../src/catalogue/entries.ts';
import type { FeedRow } from '../../src/catalogue/feed-rows.ts';
import { factsOf } from '../../src/feed/facts.ts';
import { frameOf, rssChannel } from '../../src/feed/frame.ts';
import { joinGzip, joinPlain } from '../../src/feed/join.ts';
import { deflatePiece, type Piece, storedPiece } from '../../src/feed/piece.ts';
import { renderRss, rssItem } from '../../src/feed/rss.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { channelFor, type FeedParts, feedDocument } from '../../src/serve/feed-document.ts';
import { articles, fifty, place, publication, site, state } from './fifty.ts';
import { serveTasks, type Tasks } from './serve-tasks.ts';

const encoder = new TextEncoder();

const partsOf = (rows: readonly FeedRow[]): FeedParts => ({
  delta: false,
  scope: { kind: 'all', value: '', name: publication.title },
  format: 'rss',
  rows,
  state,
  place,
});

async function rowFor(piece: Piece, text: string, index: number): Promise<FeedRow> {
  const { guid, published, modified } = fifty[index]?.article ?? { guid: '', published: 0, modified: 0 };
  const hash = (await sha256(text)).slice(0, 16);
  const common = { number: index, state: 'shown' as const, guid, renderer: state.renderer, hash, piece };
  return { ...common, position: published, seq: fifty.length - index, changedAt: modified };
}

async function compressed(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Response(bytes).body?.pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function tasks(): Promise<Tasks> {
  const texts = fifty.map(renderRss);
  const pieces = texts.map(deflatePiece);
  const rows = await Promise.all(pieces.map((piece, index) => rowFor(piece, texts[index] ?? '', index)));
  const stored = pieces.map(({ deflated, length, crc }) => ({ hash: '', length, crc, piece: toBase64(deflated) }));
  const fromRows = (): FeedRow[] =>
    rows.map((row, index) => ({
      ...row,
      piece: pieceFromRow(stored[index] ?? { hash: '', length: 0, crc: 0, piece: '' }),
    }));
  const channel = channelFor(partsOf(rows), fifty[0]?.article.modified ?? 0);
  const { head, separator, tail } = frameOf(channel, 'rss');
  const between = storedPiece(separator);
  const framed = [deflatePiece(head), ...pieces.flatMap((piece) => [piece, between]), deflatePiece(tail)];
  const whole = (await feedDocument(partsOf(rows), false)).bytes;
  return {
    nothing: () => new Uint8Array(),
    join: async () => (await feedDocument(partsOf(rows), false)).bytes,
    'join-gzip': async () => (await feedDocument(partsOf(rows), true)).bytes,
    'join-from-rows': async () => (await feedDocument(partsOf(fromRows()), false)).bytes,
    'join-gzip-from-rows': async () => (await feedDocument(partsOf(fromRows()), true)).bytes,
    'bytes-only': () => joinPlain(framed),
    'bytes-only-gzip': () => joinGzip(framed),
    frame: () => encoder.encode(frameOf(channel, 'rss').head),
    concat: () => encoder.encode(head + texts.join(separator) + tail),
    compress: () => compressed(whole),
    // From what is stored to bytes, as the join is: without stored entries, a miss would do all of this.
    feed: () => {
      const feed = rssChannel(channel);
      for (const article of articles) feed.addItem(rssItem(factsOf(article, site)));
      return encoder.encode(feed.rss2());
    },
  };
}

export default serveTasks(tasks);
