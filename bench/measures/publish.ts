import { smallCatalogue } from '../lib/cold-feed.ts';
import { newsArticle } from '../lib/corpus.ts';
import { cpuNanoseconds } from '../lib/cpu.ts';
import { publish, setPublication } from '../lib/editor.ts';
import { firstRequest } from '../lib/first-request.ts';
import type { Measurement } from '../lib/table.ts';
import { openWorld } from '../lib/world.ts';

const WARM_UP = 80;
const ROUNDS = 12;
const BATCH = 10;

const batch = (from: number, count: number) => Array.from({ length: count }, (_, index) => newsArticle(from + index));

async function warmMs(): Promise<number> {
  const world = await openWorld();
  try {
    const at = await world.at('app');
    await setPublication(at);
    await publish(at, batch(0, WARM_UP));
    let least = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS; round++) {
      const articles = batch(WARM_UP + round * BATCH, BATCH);
      const before = cpuNanoseconds(world.pid);
      await publish(at, articles);
      least = Math.min(least, (cpuNanoseconds(world.pid) - before) / 1e6 / BATCH);
    }
    return least;
  } finally {
    await world.close();
  }
}

const coldMs = async () =>
  firstRequest((await smallCatalogue()).file, (at, boot) => publish(at, [newsArticle(50_000 + boot)]));

export const publishCpu: readonly Measurement[] = [
  {
    name: 'publish_cpu_ms',
    limit: 10,
    how: "workerd's CPU for a new HTML article of 1,200 words, in the database and in three formats, D1 being another process; least of 12 batches of 10 after 80",
    measure: async () => {
      const warm = await warmMs();
      const { ms, threadMs } = await coldMs();
      return { value: warm, beside: `cold ${ms.toFixed(1)} ms (the Worker's own thread ${threadMs.toFixed(1)})` };
    },
  },
];
