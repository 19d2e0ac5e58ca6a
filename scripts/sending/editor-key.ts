/** The service's secrets on this machine: from the environment, else from .dev.vars, where `npm start` puts them. */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';

const EDITOR = 'EDITOR_KEY';
const SIGNING = 'SIGNING_KEYS';
export const KEY_FILE = '.dev.vars';

export function findKey(env: NodeJS.ProcessEnv, file = KEY_FILE): string | null {
  return env[EDITOR] || (existsSync(file) ? valueIn(readFileSync(file, 'utf8'), EDITOR) : null);
}

export interface OwnKey {
  readonly key: string;
  readonly from: 'environment' | 'file' | 'made';
}

const random = (): string => randomBytes(24).toString('base64url');

/** The key that is there, or a new one, kept for the next start. Other lines of the file stay as they are. */
export const findOrMakeKey = (env: NodeJS.ProcessEnv, file = KEY_FILE): OwnKey => findOrMake(EDITOR, random, env, file);

/** What tokens are signed with. Kept, because the copies that carry them are. */
export const findOrMakeSigningKeys = (env: NodeJS.ProcessEnv, file = KEY_FILE): OwnKey =>
  findOrMake(SIGNING, () => `1:${random()}`, env, file);

function findOrMake(name: string, make: () => string, env: NodeJS.ProcessEnv, file: string): OwnKey {
  const given = env[name];
  if (given) return { key: given, from: 'environment' };
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const kept = valueIn(text, name);
  if (kept !== null) return { key: kept, from: 'file' };
  const key = make();
  const others = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  writeFileSync(file, `${others}${name}=${key}\n`, { mode: 0o600 });
  // The mode above counts only for a new file.
  chmodSync(file, 0o600);
  return { key, from: 'made' };
}

function valueIn(text: string, name: string): string | null {
  const value = new RegExp(`^\\s*${name}\\s*=\\s*(.*?)\\s*$`, 'm').exec(text)?.[1] ?? '';
  return value.replace(/^(["'])(.*)\1$/, '$2') || null;
}
