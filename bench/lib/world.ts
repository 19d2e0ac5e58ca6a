/** The service and whatever it is measured against, in one workerd, each on a socket of its own. */
import { join } from 'node:path';
import { Miniflare, type WorkerOptions } from 'miniflare';
import { mainModule } from './bundle.ts';
import { wranglerOptions } from './config.ts';
import { childNamed } from './cpu.ts';
import { openSqliteD1, type SqliteD1 } from './sqlite-d1.ts';
import { tempFolder } from './temp.ts';

export const EDITOR_KEY = 'a-key-for-measuring-only';
const D1_BINDING = 'd1-binding';
const SOCKET = { host: '127.0.0.1', port: 0 };

export interface World {
  readonly pid: number;
  readonly d1: SqliteD1;
  /** Where a Worker answers; without a slash at the end. */
  readonly at: (worker: string, entrypoint?: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** The service, or a variant of it with more bindings. */
export interface Service {
  readonly name: string;
  readonly contents: string;
  readonly options?: WorkerOptions;
}

export interface WorldOptions {
  /** The service, by default as it is deployed; and variants of it on the same catalogue. */
  readonly services?: readonly Service[];
  readonly others?: readonly WorkerOptions[];
  readonly file?: string;
}

export async function openWorld({ services = [deployed()], others = [], file }: WorldOptions = {}): Promise<World> {
  const d1 = await openSqliteD1(file ?? join(tempFolder('catalogue'), 'catalogue.sqlite'));
  const before = childNamed('workerd');
  const mf = new Miniflare({
    cf: false,
    host: '127.0.0.1',
    port: 0,
    workers: [
      ...services.map(serviceWorker),
      ...(services.length > 0 ? [d1Binding(d1.address)] : []),
      ...others.map((worker) => ({ ...worker, unsafeDirectSockets: [SOCKET] })),
    ],
  });
  await mf.ready;
  const pid = childNamed('workerd').find((candidate) => !before.includes(candidate));
  if (!pid) throw new Error('No workerd was started');
  return {
    pid,
    d1,
    at: async (worker, entrypoint) => String(await mf.unsafeGetDirectURL(worker, entrypoint)).replace(/\/$/, ''),
    close: async () => {
      await mf.dispose();
      await d1.close();
    },
  };
}

export const esModule = (contents: string) => ({
  modules: [{ type: 'ESModule' as const, path: 'index.js', contents }],
});

export const deployed = (): Service => ({ name: 'app', contents: mainModule() });

/** Without the simulator of Static Assets, which stands before the Worker and isn't part of it. */
export function serviceWorker({ name, contents, options: more }: Service): WorkerOptions {
  const { assets: _assets, d1Databases: _d1Databases, ...options } = wranglerOptions();
  return {
    ...options,
    ...esModule(contents),
    name,
    bindings: { BASE_URL: 'https://bench.example', HUB_URL: '', EDITOR_KEY },
    wrappedBindings: { DB: { scriptName: D1_BINDING } },
    unsafeDirectSockets: [SOCKET],
    ...more,
  };
}

/** workerd's own D1 client, as in production, over a service that is somewhere else. */
const d1Binding = (address: string): WorkerOptions => ({
  name: D1_BINDING,
  ...esModule(`import make from 'cloudflare-internal:d1-api';
    export default (env) => make({ fetcher: env.D1 });`),
  serviceBindings: { D1: { external: { address, http: {} } } },
});
