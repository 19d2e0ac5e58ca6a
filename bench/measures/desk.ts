import { cpuNanoseconds } from '../lib/cpu.ts';
import { deskLedger, signIn } from '../lib/desk-ledger.ts';
import { rawGet } from '../lib/raw.ts';
import { placeForMiniflare, rowsRead } from '../lib/simulated-d1.ts';
import type { Measurement } from '../lib/table.ts';
import { openWorld, type World } from '../lib/world.ts';

const YEAR = '/desk?days=365';
const WARM_UP = 30;
const ROUNDS = 40;
const EACH = 4;
const SIZES = '365 days, 1,000 articles, 100 partners, 10 million hits';

async function atDesk<T>(use: (world: World, ask: () => Promise<number>) => Promise<T>): Promise<T> {
  const world = await openWorld({ file: await deskLedger() });
  try {
    const at = await world.at('app');
    const headers = await signIn(at);
    return await use(world, async () => {
      const { status, bytes } = await rawGet(at + YEAR, headers);
      if (status !== 200) throw new Error(`${YEAR} answers ${status}`);
      return bytes.length;
    });
  } finally {
    await world.close();
  }
}

async function rows(): Promise<number> {
  const asked = await atDesk(async ({ d1 }, ask) => {
    d1.takeAsked();
    await ask();
    return d1.takeAsked();
  });
  return rowsRead(await placeForMiniflare(await deskLedger()), asked);
}

const cpu = () =>
  atDesk(async ({ pid }, ask) => {
    let bytes = 0;
    for (let warm = 0; warm < WARM_UP; warm++) bytes = await ask();
    let least = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS; round++) {
      const before = cpuNanoseconds(pid);
      for (let time = 0; time < EACH; time++) await ask();
      least = Math.min(least, (cpuNanoseconds(pid) - before) / 1e6 / EACH);
    }
    return { value: least, beside: `${(bytes / 1024).toFixed(0)} KiB of HTML` };
  });

export const desk: readonly Measurement[] = [
  {
    name: 'desk_rows_read',
    limit: 2000,
    exact: true,
    how: `rows_read as D1 reports it for every statement of the desk's overview over a year: ${SIZES}`,
    measure: async () => ({ value: await rows() }),
  },
  {
    name: 'desk_cpu_ms',
    limit: 10,
    how: `workerd's CPU for that page, signing in aside, D1 being another process; least of ${ROUNDS} rounds of ${EACH} after ${WARM_UP}: ${SIZES}`,
    measure: cpu,
  },
];
