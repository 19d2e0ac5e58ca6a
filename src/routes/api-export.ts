/** Everything read out, a page at a time: the calls behind `npm run export`. */
import * as v from 'valibot';
import { mediaPath } from '../article/figure.ts';
import { SHARDS } from '../count/hand-in.ts';
import { parseJson } from '../editor/read-body.ts';
import type { Gate } from '../gate.ts';
import { type Cursor, keyOf, type Page, readMarks, readPage } from '../ledger/export-pages.ts';
import { type Row, type Table, tableNamed } from '../ledger/export-tables.ts';
import { json, noSuch, problem } from './api-answer.ts';
import type { ApiRoute } from './api-route.ts';

export const EXPORT_ROUTES: readonly ApiRoute[] = [
  { method: 'POST', path: '/export', scope: 'export', handle: (c) => postExport(c.env) },
  { method: 'GET', path: '/export', scope: 'export', handle: (c) => getExport(c.env) },
  {
    method: 'GET',
    path: '/export/tables/:table',
    scope: 'export',
    handle: (c) => getTable(c.req.param('table') ?? '', c.req.raw, c.env),
  },
  {
    method: 'GET',
    path: '/export/photos/:hash',
    scope: 'export',
    handle: (c) => getPhoto(c.req.param('hash') ?? '', c.env),
  },
];

/** An export begins: what tallies still hold goes to the ledger first. */
async function postExport(gate: Gate): Promise<Response> {
  const tallies = Array.from({ length: SHARDS }, (_, shard) => gate.env.HITS.getByName(`hits-${shard}`));
  await Promise.all(tallies.map((tally) => tally.flush()));
  return getExport(gate);
}

async function getExport({ env }: Gate): Promise<Response> {
  return json({ base: env.BASE_URL, marks: await readMarks(env.DB) });
}

async function getTable(name: string, request: Request, { env }: Gate): Promise<Response> {
  const table = tableNamed(name);
  if (!table) return problem(noSuch(`table "${name}"`));
  const text = new URL(request.url).searchParams.get('after');
  const after = text === null ? null : cursorIn(text, table);
  if (after === undefined)
    return problem({ status: 422, title: 'Not valid', detail: 'Write for "after" what the last page’s "next" was.' });
  const page =
    table.name === 'poll' ? pageOf(await readPolls(env), table, after) : await readPage(env.DB, table, after);
  return json(page);
}

const cursorSchema = v.array(v.union([v.string(), v.number()]));

/** Undefined: none. */
function cursorIn(text: string, { key }: Table): Cursor | undefined {
  const parsed = v.safeParse(v.pipe(cursorSchema, v.length(key.length)), parseJson(text));
  return parsed.success ? parsed.output : undefined;
}

export async function readPolls({ POLLS }: Gate['env']): Promise<readonly Row[]> {
  const polls = await POLLS.getByName('polls').read();
  return polls.map(({ day, key, count, subscribers }) => ({ day, key, count, subscribers }));
}

/** Rows that are here already, as SQL would page them: none is ever taken away, and they come in one order. */
function pageOf(rows: readonly Row[], table: Table, after: Cursor | null): Page {
  const name = (cursor: Cursor | null): string => JSON.stringify(cursor);
  const last = after ? rows.findIndex((row) => name(keyOf(table, row)) === name(after)) : -1;
  const page = after && last < 0 ? [] : rows.slice(last + 1, last + 1 + table.page);
  return { rows: page, next: page.length < table.page ? null : keyOf(table, page.at(-1)) };
}

/** Also one that nothing shows now: it may be shown again. */
async function getPhoto(hash: string, { env }: Gate): Promise<Response> {
  const object = await env.PHOTOS.get(hash);
  if (!object) return problem(noSuch('photo with this hash'));
  const type = object.httpMetadata?.contentType ?? 'application/octet-stream';
  return new Response(object.body, {
    headers: {
      'content-type': type,
      'content-length': String(object.size),
      'content-disposition': `attachment; filename="${mediaPath({ asset: hash, type }).split('/').at(-1)}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
