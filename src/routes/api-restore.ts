/** An export brought into an empty instance: the calls behind `npm run restore`. */
import * as v from 'valibot';
import { fieldProblems } from '../article/field-problem.ts';
import { publicationSchema } from '../article/publication.ts';
import { MAX_PHOTO_BYTES, readPhoto } from '../editor/photo-bytes.ts';
import { parseJson, readBytes } from '../editor/read-body.ts';
import type { Gate } from '../gate.ts';
import type { Problem } from '../http/problem.ts';
import { beginRestore, rowsTaken, takeBatch } from '../ledger/export-restore.ts';
import { MAX_BATCH_ROWS, type Row, type Table, tableNamed } from '../ledger/export-tables.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { clockOf } from '../publish/clock.ts';
import { forgetState } from '../serve/state-memo.ts';
import { invalid, json, noSuch, photoProblem, problem, tooLarge } from './api-answer.ts';
import { readPolls } from './api-export.ts';
import type { ApiRoute } from './api-route.ts';

/** `export` is the SHA-256 of the export's manifest: what is restored twice is the same. */
const EXPORT = /^[0-9a-f]{64}$/;

export const RESTORE_ROUTES: readonly ApiRoute[] = [
  {
    method: 'POST',
    path: '/restore/:export',
    scope: 'export',
    handle: (c) => postRestore(c.req.param('export') ?? '', c.env),
  },
  {
    method: 'PUT',
    path: '/restore/:export/photos/:hash',
    scope: 'export',
    handle: (c) => putPhoto(c.req.param('export') ?? '', c.req.param('hash') ?? '', c.req.raw, c.env),
  },
  {
    method: 'POST',
    path: '/restore/:export/tables/:table',
    scope: 'export',
    handle: (c) => postRows(c.req.param('export') ?? '', c.req.param('table') ?? '', c.req.raw, c.env),
  },
];

async function postRestore(id: string, { env }: Gate): Promise<Response> {
  if (!EXPORT.test(id)) return problem(noSuch('such export'));
  const begun = await beginRestore(env.DB, id);
  if (begun.outcome === 'going on') return json({ rows: begun.rows });
  return problem({
    status: 409,
    title: 'Not empty',
    detail: `An export goes into an empty instance only. This one has something in: ${begun.holding.join(', ')}.`,
  });
}

const notBegun: Problem = {
  status: 409,
  title: 'Not begun',
  detail: 'This export is not being restored here. Begin with POST /api/restore/{export}.',
};

/** The bytes alone: what is known of a photo is a row like any other. */
async function putPhoto(id: string, hash: string, request: Request, { env }: Gate): Promise<Response> {
  if ((await rowsTaken(env.DB, id)) === null) return problem(notBegun);
  const body = await readBytes(request, MAX_PHOTO_BYTES);
  if (!body.ok) return problem(tooLarge(MAX_PHOTO_BYTES));
  const photo = await readPhoto(body.value, '');
  if (!photo.ok) return problem(photoProblem(photo.error));
  if (photo.value.asset !== hash)
    return problem({
      status: 422,
      title: 'Another photo',
      detail: 'The SHA-256 of these bytes is not the one in the address.',
    });
  await env.PHOTOS.put(hash, body.value, { httpMetadata: { contentType: photo.value.type } });
  return json({ asset: hash });
}

const MAX_BATCH_BYTES = 8 * 1024 * 1024;

/** Lines of one table. `from` says how many rows of the export come before them. */
async function postRows(id: string, name: string, request: Request, gate: Gate): Promise<Response> {
  const table = tableNamed(name);
  if (!table) return problem(noSuch(`table "${name}"`));
  const from = Number(new URL(request.url).searchParams.get('from') ?? Number.NaN);
  if (!Number.isSafeInteger(from) || from < 0)
    return problem({ status: 422, title: 'Not valid', detail: 'Write for "from" how many rows come before these.' });
  const taken = await rowsTaken(gate.env.DB, id);
  if (taken === null) return problem(notBegun);
  // Sent before: the answer was lost on its way.
  if (taken > from) return json({ rows: taken });
  if (taken < from) return problem(tooSoon);
  const rows = await readRows(request, table);
  if (!rows.ok) return problem(rows.error);
  if (table.name === 'poll') await takePolls(rows.value, gate);
  const result = await takeBatch(gate.env.DB, { id, from, table, rows: rows.value });
  if (result.outcome === 'refused') return problem(refused);
  if (table.name === 'state') opened(gate);
  return json({ rows: result.rows });
}

const tooSoon: Problem = {
  status: 409,
  title: 'Too soon',
  detail: 'Rows before these are not here yet. POST /api/restore/{export} says how many are.',
};

const refused: Problem = {
  status: 409,
  title: 'Not empty',
  detail:
    'These rows can’t stand beside what is here: something else was written meanwhile. Begin with an empty database.',
};

async function readRows(request: Request, table: Table): Promise<Result<readonly Row[], Problem>> {
  const body = await readBytes(request, MAX_BATCH_BYTES);
  if (!body.ok) return fail(tooLarge(MAX_BATCH_BYTES));
  const lines = new TextDecoder()
    .decode(body.value)
    .split('\n')
    .filter((line) => line !== '');
  if (lines.length > MAX_BATCH_ROWS)
    return fail({
      status: 413,
      title: 'Too many lines',
      detail: `Send at most ${MAX_BATCH_ROWS} rows in one request.`,
    });
  const parsed = v.safeParse(v.array(rowIn(table)), lines.map(parseJson));
  return parsed.success ? ok(parsed.output) : fail(invalid(fieldProblems(parsed.issues)));
}

/** The publication is checked like one an editor sends: everything else depends on it. */
const rowIn = (table: Table): v.GenericSchema<unknown, Row> =>
  table.name === 'state'
    ? v.pipe(
        table.row,
        v.check(
          ({ publication }) => v.is(publicationSchema, parseJson(String(publication))),
          'This is no publication.',
        ),
      )
    : table.row;

/**
 * Polls are kept by an object of their own, which adds. Nobody polls an instance that has no publication yet, so what it
 * has of a row was taken here, by a request that was killed.
 */
async function takePolls(rows: readonly Row[], { env }: Gate): Promise<void> {
  const name = ({ day, key }: Row): string => `${day} ${key}`;
  const there = new Map((await readPolls(env)).map((row) => [name(row), Number(row.count)]));
  const missing = rows.flatMap((row) => {
    const count = Number(row.count) - (there.get(name(row)) ?? 0);
    return count > 0
      ? [{ day: String(row.day), key: String(row.key), count, subscribers: Number(row.subscribers) }]
      : [];
  });
  await env.POLLS.getByName('polls').record(missing);
}

/** From now on it is served; what has fallen due since the export, and what must be rendered, is for the clock. */
function opened(gate: Gate): void {
  forgetState();
  gate.later(clockOf(gate.env).wakeAt(gate.now));
}
