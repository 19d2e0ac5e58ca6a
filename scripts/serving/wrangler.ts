/** Runs wrangler locally: quiet, and without a word to the outside. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { fail, ok, type Result } from '../../src/lib/result.ts';

const WRANGLER = 'node_modules/wrangler/bin/wrangler.js';

const QUIET = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
};

export function migrate(stateDir: string): Result<null, string> {
  const command = ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', stateDir];
  // CI=1: nobody is there to answer "apply these migrations?".
  const env = { ...process.env, ...QUIET, CI: '1' };
  const run = spawnSync(process.execPath, [WRANGLER, ...command], { env, encoding: 'utf8' });
  if (run.status === 0) return ok(null);
  return fail(`The database could not be brought up to date.\n${run.stdout ?? ''}${run.stderr ?? ''}`);
}

export interface DevOptions {
  readonly port: number;
  readonly stateDir: string;
  readonly vars: Readonly<Record<string, string>>;
}

export interface Dev {
  /** Its exit code, once it has ended by itself or was stopped. */
  readonly ended: Promise<number>;
  readonly stop: () => Promise<void>;
}

export function startDev({ port, stateDir, vars }: DevOptions): Dev {
  const address = ['--ip', '127.0.0.1', '--port', String(port)];
  const given = Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value}`]);
  const silence = ['--log-level', 'error', '--show-interactive-dev-session=false'];
  const command = [WRANGLER, 'dev', '--local', ...address, '--persist-to', stateDir, ...given, ...silence];
  // A process group of its own: Ctrl-C reaches us alone, and the end of the group takes workerd with it.
  const child = spawn(process.execPath, command, {
    env: { ...process.env, ...QUIET },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  const ended = new Promise<number>((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1));
    child.once('error', () => resolve(1));
  });
  return { ended, stop: () => stop(child, ended) };
}

const GRACE = 5000;

async function stop(child: ChildProcess, ended: Promise<number>): Promise<void> {
  child.kill('SIGTERM');
  const timer = setTimeout(() => endGroup(child), GRACE);
  await ended;
  clearTimeout(timer);
  endGroup(child);
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody of the group is left.
  }
}
