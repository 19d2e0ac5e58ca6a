/** A folder → an empty instance. Whatever was killed when, running it again goes on. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_BATCH_ROWS, TABLES } from '../../src/ledger/export-tables.ts';
import { fail, ok, type Result } from '../../src/lib/result.ts';
import type { Failure, Service, Surroundings } from '../sending/service-client.ts';
import type { Terminal } from '../sending/terminal.ts';
import { beginRestore, sendPhoto, sendRows } from './export-calls.ts';
import { linesOf } from './file-lines.ts';
import type { PhotoFile, TableFile } from './manifest.ts';
import { type Export, mistakesIn, readManifest } from './read-export.ts';

export interface RestoreOptions {
  readonly from: string;
  /** The service's address. */
  readonly to: string;
  readonly key: string | null;
}

export interface Outside extends Surroundings {
  readonly terminal: Terminal;
}

/** Answers whether everything is there now. */
export async function restoreExport({ from, to, key }: RestoreOptions, outside: Outside): Promise<boolean> {
  const { terminal } = outside;
  if (key === null) return said(terminal, ['Nothing was restored, for want of the editor key: set EDITOR_KEY.']);
  const found = await readManifest(from);
  if (!found.ok) return said(terminal, [found.error]);
  const mistakes = await mistakesIn(found.value.manifest, from);
  if (mistakes.length > 0) return said(terminal, [...mistakes, 'Nothing was restored.']);
  const service: Service = { ...outside, base: to.replace(/\/+$/, ''), key };
  const sent = await send(service, found.value, from, terminal);
  if (!sent.ok) return said(terminal, [sent.error.words]);
  const { moved, photos } = found.value.manifest;
  terminal.line(
    `${sent.value} rows and ${photos.length} photos are at ${service.base}. Entries are rendered as they are asked for, and by the clock.`,
  );
  terminal.line('Copies handed out before are recognised if SIGNING_KEYS is the one they were signed with.');
  if (moved.length > 0) terminal.line(`This export is not of one moment: ${moved.join(', ')} moved while it was made.`);
  return true;
}

function said(terminal: Terminal, lines: readonly string[]): false {
  for (const line of lines) terminal.line(line);
  return false;
}

/** Answers how many rows are there. */
async function send(
  service: Service,
  { manifest, id }: Export,
  dir: string,
  terminal: Terminal,
): Promise<Result<number, Failure>> {
  const begun = await beginRestore(service, id);
  if (!begun.ok) return begun;
  const all = manifest.tables.reduce((sum, { rows }) => sum + rows, 0);
  // Photos come first, so where a row is, they all are.
  if (begun.value.rows === 0) {
    const photos = await sendPhotos(service, id, manifest.photos, dir, terminal);
    if (!photos.ok) return photos;
  }
  let taken = begun.value.rows;
  let before = 0;
  for (const table of inOrder(manifest.tables)) {
    const sent = await sendTable({ service, id, dir, table, before }, taken, (rows) =>
      terminal.progress(`${rows}/${all} rows`),
    );
    if (!sent.ok) return sent;
    taken = sent.value;
    before += table.rows;
  }
  return ok(taken);
}

const inOrder = (files: readonly TableFile[]): readonly TableFile[] =>
  TABLES.flatMap(({ name }) => files.filter(({ table }) => table === name));

async function sendPhotos(
  service: Service,
  id: string,
  photos: readonly PhotoFile[],
  dir: string,
  terminal: Terminal,
): Promise<Result<null, Failure>> {
  for (const [index, { file, sha256 }] of photos.entries()) {
    const sent = await sendPhoto(service, id, sha256, new Uint8Array(await readFile(join(dir, file))));
    if (!sent.ok) return sent;
    terminal.progress(`${index + 1}/${photos.length} photos`);
  }
  return ok(null);
}

/** A request stays well below what a Worker can hold. */
const MAX_BATCH_CHARS = 2_000_000;

const OTHER = 'somebody else restores the same export there at the same time. Run it again when they are done';

interface Sending {
  readonly service: Service;
  readonly id: string;
  readonly dir: string;
  readonly table: TableFile;
  /** How many rows of the export come before this table's. */
  readonly before: number;
}

/** Answers how many rows are there. Lines go as they stand; those that are there already are passed over. */
async function sendTable(
  { service, id, dir, table, before }: Sending,
  taken: number,
  progress: (rows: number) => void,
): Promise<Result<number, Failure>> {
  let there = taken;
  let lines: string[] = [];
  let chars = 0;
  const flush = async (): Promise<Result<unknown, Failure>> => {
    if (lines.length === 0) return ok(null);
    const sent = await sendRows(service, id, { table: table.table, from: there, lines });
    if (!sent.ok) return sent;
    if (sent.value.rows !== there + lines.length) return fail({ stops: true, words: OTHER });
    there = sent.value.rows;
    lines = [];
    chars = 0;
    progress(there);
    return sent;
  };
  for await (const { text, number } of linesOf(join(dir, table.file))) {
    if (before + number <= there) continue;
    if (lines.length === MAX_BATCH_ROWS || chars + text.length > MAX_BATCH_CHARS) {
      const sent = await flush();
      if (!sent.ok) return sent;
    }
    lines.push(text);
    chars += text.length;
  }
  const sent = await flush();
  return sent.ok ? ok(there) : sent;
}
