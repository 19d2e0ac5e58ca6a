/** What starting a Worker costs: workerd alone, no bindings, from its start to its first answer. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { cpuNanoseconds } from './cpu.ts';
import { tempFolder } from './temp.ts';

/** The program itself, as Miniflare finds it: the one in `.bin` is a script that starts it. */
const { default: WORKERD }: { default: string } = createRequire(import.meta.resolve('miniflare'))('workerd');
const PATIENCE_MS = 20_000;

export interface Compatibility {
  readonly date: string;
  readonly flags: readonly string[];
}

const configFor = ({ date, flags }: Compatibility): string => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [(name = "index.js", esModule = embed "index.js")],
    compatibilityDate = "${date}",
    compatibilityFlags = [${flags.map((flag) => `"${flag}"`).join(', ')}]))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]);
`;

/** Milliseconds of CPU of one workerd until it has answered `/healthz`. */
export async function bootCpu(module: string, compatibility: Compatibility): Promise<number> {
  const folder = tempFolder('boot');
  writeFileSync(join(folder, 'index.js'), module);
  writeFileSync(join(folder, 'config.capnp'), configFor(compatibility));
  const child = spawn(WORKERD, ['serve', join(folder, 'config.capnp'), '--control-fd=3'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const tooLong = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  try {
    const control = child.stdio[3];
    if (!child.pid || !control || !('setEncoding' in control)) throw new Error('workerd did not start');
    const port = await listeningPort(control);
    const response = await fetch(`http://127.0.0.1:${port}/healthz`);
    if (!response.ok) throw new Error(`The Worker answers ${response.status} at its start`);
    return cpuNanoseconds(child.pid) / 1e6;
  } finally {
    clearTimeout(tooLong);
    child.kill('SIGKILL');
    await ended;
  }
}

async function listeningPort(control: Readable): Promise<number> {
  let told = '';
  for await (const chunk of control.setEncoding('utf8')) {
    told += chunk;
    const port = /"event":"listen","socket":"http","port":(\d+)/.exec(told)?.[1];
    if (port) return Number(port);
  }
  throw new Error('workerd ended before it listened');
}
