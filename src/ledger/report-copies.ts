/** Copies as the desk lists them, a page at a time, and what is known of each. */
import type { Currency, Mark, Presence, Verdict } from './reposts.ts';

export interface Copy {
  readonly number: number;
  readonly article: number;
  readonly title: string;
  readonly grant: number;
  /** Null: under open terms. */
  readonly partner: string | null;
  readonly partnerName: string | null;
  readonly host: string;
  /** Null: a host is known, its page is not. */
  readonly url: string | null;
  readonly foundBy: string;
  readonly presence: Presence;
  readonly verdict: Verdict;
  readonly currency: Currency;
  readonly mark: Mark;
  readonly firstSeen: number;
  readonly lastSeen: number;
}

export interface CopyFilter {
  readonly article?: number | undefined;
  /** Words of the headline. */
  readonly words?: string | undefined;
  /** A partner's id; null for those under open terms. */
  readonly partner?: string | null | undefined;
  readonly presence?: Presence | undefined;
  /** A part of the host's name. */
  readonly host?: string | undefined;
  /** Only those first seen since. */
  readonly since?: number | undefined;
}

export const COPIES_PER_PAGE = 50;

const SELECT = `SELECT repost.number, repost.article, document ->> 'title' AS title, repost.grant_number AS "grant",
    permission_grant.partner, partner.name AS partnerName, repost.host, url, found_by AS foundBy, presence, verdict,
    currency, mark, first_seen AS firstSeen, last_seen AS lastSeen
  FROM repost JOIN article ON article.number = repost.article
  LEFT JOIN permission_grant ON permission_grant.number = repost.grant_number
  LEFT JOIN partner ON partner.id = permission_grant.partner`;

/** Newest first. The first page is 1. */
export async function listCopies(
  db: D1Database,
  filter: CopyFilter,
  page: number,
): Promise<{ readonly copies: readonly Copy[]; readonly more: boolean }> {
  const asked: readonly (readonly [string, string | number | null | undefined])[] = [
    ['repost.article = ?', filter.article],
    ["instr(lower(document ->> 'title'), lower(?)) > 0", filter.words],
    ['permission_grant.partner IS ?', filter.partner],
    ['presence = ?', filter.presence],
    ['instr(repost.host, lower(?)) > 0', filter.host],
    ['first_seen >= ?', filter.since],
  ];
  const given = asked.filter(([, value]) => value !== undefined);
  const where = given.length === 0 ? '' : `WHERE ${given.map(([condition]) => condition).join(' AND ')}`;
  const { results } = await db
    .prepare(`${SELECT} ${where} ORDER BY first_seen DESC, repost.number DESC LIMIT ? OFFSET ?`)
    .bind(...given.map(([, value]) => value), COPIES_PER_PAGE + 1, (page - 1) * COPIES_PER_PAGE)
    .all<Copy>();
  return { copies: results.slice(0, COPIES_PER_PAGE), more: results.length > COPIES_PER_PAGE };
}

export const findCopy = (db: D1Database, number: number): Promise<Copy | null> =>
  db.prepare(`${SELECT} WHERE repost.number = ?`).bind(number).first<Copy>();
