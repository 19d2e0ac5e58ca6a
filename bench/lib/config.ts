/** What wrangler.toml says, in the form Miniflare takes. */
import type { WorkerOptions } from 'miniflare';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import type { Compatibility } from './boot.ts';

// What it says of secrets it has found is not ours to print.
process.env.WRANGLER_LOG = 'error';

export const wranglerOptions = (): WorkerOptions => unstable_getMiniflareWorkerOptions('wrangler.toml').workerOptions;

export function readWranglerConfig(): Compatibility {
  const { compatibilityDate, compatibilityFlags } = wranglerOptions();
  if (!compatibilityDate) throw new Error('wrangler.toml names no compatibility_date');
  return { date: compatibilityDate, flags: compatibilityFlags ?? [] };
}
