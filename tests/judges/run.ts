/** `npm run judge`: programs nobody here wrote judge the running demo. With `--require-all` a missing one is a failure. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Demo, fetchDemo } from './demo.ts';
import { startDemo } from './demo-service.ts';
import type { Judge, Verdict } from './judge.ts';
import { JUDGES } from './judges.ts';

type Said = Verdict | { readonly skipped: string };

const SHOWN = 20;
const requireAll = process.argv.includes('--require-all');
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const chosen = JUDGES.filter(({ name }) => named.length === 0 || named.includes(name));

function print({ name }: Judge, said: Said): void {
  const label = name.padEnd(Math.max(...JUDGES.map((judge) => judge.name.length)) + 2);
  if ('skipped' in said) {
    console.log(`${label}skipped: ${said.skipped}`);
    return;
  }
  console.log(`${label}${said.checked} ${said.unit}  ${said.errors.length} errors`);
  for (const error of said.errors.slice(0, SHOWN)) console.log(`  ${error}`);
  if (said.errors.length > SHOWN) console.log(`  and ${said.errors.length - SHOWN} more`);
}

const failed = (said: Said): boolean => ('skipped' in said ? requireAll : said.errors.length > 0);

async function judgeAll(folder: string): Promise<number> {
  const service = await startDemo(join(folder, 'state'));
  try {
    const demo = await fetchDemo(service, folder);
    let failures = 0;
    for (const judge of chosen) {
      const missing = judge.missing();
      const said = missing ? { skipped: missing } : await heard(judge, demo);
      print(judge, said);
      if (failed(said)) failures += 1;
    }
    return failures;
  } finally {
    await service.stop();
  }
}

/** A judge that breaks (its program, a connection) is heard once more. */
const heard = (judge: Judge, demo: Demo): Promise<Verdict> =>
  judge.judge(demo).catch(() => judge.judge(demo).catch(broken));

/** One that breaks twice has not acquitted anybody. */
const broken = (error: unknown): Verdict => ({ checked: 0, unit: 'documents', errors: [String(error)] });

const folder = mkdtempSync(join(tmpdir(), 'tearsheet-judges-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const failures = await judgeAll(folder);
console.log(failures === 0 ? 'All judges agree.' : `${failures} of ${chosen.length} judges object.`);
process.exitCode = failures === 0 ? 0 : 1;
