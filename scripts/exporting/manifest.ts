/** What an export has: every file with its size and SHA-256, and whether anything moved or was missing. */
import * as v from 'valibot';
import { PARTS } from '../../src/ledger/export-tables.ts';

export const MANIFEST = 'manifest.json';
/** Moves when an older tool could misread what a newer one wrote. */
const VERSION = 1;

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Names are ours: none leads out of the folder. */
const tableFile = v.strictObject({
  file: v.pipe(v.string(), v.regex(/^[a-z_]+\.ndjson$/)),
  table: v.string(),
  rows: whole,
  bytes: whole,
  sha256,
});
const photoFile = v.strictObject({
  file: v.pipe(v.string(), v.regex(/^photos\/[0-9a-f]{64}\.[a-z]+$/)),
  bytes: whole,
  sha256,
});

export const manifestSchema = v.strictObject({
  tearsheet: v.literal('export'),
  version: v.literal(VERSION, `This tool reads exports of version ${VERSION}.`),
  /** Where it was exported from, and when. */
  base: v.string(),
  at: v.string(),
  /** Parts that were written to while they were read, however often. */
  moved: v.array(v.picklist(PARTS)),
  /** Photos whose bytes the instance itself has lost. */
  missing: v.array(sha256),
  tables: v.array(tableFile),
  photos: v.array(photoFile),
});

export type Manifest = v.InferOutput<typeof manifestSchema>;
export type TableFile = v.InferOutput<typeof tableFile>;
export type PhotoFile = v.InferOutput<typeof photoFile>;

export const manifestText = (facts: Omit<Manifest, 'tearsheet' | 'version'>): string => {
  const manifest: Manifest = { tearsheet: 'export', version: VERSION, ...facts };
  return `${JSON.stringify(manifest, null, 2)}\n`;
};
