/** A world with something of everything, and the two commands run against worlds. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { restoreExport } from '../../scripts/exporting/restore-export.ts';
import { writeExport } from '../../scripts/exporting/write-export.ts';
import { EDITOR_KEY, type World } from '../world.ts';

export interface Ran {
  readonly done: boolean;
  readonly said: readonly string[];
  /** `GET /api/export` and so on, in order. */
  readonly asked: readonly string[];
}

/** Called before each request; what it throws is a connection that broke off. */
export type Meddle = (request: string, body?: string) => void | Promise<void>;

const NOW = Date.UTC(2026, 10, 22, 8);

function outsideOf(world: World, meddle: Meddle) {
  const said: string[] = [];
  const asked: string[] = [];
  const ask: typeof fetch = async (input, init = {}) => {
    const { pathname, search } = new URL(String(input));
    const method = init.method ?? 'GET';
    asked.push(`${method} ${pathname}${search}`);
    const { body } = init;
    await meddle(`${method} ${pathname}${search}`, typeof body === 'string' ? body : undefined);
    const headers = Object.fromEntries(new Headers(init.headers));
    const sent = typeof body === 'string' || body instanceof Uint8Array ? body : undefined;
    const answer = await world.send(method, pathname + search, sent, headers);
    const bytes = await answer.arrayBuffer();
    return new Response(bytes, { status: answer.status, headers: [...answer.headers] });
  };
  const say = (text: string): void => void said.push(text);
  const terminal = { line: say, progress: () => undefined };
  return { said, asked, outside: { fetch: ask, now: () => NOW, wait: async () => undefined, terminal } };
}

const HERE = 'http://here.example';
const nothing: Meddle = () => undefined;

export async function exported(world: World, out: string, meddle = nothing, key = EDITOR_KEY): Promise<Ran> {
  const { said, asked, outside } = outsideOf(world, meddle);
  return { done: await writeExport({ to: `${HERE}/`, key, out }, outside), said, asked };
}

export async function restored(world: World, from: string, meddle = nothing, key = EDITOR_KEY): Promise<Ran> {
  const { said, asked, outside } = outsideOf(world, meddle);
  return { done: await restoreExport({ to: HERE, key, from }, outside), said, asked };
}

/** A folder that is not there yet, for all tests of a file. */
export function keptFolder(): { readonly path: string; readonly remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'export-'));
  return { path: join(dir, 'out'), remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** One that is gone after the test. */
export function folder(): string {
  const { path, remove } = keptFolder();
  onTestFinished(remove);
  return path;
}
