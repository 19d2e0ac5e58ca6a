/** `npm run restore`: see docs/export.md. */
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { restoreExport } from './exporting/restore-export.ts';
import { findKey } from './sending/editor-key.ts';
import { terminalOn } from './sending/terminal.ts';

const USAGE = `npm run restore -- --from DIR [--to URL]

  --from DIR  the folder that npm run export wrote
  --to URL    the empty service to bring it into (default: http://127.0.0.1:8787, or PORT)`;

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string', default: `http://127.0.0.1:${process.env.PORT || 8787}` },
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

const { to, from, help } = readArguments();
if (help) {
  console.log(USAGE);
  process.exit(0);
}
if (from === undefined) {
  console.error(`Say which export: --from DIR\n\n${USAGE}`);
  process.exit(2);
}
if (!URL.canParse(to) || !/^https?:/i.test(to)) {
  console.error(`"${to}" is not an address. Write it with http or https: --to https://news.example`);
  process.exit(2);
}
const terminal = terminalOn(process.stdout);
const complete = await restoreExport(
  { to, from, key: findKey(process.env) },
  { fetch, now: Date.now, wait: (milliseconds) => wait(milliseconds), terminal },
);
process.exitCode = complete ? 0 : 1;
