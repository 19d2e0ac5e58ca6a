/**
 * The head and tail of a feed as pieces. All that moves in them from change to change is one date, so they are rendered
 * and compressed once for a date that never was, and each document's own is set into the gap.
 */
import type { Format } from '../feed/formats.ts';
import { FORMATS } from '../feed/formats.ts';
import { type Channel, frameOf } from '../feed/frame.ts';
import { deflatePiece, type Piece, storedPiece } from '../feed/piece.ts';
import { byteCache } from '../lib/byte-cache.ts';
import { httpDate } from '../lib/time.ts';

export interface FramePieces {
  readonly head: readonly Piece[];
  readonly between: Piece | null;
  readonly tail: Piece;
  /** Everything the frame says: for the document's tag. */
  readonly text: string;
}

interface Gapped {
  readonly before: Piece;
  readonly after: Piece;
  readonly tail: Piece;
  readonly text: string;
}

const MEMO_BYTES = 1024 * 1024;
const memo = byteCache<Gapped>(MEMO_BYTES);

const GAP = 0;
const PRINTED: Readonly<Record<Format, (moment: number) => string>> = {
  rss: httpDate,
  atom: (moment) => new Date(moment).toISOString(),
  json: (moment) => new Date(moment).toISOString(),
};
/** What stands right before the date. In XML the first is `feed`'s own, since all text before it is escaped. */
const BEFORE: Readonly<Record<Format, string>> = { rss: '<lastBuildDate>', atom: '<updated>', json: '"updated":"' };

export function framePieces(channel: Channel, format: Format): FramePieces {
  const { updated, ...lasting } = channel;
  const name = `${format} ${JSON.stringify(lasting)}`;
  const found = memo.get(name) ?? render({ ...channel, updated: GAP }, format);
  memo.set(name, found, 2 * found.text.length);
  const date = PRINTED[format](updated);
  const { between } = FORMATS[format];
  return {
    head: [found.before, storedPiece(date), found.after],
    between: between === '' ? null : storedPiece(between),
    tail: found.tail,
    text: `${found.text} ${date}`,
  };
}

function render(channel: Channel, format: Format): Gapped {
  const { head, tail } = frameOf(channel, format);
  const { lead } = FORMATS[format];
  // Every entry brings its own line break, the first one too.
  const start = lead === '' ? head : head.slice(0, head.lastIndexOf(lead));
  const mark = BEFORE[format];
  const at = (format === 'json' ? start.lastIndexOf(mark) : start.indexOf(mark)) + mark.length;
  return {
    before: deflatePiece(start.slice(0, at)),
    after: deflatePiece(start.slice(at + PRINTED[format](GAP).length)),
    tail: deflatePiece(tail),
    text: head + tail,
  };
}

/**
 * Rendering is slow the first time, when all its code is still to be compiled: that is done while the Worker starts, for
 * the format most readers ask for. All three would make it start 5 ms later.
 */
const SPECIMEN: Channel = {
  id: 'tag:example.org,2026:feed',
  title: '-',
  description: '-',
  language: 'en',
  home: 'https://example.org/',
  self: 'https://example.org/feed',
  hub: null,
  author: '-',
  rights: '-',
  license: 'https://example.org/license',
  updated: GAP,
  generator: '-',
  base: 'https://example.org',
  stylesheet: '/',
  history: {},
  archive: false,
};

export function warmUp(): void {
  render(SPECIMEN, 'rss');
}
