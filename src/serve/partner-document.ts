/** A partner's feed joined: frame, stored stretches, and the partner's own credit in every copy. Reads no clock. */
import type { State } from '../catalogue/state.ts';
import { channelDescription, channelElements } from '../dialect/channel.ts';
import { DIALECTS, type DialectName } from '../dialect/dialects.ts';
import type { Format } from '../feed/formats.ts';
import type { Channel } from '../feed/frame.ts';
import { joinGzip, joinPlain } from '../feed/join.ts';
import { sha256 } from '../lib/hash.ts';
import { SECOND } from '../lib/time.ts';
import type { Partner } from '../partner/partner.ts';
import type { SigningKeys } from '../partner/signing-keys.ts';
import { copyPieces, type GrantedRow } from './copy-pieces.ts';
import { type FeedDocument, GENERATOR, type Place } from './feed-document.ts';
import { framePieces } from './frame-pieces.ts';

export interface PartnerParts {
  readonly partner: Partner;
  readonly dialect: DialectName;
  readonly rows: readonly GrantedRow[];
  readonly format: Format;
  readonly gzip: boolean;
  readonly keys: SigningKeys;
  readonly db: D1Database;
  readonly state: State;
  readonly place: Place;
}

export async function partnerDocument(parts: PartnerParts): Promise<FeedDocument> {
  const { partner, dialect, rows, format, gzip, state, place } = parts;
  const copies = await copyPieces(rows, parts);
  let newest = { seq: state.publicationSeq, at: state.publicationAt };
  for (const { row } of rows) if (row.seq > newest.seq) newest = { seq: row.seq, at: row.changed_at };
  const frame = framePieces(channelOf(partner, dialect, newest.at, format, state, place), format);
  const { between } = frame;
  const listed = copies.pieces.flatMap((pieces, index) => (between && index > 0 ? [between, ...pieces] : pieces));
  const pieces = [...frame.head, ...listed, frame.tail];
  const digest = await sha256(`${frame.text}${copies.said}`);
  return {
    bytes: gzip ? joinGzip(pieces) : joinPlain(pieces),
    etag: `"p${newest.seq}.${partner.version}.${digest.slice(0, 16)}${gzip ? '.gz' : ''}"`,
    lastModified: Math.floor(newest.at / SECOND) * SECOND,
    seqs: [],
  };
}

/** `self` names the partner, never its key: a copy of this document may be kept where keys must not be. */
function channelOf(
  partner: Partner,
  dialect: DialectName,
  updated: number,
  format: Format,
  { publication }: State,
  { base }: Place,
): Channel {
  const channel: Channel = {
    id: `tag:${publication.authority}:partners/${partner.id}`,
    title: publication.title,
    description: channelDescription(dialect, publication.description),
    language: partner.language,
    home: `${base}/`,
    self: `${base}/partners/${partner.id}/feed.${format}`,
    hub: null,
    author: publication.publisher.name,
    rights: publication.rights,
    license: null,
    updated,
    generator: GENERATOR,
    base,
    stylesheet: `${base}/assets/feed.css`,
    history: {},
    archive: false,
  };
  if (format !== 'rss') return channel;
  const { namespaces, channel: rule } = DIALECTS[dialect];
  const elements = channelElements(dialect, { title: publication.title, logo: publication.logo });
  return { ...channel, namespaces, elements, ...(rule.pubDate && { pubDate: updated }) };
}
