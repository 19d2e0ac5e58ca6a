/** Bundles the Worker once as it is deployed, and hands the bindings of wrangler.toml to the tests that start it. */
import { execFileSync } from 'node:child_process';
import type { TestProject } from 'vitest/node';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';

declare module 'vitest' {
  interface ProvidedContext {
    worker: string;
  }
}

export const BUNDLE = 'dist/test';

export default function setup(project: TestProject): void {
  execFileSync(
    process.execPath,
    ['node_modules/wrangler/bin/wrangler.js', 'deploy', '--dry-run', '--minify', '--outdir', BUNDLE],
    {
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true' },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const { workerOptions } = unstable_getMiniflareWorkerOptions('wrangler.toml');
  project.provide('worker', JSON.stringify(workerOptions));
}
