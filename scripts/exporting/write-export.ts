/** Everything of an instance → a folder. */
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PARTS, type Part, TABLES } from '../../src/ledger/export-tables.ts';
import { ok, type Result } from '../../src/lib/result.ts';
import { rfc3339 } from '../../src/lib/time.ts';
import type { Failure, Service, Surroundings } from '../sending/service-client.ts';
import type { Terminal } from '../sending/terminal.ts';
import { beginExport, type Marks, marksAt } from './export-calls.ts';
import { MANIFEST, manifestText, type TableFile } from './manifest.ts';
import { writePhotos, writeTable } from './write-files.ts';

export interface ExportOptions {
  /** The service's address. */
  readonly to: string;
  readonly key: string | null;
  /** The folder. */
  readonly out: string;
}

export interface Outside extends Surroundings {
  readonly terminal: Terminal;
}

/** Answers whether everything is there, as it was at one moment. */
export async function writeExport({ to, key, out }: ExportOptions, outside: Outside): Promise<boolean> {
  const { terminal } = outside;
  if (key === null) return said(terminal, 'Nothing was exported, for want of the editor key: set EDITOR_KEY.');
  if (existsSync(join(out, MANIFEST)))
    return said(terminal, `${out} has an export in it already. Name another folder: --out DIR`);
  const service: Service = { ...outside, base: to.replace(/\/+$/, ''), key };
  const written = await write(service, out, outside);
  return written.ok ? concluded(written.value, out, terminal) : said(terminal, written.error.words);
}

function said(terminal: Terminal, words: string): false {
  terminal.line(words);
  return false;
}

interface Written {
  readonly tables: readonly TableFile[];
  readonly photos: number;
  readonly moved: readonly Part[];
  readonly missing: readonly string[];
}

async function write(service: Service, out: string, { now, terminal }: Outside): Promise<Result<Written, Failure>> {
  const begun = await beginExport(service);
  if (!begun.ok) return begun;
  // Names and addresses of partners are in it, so it is for its owner only.
  await mkdir(out, { recursive: true, mode: 0o700 });
  const read = await readTables(service, begun.value.marks, out, (words) => terminal.progress(words));
  if (!read.ok) return read;
  const { tables, moved } = read.value;
  const photos = await writePhotos(service, out, (done) => terminal.progress(`${done} photos`));
  if (!photos.ok) return photos;
  const { base } = begun.value;
  const text = manifestText({
    base,
    at: rfc3339(now()),
    moved: [...moved],
    missing: [...photos.value.missing],
    tables: [...tables],
    photos: [...photos.value.photos],
  });
  // Last, and at once: a folder without it is an export that broke off.
  await writeFile(join(out, `${MANIFEST}.part`), text, { mode: 0o600 });
  await rename(join(out, `${MANIFEST}.part`), join(out, MANIFEST));
  return ok({ tables, photos: photos.value.photos.length, moved, missing: photos.value.missing });
}

const ROUNDS = 4;

/**
 * D1 keeps no snapshot for as long as this takes, so a part that was written to meanwhile is read again. When every part
 * stands as it did before it was read, all of it is as it was at that moment.
 */
async function readTables(
  service: Service,
  begun: Marks,
  out: string,
  progress: (words: string) => void,
): Promise<Result<{ tables: readonly TableFile[]; moved: readonly Part[] }, Failure>> {
  const files = new Map<string, TableFile>();
  let before = begun;
  let moved: readonly Part[] = PARTS;
  for (let round = 1; round <= ROUNDS && moved.length > 0; round += 1) {
    for (const table of TABLES.filter(({ part }) => moved.includes(part))) {
      const file = await writeTable(service, table, out);
      if (!file.ok) return file;
      files.set(table.name, file.value);
      progress(`${table.name}: ${file.value.rows} rows`);
    }
    const after = await marksAt(service);
    if (!after.ok) return after;
    const { marks } = after.value;
    moved = PARTS.filter((part) => marks[part] !== before[part]);
    before = marks;
  }
  return ok({ tables: TABLES.flatMap(({ name }) => files.get(name) ?? []), moved });
}

function concluded({ tables, photos, moved, missing }: Written, out: string, terminal: Terminal): boolean {
  const rows = tables.reduce((sum, file) => sum + file.rows, 0);
  terminal.line(`${rows} rows of ${tables.length} tables and ${photos} photos are in ${out}.`);
  terminal.line(
    'SIGNING_KEYS and EDITOR_KEY are not: carry SIGNING_KEYS over by hand, or older copies are not recognised.',
  );
  if (moved.length > 0)
    terminal.line(
      `Still being changed when it was read, so not of one moment: ${moved.join(', ')}. Run it again when less goes on.`,
    );
  for (const hash of missing) terminal.line(`The photo ${hash} is lost at the service itself.`);
  return moved.length === 0 && missing.length === 0;
}
