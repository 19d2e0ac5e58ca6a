/**
 * The attribution token: what a copy carries in the path of its credit link and badge. 27 bytes: version, key id,
 * channel, article and grant number, and the first 128 bits of an HMAC-SHA-256 (RFC 2104 section 5: half of it or more).
 * 27 bytes are exactly 36 base64url characters, so every token has one spelling. Nothing in it is random, dated or
 * about a person.
 */
import type { SigningKey, SigningKeys } from './signing-keys.ts';

export const CHANNELS = ['page', 'feed', 'api', 'portal'] as const;
/** Where a copy was taken. */
export type Channel = (typeof CHANNELS)[number];

export interface Attribution {
  readonly article: number;
  readonly grant: number;
  readonly channel: Channel;
}

const VERSION = 1;
const BODY = 11;
const TAG = 16;
const SHAPE = /^[A-Za-z0-9_-]{36}$/;
const MAX_NUMBER = 0xffffffff;

export async function signToken(attribution: Attribution, { current }: SigningKeys): Promise<string> {
  const body = bodyOf(attribution, current.id);
  return toBase64Url(concatenated(body, await tagOf(body, current)));
}

const fits = (number: number): boolean => Number.isInteger(number) && number >= 0 && number <= MAX_NUMBER;

function bodyOf({ article, grant, channel }: Attribution, keyId: number): Uint8Array<ArrayBuffer> {
  if (!fits(article) || !fits(grant)) throw new RangeError('A token holds numbers of 32 bits.');
  const body = new Uint8Array(BODY);
  const view = new DataView(body.buffer);
  view.setUint8(0, VERSION);
  view.setUint8(1, keyId);
  view.setUint8(2, CHANNELS.indexOf(channel));
  view.setUint32(3, article);
  view.setUint32(7, grant);
  return body;
}

const tagOf = async (body: Uint8Array<ArrayBuffer>, { key }: SigningKey): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.sign('HMAC', key, body)).subarray(0, TAG);

function concatenated(body: Uint8Array, tag: Uint8Array): Uint8Array {
  const all = new Uint8Array(BODY + TAG);
  all.set(body);
  all.set(tag, BODY);
  return all;
}

/** What the text says, whoever wrote it: enough to lead a reader to the article, never enough to count. */
export function readToken(text: string): Attribution | null {
  const bytes = bytesOf(text);
  return bytes && attributionIn(bytes);
}

/** What a token of ours says; null for any other text. */
export async function verifyToken(text: string, { known }: SigningKeys): Promise<Attribution | null> {
  const bytes = bytesOf(text);
  const attribution = bytes && attributionIn(bytes);
  const key = bytes && known.get(bytes[1] ?? -1);
  if (!attribution || !key) return null;
  const tag = await tagOf(bytes.slice(0, BODY), key);
  return sameBytes(tag, bytes.subarray(BODY)) ? attribution : null;
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  if (!SHAPE.test(text)) return null;
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

function attributionIn(bytes: Uint8Array<ArrayBuffer>): Attribution | null {
  const view = new DataView(bytes.buffer);
  const channel = CHANNELS[view.getUint8(2)];
  if (view.getUint8(0) !== VERSION || channel === undefined) return null;
  return { article: view.getUint32(3), grant: view.getUint32(7), channel };
}

/** Looks at every byte whatever it finds: the time it takes says nothing about where two tags differ. */
function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index++) difference |= (a[index] ?? 0) ^ (b[index] ?? 0);
  return difference === 0;
}

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_');
