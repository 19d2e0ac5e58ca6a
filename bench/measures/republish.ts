import { articleDocument } from '../lib/corpus.ts';
import { residentMib } from '../lib/cpu.ts';
import { send, setPublication } from '../lib/editor.ts';
import type { Measurement, Result } from '../lib/table.ts';
import { openWorld, type World } from '../lib/world.ts';

const LINES = 20;
const BYTES = 1000;
const NEW = 1000;

/** `count` articles from `first` on, as an import sends them. */
async function post(at: string, first: number, count: number): Promise<void> {
  for (let from = first; from < first + count; from += LINES) {
    const lines = Array.from({ length: LINES }, (_, index) => JSON.stringify(articleDocument(from + index, BYTES)));
    const text = await (await send(at, 'POST', '/api/articles', lines.join('\n'))).text();
    if (/"problem"/.test(text)) throw new Error(text.slice(0, 500));
  }
}

const written = ({ d1 }: World): number => Number(d1.sqlite.prepare('SELECT total_changes() AS n').get()?.n ?? 0);

/** Rows that publishing `count` articles writes when nothing about them is new. */
export async function republish(count: number): Promise<Result> {
  const world = await openWorld();
  try {
    const at = await world.at('app');
    await setPublication(at);
    await post(at, 0, count);
    const [first, before] = [written(world), residentMib(world.pid)];
    await post(at, 0, count);
    const value = written(world) - first;
    const middle = residentMib(world.pid);
    await post(at, count, NEW);
    const memory = [before, middle, residentMib(world.pid)].map((mib) => mib.toFixed(0)).join(' → ');
    return { value, beside: `${count} articles again, then ${NEW} new ones; workerd's memory ${memory} MiB` };
  } finally {
    await world.close();
  }
}

const measurement = {
  name: 'republish_rows_written',
  limit: 0,
  exact: true,
  how: 'rows SQLite says it changed while the same articles were posted again',
};

export const republishMany: Measurement = { ...measurement, measure: () => republish(10_000) };
/** The same count of nothing, soon enough for every change. */
export const republishFew: Measurement = { ...measurement, measure: () => republish(400) };
