/** The judges that npm brings, on the demo. The others are heard by `npm run judge`. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { JUDGES } from './judges.ts';

const FROM_NPM = [
  'jsonfeed-schema',
  'feedsmith',
  'rss-parser',
  'feed-parser',
  'fast-xml-parser',
  'provenance',
  'html-validate',
  'http-cache-semantics',
];

it('find no error in the feeds and pages of the demo', { timeout: 240_000 }, async () => {
  const skipped = JUDGES.map(({ name }) => name).filter((name) => !FROM_NPM.includes(name));
  expect(skipped.length).toBe(JUDGES.length - FROM_NPM.length);
  console.log(`Not heard here, but by npm run judge: ${skipped.join(', ')}`);
  const { stdout } = await promisify(execFile)(process.execPath, ['tests/judges/run.ts', ...FROM_NPM]).catch(
    (error: { stdout: string }) => error,
  );
  expect(stdout).toContain('All judges agree.');
});
