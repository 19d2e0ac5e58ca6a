/** Everything written out, and brought into an empty instance: what `npm run export` and `npm run restore` call. */
import { type Operation, pathParameter, queryParameter } from './operation.ts';

const HASH = '3d227fda8efa673e5f0d1c49b83bf6247c3361ba9a6d3d286f2caff32faf5e87';
const ROW = { scope: 'authors/ines-vold', label: 'Ines Vold' };

const call = { scope: 'export', tag: 'Export' } as const;

const table = pathParameter('table', 'The name of a table', 'scope');
const hash = pathParameter('hash', 'SHA-256 of a photo’s bytes', HASH);
const exportId = pathParameter('export', 'SHA-256 of the export’s manifest', 'a'.repeat(64));

const marks = {
  base: 'https://news.example',
  marks: { catalogue: '[2,1,"…",[1,1795361893881,1],1]', partners: '[2,[0,null],…]', ledger: '[…]', polls: '' },
};
const begun = { status: 200, description: 'The base URL, and how far each part is.', schema: 'ExportMarks' } as const;

export const EXPORT_CALLS: readonly Operation[] = [
  {
    ...call,
    id: 'postExport',
    method: 'POST',
    path: '/export',
    summary: 'Begin an export',
    description: 'What tallies still hold goes to the ledger first.',
    answers: [{ ...begun, example: marks }],
  },
  {
    ...call,
    id: 'getExport',
    method: 'GET',
    path: '/export',
    summary: 'Look whether anything moved during an export',
    description: 'A mark that differs from the one at the beginning: read this part again.',
    answers: [{ ...begun, example: marks }],
  },
  {
    ...call,
    id: 'getExportTable',
    method: 'GET',
    path: '/export/tables/{table}',
    summary: 'Read a page of a table',
    parameters: [table, queryParameter('after', 'The `next` of the page before, as JSON', { type: 'string' })],
    answers: [
      {
        status: 200,
        description: 'Rows as they are stored. Of keys there are only hashes.',
        schema: 'ExportPage',
        example: {
          rows: [ROW, { scope: 'languages/en', label: 'en' }, { scope: 'sections/islands', label: 'islands' }],
          next: null,
        },
      },
    ],
    problems: [404, 422],
  },
  {
    ...call,
    id: 'getExportPhoto',
    method: 'GET',
    path: '/export/photos/{hash}',
    summary: 'Read a photo’s bytes, whether anything shows it or not',
    parameters: [hash],
    answers: [{ status: 200, type: 'image/*', description: 'The bytes.', schema: 'Bytes', example: undefined }],
    problems: [404],
  },
  {
    ...call,
    id: 'postRestore',
    method: 'POST',
    path: '/restore/{export}',
    summary: 'Begin to restore an export, or go on with it',
    description: 'Into an empty instance only. Nothing is served until the last row, the state, is there.',
    parameters: [exportId],
    answers: [{ status: 200, description: 'How many rows are there.', schema: 'RestoredRows', example: { rows: 0 } }],
    problems: [404, 409],
  },
  {
    ...call,
    id: 'putRestorePhoto',
    method: 'PUT',
    path: '/restore/{export}/photos/{hash}',
    summary: 'Bring a photo’s bytes',
    parameters: [exportId, hash],
    body: { type: 'image/*', schema: {}, description: 'The bytes whose hash is in the address' },
    answers: [{ status: 200, description: 'They are here.', schema: 'RestoredPhoto', example: { asset: HASH } }],
    problems: [400, 409, 413, 415, 422],
  },
  {
    ...call,
    id: 'postRestoreRows',
    method: 'POST',
    path: '/restore/{export}/tables/{table}',
    summary: 'Bring rows of a table',
    description: 'At most 500 lines and 8 MB. Sent again, they change nothing.',
    parameters: [
      exportId,
      table,
      {
        ...queryParameter('from', 'How many rows of the export come before', { type: 'integer', minimum: 0 }),
        required: true,
        example: 0,
      },
    ],
    body: {
      type: 'application/x-ndjson',
      schema: { type: 'string', description: 'Each line a row as JSON' },
      example: `${JSON.stringify(ROW)}\n`,
    },
    answers: [{ status: 200, description: 'How many rows are there.', schema: 'RestoredRows', example: { rows: 1 } }],
    problems: [404, 409, 413, 422],
  },
];
