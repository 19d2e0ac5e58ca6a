/** Programs of the machine: is one there, and what does it say? */
import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly timeout?: number;
}

/** Debian keeps daemons outside an ordinary user's PATH. */
const FOLDERS = [...(process.env.PATH ?? '').split(':'), '/usr/sbin'];

export const pathOf = (program: string): string | null =>
  FOLDERS.map((folder) => `${folder}/${program}`).find(isExecutable) ?? null;

export const isReadable = (path: string): boolean => allows(path, constants.R_OK);

const isExecutable = (path: string): boolean => allows(path, constants.X_OK);

function allows(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}

/** For a judge that needs these programs, all out of one Debian package. */
export const needs =
  (packageName: string, ...programs: readonly string[]) =>
  (): string | null =>
    programs.every((program) => pathOf(program) !== null) ? null : notInstalled(packageName);

export const notInstalled = (packageName: string): string => `not installed (apt-get install ${packageName})`;

export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { input = '', env = {}, cwd, timeout = 120_000 } = options;
  const child = spawn(pathOf(program) ?? program, args, {
    env: { ...process.env, LC_ALL: 'C.UTF-8', ...env },
    timeout,
    ...(cwd && { cwd }),
  });
  // A program that needn't read its input may be gone before we have written it.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return ended(child);
}

function ended(child: ChildProcess): Promise<Ran> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on('data', (chunk) => out.push(chunk));
  child.stderr?.on('data', (chunk) => err.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({ code: code ?? 1, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
  });
}

export const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');

/** The complaints a program printed; where it failed without a word we recognise, all it said. */
export function complaints({ code, out, err }: Ran, recognise: RegExp): readonly string[] {
  const found = lines(`${out}\n${err}`).filter((line) => recognise.test(line));
  if (found.length > 0 || code === 0) return found;
  return [`ended with ${code}: ${`${err}\n${out}`.trim().slice(0, 1000)}`];
}
