/** publication.yaml, parsed by the API's own schema. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Publication, publicationSchema } from '../../src/article/publication.ts';
import { fail, ok, type Result } from '../../src/lib/result.ts';
import type { FieldMistake } from './article-fields.ts';
import { decode } from './front-matter.ts';
import { errorCode } from './mistake.ts';
import { PUBLICATION_WORDS } from './publication-words.ts';
import { findingsOf, printPath } from './wording.ts';
import { readYaml } from './yaml-source.ts';

export const PUBLICATION_FILE = 'publication.yaml';

export async function readPublication(contentDir: string): Promise<Result<Publication, readonly FieldMistake[]>> {
  const bytes = await readFile(join(contentDir, PUBLICATION_FILE)).catch((error: unknown) => errorCode(error));
  if (typeof bytes !== 'string') return parsePublication(bytes);
  const detail =
    bytes === 'ENOENT'
      ? 'missing. Write it as docs/content.md says, or name its folder: --content DIR'
      : `cannot be read (${bytes})`;
  return fail([{ line: 1, field: 'file', detail }]);
}

function parsePublication(bytes: Uint8Array): Result<Publication, readonly FieldMistake[]> {
  const text = decode(bytes);
  if (!text.ok) return fail([text.error]);
  const source = readYaml(text.value, 1);
  if (!source.ok) return fail(source.error.map((problem) => ({ ...problem, field: 'file' })));
  const parsed = v.safeParse(publicationSchema, source.value.data);
  if (parsed.success) return ok(parsed.output);
  const findings = findingsOf(source.value.data, parsed.issues, PUBLICATION_WORDS);
  return fail(
    findings.map(({ path, detail }) => ({ line: source.value.lineOf(path), field: printPath(path), detail })),
  );
}
