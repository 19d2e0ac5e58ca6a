/** Random secrets and their comparison. */
import { sha256 } from './hash.ts';

export const randomHex = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Compares digests, which have one length, bit by bit: the time it takes says nothing about the secret. */
export async function sameSecret(a: string, b: string): Promise<boolean> {
  const [x, y] = await Promise.all([sha256(a), sha256(b)]);
  let difference = 0;
  for (let index = 0; index < x.length; index++) difference |= x.charCodeAt(index) ^ y.charCodeAt(index);
  return difference === 0;
}
