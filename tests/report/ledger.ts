/** Hits made by hand through the real pipeline, and a ledger filled by SQL where many are wanted. */
import { signingKeys } from '../../src/partner/signing-keys.ts';
import { signToken } from '../../src/partner/token.ts';
import { flushTallies } from '../count/tallies.ts';
import { SIGNING_KEYS, type World } from '../world.ts';

export const BROWSER =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

export interface HandMade {
  readonly article: number;
  readonly grant: number;
  readonly host: string;
  readonly views?: number;
  readonly clicks?: number;
  /** Requests that name no program: never people. */
  readonly machines?: number;
}

const asImage = { 'sec-fetch-dest': 'image', accept: 'image/avif,image/webp,*/*' };
const asPage = { 'sec-fetch-dest': 'document', accept: 'text/html' };

/** Through badge, link, tally and ledger, like any reader's. */
export async function hit(world: World, { article, grant, host, views = 0, clicks = 0, machines = 0 }: HandMade) {
  const keys = await signingKeys(SIGNING_KEYS);
  if (!keys.ok) throw new Error(keys.error);
  const token = await signToken({ article, grant, channel: 'feed' }, keys.value);
  const person = { 'user-agent': BROWSER, referer: `https://${host}/`, 'accept-language': 'en' };
  const times = (count: number, ask: () => Promise<unknown>) => Promise.all(Array.from({ length: count }, ask));
  await times(views, () => world.get(`/b/${token}.svg`, { ...person, ...asImage }));
  await times(clicks, () => world.get(`/c/${token}`, { ...person, ...asPage }));
  await times(machines, () => world.get(`/b/${token}.svg`, { 'user-agent': '', referer: `https://${host}/` }));
  await flushTallies(world);
}

/** A check has seen the copy there. */
export const verify = (world: World, host: string) =>
  world.db.prepare("UPDATE repost SET presence = 'live' WHERE host = ?").bind(host).run();

export interface DayCount {
  readonly day: string;
  readonly views: readonly [raw: number, people: number, verified: number];
  readonly clicks?: readonly [raw: number, people: number, verified: number];
}

/** Days as the ledger holds them. */
export async function fillDays(world: World, days: readonly DayCount[]): Promise<void> {
  const insert = world.db.prepare('INSERT INTO hit_day VALUES (?, ?, ?, ?, ?)');
  const rows = days.flatMap(({ day, views, clicks = [0, 0, 0] }) => [
    insert.bind(day, 0, ...views),
    insert.bind(day, 1, ...clicks),
  ]);
  for (let from = 0; from < rows.length; from += 500) await world.db.batch(rows.slice(from, from + 500));
}

export const LEDGER_TABLES = ['hit', 'hit_day', 'hit_article', 'hit_grant', 'hit_host', 'repost', 'repost_event'];

export const emptyLedger = (world: World) =>
  world.db.batch(LEDGER_TABLES.map((table) => world.db.prepare(`DELETE FROM ${table}`)));
