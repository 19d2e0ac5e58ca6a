/** `npm run export`: see docs/export.md. */
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { rfc3339 } from '../src/lib/time.ts';
import { writeExport } from './exporting/write-export.ts';
import { findKey } from './sending/editor-key.ts';
import { terminalOn } from './sending/terminal.ts';

const USAGE = `npm run export -- [--to URL] [--out DIR]

  --to URL   the service to export (default: http://127.0.0.1:8787, or PORT)
  --out DIR  the folder to write (default: export-DATE)`;

const OPTIONS = {
  to: { type: 'string', default: `http://127.0.0.1:${process.env.PORT || 8787}` },
  out: { type: 'string', default: `export-${rfc3339(Date.now()).replace(/[:Z]/g, '')}` },
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

const { to, out, help } = readArguments();
if (help) {
  console.log(USAGE);
  process.exit(0);
}
if (!URL.canParse(to) || !/^https?:/i.test(to)) {
  console.error(`"${to}" is not an address. Write it with http or https: --to https://news.example`);
  process.exit(2);
}
const terminal = terminalOn(process.stdout);
const complete = await writeExport(
  { to, key: findKey(process.env), out },
  { fetch, now: Date.now, wait: (milliseconds) => wait(milliseconds), terminal },
);
process.exitCode = complete ? 0 : 1;
