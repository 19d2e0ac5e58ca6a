/** The real service with the demo publication, as `npm start` brings it up, on a free port with a state of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface DemoService {
  readonly base: string;
  readonly editorKey: string;
  readonly stop: () => Promise<void>;
}

const READY = 'Press Ctrl-C';
const READY_WITHIN = 180_000;
const EDITOR_KEY = 'a-key-for-the-judges-alone';

export async function startDemo(stateDir: string): Promise<DemoService> {
  const port = await freePort();
  // A process group of its own, so that nothing of it outlives us.
  const child = spawn('npm', ['start'], {
    env: { ...process.env, PORT: String(port), STATE_DIR: stateDir, EDITOR_KEY, CI: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const stop = (): Promise<void> => stopGroup(child);
  // Ctrl-C doesn't reach that group, and must not leave a service behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(130)));
  try {
    await ready(child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { base: `http://127.0.0.1:${port}`, editorKey: EDITOR_KEY, stop };
}

function ready(child: ChildProcess): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`npm start ${why}:\n${said.slice(-4000)}`));
    const timer = setTimeout(() => fail(`wasn't ready within ${READY_WITHIN / 1000} s`), READY_WITHIN);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (!said.includes(READY)) return;
      clearTimeout(timer);
      if (/, 0 broken,/.test(said)) resolve();
      else fail('did not publish all of content/');
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', reject);
    child.once('exit', (code) => fail(`ended (${code})`));
  });
}

const GRACE = 10_000;

/** First asked, so that the service ends its own children; what is left of the group after that is killed. */
async function stopGroup(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  send(pid, 'SIGTERM');
  for (const until = Date.now() + GRACE; send(pid, 0) && Date.now() < until; ) await wait(100);
  send(pid, 'SIGKILL');
}

/** False once nobody of the group is left. */
function send(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-group, signal);
  } catch {
    return false;
  }
}

export function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}
