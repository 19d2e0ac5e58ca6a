/**
 * What `npm run export` writes out, table by table, and `npm run restore` brings back: every column of every table, but
 * what is rendered from the rest (entries, the stretches of copies) and who is signed in. Of keys there are only hashes.
 * Shared by the Worker and the tools, so that both read a row the same way.
 */
import * as v from 'valibot';

/** Tables that change together: if one moved while it was read, all of its part are read again. */
export const PARTS = ['catalogue', 'partners', 'ledger', 'polls'] as const;
export type Part = (typeof PARTS)[number];

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

export interface Table {
  readonly name: string;
  readonly part: Part;
  /** What pages are ordered by: an index, so that a page costs what it holds. */
  readonly key: readonly string[];
  readonly columns: readonly string[];
  readonly row: v.GenericSchema<unknown, Row>;
  /** Rows on a page: fewer where one may be large. */
  readonly page: number;
  /** Rows that are nobody's but this instance's. */
  readonly without: string | null;
}

const MANY = 500;
const SOME = 100;
/** A body may have a million bytes. */
const FEW = 20;

interface Spec {
  readonly name: string;
  readonly key: string;
  /** `name` is text, `name#` a whole number, `name?` and `name#?` may be null. */
  readonly columns: string;
  readonly page?: number;
  readonly without?: string;
}

const tablesOf = (part: Part, specs: readonly Spec[]): readonly Table[] => specs.map((spec) => tableOf(part, spec));

function tableOf(part: Part, { name, key, columns, page = MANY, without }: Spec): Table {
  const marked = columns.split(' ');
  const entries = Object.fromEntries(marked.map((column) => [nameOf(column), kindOf(column)]));
  return {
    name,
    part,
    key: key.split(' '),
    columns: marked.map(nameOf),
    row: v.strictObject(entries),
    page,
    without: without ?? null,
  };
}

const nameOf = (column: string): string => column.replace(/[#?]+$/, '');
const whole = v.pipe(v.number(), v.safeInteger());

function kindOf(column: string): v.GenericSchema<unknown, Value> {
  const kind = column.includes('#') ? whole : v.string();
  // A column that an older export doesn't know.
  return column.endsWith('?') ? v.optional(v.nullable(kind), null) : kind;
}

const COUNTS = 'kind# raw# people# verified#';

/** In the order in which they are restored. The state comes last: until it has a publication, nothing is served. */
export const TABLES: readonly Table[] = [
  ...tablesOf('catalogue', [
    {
      name: 'article',
      key: 'number',
      columns:
        'number# id guid slug document digest content_hash revision# standing listed? due_at#? arrival#? seq# changed_at# apart#',
      page: SOME,
    },
    { name: 'article_body', key: 'number', columns: 'number# html', page: FEW },
    { name: 'revision', key: 'number revision', columns: 'number# revision# content_hash at#' },
    { name: 'slug', key: 'slug', columns: 'slug number#' },
    { name: 'listing', key: 'scope number', columns: 'scope number# state position# guid seq# changed_at#' },
    { name: 'scope', key: 'scope', columns: 'scope label' },
    // Without its stretches. What is left says which articles may be passed on, and partners' feeds choose by that.
    { name: 'copy_entry', key: 'entry_key', columns: 'entry_key# language published# facts?' },
    { name: 'asset', key: 'hash', columns: 'hash type bytes# width# height# at#' },
    { name: 'asset_use', key: 'hash number', columns: 'hash number#' },
  ]),
  ...tablesOf('partners', [
    { name: 'terms_version', key: 'name version', columns: 'name version# digest document at#', page: SOME },
    { name: 'partner', key: 'id', columns: 'id name language dialect contacts state version# created_at#' },
    {
      name: 'partner_domain',
      key: 'partner domain',
      columns: 'partner domain challenge verified_at#? method? checked_at#?',
    },
    {
      name: 'partner_key',
      key: 'key_id',
      columns: 'key_id partner kind secret_hash label created_at# revoked_at#?',
    },
    {
      name: 'permission_grant',
      key: 'number',
      columns: 'number# partner? scope state terms_name terms_version# terms valid_from# valid_until#? created_at#',
      page: SOME,
    },
    { name: 'grant_event', key: 'rowid', columns: 'number# at# state actor reason' },
    {
      name: 'request',
      key: 'number',
      columns:
        'number# at# article? organisation name email domain message state challenge verified_at#? method? decided_at#? reason? partner? grant_number#?',
      page: SOME,
    },
    { name: 'editor_key', key: 'key_id', columns: 'key_id secret_hash label scopes created_at# revoked_at#?' },
  ]),
  ...tablesOf('ledger', [
    {
      name: 'hit',
      key: 'article day grant_number channel kind host class',
      columns: 'article# day grant_number# channel# kind# host class# count#',
    },
    { name: 'hit_day', key: 'day kind', columns: `day ${COUNTS}` },
    { name: 'hit_article', key: 'article month kind', columns: `month article# ${COUNTS}` },
    { name: 'hit_grant', key: 'grant_number month kind', columns: `month grant_number# ${COUNTS}` },
    { name: 'hit_host', key: 'grant_number host month kind', columns: `grant_number# host month ${COUNTS}` },
    {
      name: 'repost',
      key: 'number',
      columns:
        'number# article# grant_number# host url? found_by presence verdict currency mark first_seen# last_seen#',
    },
    { name: 'repost_event', key: 'rowid', columns: 'number# at# axis value cause' },
    { name: 'flushed', key: 'tally', columns: 'tally no#', without: "tally LIKE 'restore:%'" },
  ]),
  // Kept by a durable object, not by D1.
  ...tablesOf('polls', [{ name: 'poll', key: 'day key', columns: 'day key count# subscribers#' }]),
  ...tablesOf('catalogue', [
    {
      name: 'state',
      key: 'id',
      columns: 'id# seq# recall# arrivals# publication publication_digest publication_seq# publication_at#',
    },
  ]),
];

/** So many rows are restored at a time. */
export const MAX_BATCH_ROWS = 500;

export const tableNamed = (name: string): Table | null => TABLES.find((table) => table.name === name) ?? null;
