/** The calls of the editor API that export and restore. */
import * as v from 'valibot';
import { type Row, TABLES, type Table } from '../../src/ledger/export-tables.ts';
import { fail, ok, type Result } from '../../src/lib/result.ts';
import { callFor, type Failure, refusal, type Service } from '../sending/service-client.ts';

const marks = v.object({
  base: v.string(),
  marks: v.object({ catalogue: v.string(), partners: v.string(), ledger: v.string(), polls: v.string() }),
});
export type Marks = v.InferOutput<typeof marks>['marks'];

/** Makes the tallies hand on what they hold, and says where every part stands. */
export const beginExport = (service: Service): Promise<Result<v.InferOutput<typeof marks>, Failure>> =>
  callFor(service, { method: 'POST', path: '/api/export' }, marks);

export const marksAt = (service: Service): Promise<Result<v.InferOutput<typeof marks>, Failure>> =>
  callFor(service, { method: 'GET', path: '/api/export' }, marks);

const cursor = v.array(v.union([v.string(), v.number()]));
type Cursor = v.InferOutput<typeof cursor>;

export interface Page {
  readonly rows: readonly Row[];
  readonly next: Cursor | null;
}

const pageSchemas = new Map(
  TABLES.map((table) => [table.name, v.object({ rows: v.array(table.row), next: v.nullable(cursor) })]),
);

export async function pageAt(service: Service, table: Table, after: Cursor | null): Promise<Result<Page, Failure>> {
  const schema = pageSchemas.get(table.name);
  if (!schema) throw new Error(`There is no table ${table.name}`);
  const query = after === null ? '' : `?after=${encodeURIComponent(JSON.stringify(after))}`;
  return callFor<Page>(service, { method: 'GET', path: `/api/export/tables/${table.name}${query}` }, schema);
}

const TIMEOUT = 120_000;

/** Null: the instance has lost it. */
export async function photoAt(
  service: Service,
  hash: string,
): Promise<Result<Uint8Array<ArrayBuffer> | null, Failure>> {
  const path = `/api/export/photos/${hash}`;
  const headers = { Authorization: `Bearer ${service.key}` };
  try {
    const response = await service.fetch(service.base + path, { headers, signal: AbortSignal.timeout(TIMEOUT) });
    if (response.ok) return ok(new Uint8Array(await response.arrayBuffer()));
    const answer = { status: response.status, text: await response.text() };
    return answer.status === 404 ? ok(null) : refusal(answer, { method: 'GET', path });
  } catch (error) {
    return fail({
      stops: true,
      words: `the photo ${hash} did not come (${String(error)}). Run it again: what is there stays`,
    });
  }
}

const taken = v.object({ rows: v.number() });

/** Answers how many rows of this export are there already. */
export const beginRestore = (service: Service, id: string): Promise<Result<{ rows: number }, Failure>> =>
  callFor(service, { method: 'POST', path: `/api/restore/${id}` }, taken);

export const sendRows = (
  service: Service,
  id: string,
  batch: { readonly table: string; readonly from: number; readonly lines: readonly string[] },
): Promise<Result<{ rows: number }, Failure>> =>
  callFor(
    service,
    {
      method: 'POST',
      path: `/api/restore/${id}/tables/${batch.table}?from=${batch.from}`,
      type: 'application/x-ndjson',
      body: `${batch.lines.join('\n')}\n`,
    },
    taken,
  );

export const sendPhoto = (
  service: Service,
  id: string,
  hash: string,
  body: Uint8Array<ArrayBuffer>,
): Promise<Result<unknown, Failure>> =>
  callFor(
    service,
    { method: 'PUT', path: `/api/restore/${id}/photos/${hash}`, type: 'application/octet-stream', body },
    v.object({ asset: v.string() }),
  );
