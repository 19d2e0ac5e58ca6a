/** One route under load for a moment: how much CPU one request costs the server. */
import { Agent, get } from 'node:http';
import { cpuNanoseconds } from './cpu.ts';

export interface Route {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
}

export const CONNECTIONS = 8;
/** How many are open at once is for each run to say; what is left open from another run is no trouble. */
const agent = new Agent({ keepAlive: true });

/** A connection kept open may be closed by the other side just as it is used again: asked once more, then. */
export const ask = (route: Route): Promise<void> => askOnce(route).catch(() => askOnce(route));

function askOnce({ url, headers = {}, status = 200 }: Route): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      response.resume();
      response.on('end', () =>
        response.statusCode === status ? resolve() : reject(new Error(`${url} answers ${response.statusCode}`)),
      );
    }).on('error', reject);
  });
}

/** Microseconds of the server's CPU for one request. */
export async function cpuPerRequest(
  pid: number,
  routes: readonly Route[],
  ms: number,
  connections = CONNECTIONS,
): Promise<number> {
  const end = performance.now() + ms;
  const before = cpuNanoseconds(pid);
  let requests = 0;
  const oneConnection = async (): Promise<void> => {
    while (performance.now() < end) {
      const route = routes[requests++ % routes.length];
      if (route) await ask(route);
    }
  };
  await Promise.all(Array.from({ length: connections }, oneConnection));
  return (cpuNanoseconds(pid) - before) / 1000 / requests;
}
