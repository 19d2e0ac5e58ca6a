/** A partner's feed: what its permissions entitle it to now, with its own credit in every copy. Nothing is stored of it. */
import { type CopyRow, readCopyRows } from '../catalogue/copy-rows.ts';
import { activeGrants } from '../catalogue/grant-rows.ts';
import { findPartner } from '../catalogue/partner-rows.ts';
import type { State } from '../catalogue/state.ts';
import { DIALECTS, isDialect } from '../dialect/dialects.ts';
import type { Env } from '../env.ts';
import type { Format } from '../feed/formats.ts';
import { type Grant, inForce } from '../partner/grant.ts';
import { signingKeys } from '../partner/signing-keys.ts';
import type { GrantedRow } from './copy-pieces.ts';
import type { FeedDocument, Place } from './feed-document.ts';
import { partnerDocument } from './partner-document.ts';

export interface PartnerFeedRequest {
  readonly partner: string;
  readonly format: Format;
  readonly gzip: boolean;
  /** Permissions begin, end and hold back by the clock. */
  readonly now: number;
}

export type PartnerFeedProblem = 'no such feed' | 'no signing keys';

export async function readPartnerFeed(
  request: PartnerFeedRequest,
  state: State,
  env: Env,
  place: Place,
): Promise<FeedDocument | PartnerFeedProblem> {
  const [partner, granted, keys] = await Promise.all([
    findPartner(env.DB, request.partner),
    activeGrants(env.DB, request.partner),
    signingKeys(env.SIGNING_KEYS),
  ]);
  if (!keys.ok) return 'no signing keys';
  if (partner?.state !== 'active' || !isDialect(partner.dialect)) return 'no such feed';
  const dialect = partner.dialect;
  if (!DIALECTS[dialect].formats.includes(request.format)) return 'no such feed';
  const grants = granted.filter((grant) => inForce(grant, request.now));
  const items = Math.min(DIALECTS[dialect].maxItems, state.publication.feedItems);
  const { format, now } = request;
  const found = await readCopyRows(env.DB, { grants, format, dialect, language: partner.language, items, now });
  const rows = inOrder(found, grants, items, request.format === 'atom');
  const { gzip } = request;
  return partnerDocument({ partner, dialect, rows, format, gzip, keys: keys.value, db: env.DB, state, place });
}

/** Newest first, removals behind, but in Atom in front, where tombstones are metadata of the feed; an article under several grants is under the first that has it. */
function inOrder(
  found: readonly (readonly CopyRow[])[],
  grants: readonly Grant[],
  items: number,
  removalsFirst: boolean,
): readonly GrantedRow[] {
  const first = new Map<number, GrantedRow>();
  for (const [index, grant] of grants.entries())
    for (const row of found[index] ?? []) if (!first.has(row.number)) first.set(row.number, { row, grant });
  const all = [...first.values()].sort((a, b) => b.row.position - a.row.position || b.row.number - a.row.number);
  const shown = all.filter(({ row }) => row.state === 'shown').slice(0, items);
  const removed = all.filter(({ row }) => row.state === 'removed');
  return removalsFirst ? [...removed, ...shown] : [...shown, ...removed];
}
