/** A partner's feed of fifty articles, from rows as the catalogue gives them to bytes; and the tokens in it alone. */
import { renderStoredCopies } from '../../src/catalogue/copy-entries.ts';
import type { CopyRow } from '../../src/catalogue/copy-rows.ts';
import { memberAt } from '../../src/lib/json.ts';
import type { Grant } from '../../src/partner/grant.ts';
import type { Partner } from '../../src/partner/partner.ts';
import { signingKeys } from '../../src/partner/signing-keys.ts';
import { signToken } from '../../src/partner/token.ts';
import { partnerDocument } from '../../src/serve/partner-document.ts';
import { namedTerms } from '../../src/terms/standard-terms.ts';
import { articles, place, publication, site, state } from './fifty.ts';
import { serveTasks, type Tasks } from './serve-tasks.ts';

const partner: Partner = {
  id: 'north-post',
  name: 'North Post',
  language: 'en',
  dialect: 'msn',
  contacts: [],
  state: 'active',
  version: 1,
  createdAt: 0,
};

const grant: Grant = {
  number: 7,
  partner: partner.id,
  scope: '',
  state: 'active',
  terms: { ...namedTerms(publication, 'standard'), carriers: 'link+badge' },
  termsVersion: 1,
  from: 0,
  until: null,
  createdAt: 0,
};

async function rowOf(index: number): Promise<CopyRow> {
  const full = articles[index];
  if (!full) throw new RangeError('There are fifty.');
  const [copy] = await renderStoredCopies(full, null, site);
  const block = memberAt(JSON.parse(copy?.blocks ?? '{}'), partner.dialect);
  return {
    number: index + 1,
    state: 'shown',
    position: full.article.published,
    seq: articles.length - index,
    changed_at: full.article.modified,
    renderer: state.renderer,
    hash: copy?.hash ?? '',
    language: 'en',
    published: full.article.published,
    facts: copy?.facts ?? '{}',
    block: String(block),
    head: copy?.head ?? '',
    body: copy?.body ?? '',
    tail: copy?.tail ?? '',
  };
}

async function tasks(): Promise<Tasks> {
  const keys = await signingKeys('1:a-signing-secret-that-only-benchmarks-know');
  if (!keys.ok) throw new Error(keys.error);
  const rows = await Promise.all(articles.map(async (_, index) => ({ row: await rowOf(index), grant })));
  // Nothing is stale, so the catalogue is never asked.
  const db: D1Database = Object.create(null);
  const parts = { partner, dialect: 'msn', rows, format: 'rss', keys: keys.value, db, state, place } as const;
  const sign = (article: number): Promise<string> => signToken({ article, grant: 7, channel: 'feed' }, keys.value);
  return {
    nothing: () => new Uint8Array(),
    'partner-gzip': async () => (await partnerDocument({ ...parts, gzip: true })).bytes,
    'partner-plain': async () => (await partnerDocument({ ...parts, gzip: false })).bytes,
    tokens: async () =>
      new TextEncoder().encode((await Promise.all(rows.map(({ row }) => sign(row.number)))).join(' ')),
  };
}

export default serveTasks(tasks);
