/** Reading, handing on and killing, again and again on the same files; and what was counted in the end. */
import { setTimeout as wait } from 'node:timers/promises';
import { type KilledAt, stateOfFiles } from './kill-files.ts';
import { add, newReads, type ReadKey, type Reads, startReading, total } from './kill-load.ts';
import { type KillableService, SHARDS, startService, type Variant } from './kill-service.ts';

export interface Outcome {
  readonly kills: number;
  readonly received: number;
  readonly answered: number;
  readonly counted: number;
  /** Answered, and not in the ledger. */
  readonly lost: readonly ReadKey[];
  /** In the ledger more often than they were asked for. */
  readonly doubled: readonly ReadKey[];
  /** Where kills struck, by the files they left behind. */
  readonly struck: KilledAt;
  /** Sums of the ledger that are not those of its hits. */
  readonly wrongSums: readonly string[];
}

export interface KillRun {
  readonly persist: string;
  readonly variant: Variant;
  readonly kills: number;
}

/** So long after its first answer a process is killed, in milliseconds. */
const LONGEST = 800;
const LONGEST_PAUSE = 30;

export async function killAgainAndAgain({ persist, variant, kills }: KillRun): Promise<Outcome> {
  const reads = newReads();
  const found: KilledAt[] = [];
  for (let kill = 0; kill < kills; kill++) {
    await untilKilled(await startService(persist, variant), reads);
    found.push(stateOfFiles(persist));
  }
  const service = await startService(persist, variant);
  try {
    await handEverythingOn(service);
    return { kills, struck: killsIn(found), ...(await outcome(service, reads)) };
  } finally {
    await service.close();
  }
}

/** Of several tallies, the kills that struck at least one. */
const killsIn = (found: readonly KilledAt[]): KilledAt => ({
  pending: found.filter(({ pending }) => pending > 0).length,
  beforeTheLedger: found.filter(({ beforeTheLedger }) => beforeTheLedger > 0).length,
  beforeTheAnswer: found.filter(({ beforeTheAnswer }) => beforeTheAnswer > 0).length,
  forgotten: found.filter(({ forgotten }) => forgotten > 0).length,
});

/** Nobody is killed here: whoever waits for an answer has one. */
export async function readInPeace({ persist, variant }: Omit<KillRun, 'kills'>, ms: number) {
  const reads = newReads();
  const service = await startService(persist, variant);
  try {
    const reading = startReading(service.at, reads);
    await reading.firstAnswer;
    await wait(ms);
    await reading.stop();
    await handEverythingOn(service);
    return { unanswered: total(reads.unanswered), ...(await outcome(service, reads)) };
  } finally {
    await service.close();
  }
}

async function untilKilled(service: KillableService, reads: Reads): Promise<void> {
  const reading = startReading(service.at, reads);
  const handing = startHandingOn(service);
  await reading.firstAnswer;
  await wait(Math.random() * LONGEST);
  await service.kill();
  await Promise.all([reading.stop(), handing.stop()]);
}

/** The alarm comes every few seconds; this comes all the time, so that many kills strike in the middle of it. */
function startHandingOn({ flush }: KillableService): { readonly stop: () => Promise<void> } {
  let stopped = false;
  const one = async (shard: string): Promise<void> => {
    while (!stopped) {
      await wait(Math.random() * LONGEST_PAUSE);
      await flush(shard);
    }
  };
  const all = Promise.all(SHARDS.map(one));
  return {
    stop: async () => {
      stopped = true;
      await all;
    },
  };
}

const PATIENCE = 200;
/** Deliveries that were held up have arrived by then. */
const HELD_UP = 600;

async function handEverythingOn({ flush }: KillableService): Promise<void> {
  for (const shard of SHARDS) {
    let tries = 1;
    while (!(await flush(shard))) {
      if (tries++ === PATIENCE) throw new Error(`${shard} can't hand on what it has`);
    }
  }
  await wait(HELD_UP);
}

async function outcome(
  { query }: KillableService,
  { sent, answered }: Reads,
): Promise<Omit<Outcome, 'kills' | 'struck'>> {
  const counted = new Map<ReadKey, number>();
  for (const { article, grant_number, channel, kind, host, count } of await query('SELECT * FROM hit'))
    add(counted, `${article} ${grant_number} ${channel} ${kind} ${host}`, Number(count));
  const keys = [...new Set([...sent.keys(), ...counted.keys()])];
  const n = (counts: ReadonlyMap<ReadKey, number>, key: ReadKey): number => counts.get(key) ?? 0;
  const wrong = await Promise.all(SUMS.map(async (sql) => ((await query(sql)).length > 0 ? [sql] : [])));
  return {
    received: total(sent),
    answered: total(answered),
    counted: total(counted),
    lost: keys.filter((key) => n(counted, key) < n(answered, key)),
    doubled: keys.filter((key) => n(counted, key) > n(sent, key)),
    wrongSums: wrong.flat(),
  };
}

/** Rows of a table of sums that say otherwise than the hits, and the other way round. */
const differing = (table: string, by: string): string => {
  const columns = by.replace('month', 'substr(day, 1, 7)');
  const hits = `SELECT ${columns}, sum(count), sum(CASE WHEN class IN (0, 1) THEN count ELSE 0 END) FROM hit GROUP BY ${columns}`;
  const sums = `SELECT ${by}, raw, people FROM ${table}`;
  return `SELECT * FROM (${hits} EXCEPT ${sums}) UNION ALL SELECT * FROM (${sums} EXCEPT ${hits})`;
};

const SUMS = [
  differing('hit_day', 'day, kind'),
  differing('hit_article', 'month, article, kind'),
  differing('hit_grant', 'month, grant_number, kind'),
  differing('hit_host', 'grant_number, host, month, kind'),
  'SELECT grant_number FROM repost GROUP BY grant_number HAVING count(*) > 100',
];

/** One line for the report. */
export const said = (name: string, { kills, received, answered, counted, lost, doubled, struck }: Outcome): string =>
  `${name}: ${kills} kills; received ${received}, counted ${counted}, answered ${answered}; lost ${lost.length}, doubled ${doubled.length}; struck with hits waiting ${struck.pending}, between tally and ledger ${struck.beforeTheLedger}, between ledger and acknowledgement ${struck.beforeTheAnswer}`;
