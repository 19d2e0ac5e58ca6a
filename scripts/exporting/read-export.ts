/** An export's files, each checked whole before anything of them is sent. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { TABLES, type Table, tableNamed } from '../../src/ledger/export-tables.ts';
import { sha256 } from '../../src/lib/hash.ts';
import { fail, ok, type Result } from '../../src/lib/result.ts';
import { parseJson } from '../sending/service-client.ts';
import { hashOfFile, linesOf } from './file-lines.ts';
import { MANIFEST, type Manifest, manifestSchema, type PhotoFile, type TableFile } from './manifest.ts';

export interface Export {
  readonly manifest: Manifest;
  /** The SHA-256 of the manifest, and so of everything. */
  readonly id: string;
}

/** The manifest alone, or what is wrong with it: `file:line  words`. */
export async function readManifest(dir: string): Promise<Result<Export, string>> {
  const path = join(dir, MANIFEST);
  if (!existsSync(path))
    return fail(`${path}:1  is not there: ${dir} is no export, or one that broke off. Export again`);
  const text = await readFile(path, 'utf8');
  const parsed = v.safeParse(manifestSchema, parseJson(text));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return fail(`${path}:1  ${v.getDotPath(issue) ?? ''} ${issue.message}`);
  }
  const here = parsed.output.tables.map(({ table }) => table);
  const lacking = TABLES.filter(({ name }) => !here.includes(name)).map(({ name }) => name);
  if (lacking.length > 0 || here.length !== TABLES.length)
    return fail(`${path}:1  tables: ${lacking.join(', ') || here.join(', ')} are not the tables this version restores`);
  return ok({ manifest: parsed.output, id: await sha256(text) });
}

/** One line for each file that is not what the manifest says. */
export async function mistakesIn({ tables, photos }: Manifest, dir: string): Promise<readonly string[]> {
  const mistakes: string[] = [];
  for (const file of tables) mistakes.push(...(await wrongTable(file, dir)));
  for (const file of photos) mistakes.push(...(await wrongPhoto(file, dir)));
  return mistakes;
}

async function wrongTable(file: TableFile, dir: string): Promise<readonly string[]> {
  const path = join(dir, file.file);
  const table = tableNamed(file.table);
  if (!existsSync(path) || table === null || file.file !== `${file.table}.ndjson`) return [`${path}:1  is not there`];
  const hash = createHash('sha256');
  let lines = 0;
  let wrong: string | null = null;
  for await (const line of linesOf(path, hash)) {
    lines = line.number;
    wrong ??= wrongLine(line.text, line.cut, table, `${path}:${line.number}`);
  }
  if (wrong !== null) return [wrong];
  if (lines !== file.rows) return [`${path}:${lines}  the file ends here, and ${file.rows} lines were exported`];
  if (hash.digest('hex') !== file.sha256)
    return [`${path}:1-${lines}  the file was changed: its SHA-256 is not the manifest's`];
  return [];
}

function wrongLine(text: string, cut: boolean, table: Table, place: string): string | null {
  const value = parseJson(text);
  if (cut || value === undefined) return `${place}  the line is cut off or damaged: it is no JSON`;
  const parsed = v.safeParse(table.row, value);
  if (parsed.success) return null;
  const [issue] = parsed.issues;
  return `${place}  ${v.getDotPath(issue) ?? 'the line'}: ${issue.message}`;
}

async function wrongPhoto({ file, bytes, sha256: expected }: PhotoFile, dir: string): Promise<readonly string[]> {
  const path = join(dir, file);
  if (!existsSync(path)) return [`${path}:1  is not there`];
  const { size } = await stat(path);
  if (size !== bytes) return [`${path}:1  has ${size} bytes, and ${bytes} were exported`];
  return (await hashOfFile(path)) === expected ? [] : [`${path}:1  the file was changed: its SHA-256 is not its name`];
}
