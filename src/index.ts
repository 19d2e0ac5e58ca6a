/** The Worker: the gateway, which sees every request; the cached entrypoint behind it; and two durable objects. */
import { createApp } from './app.ts';
import type { Env } from './env.ts';
import { clockOf } from './publish/clock.ts';
import { warmUp } from './serve/frame-pieces.ts';

export { HitTally } from './count/hit-tally.ts';
export { PollTally } from './count/poll-tally.ts';
export { Clock } from './publish/clock.ts';
export { Documents } from './serve/documents.ts';

const app = createApp();
warmUp();

export default {
  fetch(request, env, ctx) {
    return app.fetch(request, {
      env,
      // A redirect is an answer for the client, not for us to follow.
      documents: (key) => ctx.exports.Documents.fetch(key, { redirect: 'manual' }),
      later: (work) => ctx.waitUntil(work),
      now: Date.now(),
    });
  },
  /** The backstop: were the clock's alarm ever lost, this sets it again. */
  async scheduled(controller, env) {
    await clockOf(env).wakeAt(controller.scheduledTime);
  },
} satisfies ExportedHandler<Env>;
