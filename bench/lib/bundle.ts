/** The Worker as it is deployed: bundled and minified by wrangler, without a word to anybody outside. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { unstable_readConfig } from 'wrangler';

export const BUNDLE = 'dist/bench';

const QUIET = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_HIDE_BANNER: 'true',
};

const wrangler = (...given: readonly string[]): void => {
  const options = ['deploy', '--dry-run', '--minify', ...given];
  execFileSync(process.execPath, ['node_modules/wrangler/bin/wrangler.js', ...options], {
    env: { ...process.env, ...QUIET },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
};

export const bundle = (): void => wrangler('--outdir', BUNDLE);

/** One of `bench/workers`, bundled the same way: with our settings, but none of our bindings. */
export function bundleWorker(name: string): string {
  const folder = `${BUNDLE}-${name}`;
  const { compatibility_date, compatibility_flags, keep_names } = unstable_readConfig({ config: 'wrangler.toml' });
  const main = `../bench/workers/${name}.ts`;
  const config = { name, main, compatibility_date, compatibility_flags, keep_names };
  mkdirSync('dist', { recursive: true });
  writeFileSync(`${folder}.json`, JSON.stringify(config));
  wrangler('--config', `${folder}.json`, '--outdir', resolve(folder));
  return readFileSync(`${folder}/${name}.js`, 'utf8');
}

/** What is uploaded: every module, without source maps and wrangler's own note. */
export const moduleFiles = (): readonly string[] =>
  readdirSync(BUNDLE).filter((name) => !name.endsWith('.map') && name !== 'README.md');

export const mainModule = (): string => readFileSync(`${BUNDLE}/index.js`, 'utf8');

export const gzippedKib = (): number =>
  moduleFiles().reduce((total, name) => total + gzipSync(readFileSync(`${BUNDLE}/${name}`)).length, 0) / 1024;
