/** Tables and photos of an instance → files. Of a table one page is held at a time, of photos one. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { mediaPath } from '../../src/article/figure.ts';
import type { Table } from '../../src/ledger/export-tables.ts';
import { fail, ok, type Result } from '../../src/lib/result.ts';
import { type Failure, notTearsheet, parseJson, type Service } from '../sending/service-client.ts';
import { type Page, pageAt, photoAt } from './export-calls.ts';
import { hashOfFile, linesOf } from './file-lines.ts';
import type { PhotoFile, TableFile } from './manifest.ts';

export async function writeTable(service: Service, table: Table, dir: string): Promise<Result<TableFile, Failure>> {
  const file = `${table.name}.ndjson`;
  const handle = await open(join(dir, file), 'w', 0o600);
  const hash = createHash('sha256');
  let written = { rows: 0, bytes: 0 };
  try {
    for (let after: Page['next'] = null, more = true; more; ) {
      const page: Result<Page, Failure> = await pageAt(service, table, after);
      if (!page.ok) return page;
      const { rows, next } = page.value;
      // A page that doesn't move on would be asked for again for ever.
      if (next !== null && JSON.stringify(next) === JSON.stringify(after)) return notTearsheet(service);
      const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
      hash.update(text);
      await handle.writeFile(text);
      written = { rows: written.rows + rows.length, bytes: written.bytes + Buffer.byteLength(text) };
      after = next;
      more = next !== null;
    }
  } finally {
    await handle.close();
  }
  return ok({ file, table: table.name, ...written, sha256: hash.digest('hex') });
}

const assetRow = v.object({ hash: v.string(), type: v.string() });

export interface Photos {
  readonly photos: readonly PhotoFile[];
  readonly missing: readonly string[];
}

/** Those that `asset.ndjson` names. One that an interrupted run has written already isn't asked for again. */
export async function writePhotos(
  service: Service,
  dir: string,
  said: (done: number) => void,
): Promise<Result<Photos, Failure>> {
  await mkdir(join(dir, 'photos'), { recursive: true, mode: 0o700 });
  const photos: PhotoFile[] = [];
  const missing: string[] = [];
  for await (const { text } of linesOf(join(dir, 'asset.ndjson'))) {
    const { hash, type } = v.parse(assetRow, parseJson(text));
    const photo = await writePhoto(service, dir, hash, type);
    if (!photo.ok) return photo;
    if (photo.value === null) missing.push(hash);
    else photos.push(photo.value);
    said(photos.length);
  }
  return ok({ photos, missing });
}

/** Null: the instance has lost it, or has other bytes under this name. */
async function writePhoto(
  service: Service,
  dir: string,
  hash: string,
  type: string,
): Promise<Result<PhotoFile | null, Failure>> {
  const file = mediaPath({ asset: hash, type }).replace('/media/', 'photos/');
  const path = join(dir, file);
  if (existsSync(path) && (await hashOfFile(path)) === hash)
    return ok({ file, bytes: (await stat(path)).size, sha256: hash });
  const bytes = await photoAt(service, hash);
  if (!bytes.ok) return fail(bytes.error);
  if (bytes.value === null || createHash('sha256').update(bytes.value).digest('hex') !== hash) return ok(null);
  // Under its own name only when it is whole.
  await writeFile(`${path}.part`, bytes.value, { mode: 0o600 });
  await rename(`${path}.part`, path);
  return ok({ file, bytes: bytes.value.length, sha256: hash });
}
