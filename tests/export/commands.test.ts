/** `npm run export` and `npm run restore` as commands, over HTTP. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { EDITOR_KEY, named, openWorld } from '../world.ts';
import { folder } from './worlds.ts';

const run = promisify(execFile);

async function command(
  name: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<readonly [number, string]> {
  const options = { env: { ...process.env, EDITOR_KEY, ...env } };
  try {
    const { stdout } = await run(process.execPath, [`scripts/${name}.ts`, ...args], options);
    return [0, stdout];
  } catch (error) {
    const { code, stdout, stderr } = Object(error);
    return [Number(code), `${stdout}${stderr}`];
  }
}

it('bring everything from one service to another', { timeout: 120_000 }, async () => {
  const [old, young] = await Promise.all([openWorld(), openWorld({ publication: null })]);
  try {
    await old.put(named('first'));
    const addresses = await Promise.all([old, young].map(async ({ mf }) => (await mf.ready).href));
    const [from = '', to = ''] = addresses;
    const dir = folder();
    expect(await command('export', ['--to', from, '--out', dir])).toEqual([0, expect.stringContaining('SIGNING_KEYS')]);
    expect(existsSync(join(dir, 'manifest.json'))).toBe(true);
    expect(await command('restore', ['--from', dir, '--to', from])).toEqual([
      1,
      expect.stringContaining('empty instance only'),
    ]);
    expect(await command('restore', ['--from', dir, '--to', to])).toEqual([
      0,
      expect.stringContaining('0 photos are at'),
    ]);
    expect(await (await young.get('/feed.json')).text()).toBe(await (await old.get('/feed.json')).text());
  } finally {
    await Promise.all([old.close(), young.close()]);
  }
});

it.each([
  ['export', ['--to', 'news.example'], 2, 'is not an address'],
  ['export', ['--unknown'], 2, 'npm run export --'],
  ['export', ['--help'], 0, '--out DIR'],
  ['export', ['--to', 'http://127.0.0.1:1', '--out', 'dist/nothing-there'], 1, 'nothing answers at http://127.0.0.1:1'],
  ['restore', [], 2, 'Say which export: --from DIR'],
  ['restore', ['--from', 'dist/nothing-there'], 1, 'manifest.json:1  is not there'],
  ['restore', ['--help'], 0, '--from DIR'],
] as const)('%s %j ends with %i', async (name, args, code, words) => {
  expect(await command(name, args)).toEqual([code, expect.stringContaining(words)]);
});
