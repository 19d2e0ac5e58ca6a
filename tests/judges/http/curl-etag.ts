/** curl's own round trip: it keeps the entity tag in a file, compares it the next time, and is told 304. */
import { join } from 'node:path';
import type { Held } from '../demo.ts';
import { type Judge, verdict } from '../judge.ts';
import { needs, run } from '../shell.ts';

export const curlEtag: Judge = {
  name: 'curl etag',
  missing: needs('curl', 'curl'),
  async judge(demo) {
    const documents = demo.documents.filter((held) => held.status === 200);
    const errors: string[] = [];
    for (const held of documents)
      for (const encoding of ['identity', 'gzip']) errors.push(...(await roundTrip(held, encoding, demo.folder)));
    return verdict(documents.length, 'documents', errors);
  },
};

async function roundTrip({ url }: Held, encoding: string, folder: string): Promise<readonly string[]> {
  const tag = join(folder, 'etag.txt');
  const common = ['-s', '-o', '/dev/null', '-w', '%{http_code} %{size_download}', '-H', `Accept-Encoding: ${encoding}`];
  const first = await run('curl', [...common, '--etag-save', tag, url]);
  const second = await run('curl', [...common, '--etag-compare', tag, url]);
  return first.out.startsWith('200 ') && second.out === '304 0'
    ? []
    : [`${url} (${encoding}): ${first.out.trim()} bytes, then ${second.out.trim()} bytes`];
}
