import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/build.ts'],
    env: { WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two workerd at a time are what a small machine runs well.
    maxWorkers: 2,
  },
});
