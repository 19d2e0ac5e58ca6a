/** The editor key: from the environment, else from .dev.vars, where `npm start` puts one. */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';

const NAME = 'EDITOR_KEY';
export const KEY_FILE = '.dev.vars';

export function findKey(env: NodeJS.ProcessEnv, file = KEY_FILE): string | null {
  return env[NAME] || (existsSync(file) ? keyIn(readFileSync(file, 'utf8')) : null);
}

export interface OwnKey {
  readonly key: string;
  readonly from: 'environment' | 'file' | 'made';
}

/** The key that is there, or a new one, kept for the next start. Other lines of the file stay as they are. */
export function findOrMakeKey(env: NodeJS.ProcessEnv, file = KEY_FILE): OwnKey {
  const given = env[NAME];
  if (given) return { key: given, from: 'environment' };
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const kept = keyIn(text);
  if (kept !== null) return { key: kept, from: 'file' };
  const key = randomBytes(24).toString('base64url');
  const others = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  writeFileSync(file, `${others}${NAME}=${key}\n`, { mode: 0o600 });
  // The mode above counts only for a new file.
  chmodSync(file, 0o600);
  return { key, from: 'made' };
}

function keyIn(text: string): string | null {
  const value = new RegExp(`^\\s*${NAME}\\s*=\\s*(.*?)\\s*$`, 'm').exec(text)?.[1] ?? '';
  return value.replace(/^(["'])(.*)\1$/, '$2') || null;
}
