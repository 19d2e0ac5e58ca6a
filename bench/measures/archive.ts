import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeCatalogue } from '../lib/catalogue.ts';
import { articleDocument } from '../lib/corpus.ts';
import { residentMib } from '../lib/cpu.ts';
import { publish } from '../lib/editor.ts';
import { rawGet } from '../lib/raw.ts';
import type { Measurement, Result } from '../lib/table.ts';
import { openWorld } from '../lib/world.ts';

const ITEMS = 5000;
const NEWEST = 30;
const BYTES = 10_000;
const MIB = 2 ** 20;
const USED = 300;
/** Published, but in no feed and no archive. */
const HELD = { status: 'held' } as const;

/** Bytes of the answer; halfway the client stops reading for a second, as slow ones do. */
function readSlowly(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      let bytes = 0;
      let paused = false;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (paused || bytes < 5 * MIB) return;
        paused = true;
        response.pause();
        setTimeout(() => response.resume(), 1000);
      });
      response.on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}

/** V8 lets its heap grow in the first moments of any work, so the service has worked before memory is first looked at. */
async function inUse(at: string, headers: Readonly<Record<string, string>>): Promise<void> {
  for (let article = 0; article < USED; article++) await publish(at, [articleDocument(article + 1, BYTES, HELD)]);
  for (let poll = 0; poll < USED; poll++) await rawGet(`${at}/feed.rss`, headers);
}

/** How far memory rises over what publishing and polls have left. */
async function growth(file: string, headers: Readonly<Record<string, string>>) {
  const world = await openWorld({ file });
  try {
    const at = await world.at('app');
    await inUse(at, headers);
    const before = residentMib(world.pid);
    let [peak, done] = [before, false];
    const reading = readSlowly(`${at}/archive/1-1.rss`, headers).finally(() => {
      done = true;
    });
    while (!done) {
      peak = Math.max(peak, residentMib(world.pid));
      await sleep(10);
    }
    return { mib: peak - before, bodyMib: (await reading) / MIB };
  } finally {
    await world.close();
  }
}

async function measure(): Promise<Result> {
  const catalogue = { newest: NEWEST, bytes: BYTES, older: ITEMS - NEWEST, olderBytes: BYTES };
  const { file } = await makeCatalogue({ ...catalogue, publication: { archiveItems: ITEMS } });
  const gzip = await growth(file, { 'accept-encoding': 'gzip' });
  const plain = await growth(file, {});
  const shown = [gzip, plain].map(({ mib, bodyMib }) => `${mib.toFixed(1)} MiB for ${bodyMib.toFixed(0)} MiB`);
  return { value: Math.max(gzip.mib, plain.mib), beside: `gzip ${shown[0]}; plain ${shown[1]}` };
}

export const archive: readonly Measurement[] = [
  {
    name: 'archive_extra_mib',
    limit: 20,
    how: "workerd's resident memory at its highest while 5,000 items of 10 KB stream to a client that stops for a second, over that after 300 articles published and 300 polls; the worse of gzip and plain",
    measure,
  },
];
