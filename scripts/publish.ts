/** `npm run publish`: see docs/content.md. */
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { findKey } from './sending/editor-key.ts';
import { publish } from './sending/publish.ts';
import { terminalOn } from './sending/terminal.ts';

const USAGE = `npm run publish -- [--to URL] [--check] [--prune] [--content DIR]

  --to URL       the service to publish to (default: http://127.0.0.1:8787, or PORT)
  --check        check the files only
  --prune        also withdraw articles whose file has vanished
  --content DIR  the folder to read (default: content)`;

const OPTIONS = {
  to: { type: 'string' },
  check: { type: 'boolean', default: false },
  prune: { type: 'boolean', default: false },
  content: { type: 'string', default: 'content' },
  help: { type: 'boolean', default: false },
} as const;

function readArguments() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    // An option that is not known, or one without its value.
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    process.exit(2);
  }
}

const { to = `http://127.0.0.1:${process.env.PORT || 8787}`, content, help, ...flags } = readArguments();
if (help) {
  console.log(USAGE);
  process.exit(0);
}
if (!URL.canParse(to) || !/^https?:/i.test(to)) {
  console.error(`"${to}" is not an address. Write it with http or https: --to https://news.example`);
  process.exit(2);
}
const report = await publish(
  { to, key: findKey(process.env), contentDir: content, ci: process.env.CI === 'true', ...flags },
  {
    fetch,
    now: Date.now,
    wait: (milliseconds) => wait(milliseconds),
    random: randomBytes,
    terminal: terminalOn(process.stdout),
  },
);
process.exitCode = report.complete ? 0 : 1;
