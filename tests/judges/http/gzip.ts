/** The stitched gzip: `gzip -t` finds it whole, and Python inflates it to exactly the plain document. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Demo, feedsOf, withUrls } from '../demo.ts';
import { PYTHON } from '../feeds/feedparser.ts';
import { ask } from '../http.ts';
import { type Judge, verdict } from '../judge.ts';
import { complaints, isReadable, needs, notInstalled, run } from '../shell.ts';

const CHECK = join(import.meta.dirname, 'read-gzip.py');
const installed = needs('gzip', 'gzip');

export const gzip: Judge = {
  name: 'gzip',
  missing: () => installed() ?? (isReadable(PYTHON) ? null : notInstalled('python3')),
  async judge(demo) {
    const feeds = feedsOf(demo);
    const { pairs, errors } = await compressed(demo);
    const tested = await run('gzip', ['-t', ...pairs.map(([zipped]) => zipped)]);
    const compared = await run(PYTHON, [CHECK, ...pairs.flat()]);
    const said = [...complaints(tested, /gzip: /), ...complaints(compared, /: /)];
    return verdict(feeds.length, 'documents', [...errors, ...withUrls(said, demo)]);
  },
};

interface Compressed {
  readonly pairs: readonly (readonly [zipped: string, plain: string])[];
  readonly errors: readonly string[];
}

async function compressed(demo: Demo): Promise<Compressed> {
  const folder = join(demo.folder, 'gzip');
  mkdirSync(folder, { recursive: true });
  const pairs: (readonly [string, string])[] = [];
  const errors: string[] = [];
  for (const { url, path } of feedsOf(demo)) {
    const { headers, body } = await ask(url, { headers: { 'accept-encoding': 'gzip' } });
    if (headers['content-encoding'] !== 'gzip') errors.push(`${url}: not compressed`);
    const zipped = join(folder, `${basename(path)}.gz`);
    writeFileSync(zipped, body);
    pairs.push([zipped, path]);
  }
  return { pairs, errors };
}
