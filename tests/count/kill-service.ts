/** The service in workerd on files that outlive it, reached over its own sockets, so that it can be killed at any moment. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { Miniflare, type WorkerOptions } from 'miniflare';
import { inject } from 'vitest';
import { BASE, EDITOR_KEY, migrate, named, PUBLICATION, SIGNING_KEYS } from '../world.ts';

export interface Variant {
  /** The bundled Worker. */
  readonly bundle: string;
  /** The class its tallies are of. */
  readonly tally: string;
}

export interface KillableService {
  /** Where it answers, without a slash at the end. */
  readonly at: string;
  readonly query: (sql: string) => Promise<readonly Readonly<Record<string, string | number>>[]>;
  /** Asks one tally to hand everything on; false if it could not. */
  readonly flush: (shard: string) => Promise<boolean>;
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** So many articles there are; a token may name others. */
export const PUBLISHED = 3;
export const SHARDS = ['hits-0', 'hits-1', 'hits-2', 'hits-3'];

/** Reaches into the tallies and the ledger from the same process: what it asks for dies with it. */
const DRIVER = `export default { async fetch(request, env) {
  const { pathname } = new URL(request.url);
  if (pathname === '/query') return Response.json((await env.DB.prepare(await request.text()).all()).results);
  const problem = await env.HITS.getByName(pathname.slice(1)).flush().catch(String);
  return new Response(problem ?? 'handed on', { status: problem ? 503 : 200 });
} };`;

const SOCKET = [{ host: '127.0.0.1', port: 0 }];

export async function startService(persist: string, variant: Variant): Promise<KillableService> {
  const before = running();
  const mf = new Miniflare({
    cf: false,
    host: '127.0.0.1',
    port: 0,
    // Deliveries that fail are what is tested, not news.
    handleRuntimeStdio: (out: Readable, problems: Readable) => {
      out.resume();
      problems.resume();
    },
    durableObjectsPersist: `${persist}/do`,
    d1Persist: `${persist}/d1`,
    r2Persist: `${persist}/r2`,
    workers: [appWorker(variant), driverWorker(variant)],
  });
  await mf.ready;
  const at = async (name: string): Promise<string> => String(await mf.unsafeGetDirectURL(name)).replace(/\/$/, '');
  const service = serviceAt(await at('app'), await at('driver'));
  const [pid] = running().filter((candidate) => !before.includes(candidate));
  if (!pid) throw new Error('No workerd was started');
  const close = (): Promise<void> => Promise.race([mf.dispose().catch(() => undefined), wait(2000)]);
  await firstTime(mf, service);
  return {
    ...service,
    close,
    kill: async () => {
      process.kill(pid, 'SIGKILL');
      await close();
    },
  };
}

function appWorker({ bundle, tally }: Variant): WorkerOptions {
  const { assets: _assets, ...options }: WorkerOptions & { bindings: object; durableObjects: object } = JSON.parse(
    inject('worker'),
  );
  return {
    ...options,
    name: 'app',
    bindings: { ...options.bindings, BASE_URL: BASE, EDITOR_KEY, SIGNING_KEYS },
    durableObjects: { ...options.durableObjects, HITS: { className: tally, useSQLite: true } },
    modules: [{ type: 'ESModule', path: 'index.js', contents: readFileSync(bundle, 'utf8') }],
    unsafeDirectSockets: SOCKET,
  };
}

function driverWorker({ tally }: Variant): WorkerOptions {
  const { d1Databases = {} }: WorkerOptions = JSON.parse(inject('worker'));
  return {
    name: 'driver',
    compatibilityDate: '2026-07-01',
    d1Databases,
    durableObjects: { HITS: { className: tally, scriptName: 'app', useSQLite: true } },
    modules: [{ type: 'ESModule', path: 'driver.js', contents: DRIVER }],
    unsafeDirectSockets: SOCKET,
  };
}

const serviceAt = (at: string, driver: string): Pick<KillableService, 'at' | 'query' | 'flush'> => ({
  at,
  query: async (sql) => {
    const response = await fetch(`${driver}/query`, { method: 'POST', body: sql, headers: { connection: 'close' } });
    if (!response.ok) throw new Error(await response.text());
    return JSON.parse(await response.text());
  },
  flush: async (shard) => {
    const response = await fetch(`${driver}/${shard}`, { headers: { connection: 'close' } }).catch(() => null);
    await response?.text().catch(() => undefined);
    return response?.ok ?? false;
  },
});

async function firstTime(mf: Miniflare, { at, query }: Pick<KillableService, 'at' | 'query'>): Promise<void> {
  if ((await query("SELECT name FROM sqlite_master WHERE name = 'state'")).length > 0) return;
  await migrate(await mf.getD1Database('DB', 'app'));
  await put(at, 'publication', PUBLICATION);
  for (let article = 1; article <= PUBLISHED; article++) await put(at, 'articles', named(`a${article}`));
}

async function put(at: string, what: string, document: object): Promise<void> {
  const answer = await fetch(`${at}/api/${what}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${EDITOR_KEY}`, connection: 'close' },
    body: JSON.stringify(document),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

/** Every workerd that this process has started and that still runs. */
function running(): readonly number[] {
  try {
    return execFileSync('pgrep', ['-P', String(process.pid), 'workerd'])
      .toString()
      .trim()
      .split('\n')
      .map(Number);
  } catch {
    // pgrep ends with 1 where there is none.
    return [];
  }
}
