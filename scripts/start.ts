/** `npm start`: the service on this machine, with `content/` published to it, until Ctrl-C. */
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { findOrMakeKey, findOrMakeSigningKeys, KEY_FILE, type OwnKey } from './sending/editor-key.ts';
import { publish } from './sending/publish.ts';
import { terminalOn } from './sending/terminal.ts';
import { freePort, readPort } from './serving/port.ts';
import { type Dev, migrate, startDev } from './serving/wrangler.ts';

const terminal = terminalOn(process.stdout);
const READY_WITHIN = 120_000;
const MAX_FAILURES = 5;

function giveUp(reason: string): never {
  console.error(reason);
  process.exit(1);
}

async function choosePort(): Promise<number> {
  const wanted = readPort(process.env.PORT);
  if (!wanted.ok) giveUp(wanted.error);
  const free = await freePort(wanted.value);
  return free.ok ? free.value : giveUp(free.error);
}

/** Null once the service answers well, otherwise what it does instead. */
async function whyNotReady(base: string, dev: Dev): Promise<string | null> {
  let over = false;
  void dev.ended.then(() => {
    over = true;
  });
  const until = Date.now() + READY_WITHIN;
  for (let failures = 0; failures < MAX_FAILURES && !over && Date.now() < until; ) {
    const answer = await fetch(`${base}/healthz`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return null;
    if (answer) failures += 1;
    // Each failure leaves an error above; a few are enough.
    await wait(answer ? 1000 : 100);
  }
  return `The service did not come up well at ${base}/healthz.`;
}

async function publishContent(base: string, key: string): Promise<void> {
  const options = { to: base, key, contentDir: 'content', check: false, prune: false, ci: process.env.CI === 'true' };
  const report = await publish(options, {
    fetch,
    now: Date.now,
    wait: (milliseconds) => wait(milliseconds),
    random: randomBytes,
    terminal,
  });
  if (!report.complete) terminal.line('The service runs with what is right. Mend the rest, then: npm run publish');
}

function showAddresses(base: string, key: OwnKey): void {
  const rows = [
    ['Home', `${base}/`],
    ['RSS', `${base}/feed.rss`],
    ['Atom', `${base}/feed.atom`],
    ['JSON Feed', `${base}/feed.json`],
    ['All feeds', `${base}/feeds.opml`],
    [
      'Editor key',
      { environment: 'from EDITOR_KEY', file: `in ${KEY_FILE}`, made: `${key.key} (new, kept in ${KEY_FILE})` }[
        key.from
      ],
    ],
  ];
  terminal.line(
    `\n${rows.map(([name = '', value]) => `  ${name.padEnd(12)}${value}`).join('\n')}\n\nPress Ctrl-C to stop`,
  );
}

const port = await choosePort();
const stateDir = process.env.STATE_DIR || '.wrangler/state';
const key = findOrMakeKey(process.env);
const base = `http://127.0.0.1:${port}`;
terminal.progress('Starting …');
const migrated = migrate(stateDir);
if (!migrated.ok) giveUp(migrated.error);
const signing = findOrMakeSigningKeys(process.env);
const given = {
  ...(key.from === 'environment' && { EDITOR_KEY: key.key }),
  ...(signing.from === 'environment' && { SIGNING_KEYS: signing.key }),
};
const dev = startDev({ port, stateDir, vars: { BASE_URL: base, ...given } });

let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  terminal.line('Stopping …');
  void dev.stop().then(() => process.exit(0));
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
// npm passes a signal to its shell, which ends without passing it on: all we see is that our parent is gone.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stop(), 250).unref();
void dev.ended.then((code) => {
  if (stopping) return;
  stopping = true;
  void dev.stop().then(() => giveUp(`The service has ended by itself (${code}).`));
});

const reason = await whyNotReady(base, dev);
if (reason === null) {
  await publishContent(base, key.key);
  if (!stopping) showAddresses(base, key);
} else if (!stopping) {
  stopping = true;
  await dev.stop();
  giveUp(reason);
}
